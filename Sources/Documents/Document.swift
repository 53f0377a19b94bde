/// A parsed file: its outermost value, and the problems found in it so far.
package struct Document {
  package let root: DocumentNode
  package let problems: Problems

  /// Lists and mappings inside one another; beyond this a file is not meant seriously.
  static let deepest = 64
  /// Bytes of text.
  static let longest = 4 << 20

  /// Reads the structure of a file. What stops the structure from being known (wrong syntax, an empty file) is
  /// thrown; a repeated key, a tag or an anchor is only added to `problems`.
  package static func parse(_ source: Source) throws(DocumentError) -> Document {
    let text = SourceText(source)
    if let finding = SourceValidator.finding(in: source) { throw DocumentError([finding]) }
    let parsed = try YAML(source)
    guard let root = parsed.root else {
      let start = Position(line: 1, column: 1)
      throw DocumentError([Finding(file: source.name, position: start, text: "there is nothing in this file")]
      )
    }
    let problems = Problems()
    let conversion = NodeConversion(text: text, problems: problems, standIns: parsed.standIns)
    return Document(root: conversion.node(root, named: .document), problems: problems)
  }

  /// Decodes the whole document, or throws everything that is wrong with it.
  package func decode<Value>(_ shape: Shape<Value>) throws(DocumentError) -> Value {
    let value = shape.read(root)
    guard let value, problems.isEmpty else {
      let unexplained = Finding(
        file: root.place.file, position: root.position, text: "this file cannot be used")
      throw DocumentError(problems.isEmpty ? [unexplained] : problems.ordered)
    }
    return value
  }

  /// Parses and decodes in one go.
  package static func decode<Value>(_ source: Source, as shape: Shape<Value>) throws(DocumentError) -> Value {
    try parse(source).decode(shape)
  }
}
