import Testing

@testable import Documents

/// Bad input gives findings, never a trap or a hang.
struct HostileInputTests {
  private static let bytes = Array(Sample.text.utf8)

  /// Decodes, and says how many findings there were.
  @discardableResult
  private func attempt(_ bytes: some Sequence<UInt8>) -> Int {
    do {
      let source = try Source(name: "f", bytes: Array(bytes))
      _ = try Document.decode(source, as: Sample.shape)
      return 0
    } catch {
      for finding in error.findings {
        #expect(finding.line >= 1 && finding.column >= 1 && !finding.text.isEmpty)
      }
      #expect(error.findings == error.findings.sorted { $0.position < $1.position })
      return error.findings.count
    }
  }

  @Test func everyPrefixDecodesOrIsExplained() {
    let counts = (0...Self.bytes.count).map { attempt(Self.bytes.prefix($0)) }
    #expect(counts.first == 1)
    #expect(counts.last == 0)
    #expect(counts.filter { $0 > 0 }.count > 400)
  }

  @Test func flippedBytesDecodeOrAreExplained() {
    var random = SplitMix64(state: 1)
    var refused = 0
    for _ in 0..<2000 {
      var bytes = Self.bytes
      for _ in 0...Int.random(in: 0...2, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
      }
      if attempt(bytes) > 0 { refused += 1 }
    }
    #expect(refused > 1000)
  }

  @Test func misplacedMarksOfYAMLDecodeOrAreExplained() {
    var random = SplitMix64(state: 2)
    let marks = [
      "\n", "  ", "\t", ":", ": ", "- ", "? ", "&a ", "*a ", "!t ", "[", "]", "{", "}", ",", "'", "\"",
      "|", ">", "#", "%", "@", "---\n", "...\n", "\\", "~", "<<: ", "eth0: 1\n", "\u{85}", "\u{FEFF}", "가",
      "\u{F0000}",
    ]
    var refused = 0
    for _ in 0..<2000 {
      var bytes = Self.bytes
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 0...3, using: &random))
        bytes.replaceSubrange(place..<end, with: marks[Int.random(in: marks.indices, using: &random)].utf8)
      }
      if attempt(bytes) > 0 { refused += 1 }
    }
    #expect(refused > 1000)
  }

  @Test(.timeLimit(.minutes(1)))
  func aFewLinesCannotStandForBillionsOfValues() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for i in 1..<30 { text += "a\(i): &a\(i) [" + String(repeating: "*a\(i - 1), ", count: 9) + "]\n" }
    #expect(
      findings(text + "? *a29\n: 1\n", as: Sample.shape)
        == "home.yaml:2:10: aliases (*a0) are not used in these files; write the value out")
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["[", "{", "{a: ", "[{a: ", "- ", "? ", "[[], ", "{? "])
  func endlessNestingIsRefused(mark: String) {
    let nested = String(repeating: mark, count: 50_000)
    #expect(findings(nested, as: Sample.shape).hasSuffix("lists and mappings are nested more than 64 deep"))
  }

  @Test func nestingIsCounted() {
    func nested(_ depth: Int) -> String {
      findings(
        "a: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth),
        as: .mapping("f") { m in
          m.ignoreOtherKeys()
          return 1
        })
    }
    #expect(nested(63) == "none")
    #expect(nested(64) == "none")
    #expect(nested(65) == "home.yaml:1:68: lists and mappings are nested more than 64 deep")
  }

  @Test func aHugeFileIsRefused() {
    #expect(
      findings(String(repeating: "# no end\n", count: 500_000), as: Sample.shape)
        == "home.yaml:1:1: this file is longer than 4 MB")
  }
}

private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
