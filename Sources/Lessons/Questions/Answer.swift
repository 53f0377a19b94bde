import Analysis

/// What a learner answers, in the form of the input shape: the same for every kind of question.
package indirect enum Answer: Hashable, Sendable {
  /// Indices of choices, from 0: those chosen or ticked, ascending; of an order all of them, in the order they were put.
  case places([Int])
  /// What was typed, one for each slot.
  case lines([String])
  /// What was pointed at.
  case subjects([Subject])
  /// For each of the left side the index of its partner.
  case pairs([Int])
  /// Of a question that is answered by two shapes, one after the other.
  case inTurn([Answer])
  /// A field by its place in the frame's dissection, as the version before kept it; the question knows which field
  /// that is.
  case formerPlace(FieldPlace)
}

/// In the file `{"places":[2]}`. What the version before wrote is read too: `{"choice":{"_0":2}}`.
extension Answer: Codable {
  private enum Key: String, CodingKey {
    case places, lines, subjects, pairs, inTurn
    case choice, line, node, byte
  }

  private struct Former<Value: Codable>: Codable {
    let value: Value
    private enum CodingKeys: String, CodingKey { case value = "_0" }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard container.allKeys.count == 1, let key = container.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "an answer has one form"))
    }
    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
      try container.decode(type, forKey: key)
    }
    func former<Value: Codable>(_ type: Value.Type) throws -> Value { try value(Former<Value>.self).value }
    switch key {
    case .places: self = .places(try value([Int].self))
    case .lines: self = .lines(try value([String].self))
    case .subjects: self = .subjects(try value([Subject].self))
    case .pairs: self = .pairs(try value([Int].self))
    case .inTurn: self = .inTurn(try value([Answer].self))
    case .choice: self = .places([try former(Int.self)])
    case .line: self = .lines([try former(String.self)])
    case .byte: self = .subjects([.byte(.frame, try former(Int.self))])
    case .node: self = .formerPlace(try former(FieldPlace.self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .places(let places): try container.encode(places, forKey: .places)
    case .lines(let lines): try container.encode(lines, forKey: .lines)
    case .subjects(let subjects): try container.encode(subjects, forKey: .subjects)
    case .pairs(let pairs): try container.encode(pairs, forKey: .pairs)
    case .inTurn(let answers): try container.encode(answers, forKey: .inTurn)
    case .formerPlace(let place): try container.encode(Former(value: place), forKey: .node)
    }
  }
}
