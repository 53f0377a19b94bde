import Analysis
import Documents
import Networking

/// The moments at which an expression holds.
struct Matches: Equatable, Sendable {
  /// Ascending.
  var moments: [Int]
  /// Each is a frame's first moment on a cable; else every moment counts by itself.
  var areFrames: Bool
  /// False when there are more moments than can be recorded, or read, between two keys.
  var isComplete = true
  /// Later moments were left out: an unanswered question stands before them.
  var hidesLater = false
}

/// One of the matches.
struct Match: Equatable, Sendable {
  var moment: Int
  /// Counted from 0; nil when not all are known.
  var index: Int?
  var all: Matches
}

/// What is looked for on a walk, with Wireshark's filters and with expressions.
struct Search: Component {
  /// What was looked for last, for the next match.
  private(set) var expression: Expression?
  /// Where it led to; from there another match is the same jump.
  private var found: Int?
  /// What was read for it.
  private var cache: SearchCache?

  struct Context {
    let recording: Recording
    /// The moment the walk stands at.
    let moment: Int
    /// The furthest moment that may be found.
    let reach: Int
    /// Moments by the names that a lesson gave them.
    var marks: [String: Int] = [:]
    /// It was asked for already.
    var isRecordedFurther = false
  }

  enum Request {
    case notice(LocalizedText)
    /// - Parameter isContinued: it goes on from the match before, and the way back stays that one's.
    case visit(Int, isContinued: Bool)
    /// More of the walk is recorded, as far as one key may, and the key is asked again.
    case recordFurther
    /// What the expression speaks of is selected.
    case select([String])
  }

  // MARK: Looking up

  /// The names an expression may use here. A line that is begun reads all again.
  mutating func vocabulary(in context: Context, isAnew: Bool = false) -> ExpressionScope {
    if cache == nil || isAnew { cache = SearchCache(context) }
    return cache!.vocabulary
  }

  /// What the expression finds from here; what was read is kept.
  mutating func matches(_ expression: Expression, in context: Context) -> Matches {
    useCache(context) { $0.matches(expression, upTo: context.reach) }
  }

  /// The match after or before a moment, with its place among all; nil when there is none.
  mutating func match(_ expression: Expression, _ number: Int, forward: Bool, in context: Context) -> Match? {
    let matches = matches(expression, in: context)
    var found =
      forward ? matches.moments.first { $0 > number } : matches.moments.last { $0 < number }
    if found == nil, !matches.isComplete {
      found = useCache(context) { $0.match(expression, number, forward: forward, upTo: context.reach) }
    }
    return found.map { found in
      Match(
        moment: found, index: matches.isComplete ? matches.moments.firstIndex(of: found) : nil, all: matches)
    }
  }

  private mutating func useCache<Result>(_ context: Context, _ body: (inout SearchCache) -> Result) -> Result
  {
    var cache = self.cache.flatMap { $0.reads(context.recording) ? $0 : nil } ?? SearchCache(context)
    // Taken out while it works, or it would be copied.
    self.cache = nil
    defer { self.cache = cache }
    return body(&cache)
  }

  /// What is looked for from now on, wherever it leads.
  mutating func remember(_ expression: Expression) { self.expression = expression }

  /// Goes to a match with a way back; from match to match it stays the same way back.
  mutating func go(to number: Int, of expression: Expression, in context: Context) -> [Request] {
    let isContinued = found == context.moment
    self.expression = expression
    found = number
    return [.visit(number, isContinued: isContinued), .select(expression.names)]
  }

  // MARK: Keys

  mutating func handle(_ press: Press, in context: Context) -> [Request]? {
    switch press.action {
    case .nextMatch: match(forward: true, in: context)
    case .previousMatch: match(forward: false, in: context)
    default: nil
    }
  }

  /// `n` and `p`: the match after or before where the walk stands.
  private mutating func match(forward: Bool, in context: Context) -> [Request] {
    guard let expression else { return [.notice(Texts.nothingSought)] }
    guard let match = match(expression, context.moment, forward: forward, in: context) else {
      if forward, !context.recording.isWhole, context.reach == context.recording.last {
        return [context.isRecordedFurther ? .notice(Texts.noMatchYet(expression.text)) : .recordFurther]
      }
      return [
        .notice(
          Texts.noMatch(expression.text, forward: forward, hidesLater: context.reach < context.recording.last)
        )
      ]
    }
    return go(to: match.moment, of: expression, in: context)
      + [.notice(Texts.match(match, expression.text, wrapped: false))]
  }

  static let actions = [
    Action(
      .find, ["/"], "/", in: .walk, .find, say("find", "찾기"),
      say("Find frames or moments with a Wireshark filter.", "Wireshark 필터로 프레임이나 순간을 찾습니다.")),
    Action(
      .nextMatch, ["n"], "n", in: .walk, .find, say("next match", "다음 결과"),
      say("Go to the next frame or moment that matches.", "필터에 맞는 다음 프레임이나 순간으로 갑니다.")),
    Action(
      .previousMatch, ["p", "N"], "p N", in: .walk, .find, say("previous match", "이전 결과"),
      say("Go to the previous frame or moment that matches.", "필터에 맞는 이전 프레임이나 순간으로 갑니다.")),
    Action(
      .copy, ["y"], "y", in: .walk, .find, say("copy filter, then value", "필터 복사, 다시 값"),
      say(
        "Copy the selection as a Wireshark filter; again: its value.",
        "고른 것을 Wireshark 필터로 복사합니다. 한 번 더 누르면 값을 복사합니다.")),
  ]
}

extension Action.ID {
  static let find = Action.ID("find")
  static let nextMatch = Action.ID("next-match")
  static let previousMatch = Action.ID("previous-match")
  static let copy = Action.ID("copy")
}

extension KeyHint {
  static let find = KeyHint(.find, "/", "find", "찾기")
  static let copy = KeyHint(.copy, "y", "copy", "복사")
}
