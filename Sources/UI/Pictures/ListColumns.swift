import Analysis
import Documents
import Networking
import Terminal

/// The columns of the list in the width that it has: narrow the frame, its ends and what it is in few words; from 46
/// columns the time too; from 70 the length and all that Wireshark says.
/// ```
/// >/ {58} 38.028 isp    → core   HTTP  228 GET / HTTP/1.1
/// ```
struct ListColumns {
  /// What is written in a row.
  struct Row {
    var number: Int
    /// Nanoseconds since the network's clock.
    var time: Int64
    /// `>`, `=` or a blank.
    var sign: String
    /// The walk stands here.
    var isHere: Bool
    var matches = false
    /// A question asks for what it would tell.
    var isHidden = false
    /// Devices; `from` alone is the one that acts, nil the person at the keyboard.
    var from: Int?
    var to: Int?
    var isLost = false
    /// The protocol, or the layer.
    var topic = ""
    var badge = Role.text
    /// Octets.
    var length = 0
    var says = ""
  }

  private let topology: Topology
  private let language: Language
  private let counting: Counting
  private let width: Int
  /// Columns of each.
  private let number: Int
  private let time: Int
  private let device: Int
  private let topic: Int
  private let length: Int

  /// - Parameters:
  ///   - last: the highest number there is.
  ///   - latest: the time that goes with it.
  init(
    width: Int, counting: Counting, last: Int, time latest: Int64, topology: Topology, _ language: Language
  ) {
    self.topology = topology
    self.language = language
    self.counting = counting
    self.width = width
    // Two more for the braces.
    number = max(2, String(last).utf8.count) + 2
    time = width < 46 ? 0 : max(7, Texts.milliseconds(latest).utf8.count)
    let labels = topology.devices.map { $0.label[language].displayWidth }.max() ?? 0
    device = min(labels, width < 70 ? 6 : 12)
    switch counting {
    case .frames: topic = 4
    case .moments: topic = width < 46 ? 0 : SelectionNarration.layerWidth(language)
    }
    length = counting == .frames && width >= 70 ? 5 : 0
  }

  /// Columns before what happens.
  private var start: Int {
    let ends = counting == .frames ? 2 * device + 3 : device
    return [2 + number, time, ends, topic, length].reduce(0) { $0 + ($1 > 0 ? $1 + 1 : 0) }
  }

  private var room: Int { max(0, width - start) }

  // MARK: Words

  /// What is said of a frame in the room there is: all that Wireshark says; without the ports; as many of its words as
  /// fit; in very little room the message's name.
  func says(_ line: FrameLine, name: () -> String) -> String {
    let whole = line.information
    if whole.displayWidth <= room { return whole }
    var text = whole
    if line.topic?.name == "tcp", let flags = whole.utf8.firstIndex(of: UInt8(ascii: "[")) {
      text = String(whole[flags...])
    }
    if text.displayWidth <= room { return text }
    if let echo = echo(line, name: name).first(where: { $0.displayWidth <= room }) { return echo }
    if room < 14 {
      // The protocol stands before it.
      let name = name()
      let short = name.hasPrefix(line.protocol + " ") ? String(name.dropFirst(line.protocol.count + 1)) : name
      return short.hasPrefix(line.protocol) ? text : short
    }
    if line.topic?.name != "tcp" { return text }
    while text.displayWidth > room, let blank = text.utf8.lastIndex(of: UInt8(ascii: " ")) {
      text = String(text[..<blank])
    }
    return text
  }

  /// Of echoes the number tells one from another; all of a series have the same identifier.
  /// - Returns: the same in three lengths, the longest first; none for what is no echo.
  private func echo(_ line: FrameLine, name: () -> String) -> [String] {
    let text = line.information
    guard line.topic?.name == "icmp", let start = text.firstRange(of: "seq=")?.lowerBound else { return [] }
    let sequence = text[start...].prefix { $0 != "," && $0 != " " }
    let said = text.firstRange(of: " id=").map { ["\(text[..<$0.lowerBound]) \(sequence)"] } ?? []
    return said + ["\(name()) \(sequence)", "\(name()) \(sequence.dropFirst(4))"]
  }

  // MARK: Drawing

  /// What the columns are, or in little room what the rows are, where the walk stands and how many there are.
  func drawHeads(
    at place: Int?, of total: String, sought: String?, in line: Rect, on canvas: inout Canvas
  ) {
    if time == 0 {
      let says = Texts.listHead(counting, place, of: total, sought: sought, language)
      canvas.put(says, at: line.droppingLeft(1).origin, role: .quiet, width: line.width - 1)
      return
    }
    let heads = Texts.listColumns(language)
    var cells = [String.blanks(2) + heads.number.padded(to: number - 1, alignRight: true) + " "]
    cells.append("ms".padded(to: time, alignRight: true))
    if counting == .frames {
      cells.append(heads.from.fitted(to: device) + String.blanks(3) + heads.to.fitted(to: device))
      cells.append(heads.protocol.fitted(to: topic))
    } else {
      cells.append(heads.device.fitted(to: device))
      cells.append(heads.layer.fitted(to: topic))
    }
    if length > 0 { cells.append(heads.length.padded(to: length, alignRight: true)) }
    cells.append(heads.says)
    canvas.put(cells.joined(separator: " "), at: line.origin, role: .quiet, width: line.width)
  }

  func draw(_ row: Row, in line: Rect, on canvas: inout Canvas) {
    let role: Role = row.isHere ? .strong : .text
    let number = row.isHere ? "{\(row.number)}" : "\(row.number) "
    var spans = [
      Span(row.sign), Span(row.matches ? Sign.match.text : " ", .strong),
      Span(number.padded(to: self.number, alignRight: true) + " ", role),
    ]
    if time > 0 {
      spans.append(Span(Texts.milliseconds(row.time).padded(to: time, alignRight: true) + " ", .quiet))
    }
    if row.isHidden {
      spans.append(Sign.hidden.span)
    } else {
      spans += ends(row, role) + [Span(" ")]
      if topic > 0 { spans += [Span(row.topic.fitted(to: topic), row.badge), Span(" ")] }
      if length > 0 {
        spans.append(Span(String(row.length).padded(to: length, alignRight: true) + " ", .quiet))
      }
      spans.append(Span(row.says, role))
    }
    canvas.put(spans, at: line.origin, width: line.width)
  }

  private func ends(_ row: Row, _ role: Role) -> [Span] {
    let from = Span(label(row.from), role)
    guard counting == .frames else { return [from] }
    return [from, row.isLost ? Span(" ✗ ", .wrong) : Span(" → ", role), Span(label(row.to), role)]
  }

  private func label(_ index: Int?) -> String {
    (index.map { topology.devices[$0].label } ?? Texts.you)[language].fitted(to: device)
  }
}

extension Sign {
  static let match = Sign("/", .picture, .strong, say("List: what / looks for", "목록: /로 찾는 것"))
}
