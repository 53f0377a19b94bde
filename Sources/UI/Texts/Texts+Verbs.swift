import Analysis
import Documents
import Networking

/// Having the network do something: the verbs of the command line, and what `explore` suggests.
extension Texts {
  /// What the command line calls a verb of scripts.
  static func verb(
    _ verb: CommandVerb
  ) -> (words: LocalizedText, form: LocalizedText, short: LocalizedText, sentence: LocalizedText) {
    switch verb {
    case .browse:
      (
        both("browse", "열기"), both("[FROM] PAGE", "[장치] 페이지"), both("open a page", "페이지 열기"),
        both("A device's browser opens a page.", "한 장치의 브라우저가 페이지를 엽니다.")
      )
    case .curl:
      (
        both("curl", "받기"), both("[FROM] PAGE", "[장치] 페이지"), both("fetch with curl", "curl로 받기"),
        both(
          "curl on a device fetches a page over a connection of its own.", "한 장치의 curl이 새 연결로 페이지를 받습니다.")
      )
    case .print:
      (
        both("print", "인쇄"), both("[FROM] PRINTER [BYTES]", "[장치] 프린터 [바이트]"),
        both("print a letter", "인쇄하기"),
        both("A device sends a letter to a printer and reads its report.", "한 장치가 프린터에 문서를 보내고 보고를 읽습니다.")
      )
    default:
      (
        both(verb.name, "핑"), both("[FROM] TO [TIMES]", "[장치] 상대 [횟수]"), both("ping a device", "핑 보내기"),
        both("A device asks another: are you there?", "한 장치가 다른 장치에 묻습니다. 거기 있나요?")
      )
    }
  }

  /// `ping [FROM] TO [TIMES]: …`
  static func usage(_ verb: Verb, _ language: Language) -> String {
    let form = verb.form[language]
    return verb.words[language] + (form.isEmpty ? "" : " " + form) + ": " + verb.sentence[language]
  }

  static func devicesFit(_ count: Int, of all: Int, _ language: Language) -> String {
    language == .en ? "\(count) of \(all) devices fit" : "장치 \(all)개 중 \(count)개"
  }

  static func shownAs(_ label: String, _ language: Language) -> String {
    language == .en ? "shown as \(label)" : "화면 이름 \(label)"
  }

  // MARK: What is wrong with a line

  static let cannotBeAsked = both("a switch: it has no address", "스위치라서 주소가 없습니다")
  static let noScript = both("This network's file has no script.", "이 네트워크 파일에는 대본이 없습니다.")

  static func noDevice(
    _ word: String, _ nearest: String?, _ known: [String], _ language: Language
  ) -> String {
    let meant = nearest.map {
      language == .en ? " Did you mean \($0)? Tab replaces it." : " 혹시 \($0)? Tab을 누르면 고칩니다."
    }
    let some = known.prefix(6).joined(separator: ", ") + (known.count > 6 ? " …" : "")
    return both("No device \(quoted(word)) here.", "\(quoted(word)) 장치가 여기에 없습니다.")[language]
      + (meant ?? (language == .en ? " There are \(some)." : " 있는 장치: \(some)."))
  }

  static func orAddress(_ language: Language) -> String {
    language == .en ? " An address like 192.0.2.1 does too." : " 192.0.2.1 같은 주소도 됩니다."
  }

  static func switchRunsNothing(_ name: String, _ language: Language) -> String {
    language == .en
      ? "\(name): a switch has no address and runs no programs." : "\(name): 스위치는 주소도 프로그램도 없습니다."
  }

  static func runsNothing(_ name: String, _ verb: Verb, _ language: Language) -> String {
    language == .en
      ? "\(name) has no program that can \(verb.words.en)." : "\(name): \(verb.words.ko)에 쓸 프로그램이 없습니다."
  }

  static func nobodyCan(_ verb: Verb, _ language: Language) -> String {
    language == .en
      ? "No device here has a program that can \(verb.words.en)."
      : "여기에는 \(verb.words.ko)에 쓸 프로그램이 있는 장치가 없습니다."
  }

  static func noURL(_ word: String, _ language: Language) -> String {
    if let end = word.firstRange(of: "://")?.lowerBound, word[..<end].lowercased() != "http" {
      let scheme = word[..<end]
      return language == .en
        ? "Only http is spoken here, not \(scheme): http://www.example.com/."
        : "여기서는 \(scheme) 말고 http만 씁니다. 예: http://www.example.com/"
    }
    return language == .en
      ? "\(quoted(word)) is not a page. Type one like www.example.com/ or 192.0.2.1:8080/x."
      : "\(quoted(word)): 페이지 주소가 아닙니다. 예: www.example.com/, 192.0.2.1:8080/x"
  }

