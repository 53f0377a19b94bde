import Analysis
import GRDB

/// The tables of the progress file. A migration that was published is never changed: later ones are added.
enum ProgressSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1 places") { db in
      try db.execute(
        sql: """
          CREATE TABLE places (
            kind TEXT NOT NULL,               -- lesson, network
            name TEXT NOT NULL,               -- its id, or the path of a file
            seed TEXT NOT NULL,               -- unsigned 64 bits, decimal
            moment INTEGER NOT NULL,
            stop TEXT,                        -- id of the last stop reached; none in free exploration
            stop_number INTEGER,              -- from 1
            stop_count INTEGER,
            beyond_stop INTEGER NOT NULL DEFAULT 0,
            furthest INTEGER NOT NULL,
            furthest_stop TEXT,
            finished INTEGER NOT NULL DEFAULT 0,
            view TEXT NOT NULL,               -- JSON
            left_at INTEGER NOT NULL,         -- seconds since 1970
            turn INTEGER NOT NULL,            -- counts all writes: the last place has the greatest
            PRIMARY KEY (kind, name)
          );
          CREATE INDEX places_by_turn ON places (turn);
          """)
    }
    migrator.registerMigration("v2 answers") { db in
      try db.execute(
        sql: """
          CREATE TABLE answers (
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            question TEXT NOT NULL,           -- its id
            attempts TEXT NOT NULL,           -- JSON, in the order they were given
            hints INTEGER NOT NULL,
            outcome TEXT,                     -- right, wrong, unknown, skipped; none while it is open
            guess INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (kind, name, question),
            FOREIGN KEY (kind, name) REFERENCES places ON DELETE CASCADE
          );
          """)
    }
    migrator.registerMigration("v3 program") { db in
      try db.execute(
        sql: """
          CREATE TABLE choices (name TEXT PRIMARY KEY, value TEXT NOT NULL);
          CREATE TABLE coach_lines_learnt (line TEXT PRIMARY KEY);
          """)
    }
    migrator.registerMigration("v4 log of answers") { db in
      try db.execute(
        sql: """
          CREATE TABLE answer_log (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            study_day INTEGER NOT NULL,       -- days since 1970-01-01; each begins at 04:00 local time
            time INTEGER NOT NULL,            -- milliseconds since 1970
            lesson TEXT NOT NULL,             -- its id, or the path of a file
            question TEXT NOT NULL,
            card TEXT NOT NULL,
            revision INTEGER NOT NULL,        -- the lesson's
            engine INTEGER NOT NULL,          -- the simulation's
            seed TEXT NOT NULL,               -- unsigned 64 bits, decimal
            language TEXT NOT NULL,
            attempt INTEGER NOT NULL,         -- from 1
            answer TEXT,                      -- JSON; none: "I don't know"
            is_right INTEGER NOT NULL,
            mistakes TEXT NOT NULL,           -- JSON, the tags of all
            hints INTEGER NOT NULL,           -- given before
            guess INTEGER NOT NULL,
            milliseconds INTEGER              -- it took; none: unknown
          );
          CREATE INDEX answer_log_by_card ON answer_log (card);
          CREATE TRIGGER answer_log_is_not_changed BEFORE UPDATE ON answer_log
            BEGIN SELECT RAISE(ABORT, 'the log of answers is only added to'); END;
          CREATE TRIGGER answer_log_is_not_cut BEFORE DELETE ON answer_log
            BEGIN SELECT RAISE(ABORT, 'the log of answers is only added to'); END;
          -- INSERT OR REPLACE would delete without asking.
          CREATE TRIGGER answer_log_is_not_replaced BEFORE INSERT ON answer_log
            WHEN EXISTS (SELECT 1 FROM answer_log WHERE number = NEW.number)
            BEGIN SELECT RAISE(ABORT, 'the log of answers is only added to'); END;
          """)
    }
    migrator.registerMigration("v5 lessons done") { db in
      try db.execute(
        sql: """
          CREATE TABLE lessons_done (
            name TEXT PRIMARY KEY,            -- its id, or the path of a file
            missed TEXT NOT NULL,             -- JSON, ids of the cards that were not right at once
            done_at INTEGER NOT NULL          -- seconds since 1970
          );
          INSERT INTO lessons_done SELECT name, '[]', left_at FROM places WHERE kind = 'lesson' AND finished = 1;
          """)
    }
    migrator.registerMigration("v6 schedule") { db in
      try db.execute(
        sql: """
          ALTER TABLE answer_log ADD COLUMN session TEXT;                         -- a run of the program, or a quiz
          ALTER TABLE answer_log ADD COLUMN role TEXT NOT NULL DEFAULT 'question'; -- question, point, follow-up, drill
          -- All that the schedule is computed from, in its order.
          DROP INDEX answer_log_by_card;
          CREATE INDEX answer_log_by_card_and_time ON answer_log (
            card, time, study_day, attempt, is_right, hints, guess, session, role);
          CREATE TABLE answer_remarks (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            time INTEGER NOT NULL,            -- milliseconds since 1970
            remark TEXT NOT NULL,             -- easy, taken-back
            answered INTEGER NOT NULL,        -- the time of the answer it is about, of its first try
            lesson TEXT NOT NULL,
            question TEXT NOT NULL
          );
          """ + onlyAddedTo("answer_remarks"))
    }
    migrator.registerMigration("v7 time in lessons") { db in
      try db.execute(
        sql: """
          CREATE TABLE lesson_time (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            study_day INTEGER NOT NULL,       -- as in answer_log
            time INTEGER NOT NULL,            -- seconds since 1970, at its end
            lesson TEXT NOT NULL,             -- its id, or the path of a file
            begins INTEGER NOT NULL,          -- 1: the lesson was begun then, for the first time or again
            milliseconds INTEGER NOT NULL     -- without pauses
          );
          CREATE INDEX lesson_time_by_lesson ON lesson_time (lesson);
          """ + onlyAddedTo("lesson_time"))
    }
    return migrator
  }

  /// No statement may change such a table.
  private static func onlyAddedTo(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_is_not_changed BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) is only added to'); END;
    CREATE TRIGGER \(table)_is_not_cut BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) is only added to'); END;
    -- INSERT OR REPLACE would delete without asking.
    CREATE TRIGGER \(table)_is_not_replaced BEFORE INSERT ON \(table)
      WHEN EXISTS (SELECT 1 FROM \(table) WHERE number = NEW.number)
      BEGIN SELECT RAISE(ABORT, '\(table) is only added to'); END;
    """
  }
}
