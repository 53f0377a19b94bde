import Documents

/// How the program ends; the numbers are part of its command line (sysexits.h).
package enum Exit: Int32, CaseIterable {
  case done = 0
  case found = 1
  case usage = 64
  case badInput = 65
  case notFound = 66
  case needsTerminal = 69
  case cannotWrite = 73
  case writeFailed = 74
  case notPermitted = 77

  /// For the manual.
  package var meaning: String {
    switch self {
    case .done: "Done; also when a reader closed the pipe."
    case .found: "check found something; run: the expression of --until never came true."
    case .usage: "Bad usage."
    case .badInput: "Bad input; the message says where."
    case .notFound: "No such lesson, network, device, step or file."
    case .needsTerminal: "Needs a terminal; the message says what works without one."
    case .cannotWrite: "A file cannot be written."
    case .writeFailed: "Writing failed half-way."
    case .notPermitted: "Not permitted."
    }
  }
}

/// An error that a user can do something about: one message, one exit code.
package struct Failure: Error, Equatable {
  package var exit: Exit
  package var message: LocalizedText

  package init(_ exit: Exit, _ en: String, _ ko: String) {
    self.exit = exit
    message = LocalizedText(en: en, ko: ko)
  }

  /// What is wrong in a file, or what the system says: it speaks English only.
  package init(_ exit: Exit, _ message: String) { self.init(exit, message, message) }
}

extension Failure {
  /// There is nothing of that name: what may be meant, and what there is.
  /// - Parameters:
  ///   - place: what has none of that name.
  ///   - hint: what else the name is.
  package static func unknown(
    _ what: LocalizedText, _ name: String, in place: LocalizedText? = nil, known: [String],
    hint: LocalizedText? = nil
  ) -> Failure {
    let list =
      known.isEmpty
      ? say("", "")
      : say(" (known: \(known.joined(separator: ", ")))", " (있는 것: \(known.joined(separator: ", ")))")
    let meant = nearest(to: name, in: known).map { say("did you mean \(quoted($0))?", "혹시 \(quoted($0))?") }
    let also = hint ?? meant
    return Failure(
      .notFound,
      "no \(what.en) \(quoted(name))\(place.map { " in " + $0.en } ?? "")\(also.map { "; " + $0.en } ?? "")"
        + list.en,
      "\(place.map { $0.ko + "에 " } ?? "")\(quoted(name)) \(what.ko.with("이/가")) 없습니다"
        + "\(also.map { ". " + $0.ko } ?? "")\(list.ko)")
  }
}
