import Analysis
import Foundation
import GRDB

@testable import Lessons

/// A state folder of its own, and places to put there.
struct ProgressSample {
  let folder = NSTemporaryDirectory() + "/packetwalk-progress-\(UInt64.random(in: 0...UInt64.max))"
  var file: String { folder + "/" + ProgressStore.fileName }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func store() throws -> ProgressStore { try ProgressStore(folder: folder) }

  /// Changes the file behind the program's back.
  func change(_ sql: String) throws {
    try DatabaseQueue(path: file).write { try $0.execute(sql: sql) }
  }

  /// Makes the file as a version before had it.
  func atVersion(_ migration: String, _ fill: (Database) throws -> Void) throws {
    let old = try DatabaseQueue(path: file)
    try ProgressSchema.migrator.migrate(old, upTo: migration)
    try old.write(fill)
    try old.close()
  }

  /// What stands in the first column of the first row.
  func number(_ sql: String) throws -> Int? {
    try DatabaseQueue(path: file).read { try Int.fetchOne($0, sql: sql) }
  }

  func write(_ bytes: [UInt8]) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }

  static let tour = SavedPlace(
    walk: .lesson("tour"), seed: .max, moment: 41, stop: .init(id: "leave", number: 5, count: 12, beyond: 3),
    furthest: 97, furthestStop: "syn",
    answers: [
      SavedAnswer(question: "q-learned", attempts: [.places([2]), .places([0])], hints: 1, outcome: .right),
      SavedAnswer(
        question: "q-odd",
        attempts: [
          .lines(["0x12 한"]), .subjects([.byte(.frame, 14)]), .pairs([1, 0]),
          .inTurn([.lines([]), .places([2, 0])]),
        ], outcome: nil, isGuess: true),
    ],
    view: #"{"selection":"field ip/ip.ttl"}"#, leftAt: 1_795_000_000)

  static let home = SavedPlace(walk: .network("home"), seed: 1, moment: 7, furthest: 9, leftAt: 1_795_000_001)
}
