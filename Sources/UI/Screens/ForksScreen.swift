import Analysis
import Documents
import Networking
import Terminal

/// The branches of a walk, or two of them side by side.
struct ForksState: Sendable {
  /// Index of the marked branch.
  var cursor: Int
  /// The branch under the cursor beside the one it left; nil: the list.
  var comparison: Comparison?

  struct Comparison: Sendable {
    let divergence: Divergence
    var row = 0
    /// Enter goes to the right one's moment, the fork's.
    var isRight = true

    init(_ divergence: Divergence) {
      self.divergence = divergence
      row = divergence.first ?? 0
    }
  }
}

struct ForksScreen {
  let model: Model
  let walk: WalkModel
  let state: ForksState

  private var language: Language { model.language }
  private var branches: [Branch] { walk.allBranches }

  func draw(on canvas: inout Canvas) {
    var area = canvas.bounds
    TitleLine.draw(
      "\(Texts.forks[language]): \(walk.title[language])", language, in: area.cutTop(1), on: &canvas)
    area = area.droppingBottom(2)
    if let comparison = state.comparison {
      draw(comparison, in: area, on: &canvas)
      canvas.put(
        sentence(comparison), at: canvas.bounds.bottom(2).droppingLeft(1).origin, width: area.width - 2)
    } else {
      drawList(in: area.droppingTop(1), on: &canvas)
      canvas.put(
        Texts.forksSentence[language], at: canvas.bounds.bottom(2).droppingLeft(1).origin,
        width: area.width - 2)
    }
  }

  // MARK: The list

  private func drawList(in rect: Rect, on canvas: inout Canvas) {
    let rows = branches.enumerated().map { index, branch -> Row in
      let sign: Span = index == walk.branch ? Span("•", .strong) : " "
      let count = Texts.momentCount(branch.journey.last, language)
      return Row(
        sign: sign, [Span("\(index)  ".padded(to: 4)), Span(name(index), .strong)],
        trailing: [
          Span(index == 0 ? "" : Texts.leftAt(branch.moment, language) + "   ", .quiet), Span(count, .quiet),
        ], identity: Target.listed(index).identity)
    }
    Rows(rows, cursor: state.cursor, isFocused: true).draw(
      in: rect.droppingLeft(1).droppingRight(1), on: &canvas)
  }

  private func name(_ index: Int) -> String {
    branches[index].whatIf.map { Texts.whatIf($0, language) } ?? Texts.asItWas[language]
  }

  // MARK: Side by side

  private func draw(_ comparison: ForksState.Comparison, in rect: Rect, on canvas: inout Canvas) {
    let fork = branches[state.cursor]
    let original = branches[fork.parent]
    var area = rect
    for line in (Texts.outcome(comparison.divergence, fork: fork, words: words, language)).wrapped(
      to: area.width - 4
    ).prefix(3) {
      canvas.put(line, at: area.cutTop(1).droppingLeft(2).origin, role: .strong)
    }
    let width = (area.width + 1) / 2
    let left = Rect(x: area.x, y: area.y, width: width, height: area.height)
    let right = Rect(x: area.x + width - 1, y: area.y, width: area.width - width + 1, height: area.height)
    let a = Frame(title: [Span(name(fork.parent))], isFocused: !comparison.isRight).draw(
      in: left, on: &canvas)
    let b = Frame(
      title: [Span(name(state.cursor))], trailing: firstDifference(comparison), isFocused: comparison.isRight
    ).draw(in: right, on: &canvas)
    let rows = comparison.divergence.rows
    if rows.isEmpty {
      canvas.put(Texts.nothingElseDiffers[language], at: a.droppingLeft(1).origin, width: a.width - 1)
      return
    }
    let shown = Rows.window(
      count: rows.count, height: a.height, cursor: comparison.row, top: comparison.row - a.height / 2)
    for index in shown {
      let y = index - shown.lowerBound
      let row = rows[index]
      let isCursor = index == comparison.row
      let sign = index == comparison.divergence.first ? ">" : row.isSame ? " " : "~"
      put(
        row.left, of: original, sign: row.right == nil ? "-" : sign, isSame: row.isSame,
        isCursor: isCursor && !comparison.isRight, in: a.row(y), on: &canvas)
      put(
        row.right, of: fork, sign: row.left == nil ? "+" : sign, isSame: row.isSame,
        isCursor: isCursor && comparison.isRight, in: b.row(y), on: &canvas)
      canvas.identify(a.row(y), as: Target.listed(index).identity)
      canvas.identify(b.row(y), as: Target.listed(index).identity)
    }
  }

