import Analysis
import Documents
import Networking
import Terminal

/// The rows of the fields pane, as they are drawn.
struct FieldTreePane {
  let dissection: Dissection
  let tree: FieldTree
  let changes: PDUChanges
  let lit: Set<FieldPlace>
  /// Fields whose values are not shown: they would answer a question.
  let masked: Set<FieldPlace>
  /// Lengths of layers that are not.
  let maskedLengths: Set<Int>
  /// Fields that are filled in.
  var blanks: [FieldPlace: Blank] = [:]
  let language: Language
  /// Columns inside the edges.
  let width: Int

  /// Where values begin: column 21, wider panes a little further right.
  private var valueColumn: Int { width < 50 ? 21 : width < 80 ? 23 : 30 }
  /// Where filter names begin; nil when there is no room for them.
  private var nameColumn: Int? { width < 60 ? nil : width < 80 ? width - 22 : width - 30 }

  func rows() -> [Row] {
    tree.rows.enumerated().map { index, row in
      var row = self.row(row)
      row.identity = ClickTarget.field(index).identity
      return row
    }
  }

  private func row(_ row: FieldTree.Row) -> Row {
    switch row.id {
    case .layer: head(row)
    case .field: field(row)
    case .fold: fold(row)
    }
  }

  private func head(_ row: FieldTree.Row) -> Row {
    let layer = dissection.layers[row.layer]
    let count = layer.size(in: dissection)
    let size = maskedLengths.contains(count) ? Sign.hidden.text : Texts.bytes(count, language)
    let room = width - 3 - size.displayWidth - 1
    let descriptor = layer.protocol
    let full = descriptor.title
    let isOpen = row.isOpen == true
    let name: String
    if isOpen, full.displayWidth <= room {
      name = full
    } else {
      let short = "\(descriptor.name == "ip" ? "IPv4" : descriptor.short)"
      // What is masked would stand there once more.
      let isHidden =
        masked.contains { $0.layer == row.layer } || blanks.keys.contains { $0.layer == row.layer }
      let summary = isHidden ? "" : layer.summary
      name = summary.isEmpty ? short : "\(short)  \(summary)"
    }
    let isNew = changes.addedLayers.contains(row.layer)
    let text = Span((isOpen ? "▾" : "▸") + name.truncated(to: room), isNew ? .changed : .strong)
    return Row(sign: isNew ? Sign.added.span : " ", [text], trailing: [Span(size, .quiet)])
  }

  private func field(_ row: FieldTree.Row) -> Row {
    let place = FieldPlace(layer: row.layer, node: row.nodes[0])
    let node = dissection.node(place)
    let role = role(place)
    let indent = String.blanks(row.depth - 1)
    let mark = row.isOpen.map { $0 ? "▾" : "▸" } ?? ""
    let signs = Sign.of(place, lit: lit, changes)
    return Row(
      sign: signs.first?.span ?? " ",
      line(
        indent + mark + node.field.label, value(place, node),
        name: node.field.name, place, role,
        second: signs.dropFirst().first?.span ?? " ")
    )
  }

  private func value(_ place: FieldPlace, _ node: FieldNode) -> String {
    if let blank = blanks[place] { return blank.shown(in: node) }
    return masked.contains(place) ? Sign.hidden.text : node.shownText
  }

  /// Label, value and what else there is room for. A long label pushes the value to the right, a long value the
  /// label to the left; then the label is cut.
  /// - Parameter second: the sign for which the gutter has no room any more; it stands before the value.
  private func line(
    _ label: String, _ value: String, name: String, _ place: FieldPlace, _ role: Role, second: Span
  ) -> [Span] {
    let room = width - 2
    let preferred = valueColumn - 2
    let was =
      masked.contains(place) || blanks[place] != nil
      ? ""
      : changes.was[place].map { "  " + SelectionNarration.was(shortened($0, against: value), language) }
        ?? ""
    let text = value
    let least = min(label.displayWidth, max(8, room - text.displayWidth - 1))
    var start = max(preferred, min(label.displayWidth + 1, room - text.displayWidth))
    if start + text.displayWidth > room { start = max(least + 1, room - text.displayWidth) }
    var spans = [
      Span(label.fitted(to: start - 1), role), second, Span(text.truncated(to: room - start), role),
    ]
    var used = start + min(text.displayWidth, room - start)
    if !was.isEmpty, used + was.displayWidth <= room {
      spans.append(Span(was, .changed))
      used += was.displayWidth
    }
    if let column = nameColumn.map({ $0 - 2 }), used + 2 <= column {
      spans.append(Span(String.blanks(column - used), .text))
      spans.append(Span(name.truncated(to: room - column), .quiet))
    }
    return spans
  }

