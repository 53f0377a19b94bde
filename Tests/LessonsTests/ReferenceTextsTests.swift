import Analysis
import Documents
import Foundation
import Networking
import Testing

@testable import Lessons

private let library = LessonLibrary(folders: [
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("lessons").path
])

/// A page, an error page, a refusal, addresses that nobody has, a name that does not exist, pings.
private let stories = [
  ("home", "laptop: browse http://www.example.com/"), ("home", "laptop: browse http://www.example.com/no"),
  ("home", "laptop: browse http://198.51.100.11/"), ("home", "laptop: browse http://192.0.2.150/"),
  ("home", "laptop: browse http://192.168.0.1/"), ("home", "phone: browse http://no.example.com/"),
  ("home", "laptop: ping mail 3"), ("two-hosts", "laptop: browse http://10.0.0.20/"),
]

@Test(arguments: stories)
func everythingThatHappensHasItsSentence(network: String, line: String) throws {
  let path = try #require(library.networkPath(network))
  let file = try NetworkFile.decode(library.source(path))
  let script = try ScriptLine(line, in: file.world(seed: 1).devices)
  var timeline = Timeline(file.world(seed: 1, script: [script]))
  _ = timeline.extendToEnd(limit: 20_000)
  let reference = ReferenceLibrary(library)
  #expect(timeline.moments.count > 10)
  for moment in timeline.moments {
    for text in [reference.moment(moment).en, reference.moment(moment).ko] {
      #expect(!text.contains("…") && text != moment.kind.name, "\(moment.kind.name): \(text)")
    }
    if let drop = moment.drop { #expect(reference.drop(drop) != nil, "\(drop.rawValue)") }
    for evidence in moment.evidence {
      #expect(reference.evidence(evidence.rule) != nil, "\(evidence.rule.rawValue)")
    }
  }
}

@Test func everyReasonAndEveryRuleOfTCPHasItsSentence() {
  let reference = ReferenceLibrary(library)
  for drop in DropReason.tcp.all { #expect(reference.drop(drop) != nil, "\(drop.rawValue)") }
  for rule in OriginKind.tcp.all { #expect(reference.evidence(rule) != nil, "\(rule.rawValue)") }
}

@Test func everyTimerAndEveryICMPNameHasItsWord() {
  let reference = ReferenceLibrary(library)
  let types: [ICMPType] = [
    .echoReply, .destinationUnreachable, .redirect, .echoRequest, .timeExceeded, .parameterProblem,
  ]
  for value in TCPTimer.allCases.map(\.rawValue) + types.compactMap(\.name) {
    #expect(reference.word(value) != nil, "\(value)")
  }
}

@Test func aReasonIsSaidInTheReadersLanguage() throws {
  let path = try #require(library.networkPath("home"))
  let file = try NetworkFile.decode(library.source(path))
  let script = try ScriptLine("phone: browse http://no.example.com/", in: file.world(seed: 1).devices)
  var timeline = Timeline(file.world(seed: 1, script: [script]))
  _ = timeline.extendToEnd(limit: 20_000)
  let failed = try #require(timeline.moments.first { $0.kind.name == "browser.failed" })
  let text = ReferenceLibrary(library).moment(failed)
  #expect(text.en == "cannot show the page: name not found")
  #expect(text.ko == "페이지를 보여 줄 수 없습니다: 그런 이름이 없음")
}

@Test func aTextReadAloneIsTheOneOfItsWholeFile() throws {
  let reference = ReferenceLibrary(library)
  var count = 0
  for path in library.referencePaths {
    let whole = try ReferenceFile.decode(library.source(path))
    for (name, text) in whole.fields { #expect(reference.field(name) == text, "\(name)") }
    for (name, text) in whole.names {
      #expect(reference.name(of: DropReason(rawValue: name)) == text, "\(name)")
    }
    for (name, text) in whole.drops { #expect(reference.drop(DropReason(rawValue: name)) == text, "\(name)") }
    for (name, text) in whole.words { #expect(reference.word(name) == text, "\(name)") }
    for kind in MomentKind.all {
      if let sentence = whole.moments[kind.name] { #expect(reference.sentence(of: kind) == sentence.text) }
    }
    for (name, text) in whole.units { #expect(reference.text(at: "units.\(name)") == text.name, "\(name)") }
    count += whole.fields.count + whole.moments.count
  }
  #expect(count > 200)
}