  /// - Parameter address: what the network's name servers have for it.
  static func takesNoName(
    _ verb: Verb, _ name: String, _ address: String?, _ language: Language
  ) -> String {
    let known = address.map {
      language == .en ? " \(name) is \($0): Tab takes it." : " \(name)의 주소는 \($0)이고, Tab을 누르면 넣습니다."
    }
    return
      (language == .en
      ? "Here \(verb.words.en) needs a device or an address, not a name."
      : "여기서 \(verb.words.ko) 뒤에는 이름이 아니라 장치나 주소를 씁니다.")
      + (known ?? "")
  }

  static func notANumber(
    _ word: String, _ verb: CommandVerb, most: Int, _ language: Language
  ) -> String {
    let of = verb == .print ? both("bytes", "바이트 수") : both("times", "횟수")
    return language == .en
      ? "\(quoted(word)) is not a number of \(of.en): 1 to \(most)."
      : "\(quoted(word)): \(of.ko) 범위는 1부터 \(most)까지입니다."
  }

  static func tooManyWords(_ verb: Verb, _ language: Language) -> String {
    language == .en
      ? "That is one word too many: \(verb.words.en) \(verb.form.en)."
      : "낱말이 너무 많습니다: \(verb.words.ko) \(verb.form.ko)"
  }

  static func nothingFollows(_ verb: Verb, _ language: Language) -> String {
    language == .en ? "Nothing comes after \(verb.words.en)." : "\(verb.words.ko) 뒤에는 아무것도 쓰지 않습니다."
  }

  static func noSuchCables(_ isDown: Bool, _ language: Language) -> String {
    isDown
      ? both("No cable is pulled here: there is none to plug in.", "뽑은 케이블이 없어 꽂을 것이 없습니다.")[language]
      : both("All cables are pulled already.", "모든 케이블을 이미 뽑았습니다.")[language]
  }

  static func noSuchCables(_ isDown: Bool, of device: String, _ language: Language) -> String {
    isDown
      ? both("No cable of \(device) is pulled.", "\(device): 뽑은 케이블이 없습니다.")[language]
      : both("All cables of \(device) are pulled already.", "\(device): 케이블을 이미 모두 뽑았습니다.")[language]
  }

  /// - Parameter ends: where the cables of the one lead.
  static func noCable(_ one: String, _ other: String, ends: [String], _ language: Language) -> String {
    let some = ends.prefix(6).joined(separator: ", ") + (ends.count > 6 ? " …" : "")
    if language == .ko {
      return "\(one)-\(other) 케이블이 없습니다." + (ends.isEmpty ? "" : " \(one)의 케이블이 가는 곳: \(some).")
    }
    return "No cable leads from \(one) to \(other)."
      + (ends.isEmpty ? "" : " \(one)'s cable\(ends.count == 1 ? " leads" : "s lead") to \(some).")
  }

  // MARK: What a line does

  /// In one sentence; the addresses and distances are the network's.
  static func does(
    _ whatIf: WhatIf, _ names: DeviceNames, _ topology: Topology, _ language: Language
  ) -> String {
    func label(_ index: Int) -> String { names.devices[index].label[language] }
    switch whatIf {
    case .ask(let line):
      let facts = NetworkFacts(names.devices, topology)
      switch line.command {
      case .print(let job):
        return language == .en
          ? "\(label(line.device)) sends \(job.bytes) bytes to the printer at \(job.printer)."
          : "\(label(line.device)): \(job.printer) 프린터로 \(job.bytes)바이트 보내기."
      case .curl(let url):
        return language == .en
          ? "\(label(line.device)) fetches \(url.text) with curl."
          : "\(label(line.device)): curl로 \(url.text) 받기."
      case .ping(let address, let count):
        if topology.owner(of: address) == line.device { return echoesToItself(count, language) }
        let routers = topology.owner(of: address).flatMap { facts.routers(from: line.device, to: $0) }
        return sendsEcho(address.description, count, routers, language)
      case .browse(let url):
        return language == .en
          ? "\(label(line.device)) opens \(url.text) in its browser."
          : "\(label(line.device)): 브라우저에서 \(url.text) 열기."
      }
    case .cut(let cable), .plug(let cable):
      return
        (whatIf == .cut(cable: cable) ? Verb(action: Action.ID("cut")) : Verb(action: Action.ID("plug")))?
        .sentence[language] ?? ""
    case .script: return Verb(action: Action.ID("script"))?.sentence[language] ?? ""
    case .edit, .lose, .delay, .damage, .join, .restart, .wait, .decide, .look: return ""
    }
  }

