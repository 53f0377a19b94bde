import Analysis
import Documents
import Networking
import Terminal

@testable import UI

/// Texts that do not change when the reference is edited.
struct PlainReference: ReferenceTexts {
  func field(_ name: String) -> LocalizedText? {
    LocalizedText(en: "What \(name) is for.", ko: "\(name)의 쓰임.")
  }
  func moment(_ moment: Moment) -> LocalizedText {
    LocalizedText(en: "did \(moment.kind.name)", ko: "\(moment.kind.name)")
  }
  func short(_ moment: Moment) -> LocalizedText { self.moment(moment) }
  func sentence(of kind: MomentKind) -> LocalizedText? {
    LocalizedText(en: "does {what} by \(kind.name)", ko: "\(kind.name), {what}")
  }
  func drop(_ reason: DropReason) -> LocalizedText? {
    LocalizedText(en: reason.rawValue, ko: reason.rawValue)
  }
  func evidence(_ rule: OriginKind) -> LocalizedText? {
    LocalizedText(en: "By \(rule.rawValue).", ko: "\(rule.rawValue).")
  }
  func table(_ table: TableDescriptor) -> TableWords? { Fixture.loader.reference.table(table) }
}

extension Fixture {
  /// Two hosts on a switch, with plain texts.
  static func plainModel(_ language: Language, width: Int = 80, height: Int = 24) throws -> Model {
    let walk = try twoHosts.get()
    let plain = WalkScreen(
      walk.recording,
      WalkDescription(title: LocalizedText(en: "Two hosts", ko: "호스트 둘"), reference: PlainReference()))
    return Model(
      language: language, size: Size(width: width, height: height), library: Library(), walk: plain)
  }

  static let plainLibrary = Library(
    lessons: [
      .init(
        id: "tour", title: LocalizedText(en: "Tour: the whole way", ko: "둘러보기: 전체 여정"), stops: 12, minutes: 10
      )
    ],
    networks: [
      .init(id: "home", title: LocalizedText(en: "A home", ko: "집")),
      .init(id: "two-hosts", title: LocalizedText(en: "Two hosts", ko: "호스트 둘")),
    ])
}
