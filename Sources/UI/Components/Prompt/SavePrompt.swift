import Analysis
import Documents
import Networking
import Terminal

/// What is written to a file, and under which name.
package struct SavePrompt: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    /// The frames seen so far on a device's first cable.
    case capture(device: Int)
    case screen, drawing, ladder
  }

  var content: Content
  /// The file that is there already: taken once more it is replaced.
  var existing: String?

  static func capture(device: Int) -> SavePrompt { SavePrompt(content: .capture(device: device)) }
}

/// A drawing that is to be written to a file.
package struct ScreenSaveRequest: Equatable, Sendable {
  var content: SavePrompt.Content
  var path: String
  var replaces: Bool
}

extension Model {
  func savePrompt(_ action: Action.ID) -> SavePrompt {
    switch action {
    case .saveScreen: SavePrompt(content: .screen)
    case .saveDrawing: SavePrompt(content: .drawing)
    case .saveLadder: SavePrompt(content: .ladder)
    default: .capture(device: walk?.recording.timeline.front.script.first?.device ?? 0)
    }
  }

  /// The name that is offered.
  func fileName(_ save: SavePrompt) -> String {
    switch save.content {
    case .capture(let device): (walk?.recording.timeline.front.devices[device].name ?? "capture") + ".pcapng"
    case .screen: "screen.txt"
    case .drawing: "screen.svg"
    case .ladder: "ladder.txt"
    }
  }

  func saveReading(_ save: SavePrompt, _ text: String) -> Prompt.Reading {
    var reading = Prompt.Reading()
    if case .capture(let chosen) = save.content, let walk {
      let devices = walk.recording.timeline.front.devices
      // Another device has another cable: choosing it keeps a name that was typed.
      reading.suggestions = devices.indices.filter {
        walk.recording.timeline.front.capturePort(of: $0) != nil
      }
      .map { device in
        let count = walk.frames(on: device)
        var name = text
        if text == fileName(save) { name = fileName(.capture(device: device)) }
        return Prompt.Suggestion(
          name: (device == chosen ? "• " : "  ") + devices[device].label[language],
          key: devices[device].name,
          sentence: Texts.frames(count, name)[language], choice: .saveCapture(device: device))
      }
    }
    if text.trimmed.isEmpty { reading.remark = Prompt.Remark(Texts.nameNeeded[language]) }
    return reading
  }

  /// `save capture router`, `캡처 저장 router`.
  func saveDirect(_ words: [String], _ walk: WalkScreen) -> [Prompt.Suggestion] {
    let commands = [["save", "capture"], ["캡처", "저장"], ["save"], ["저장"]]
    guard let typed = words.last?.lowercased(),
      commands.contains(where: { command in
        command.count == words.count - 1 && zip(command, words).allSatisfy { $0.hasPrefix($1.lowercased()) }
      })
    else { return [] }
    let devices = walk.recording.timeline.front.devices
    return devices.indices.filter { index in
      walk.recording.timeline.front.capturePort(of: index) != nil
        && (devices[index].name.hasPrefix(typed) || devices[index].label[language].hasPrefix(typed))
    }.map { device in
      Prompt.Suggestion(
        name: Texts.saveCapture(devices[device].name)[language],
        sentence: Texts.frames(walk.frames(on: device), "")[language],
        choice: .saveCapture(device: device))
    }
  }

  mutating func takeSave(_ save: SavePrompt, _ prompt: Prompt) -> Effect {
    let path = prompt.line.string.trimmed
    if case .saveCapture(let device)? = prompt.chosen?.choice {
      // A name that was typed stays.
      ask(
        .save(.capture(device: device)), text: path == fileName(save) ? "" : prompt.line.string)
      return .none
    }
    guard !path.isEmpty else {
      self.prompt?.reading.remark = Prompt.Remark(Texts.nameNeeded[language], .wrong)
      return .none
    }
    let replaces = save.existing == path
    guard case .capture(let device) = save.content else {
      return .saveScreen(ScreenSaveRequest(content: save.content, path: path, replaces: replaces))
    }
    return .save(SaveRequest(path: path, bytes: capture(of: device, path), replaces: replaces))
  }

  /// Draws what goes into a file: an update draws nothing.
  package func file(_ drawing: ScreenSaveRequest) -> SaveRequest {
    SaveRequest(path: drawing.path, bytes: drawn(drawing.content), replaces: drawing.replaces)
  }