  private func fold(_ row: FieldTree.Row) -> Row {
    let nodes = dissection.layers[row.layer].nodes
    let indent = String.blanks(row.depth - 1)
    let title = indent + "▸" + Texts.fields(row.nodes.count, language)
    let start = valueColumn - 2
    let room = width - 2 - start
    let labels = row.nodes.map { nodes[$0].field.label }
    return Row([
      Span(title.fitted(to: start - 1) + " ", .quiet),
      Span(FieldTreePane.summary(of: labels, in: room), .quiet),
    ])
  }

  /// `Type, Padding`, or `Hardware … Opcode`.
  static func summary(of labels: [String], in room: Int) -> String {
    let all = labels.joined(separator: ", ")
    if all.displayWidth <= room { return all }
    guard let first = labels.first, let last = labels.last else { return "" }
    for start in [first, String(first.prefix { $0 != " " })] {
      for end in [last, String(last.prefix { $0 != " " })] {
        let text = "\(start) … \(end)"
        if text.displayWidth <= room { return text }
      }
    }
    return "\(first.prefix { $0 != " " }) …".truncated(to: room)
  }

  private func role(_ place: FieldPlace) -> Role {
    if lit.contains(place) { return .lit }
    if changes.fields.contains(place) { return .changed }
    return lit.isEmpty ? .text : .quiet
  }
}

extension Sign {
  static let lit = Sign("•", .margin, .lit, say("the text speaks of it", "설명이 말하는 것"))
  static let added = Sign("+", .margin, .changed, say("new by this step", "이번에 새로 생김"))
  static let changed = Sign("~", .margin, .changed, say("changed by this step", "이번에 바뀜"))
  static let computed = Sign("=", .margin, .text, say("computed, not sent", "계산한 값(보내지 않음)"))
  static let hidden = Sign(
    HiddenText.sign, .around, .quiet, say("hidden: a question asks for it", "가림: 질문이 묻는 것"))

  /// The signs beside a field: none hides another.
  static func of(_ place: FieldPlace, lit: Set<FieldPlace>, _ changes: PDUChanges) -> [Sign] {
    let change: Sign? =
      changes.was[place] != nil ? .changed : changes.added.contains(place) ? .added : nil
    return (lit.contains(place) ? [.lit] : []) + (change.map { [$0] } ?? [])
  }
}

/// `00:00:5e:00:53:02` against `00:00:5e:00:53:10` is `…53:02`: of what was, as much as tells it apart.
func shortened(_ old: String, against new: String) -> String {
  guard old.utf8.count == 17, old.utf8.count == new.utf8.count, old.contains(":") else { return old }
  let groups = old.split(separator: ":")
  let others = new.split(separator: ":")
  guard groups.count == 6, others.count == 6 else { return old }
  let same = zip(groups, others).prefix { $0 == $1 }.count
  return same < 2 ? old : "…" + groups[min(same, 4)...].joined(separator: ":")
}

extension Dissection.Layer {
  /// Bytes it takes in its unit, a trailer included.
  func size(in dissection: Dissection) -> Int { bytes.count }
}

extension FieldNode {
  /// Its value; with `=` in front when it was computed and does not stand on the wire.
  var shownText: String { field.isGenerated && !text.isEmpty ? Sign.computed.text + " " + text : text }
}