  private static func echoesToItself(_ count: Int, _ language: Language) -> String {
    if language == .ko { return "에코 요청 \(count)개를 자기 자신에게 보냅니다. 장치 밖으로 나가지 않습니다." }
    let what = count == 1 ? "one echo request" : "\(count) echo requests"
    return "Sends \(what) to itself: nothing leaves the device."
  }

  private static func sendsEcho(
    _ address: String, _ count: Int, _ routers: Int?, _ language: Language
  ) -> String {
    if language == .ko {
      let away = routers.map { $0 == 0 ? " (같은 LAN)" : " (라우터 \($0)대 거리)" } ?? ""
      return "\(address)\(away)에 에코 요청 \(count)개를 보내고 응답을 기다립니다."
    }
    let away = routers.map { $0 == 0 ? ", on this LAN," : ", \($0) router\($0 == 1 ? "" : "s") away," } ?? ""
    let what = count == 1 ? "one echo request" : "\(count) echo requests"
    return "Sends \(what) to \(address)\(away) and awaits the repl\(count == 1 ? "y" : "ies")."
  }
}

// MARK: Suggestions

extension Texts {
  static let whatShallHappen = both("What shall happen?", "무엇을 해 볼까요?")
  static let enterDoesIt = both("Enter does it", "Enter를 누르면 일어납니다")
  static let whatShallHappenClosed = both("What shall happen? : or Tab", "무엇을 해 볼까요? : 또는 Tab")

  /// In a language each, a paragraph a text.
  static let suggestionNotes: [Language: [String]] = [
    .en: [
      "Walk as you like afterwards: → ] . go on, ← takes it back, x d e spoil it.",
      "Each of these starts a run of its own; Esc comes back here.",
    ],
    .ko: [
      "그 뒤는 마음대로: → ] . 앞으로, ← 뒤로, x d e로 망가뜨립니다.",
      "하나하나가 따로 시작됩니다. Esc를 누르면 여기로 돌아옵니다.",
    ],
  ]

  static func asksWhetherThere(_ from: LocalizedText, _ to: LocalizedText) -> LocalizedText {
    both("\(from.en) asks \(to.en): are you there?", "\(from.ko) → \(to.ko): 거기 있나요?")
  }

  static func opensThePage(_ device: LocalizedText) -> LocalizedText {
    both("\(device.en) opens the page", "\(device.ko): 페이지 열기")
  }

  static func sameWithoutCable(_ one: LocalizedText, _ other: LocalizedText) -> LocalizedText {
    both("the same, cable \(one.en)-\(other.en) being cut", "같은 일, \(one.ko)-\(other.ko) 케이블을 뽑고")
  }

  static func inStore(_ count: Int) -> LocalizedText {
    both(
      "what this network has in store (\(count) thing\(count == 1 ? "" : "s"))", "이 네트워크에 준비된 일 (\(count)가지)")
  }

  static func thenNumber(_ command: String, _ number: Int, _ language: Language) -> String {
    language == .en ? "\(command), then \(number)" : "\(command), 그리고 \(number)번"
  }

  // MARK: A device without bytes

  static func tablesOf(_ device: String, _ language: Language) -> String {
    language == .en ? "Tables of \(device)" : "\(device): 표"
  }
  static func rowCount(_ count: Int, _ language: Language) -> String {
    if count == 0 { return language == .en ? "empty" : "비어 있음" }
    return language == .en ? "\(count) row\(count == 1 ? "" : "s")" : "항목 \(count)개"
  }
  static func gateway(_ address: String, _ language: Language) -> String {
    language == .en ? "gateway \(address)" : "게이트웨이 \(address)"
  }
  static func enterShowsTables(_ count: Int, _ language: Language) -> String {
    language == .en ? "Tab, Enter: all its tables (\(count))" : "Tab, Enter: 모든 표 (\(count)개)"
  }
}

extension Texts {
  static let nothingByItself = both(
    "Nothing happens here by itself: Enter on a suggestion, or : and a verb like ping.",
    "여기서는 아무 일도 저절로 일어나지 않습니다. 제안에서 Enter를 누르거나 :로 핑 같은 명령을 쓰세요.")
}

extension Texts {
  static let onlyInNetworks = both(
    "Only a network that is explored starts over; in a lesson < goes to the start.",
    "'처음부터 다시' 명령은 네트워크를 둘러볼 때만 됩니다. 레슨에서는 <를 누르면 처음으로 갑니다.")
}

extension Texts {
  /// What Esc leads back to where nothing has happened yet.
  static let beforeAll = both("start", "처음")
}
