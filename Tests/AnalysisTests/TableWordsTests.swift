import Documents
import Networking
import Testing

@testable import Analysis

struct TableWordsTests {
  private func file(_ tables: String) throws -> ReferenceFile {
    try ReferenceFile.decode(Source(name: "x.yaml", text: "format: 1\ntables:\n" + tables))
  }

  private func findings(_ tables: String) -> [String] {
    do throws(DocumentError) {
      _ = try ReferenceFile.decode(Source(name: "x.yaml", text: "format: 1\ntables:\n" + tables))
      return []
    } catch { return error.findings.map { "\($0.position.line):\($0.position.column): \($0.text)" } }
  }

  private let head = """
      mac:
        title: {en: MAC table, ko: MAC 테이블}
        purpose: {en: where, ko: 어디}

    """

  @Test func whatIsMissingIsNamed() throws {
    let words = try #require(try file(head).tables["mac"])
    #expect(
      words.missing(of: .mac) == ["why it is empty", "the column address", "the column port", "the row row"])
    let arp = try #require(
      try file(
        """
          arp:
            title: {en: ARP cache, ko: ARP 캐시}
            purpose: {en: which, ko: 어느}
            columns:
              state: {title: {en: state, ko: 상태}, words: {stale: {en: old, ko: 오래됨}}}

        """
      ).tables["arp"])
    #expect(arp.missing(of: .arp).contains("the value probe of the column state"))
    #expect(!arp.missing(of: .arp).contains { $0.contains("reachable") })
  }

  @Test func whatNoTableHasIsNamed() {
    #expect(
      findings(head.replacing("mac:", with: "mc:")) == [
        "3:3: a key of \"tables\": no table is called \"mc\"; did you mean \"mac\"? "
          + "(known: \(TableDescriptor.all.map(\.id).joined(separator: ", ")))"
      ])
    #expect(
      findings(head + "    columns:\n      prt: {title: {en: port, ko: 포트}}\n") == [
        "7:7: no column is called \"prt\"; did you mean \"port\"? (known: address, port)"
      ])
    #expect(
      findings(head + "    rows:\n      row: {en: \"{{adress}} is at {{port}}\", ko: \"{{port}}\"}\n") == [
        "7:20: the table has no column \"adress\"; did you mean \"address\"? (known: address, port)"
      ])
    #expect(
      findings(head + "    rows:\n      odd: {en: \"x\", ko: \"x\"}\n") == [
        "7:7: no form of a row is called \"odd\" (known: row)"
      ])
  }

  @Test func aSentenceNamesOnlyWhatEverySuchMomentTells() {
    func findings(_ text: String) -> [String] {
      do throws(DocumentError) {
        _ = try ReferenceFile.decode(Source(name: "x.yaml", text: "format: 1\nmoments:\n" + text))
        return []
      } catch { return error.findings.map { "\($0.position.line):\($0.position.column): \($0.text)" } }
    }
    #expect(findings("  arp.miss: {en: \"{{address}}\", ko: \"{{address}}\"}\n") == [])
    #expect(
      findings("  arp.miss: {en: \"{{adress}}\", ko: \"{{address}}\"}\n") == [
        "3:21: not every arp.miss has \"adress\"; did you mean \"address\"? (known: address)"
      ])
    #expect(
      findings("  ip.drop: {en: \"x\", ko: \"x\", short: {en: \"x\", ko: \"{{address}}\"}}\n") == [
        "3:55: not every ip.drop has \"address\" (known: none)"
      ])
  }

  /// A reference that says nothing.
  private struct Silent: ReferenceTexts {
    func field(_ name: String) -> LocalizedText? { nil }
    func moment(_ moment: Moment) -> LocalizedText { LocalizedText(en: "", ko: "") }
    func short(_ moment: Moment) -> LocalizedText { LocalizedText(en: "", ko: "") }
    func sentence(of kind: MomentKind) -> LocalizedText? { nil }
    func drop(_ reason: DropReason) -> LocalizedText? { nil }
    func evidence(_ rule: OriginKind) -> LocalizedText? { nil }
    func table(_ table: TableDescriptor) -> TableWords? { nil }
  }

  @Test func withoutWordsNamesAndValuesStand() throws {
    let mac = try #require(MACAddress("00:00:5e:00:53:10"))
    var row = MarkedRow(
      values: TableRow(key: [.mac(mac)], cells: [[.mac(mac)], [.number(2)]], written: 4), age: nil)
    row.mark = .new
    let table = DeviceTable(
      device: 0, label: LocalizedText(en: "switch", ko: "스위치"), descriptor: .mac, rows: [row])
    let narration = TableNarration(Silent(), .en)
    #expect(
      narration.sentence(of: row, in: table, frame: 3)
        == "mac, new row: 00:00:5e:00:53:10, 2; learned from frame 3.")
    #expect(narration.sentence(table) == "switch, mac, 1 row.")
    #expect(narration.title(of: TableDescriptor.mac.columns[1], in: .mac) == "port")
    #expect(narration.name(changed: "mac") == "mac")
    let empty = DeviceTable(device: 0, label: table.label, descriptor: .mac)
    #expect(narration.sentence(empty) == "switch, mac, empty. No row.")
  }
}
