import Yams

/// libyaml's complaint as a sentence that says what to do.
func syntaxFinding(_ error: any Error, in source: Source) -> Finding {
  func finding(_ text: String, at mark: Mark?) -> Finding {
    let position = Position(line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1))
    return Finding(file: source.name, position: position, text: text)
  }
  switch error as? YamlError {
  case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
    .composer(let context, let problem, let mark, _):
    let at = Position(line: max(1, mark.line), column: max(1, mark.column))
    let letter = SourceText(source).line(from: at).first
    return finding(sentence(for: problem, context: context, letter: letter), at: mark)
  case .duplicatedKeysInMapping(let keys, let context):
    return finding("\(quoted(keys.first ?? "")) is given more than once", at: context.mark)
  case .reader(let problem, _, _, _):
    return finding("this file cannot be read: \(problem)", at: nil)
  default:
    return finding("this file cannot be read as YAML", at: nil)
  }
}

/// - Parameter letter: what stands at the position of the problem.
private func sentence(for problem: String, context: YamlError.Context?, letter: Unicode.Scalar?) -> String {
  let quotes = letter == ":" ? "; put text that contains \": \" in quotes" : ""
  let began = context.map { " that began in line \($0.mark.line)" } ?? ""
  switch problem {
  case "found character that cannot start any token" where letter == "\t",
    "found a tab character that violates indentation",
    "found a tab character where an indentation space is expected":
    return "a tab cannot indent YAML; use spaces"
  case "found character that cannot start any token":
    let found = letter.map { quoted(String(Character($0))) } ?? "this"
    return "\(found) cannot begin a value; put the text in quotes"
  case "mapping values are not allowed in this context":
    return "\":\" is not expected here; put text that contains \": \" in quotes, or correct the indentation"
  case "could not find expected ':'", "found unexpected ':'":
    return "expected \":\" after the key\(began)"
  case "did not find expected key", "did not find expected '-' indicator":
    return "this does not continue the \(problem.hasSuffix("key") ? "mapping" : "list")\(began); "
      + "correct the indentation, or close a quote or bracket above"
  case "did not find expected ',' or ']'": return "expected \",\" or \"]\" in the list\(began)" + quotes
  case "did not find expected ',' or '}'": return "expected \",\" or \"}\" in the mapping\(began)" + quotes
  case "did not find expected node content": return "expected a value here"
  case "block sequence entries are not allowed in this context":
    return "a list with \"-\" cannot begin here; begin it on its own line, indented under its key"
  case "mapping keys are not allowed in this context": return "\"?\" cannot begin a key here; remove it"
  case "found unexpected end of stream": return "expected the closing quote of the text\(began)"
  case "did not find expected <document start>":
    return "expected the end of the file: the value above is complete; correct the indentation or the quotes"
  case "found unexpected document indicator", "but found another document":
    return "expected one document in the file; remove the line \"---\" or \"...\""
  case "found unknown escape character":
    return "this backslash begins no escape; write \\\\ for a backslash, or use single quotes"
  case "found invalid Unicode character escape code", "did not find expected hexdecimal number":
    return "this escape is not a character; expected as in \"\\u00e9\""
  case "found undefined alias", "did not find expected alphabetic or numeric character":
    return "text that begins with \"*\" or \"&\" needs quotes"
  case _ where problem.hasPrefix("Maximum nesting level"): return tooDeep
  default:
    return "this is not YAML: \(problem)\(context.map { " \($0.text) in line \($0.mark.line)" } ?? "")"
  }
}
