import Documents

/// What a network's file calls things: whether it fits where it is shown.
struct NetworkNames {
  let measure: WrappedRowCount

  func findings(_ document: Document) -> [Finding] {
    let root = document.root
    let labels = root["devices"]?.entries?.compactMap { $0.value["label"] } ?? []
    let titles = [root["title"]] + (root["faults"]?.entries?.map { $0.value["title"] } ?? [])
    return findings(titles.compactMap(\.self), .heading) + findings(labels, .device)
  }

  private func findings(_ texts: [DocumentNode], _ budget: TextBudget) -> [Finding] {
    texts.flatMap { budget.findings($0, measure) }
  }
}

extension TextBudget {
  /// The same of a text of a file that has no values in it, in each language that it has.
  func findings(_ text: DocumentNode, _ measure: WrappedRowCount) -> [Finding] {
    Language.allCases.compactMap { text[$0.rawValue] }.compactMap { version in
      version.text.flatMap { finding($0, at: version.place, measure) }
    }
  }
}
