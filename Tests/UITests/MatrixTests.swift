import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

/// Every picture at random moments of all networks, in every size, language and set of signs.
@Suite struct MatrixTests {
  static let sizes = [(80, 22), (80, 24), (120, 40), (200, 60)]
  static let tooSmall = [(79, 24), (80, 21), (40, 10), (12, 4), (1, 1)]

  /// The tour at each of its stops, and the networks at moments chosen by chance.
  static func walks() throws -> [WalkScreen] {
    var walks: [WalkScreen] = []
    let tour = try Fixture.tour.get()
    for stop in try #require(tour.lesson).stops {
      var walk = tour
      walk.enter(stop)
      walks.append(walk)
    }
    var generator = Seeded(2026)
    for network in [try Fixture.home.get(), try Fixture.twoHosts.get()] {
      for _ in 0..<5 {
        var walk = network
        walk.jump(to: .random(in: 1...walk.recording.last, using: &generator))
        walks.append(walk)
      }
    }
    return walks
  }

  @Test(arguments: Language.allCases) func everyPictureFits(_ language: Language) throws {
    for walk in try Self.walks() {
      // One size a moment and picture by turns; over all moments every size meets every picture.
      for picture in Picture.all where picture.absence(in: walk) == nil {
        var shown = walk
        shown.picture.picture = picture
        shown.picture.isKept = true
        shown.focus = (walk.moment + picture.digit) % 2 == 0 ? .picture : .fields
        let size = Self.sizes[(walk.moment + picture.digit) % Self.sizes.count]
        let canvas = view(Fixture.model(shown, language, width: size.0, height: size.1))
        let label = "\(picture) at moment \(walk.moment), \(size.0)x\(size.1), \(language.rawValue)"
        #expect(canvas.lines.allSatisfy { $0.displayWidth <= size.0 }, "\(label)")
        #expect(canvas.cursor.map(canvas.bounds.contains) == true, "\(label): no cursor")
        canvas.expectWholeEdges(label)
        canvas.expectASCIIForm(label)
      }
    }
  }

  @Test(arguments: Language.allCases) func aSmallWindowSaysSoEverywhere(_ language: Language) throws {
    for walk in try Self.walks().prefix(3) {
      for size in Self.tooSmall {
        let canvas = view(Fixture.model(walk, language, width: size.0, height: size.1))
        #expect(canvas.size == Size(width: size.0, height: size.1))
        if size.0 >= 40 {
          #expect(canvas.text.contains("80 x 22"))
          #expect(canvas.text.contains("\(size.0) x \(size.1)"))
        }
      }
    }
  }

  @Test func everyPictureHasADigit() {
    #expect(Picture.all.map(\.digit) == Array(1...Picture.all.count))
    #expect(Picture.all.count <= 9)
    #expect(Texts.noSuchView.en.contains("1 to \(Picture.all.count)"))
  }

  @Test func aPictureIsOfferedOrSaysWhyNot() throws {
    for walk in try Self.walks() {
      for picture in Picture.all {
        var model = Fixture.model(walk)
        _ = update(&model, .character(Character(String(picture.digit))))
        let after = try #require(model.shownWalk)
        if picture.absence(in: walk) == nil {
          #expect(after.picture.picture == picture)
        } else {
          #expect(model.notice != nil, "\(picture) is refused without a word")
          #expect(model.notice?.text.en.hasPrefix("\(picture.digit) ") == true)
        }
      }
    }
  }
}
