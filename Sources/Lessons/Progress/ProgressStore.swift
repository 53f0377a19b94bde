import Analysis
import Documents
import Foundation
import GRDB

/// What the program remembers from one run to the next, in an SQLite file. Several programs may use it at once.
///
/// What is kept is in the hands of the system when `keep` returns: it survives the end of the process by any signal.
/// Writing is cheap (a write-ahead log without waiting for the disk), so it may follow every key.
package struct ProgressStore {
  /// Of the file.
  package let path: String
  private let queue: DatabaseQueue
  /// As this program wrote it last.
  private var written: SavedPlace?

  package static let fileName = "progress.sqlite"

  /// How long another program may hold the file before a write is given up, in seconds.
  private static let patience = 0.25
  /// The same while the file is opened and made.
  private static let patienceToOpen = 1.0

  /// Opens the file in a folder; makes both when they are missing. Never removes or replaces a file.
  package init(folder: String) throws(ProgressError) {
    let path = folder + "/" + Self.fileName
    try StateFolder.make(folder)
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw ProgressError(.unwritable, path: path)
    }
    self.path = path
    do {
      queue = try Self.open(path)
    } catch {
      throw ProgressError(error, path: path)
    }
  }

  /// Two programs that start at once may both be about to make the tables: then the second one looks again.
  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(patience)
    configuration.foreignKeysEnabled = true
    let deadline = Date(timeIntervalSinceNow: patienceToOpen)
    var conflicts = 0
    while true {
      do {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let migrator = ProgressSchema.migrator
        try queue.inDatabase { db in
          if try migrator.hasBeenSuperseded(db) { throw ProgressError(.newer, path: path) }
        }
        try migrator.migrate(queue)
        return queue
      } catch let error as DatabaseError {
        let isLocked = [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode)
        let isConflict = [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
        if isConflict { conflicts += 1 }
        guard isLocked && Date() < deadline || isConflict && conflicts < 4 else { throw error }
        usleep(10_000)
      }
    }
  }

  /// Hands the file back, its log merged into it. Harmless to leave out.
  package func close() { try? queue.close() }

  // MARK: Places

  /// Where that walk was left; nil when it was not walked, or when what is there makes no sense.
  package func place(of walk: SavedPlace.Walk) throws(ProgressError) -> SavedPlace? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM places WHERE kind = ? AND name = ?", arguments: [walk.kind, walk.name]
      )
      .flatMap { try SavedPlace($0, db) }
    }
  }

  /// The walk that was left last.
  package func lastPlace() throws(ProgressError) -> SavedPlace? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM places ORDER BY turn DESC LIMIT 1")
        .flatMap { try SavedPlace($0, db) }
    }
  }

  /// Keeps a place over the one before of the same walk. Writes nothing when nothing but the time has changed.
  package mutating func keep(_ place: SavedPlace) throws(ProgressError) {
    if let written, written.isSame(as: place) { return }
    let hasNewAnswers = written?.walk != place.walk || written?.answers != place.answers
    try write { db in
      try place.write(db)
      if hasNewAnswers { try place.writeAnswers(db) }
    }
    written = place
  }

  // MARK: The program's own

  /// The language that was chosen by key.
  package func language() throws(ProgressError) -> Language? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT value FROM choices WHERE name = 'language'")
        .flatMap { $0.text("value") }.flatMap(Language.init)
    }
  }

  package func keep(_ language: Language) throws(ProgressError) {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO choices (name, value) VALUES ('language', ?)",
        arguments: [language.rawValue])
    }
  }

  /// Names of the coach lines whose key was pressed.
  package func learntCoachLines() throws(ProgressError) -> Set<String> {
    try read { db in
      Set(try Row.fetchAll(db, sql: "SELECT line FROM coach_lines_learnt").compactMap { $0.text("line") })
    }
  }

  package func keepLearnt(_ lines: Set<String>) throws(ProgressError) {
    try write { db in
      for line in lines {
        try db.execute(sql: "INSERT OR IGNORE INTO coach_lines_learnt (line) VALUES (?)", arguments: [line])
      }
    }
  }

  // MARK: Access

  func read<Value>(_ body: (Database) throws -> Value) throws(ProgressError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw ProgressError(error, path: path)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(ProgressError) -> Value {
    do {
      return try queue.write(body)
    } catch {
      throw ProgressError(error, path: path)
    }
  }
}
