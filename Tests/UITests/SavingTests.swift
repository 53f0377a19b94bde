import Analysis
import Documents
import Foundation
import Networking
import Terminal
import Testing

@testable import UI

/// Saving from inside: what is written, under which name, and what is said when it cannot be.
@Suite struct SavingTests {
  private func model(_ command: String, keys way: String = "] ] ] ]") throws -> Model {
    var model = try Fixture.plainModel(.en)
    try model.press(keys(way))
    _ = update(&model, ":")
    _ = update(&model, .paste(command))
    _ = update(&model, .enter)
    return model
  }

  private func file(_ model: Model, name: String? = nil) throws -> SaveRequest {
    var model = model
    if let name {
      _ = update(&model, .control("u"))
      _ = update(&model, .paste(name))
    }
    let effectfile = update(&model, .enter)
    guard let file = model.file(from: effectfile) else { throw Missing() }
    return file
  }

  private struct Missing: Error {}

  private struct Bytes: CaptureSource {
    var bytes: [UInt8]
    mutating func read(atMost count: Int) throws(CaptureError) -> [UInt8] {
      let piece = Array(bytes.prefix(count))
      bytes.removeFirst(piece.count)
      return piece
    }
  }

  // MARK: What is written

  @Test func aCaptureHoldsTheFramesSeenSoFar() throws {
    // Of four frames the laptop's cable has carried the request, going out, and the switch has the answer.
    let seen = try file(try model("save capture laptop"))
    #expect(seen.path == "laptop.pcapng")
    var reader = try CaptureReader(Bytes(bytes: seen.bytes))
    var frames: [CapturedFrame] = []
    while let frame = try reader.next() { frames.append(frame) }
    #expect(frames.count == 1)
    #expect(frames.first?.bytes.count == 60)
    #expect(frames.first?.interface?.name == "laptop.eth0")
  }