  private func drawn(_ content: SavePrompt.Content) -> [UInt8] {
    switch content {
    case .capture: []
    case .screen: Array((screen.text + "\n").utf8)
    case .drawing: Array(screen.svg(theme: theme, title: pictureTitle).utf8)
    case .ladder: Array(((walk?.ladder(language) ?? "") + "\n").utf8)
    }
  }

  private func capture(of device: Int, _ path: String) -> [UInt8] {
    guard let walk, let point = walk.recording.timeline.front.capturePort(of: device) else { return [] }
    return walk.recording.timeline.capture(
      at: point, upTo: walk.position.furthest, CaptureWriter.Format(fileName: path))
  }

  /// What a reader who cannot see the picture hears.
  package var pictureTitle: String {
    walk.map { "\($0.subject.title[language]), \($0.placeLabel[language])" } ?? "packetwalk"
  }

  /// The screen under the line.
  private var screen: Canvas {
    var plain = self
    plain.prompt = nil
    plain.notice = nil
    return view(plain)
  }

  /// What became of a file.
  mutating func saved(_ file: SaveRequest, _ result: SaveRequest.Result) {
    guard case .save(var save)? = prompt?.kind else { return }
    switch result {
    case .done:
      prompt = nil
      say(Texts.saved(file.path, file.bytes.count))
    case .exists:
      save.existing = file.path
      prompt?.kind = .save(save)
      prompt?.reading.remark = Prompt.Remark(Texts.exists(file.path)[language], .wrong)
    case .failed(let reason):
      prompt?.reading.remark = Prompt.Remark(Texts.notSaved(file.path, reason)[language], .wrong)
    }
  }
}

extension WalkScreen {
  /// Frames seen so far on a device's first cable.
  func frames(on device: Int) -> Int {
    let timeline = recording.timeline
    return timeline.front.capturePort(of: device).map {
      timeline.captured(at: $0, upTo: position.furthest).count
    } ?? 0
  }

  /// The messages seen so far between all devices, as text.
  func ladder(_ language: Language) -> String {
    var recording = recording
    let furthest = position.furthest
    let scene = recording.scene(at: furthest)
    recording.findMessages(upTo: furthest)
    let count = recording.messages(upTo: furthest).count { $0.moment <= furthest }
    let devices = recording.ladderColumns(recording.topology.devices.count, at: furthest).count
    // A column each as on the screen, the heads above and a row below.
    let size = Size(width: max(40, 12 + devices * 14), height: count + 2)
    var canvas = Canvas(size)
    let source = PictureSource(
      recording: recording, scene: scene, reference: subject.reference, since: position.since)
    Picture.ladder.view(of: source, size: size, language).draw(cursor: nil, in: Rect(size), on: &canvas)
    return canvas.text
  }
}

/// What can be written to a file.
enum SaveActions: ActionOwner {
  static let actions = [
    Action(
      .saveCapture, [], ":save", in: .walk, .find, say("save capture", "캡처 저장"),
      say(
        "Save the frames seen so far on a device's cable, for Wireshark.",
        "지금까지 한 장치의 케이블에서 본 프레임을 Wireshark용으로 저장합니다.")),
    Action(
      .saveScreen, [], ":save screen", in: .everywhere, .find, say("save screen as text", "화면을 텍스트로 저장"),
      say("Save this screen as plain text.", "이 화면을 일반 텍스트로 저장합니다.")),
    Action(
      .saveDrawing, [], ":svg", in: .everywhere, .find, say("save screen as SVG", "화면을 SVG로 저장"),
      say("Save this screen as a drawing, colours and all.", "이 화면을 색까지 그대로 그림 파일로 저장합니다.")),
    Action(
      .saveLadder, [], ":save ladder", in: .walk, .find, say("save ladder as text", "시퀀스를 텍스트로 저장"),
      say("Save the whole ladder so far as plain text.", "지금까지의 시퀀스 전체를 일반 텍스트로 저장합니다.")),
  ]
}

extension Action.ID {
  static let saveCapture = Action.ID("save-capture")
  static let saveScreen = Action.ID("save-screen")
  static let saveDrawing = Action.ID("save-drawing")
  static let saveLadder = Action.ID("save-ladder")
}
