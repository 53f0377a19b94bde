import Analysis
import Documents
import Networking
import Terminal

/// The branches of a walk, or two of them side by side.
struct ForksScreen: Screen {
  /// Index of the marked branch.
  var cursor: Int
  /// The branch under the cursor beside the one it left; nil: the list.
  var comparison: ForkComparison?

  static let scopeSets: [[Action.Scope]] = [[.list, .everywhere]]
  let isCover = true

  init(_ branches: Branches) {
    cursor = branches.index
    // On a fork the question is what became of it.
    if branches.isOnFork { comparison = branches.comparison(of: branches.index) }
  }

  static func opened(by action: Action.ID, over walk: WalkScreen) -> Outcome? {
    // On a fork the runs come first, and the hops are a Tab away.
    let isAsked = action == .forks || action == .compare && walk.branches.isOnFork && !walk.panel.hasKeys
    guard isAsked else { return nil }
    // Beside the run of an answer stands what is right.
    if walk.openQuestion != nil { return .notice(Texts.answerFirst) }
    return walk.branches.all.count > 1 ? .push(ForksScreen(walk.branches)) : .notice(Texts.noForks)
  }

  func activeKeys(in surroundings: Surroundings) -> ActiveKeys {
    ActiveKeys(
      scopes: [.list, .everywhere],
      hints: [
        KeyHint(.down, "↑↓", "choose", "고르기"), KeyHint(.open, "Enter", "go there", "거기로"),
      ]
        + (comparison == nil
          ? [KeyHint(.enterListed, "→", "compare", "비교")]
          : [KeyHint(.enterListed, "→ ←", "side", "쪽"), KeyHint(.nextPane, "Tab", "hops", "홉")])
        + [KeyHint(.back, "Esc", "back", "뒤로")], fixed: [.keys, KeyHint(.leave, "q", "close", "닫기")],
      helpTitle: ActiveKeys.walkHelp)
  }

  // MARK: Keys

  mutating func handle(_ press: Press, in surroundings: Surroundings) -> Outcome {
    guard let branches = surroundings.walk?.branches else { return .close }
    if comparison != nil { return handleInComparison(press, branches, surroundings.size) }
    switch press.action {
    case .open:
      // The first click marks a line, the second opens it.
      if case .listed(let row)? = press.target, row != cursor {
        cursor = row
        return .done
      }
      return .walk(branch: cursor, moment: nil)
    case .enterListed, .nextPane, .previousPane: comparison = branches.comparison(of: cursor)
    case .back, .leaveListed: return .close
    default: cursor = Movement.moved(cursor, press.action, count: branches.all.count, page: 10)
    }
    return .done
  }

  private mutating func handleInComparison(_ press: Press, _ branches: Branches, _ size: Size) -> Outcome {
    guard var comparison else { return .done }
    let rows = comparison.divergence.rows
    switch press.action {
    case .open:
      if case .listed(let row)? = press.target, row != comparison.row {
        comparison.row = row
        break
      }
      guard rows.indices.contains(comparison.row) else { return .done }
      let row = rows[comparison.row]
      // The marked side, or the one that has the moment.
      let isRight = comparison.isRight ? row.right != nil : row.left == nil
      guard let number = isRight ? row.right : row.left else { return .done }
      return .walk(branch: isRight ? cursor : branches.all[cursor].parent, moment: number)
    case .nextPane, .previousPane: return .hops
    case .enterListed: comparison.isRight = true
    case .leaveListed where comparison.isRight: comparison.isRight = false
    case .back, .leaveListed:
      self.comparison = nil
      return .done
    default:
      if !rows.isEmpty {
        comparison.row = Movement.moved(
          comparison.row, press.action, count: rows.count, page: size.height - 8)
      }
    }
    self.comparison = comparison
    return .done
  }

  func draw(_ surroundings: Surroundings, on canvas: inout Canvas) {
    guard let walk = surroundings.walk else { return }
    ForksDrawing(walk: walk, state: self, language: surroundings.language).draw(on: &canvas)
  }
}

