import Analysis
import Documents
import Networking
import Terminal

extension Panel {
  /// Over bytes and words: what speaks here needs all of the room; false when it leaves the bytes in view.
  func drawTall(_ context: Context, in rect: Rect, on canvas: inout Canvas) -> Bool {
    switch mode {
    case .why(let why): WhyPanel(why: why, context: context).draw(in: rect, on: &canvas)
    case .run(let run): RunPanel(run: run, context: context).draw(in: rect, on: &canvas)
    case .hop(let hop):
      guard let diff = context.hop else { return false }
      HopPanel(diff: diff, state: hop, context: context).draw(in: rect, on: &canvas)
    case .words, .field, .checksum: return false
    }
    return true
  }

  /// In the rows of the words: the sum that is added up.
  func draw(_ context: Context, in rect: Rect, on canvas: inout Canvas) {
    guard case .checksum(let sum) = mode, let unit = context.scene.unit, let view = sum.view(in: unit) else {
      return
    }
    ChecksumPanel(sum: view, unit: unit, language: context.language).draw(in: rect, on: &canvas)
  }

  /// On tall screens: the words of the checksum that is added up; nil when there is none.
  func ledger(_ context: Context) -> ChecksumPane? {
    guard case .checksum(let sum) = mode, let unit = context.scene.unit, let view = sum.view(in: unit) else {
      return nil
    }
    return ChecksumPane(sum: view, unit: unit, language: context.language)
  }

  /// On the sentence line; nil: the panel has nothing to say there.
  func sentence(_ context: Context) -> String? {
    switch mode {
    case .words, .field: return nil
    case .run(let run):
      let moment = run.moment.flatMap {
        $0 <= context.recording.last ? context.recording.timeline.moment($0) : nil
      }
      return moment.map { context.words.whole($0) } ?? ""
    case .why: return Texts.whySentence[context.language]
    case .checksum(let sum):
      return context.scene.unit.flatMap(sum.view).map { Texts.checksumSentence($0)[context.language] }
    case .hop(let hop):
      guard let diff = context.hop else { return nil }
      guard diff.changes.indices.contains(hop.cursor) else { return context.sameAsBefore[context.language] }
      return HopNarration(diff: diff, context: context).sentence(diff.changes[hop.cursor])
    }
  }
}