  /// `> first difference: 34`, for the row that has this sign.
  private func firstDifference(_ comparison: ForksState.Comparison) -> [Span] {
    guard let first = comparison.divergence.first,
      let number = comparison.divergence.rows[first].right ?? comparison.divergence.rows[first].left
    else { return [] }
    return [Span("\(Texts.firstDifference[language]): \(number)", .notice)]
  }

  /// The devices are the same on every branch.
  private var words: MomentText { MomentText(walk: walk, language: language) }

  private func put(
    _ number: Int?, of branch: Branch, sign: String, isSame: Bool, isCursor: Bool, in line: Rect,
    on canvas: inout Canvas
  ) {
    if let number {
      let moment = branch.journey.timeline.moment(number)
      let role: Role = moment.drop != nil ? .wrong : isSame ? .quiet : .text
      canvas.put(sign, at: line.droppingLeft(1).origin, role: isSame ? .quiet : .changed)
      let head = "\(number)".padded(to: 4, alignRight: true) + " "
      let device = words.device(moment).fitted(to: 7) + " "
      let text = (moment.drop == nil ? "" : "✗ ") + walk.reference.short(moment)[language]
      let content = line.droppingLeft(3)
      let used = canvas.put(
        [Span(head, .quiet), Span(device, isSame ? .quiet : .strong)], at: content.origin,
        width: content.width)
      canvas.put(
        text, at: Point(x: content.x + used, y: content.y), role: role, width: max(0, content.width - used))
    } else {
      canvas.put("·", at: line.droppingLeft(3).origin, role: .quiet)
    }
    if isCursor {
      canvas.put(">", at: line.origin)
      canvas.mark(line, .select)
      canvas.cursor = line.origin
    }
  }

  private func sentence(_ comparison: ForksState.Comparison) -> String {
    let rows = comparison.divergence.rows
    guard rows.indices.contains(comparison.row) else { return Texts.compareSentence[language] }
    let fork = branches[state.cursor]
    let row = rows[comparison.row]
    let branch = comparison.isRight ? fork : branches[fork.parent]
    guard let number = comparison.isRight ? row.right : row.left else {
      return Texts.compareSentence[language]
    }
    return words.whole(branch.journey.timeline.moment(number))
  }
}

// MARK: Keys

extension Model {
  /// The list of forks over the walk.
  mutating func openForks() {
    guard case .walk(let walk) = top else { return say(Texts.noForks) }
    guard walk.branches.count > 1 else { return say(Texts.noForks) }
    var state = ForksState(cursor: walk.branch)
    // On a fork the question is what became of it.
    if walk.isOnFork { state.comparison = walk.comparison(of: walk.branch) }
    screens.append(.forks(state))
  }

  mutating func forks(_ state: ForksState, _ action: Action.ID) -> Effect {
    guard screens.count > 1, case .walk(var walk) = screens[screens.count - 2] else { return .none }
    var state = state
    if var comparison = state.comparison {
      let rows = comparison.divergence.rows
      switch action {
      case .open:
        guard rows.indices.contains(comparison.row) else { return .none }
        let row = rows[comparison.row]
        // The marked side, or the one that has the moment.
        let isRight = comparison.isRight ? row.right != nil : row.left == nil
        let branch = isRight ? state.cursor : walk.allBranches[state.cursor].parent
        guard let number = isRight ? row.right : row.left else { return .none }
        screens.removeLast()
        walk.change(to: branch, at: number)
        screens[screens.count - 1] = .walk(walk)
        return .none
      case .nextPane, .previousPane, .enterListed: comparison.isRight.toggle()
      case .back, .leaveListed:
        state.comparison = nil
        screens[screens.count - 1] = .forks(state)
        return .none
      default:
        if !rows.isEmpty {
          comparison.row = WalkModel.moved(comparison.row, action, count: rows.count, page: size.height - 8)
        }
      }
      state.comparison = comparison
    } else {
      switch action {
      case .open:
        screens.removeLast()
        walk.change(to: state.cursor)
        screens[screens.count - 1] = .walk(walk)
        return .none
      case .enterListed, .nextPane, .previousPane: state.comparison = walk.comparison(of: state.cursor)
      case .back, .leaveListed:
        screens.removeLast()
        return .none
      default:
        state.cursor = WalkModel.moved(state.cursor, action, count: walk.branches.count, page: 10)
      }
    }
    screens[screens.count - 1] = .forks(state)
    return .none
  }
}

extension WalkModel {
  /// A fork beside the branch it left; nil for the first, which left none.
  func comparison(of index: Int) -> ForksState.Comparison? {
    let all = allBranches
    guard all.indices.contains(index), index > 0 else { return nil }
    return ForksState.Comparison(
      Divergence(original: all[all[index].parent].journey.timeline, fork: all[index].journey.timeline))
  }
}