/// A fork beside the branch it left.
struct ForkComparison: Sendable {
  /// Both recorded to their ends, further than anybody has looked.
  let original: Timeline
  let fork: Timeline
  let divergence: Divergence
  var row = 0
  /// Enter goes to the right one's moment, the fork's.
  var isRight = true

  init(original: Timeline, fork: Timeline) {
    self.original = original
    self.fork = fork
    divergence = Divergence(original: original, fork: fork)
    row = divergence.first ?? 0
  }
}

private struct ForksDrawing {
  let walk: WalkScreen
  let state: ForksScreen
  let language: Language

  private var branches: [Branch] { walk.branches.all }

  func draw(on canvas: inout Canvas) {
    var area = canvas.bounds
    TitleLine.draw(
      "\(Texts.forks[language]): \(walk.subject.title[language])", language, in: area.cutTop(1), on: &canvas)
    area = area.droppingBottom(2)
    if let comparison = state.comparison {
      draw(comparison, in: area, on: &canvas)
      SentenceLine(sentence(comparison)).draw(in: canvas.bounds.bottom(2).top(1), on: &canvas)
    } else {
      drawList(in: area.droppingTop(1), on: &canvas)
      SentenceLine(Texts.forksSentence[language]).draw(in: canvas.bounds.bottom(2).top(1), on: &canvas)
    }
  }

  // MARK: The list

  private func drawList(in rect: Rect, on canvas: inout Canvas) {
    let rows = branches.enumerated().map { index, branch -> Row in
      let sign: Span = index == walk.branches.index ? Span("•", .strong) : " "
      let count = Texts.momentCount(branch.recording.total, language)
      return Row(
        sign: sign, [Span("\(index)  ".padded(to: 4)), Span(name(index), .strong)],
        trailing: [
          Span(index == 0 ? "" : Texts.leftAt(branch.moment, language) + "   ", .quiet), Span(count, .quiet),
        ], identity: ClickTarget.listed(index).identity)
    }
    Rows(rows, cursor: state.cursor, isFocused: true).draw(
      in: rect.droppingLeft(1).droppingRight(1), on: &canvas)
  }

  private func name(_ index: Int) -> String { walk.name(ofBranch: index, language) }

  // MARK: Side by side

  private func draw(_ comparison: ForkComparison, in rect: Rect, on canvas: inout Canvas) {
    let fork = branches[state.cursor]
    var area = rect
    for line in words.outcome(comparison.divergence, fork: comparison.fork).wrapped(
      to: area.width - 4
    ).prefix(3) {
      canvas.put(line, at: area.cutTop(1).droppingLeft(2).origin, role: .strong)
    }
    let width = (area.width + 1) / 2
    let left = Rect(x: area.x, y: area.y, width: width, height: area.height)
    let right = Rect(x: area.x + width - 1, y: area.y, width: area.width - width + 1, height: area.height)
    let a = PaneBorder(title: [Span(name(fork.parent))], isFocused: !comparison.isRight).draw(
      in: left, on: &canvas)
    let b = PaneBorder(
      title: [Span(name(state.cursor))], trailing: firstDifference(comparison), isFocused: comparison.isRight
    ).draw(in: right, on: &canvas)
    let rows = comparison.divergence.rows
    if rows.isEmpty {
      canvas.put(Texts.nothingElseDiffers[language], at: a.droppingLeft(1).origin, width: a.width - 1)
      return
    }
    var y = 0
    for (index, lines) in shown(comparison, width: min(a.width, b.width), height: a.height) {
      let row = rows[index]
      let isCursor = index == comparison.row
      let sign = index == comparison.divergence.first ? ">" : row.isSame ? " " : "~"
      let (one, other) = (a.row(y).withHeight(lines), b.row(y).withHeight(lines))
      put(
        row.left, of: comparison.original, sign: row.right == nil ? "-" : sign, isSame: row.isSame,
        isCursor: isCursor && !comparison.isRight, in: one, on: &canvas)
      put(
        row.right, of: comparison.fork, sign: row.left == nil ? "+" : sign, isSame: row.isSame,
        isCursor: isCursor && comparison.isRight, in: other, on: &canvas)
      canvas.identify(one, as: ClickTarget.listed(index).identity)
      canvas.identify(other, as: ClickTarget.listed(index).identity)
      y += lines
    }
  }

