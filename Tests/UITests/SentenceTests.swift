import Analysis
import Documents
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

/// The sentence line at 80 columns: whatever stands there is said in whole sentences, in two rows where the second is
/// free and in one where it is not.
@Suite struct SentenceTests {
  private static let width = 79

  /// What does not fit two rows whole, and what one row would cut in the middle of a sentence.
  private func faults(_ sentences: Set<String>) -> [String] {
    sentences.sorted().filter { text in
      let line = SentenceLine(text)
      let two = line.lines(width: Self.width, rows: 2)
      let one = line.lines(width: Self.width, rows: 1)
      let isWhole = two.joined(separator: " ").sentences.count == line.text.sentences.count
      if text.hasSuffix("…") || two.count > 2 || one.count != 1 || !isWhole { return true }
      return one != [line.text] && !".?!:".contains(one[0].last ?? " ")
    }
  }

  /// Of every field, every layer, every fold and the moment itself.
  private func sentences(_ walk: WalkScreen, _ language: Language) -> Set<String> {
    let context = walk.inspectorContext
    var sentences: Set<String> = [walk.panelContext(language).words.whole(walk.scene.moment)]
    guard let unit = context.unit else { return sentences }
    for layer in unit.layers {
      sentences.insert(
        SelectionNarration.layer(layer, language) + " "
          + SelectionNarration.layerHint(isOpen: true, language))
      let index = unit.layers.firstIndex { $0.protocol.name == layer.protocol.name }!
      for node in unit.layers[index].nodes.indices {
        let place = FieldPlace(layer: index, node: node)
        let says = context.reference?.field(unit.node(place).field.name)
        sentences.insert(
          SelectionNarration.field(place, in: unit, was: context.changes.was[place], says: says, language))
      }
    }
    for height in [10, 14] {
      for row in walk.tree(height: height)?.rows ?? [] {
        guard case .fold = row.id else { continue }
        let nodes = unit.layers[row.layer].nodes
        sentences.insert(SelectionNarration.folded(row.nodes.map { nodes[$0].field.label }, language))
      }
    }
    return sentences
  }

  /// Of every row of every picture.
  private func pictureSentences(_ walk: WalkScreen, _ language: Language) -> Set<String> {
    var sentences: Set<String> = []
    for picture in Picture.offered(in: walk.pictureSource) {
      let view = picture.view(of: walk, size: Size(width: 39, height: 10), language)
      for row in 0..<view.count { if let text = view.sentence(row) { sentences.insert(text) } }
    }
    return sentences
  }

  @Test(arguments: Language.allCases)
  func everySentenceOfTheTourFits(_ language: Language) throws {
    var walk = try Fixture.tour.get()
    var sentences: Set<String> = []
    for stop in try #require(walk.lesson).stops {
      walk.jump(to: stop.moment)
      sentences.formUnion(self.sentences(walk, language))
      sentences.formUnion(pictureSentences(walk, language))
    }
    for question in try #require(walk.session).run.questions {
      for hint in question.hints { sentences.insert(Texts.hint(hint[language].string, 1, of: 2, language)) }
    }
    #expect(sentences.count > 300)
    let faults = faults(sentences)
    #expect(faults.isEmpty, "\(faults.count) of \(sentences.count):\n\(faults.joined(separator: "\n"))")
  }

  @Test(arguments: Language.allCases)
  func everySentenceOfANetworkFits(_ language: Language) throws {
    var walk = try Fixture.home.get()
    // Else every row of a list reads its message again.
    walk.branches.current.recording.findMessages(upTo: walk.recording.last)
    var sentences: Set<String> = []
    for moment in stride(from: 1, through: walk.recording.last, by: 3) {
      walk.jump(to: moment)
      sentences.formUnion(self.sentences(walk, language))
      if moment % 10 == 0 { sentences.formUnion(pictureSentences(walk, language)) }
    }
    #expect(sentences.count > 300)
    let faults = faults(sentences)
    #expect(faults.isEmpty, "\(faults.count) of \(sentences.count):\n\(faults.joined(separator: "\n"))")
  }

  @Test func aLongSentenceTakesTheFreeRowAboveIt() throws {
    var canvas = Canvas(Size(width: 20, height: 4))
    let row = Rect(x: 0, y: 2, width: 20, height: 1)
    SentenceLine("One is said. Another one too.").draw(in: row, on: &canvas)
    #expect(canvas.lines[1...2].joined(separator: "|") == " One is said.| Another one too.")
    var full = Canvas(Size(width: 20, height: 4))
    full.put("in use", at: Point(x: 1, y: 1))
    SentenceLine("One is said. Another one too.").draw(in: row, on: &full)
    #expect(full.lines[1...2].joined(separator: "|") == " in use| One is said.")
  }

  /// Under the map and the stack a reason has 22 columns, and stands there in the reader's language.
  @Test func everyReasonForADropHasAShortName() {
    for reason in DropReason.all {
      for language in Language.allCases {
        let line = Texts.dropped(reason, Fixture.loader.reference, language)
        #expect(("✗ " + line).displayWidth <= 38, "\(line)")
        #expect(line.hasPrefix(language == .en ? "dropped here: " : "여기서 버림: "))
        #expect(language == .en || !line.contains(reason.rawValue.replacing("-", with: " ")), "\(line)")
      }
    }
  }
}