  @Test func atTheEndItIsWhatRunWrites() throws {
    let model = try model("save capture laptop", keys: "→ → → → → → → → → → → → → → → → → → → →")
    let walk = try #require(model.shownWalk)
    #expect(walk.position.furthest < walk.recording.last)
    var whole = model
    guard var last = whole.top as? WalkScreen else { return }
    last.branches.current.position.furthest = last.recording.last
    whole.screens = [last]
    let timeline = last.recording.timeline
    let point = try #require(timeline.front.capturePort(of: 0))
    #expect(
      try file(whole).bytes == timeline.capture(at: point, upTo: timeline.moments.count, .pcapng))
    #expect(
      try file(whole, name: "x.pcap").bytes
        == timeline.capture(at: point, upTo: timeline.moments.count, .pcap))
  }

  @Test func anotherDeviceIsChosenInTheList() throws {
    var model = try model("save capture")
    try model.press([.down, .down, .enter])
    #expect(model.prompt?.line.string == "printer.pcapng")
    #expect(view(model).lines[15].contains("• print"))
    let saved = try file(model)
    #expect(saved.path == "printer.pcapng")
  }

  // MARK: The name that is offered

  /// It is selected: what is typed takes its place, as in file dialogs; ← → keep it to be edited.
  @Test(
    arguments: [
      ([.character("a"), "b"], "ab"), ([.paste("x.pcap")], "x.pcap"), ([.backspace], ""),
      ([.delete, "a"], "a"),
      ([.left, .left, .left, .left, .left, .left, .left, "2"], "laptop2.pcapng"),
      ([.end, "x"], "laptop.pcapngx"),
      ([.home, "x"], "xlaptop.pcapng"), ([.right, .backspace], "laptop.pcapn"), ([.down, .enter, "a"], "a"),
      ([.down, .enter], "laptop.pcapng"), ([.control("u"), "a"], "a"),
    ] as [([Key], String)])
  func whatIsTypedTakesThePlaceOfTheNameThatIsOffered(_ keys: [Key], _ name: String) throws {
    var model = try model("save capture laptop")
    #expect(model.prompt?.line.string == "laptop.pcapng")
    for key in keys { _ = update(&model, key) }
    #expect(model.prompt?.line.string == name)
  }

  @Test func theOfferedNameIsSelectedUntilAKeyChangesIt() throws {
    for command in ["save capture laptop", "save screen as text", "save ladder", "svg"] {
      var model = try model(command)
      let name = try #require(model.prompt?.line.string)
      func selected(_ model: Model) -> Int {
        let rows = view(model).roleText.split(separator: "\n", omittingEmptySubsequences: false)
        return rows[PromptPanel.place(model.size).y + 1].count { $0 == "S" }
      }
      #expect(selected(model) == name.count, "\(command)\n\(view(model).text)")
      _ = update(&model, .left)
      #expect(selected(model) == 0 && model.prompt?.line.string == name)
    }
  }

  @Test func theScreenIsSavedWithoutTheLine() throws {
    var plain = try Fixture.plainModel(.en)
    try plain.press(keys("] ] ] ]"))
    let shown = view(plain)
    #expect(try file(try model("save screen as text")).bytes == Array((shown.text + "\n").utf8))
    let drawing = try file(try model("save screen as svg"))
    #expect(drawing.path == "screen.svg")
    #expect(String(decoding: drawing.bytes, as: UTF8.self).hasPrefix("<"))
    #expect(String(decoding: drawing.bytes, as: UTF8.self).contains("Two hosts, moment 20"))
  }

  @Test func theLadderIsSavedWithAllDevicesAndMessagesSoFar() throws {
    let text = String(decoding: try file(try model("save ladder")).bytes, as: UTF8.self)
    #expect(text.contains("ARP?"))
    #expect(text.split(separator: "\n").count >= 3)
    for device in ["laptop", "print"] { #expect(text.contains(device)) }
    #expect(!text.contains("ping"))
  }

  // MARK: What can go wrong

  @Test func aFileThatIsThereIsReplacedOnlyWhenAskedAgain() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var model = try model("save screen as text")
    func enter() -> SaveRequest.Result? {
      let effectfile = update(&model, .enter)
      guard let file = model.file(from: effectfile) else { return nil }
      let result = file.write()
      model.saved(file, result)
      return result
    }
    _ = update(&model, .control("u"))
    _ = update(&model, .paste(folder + "/a.txt"))
    #expect(enter() == .done)
    #expect(model.prompt == nil)
    #expect(model.notice?.text.en.hasPrefix("Saved: ") == true)
    let first = try String(contentsOfFile: folder + "/a.txt", encoding: .utf8)
    #expect(first.contains("Two hosts"))

    try model.press(keys("← ←"))
    _ = update(&model, ":")
    _ = update(&model, .paste("save screen as text"))
    _ = update(&model, .enter)
    _ = update(&model, .control("u"))
    _ = update(&model, .paste(folder + "/a.txt"))
    #expect(enter() == .exists)
    #expect(model.prompt?.reading.remark?.text.contains("already exists") == true)
    #expect(try String(contentsOfFile: folder + "/a.txt", encoding: .utf8) == first)
    // Another name is asked about again.
    _ = update(&model, .backspace)
    #expect(enter() == .done)

    for (name, says) in [("/nowhere/x", "no such folder"), ("/b/", "no such folder"), ("", "it is a folder")]
    {
      _ = update(&model, ":")
      _ = update(&model, .paste("save screen as text"))
      _ = update(&model, .enter)
      _ = update(&model, .control("u"))
      _ = update(&model, .paste(folder + name))
      guard case .failed(let reason)? = enter() else {
        Issue.record("\(name) was written")
        continue
      }
      #expect(reason.en.contains(says) || reason.en.contains("folder"), "\(name): \(reason.en)")
      #expect(model.prompt != nil, "\(name): the line stays")
      _ = update(&model, .escape)
    }
  }

  @Test func enteredTwiceTheFileIsReplaced() throws {
    var model = try model("save screen as text")
    let effectfirst = update(&model, .enter)
    guard let first = model.file(from: effectfirst) else { throw Missing() }
    #expect(!first.replaces)
    model.saved(first, .exists)
    let effectsecond = update(&model, .enter)
    guard let second = model.file(from: effectsecond) else { throw Missing() }
    #expect(second.replaces)
    model.saved(second, .failed(LocalizedText(en: "it is full", ko: "가득 찼습니다")))
    #expect(view(model).lines[22] == " ✗ Cannot save screen.txt: it is full.")
  }

  @Test func aFullDiskAndAPipeWithoutReaderAreSaid() {
    let bytes: [UInt8] = Array(repeating: 1, count: 10)
    let full = SaveRequest(path: "/dev/full", bytes: bytes, replaces: true).write()
    #expect(full == .failed(LocalizedText(en: "there is no space left", ko: "남은 공간이 없습니다")))
    #expect(SaveRequest(path: "a\u{0}b", bytes: bytes).write() != .done)
    #expect(SaveRequest(path: String(repeating: "x", count: 5000), bytes: bytes).write() != .done)
  }

  @Test func theTildeIsTheHomeFolder() {
    #expect(SaveRequest.expanded("~/x.txt", home: "/home/me") == "/home/me/x.txt")
    #expect(SaveRequest.expanded("~other/x", home: "/home/me") == "~other/x")
    #expect(SaveRequest.expanded("a~/x", home: "/home/me") == "a~/x")
    #expect(SaveRequest.expanded("~/x", home: nil) == "~/x")
  }

  @Test func aFileNeedsAName() throws {
    var model = try model("save screen as text")
    _ = update(&model, .control("u"))
    #expect(update(&model, .enter) == .none)
    #expect(view(model).lines[22] == " A file needs a name.")
  }
}

extension Model {
  /// The file that is written after a key.
  fileprivate func file(from effect: Effect) -> SaveRequest? {
    switch effect {
    case .save(let file): file
    case .saveScreen(let drawing): file(drawing)
    default: nil
    }
  }
}