  /// The rows around the cursor that there is room for, with the lines that the longer side of each takes.
  private func shown(
    _ comparison: ForkComparison, width: Int, height: Int
  ) -> [(index: Int, lines: Int)] {
    let rows = comparison.divergence.rows
    func lines(_ index: Int) -> Int {
      let row = rows[index]
      let left = row.left.map { told($0, of: comparison.original, width: width).count } ?? 1
      return max(left, row.right.map { told($0, of: comparison.fork, width: width).count } ?? 1)
    }
    var chosen = [(comparison.row, min(height, lines(comparison.row)))]
    var room = height - chosen[0].1
    var (up, down) = (comparison.row - 1, comparison.row + 1)
    var isUp = true
    while room > 0, up >= 0 || down < rows.count {
      // By turns, as far as there is one.
      let takesUp = up >= 0 && (isUp || down >= rows.count)
      let index = takesUp ? up : down
      let needed = lines(index)
      if needed > room { break }
      room -= needed
      if takesUp {
        chosen.insert((index, needed), at: 0)
        up -= 1
      } else {
        chosen.append((index, needed))
        down += 1
      }
      isUp.toggle()
    }
    return chosen
  }

  /// What a moment says, whole, in lines beside its number and device.
  private func told(_ number: Int, of timeline: Timeline, width: Int) -> [String] {
    let moment = timeline.moment(number)
    let text = (moment.drop == nil ? "" : "✗ ") + walk.subject.reference.short(moment)[language]
    return text.wrapped(to: max(10, width - ForksDrawing.head))
  }

  /// Columns before what a moment says: the gutter, its number, its device.
  private static let head = 3 + 5 + 8

  /// `> first difference: 34`, for the row that has this sign.
  private func firstDifference(_ comparison: ForkComparison) -> [Span] {
    guard let first = comparison.divergence.first,
      let number = comparison.divergence.rows[first].right ?? comparison.divergence.rows[first].left
    else { return [] }
    return [Span("\(Texts.firstDifference[language]): \(number)", .notice)]
  }

  /// The devices are the same on every branch.
  private var words: MomentNarration { walk.panelContext(language).words }

  private func put(
    _ number: Int?, of timeline: Timeline, sign: String, isSame: Bool, isCursor: Bool, in line: Rect,
    on canvas: inout Canvas
  ) {
    if let number {
      let moment = timeline.moment(number)
      let role: Role = moment.drop != nil ? .wrong : isSame ? .quiet : .text
      canvas.put(sign, at: line.droppingLeft(1).origin, role: isSame ? .quiet : .changed)
      let head = "\(number)".padded(to: 4, alignRight: true) + " "
      let device = words.device(moment).fitted(to: 7) + " "
      canvas.put(
        [Span(head, .quiet), Span(device, isSame ? .quiet : .strong)], at: line.droppingLeft(3).origin,
        width: line.width - 3)
      for (row, text) in told(number, of: timeline, width: line.width).prefix(line.height).enumerated() {
        canvas.put(text, at: line.row(row).droppingLeft(ForksDrawing.head).origin, role: role)
      }
    } else {
      canvas.put("·", at: line.droppingLeft(3).origin, role: .quiet)
    }
    if isCursor {
      canvas.put(">", at: line.origin)
      canvas.mark(line, .select)
      canvas.cursor = line.origin
    }
  }

  private func sentence(_ comparison: ForkComparison) -> String {
    let rows = comparison.divergence.rows
    guard rows.indices.contains(comparison.row) else { return Texts.compareSentence[language] }
    let row = rows[comparison.row]
    let timeline = comparison.isRight ? comparison.fork : comparison.original
    guard let number = comparison.isRight ? row.right : row.left else {
      return Texts.compareSentence[language]
    }
    return words.whole(timeline.moment(number))
  }
}

extension Rect {
  fileprivate func withHeight(_ height: Int) -> Rect {
    Rect(x: x, y: y, width: width, height: height)
  }
}
