-- packetwalk learn tour, 80x24: → → 3 w TAB ↓ ↓
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
INSERT INTO "answers" VALUES('lesson','tour','q-first-frame','[{"choice":{"_0":2}}]',1,NULL,0);
CREATE TABLE choices (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE coach_lines_learnt (line TEXT PRIMARY KEY);
INSERT INTO "coach_lines_learnt" VALUES('next-stop');
INSERT INTO "coach_lines_learnt" VALUES('down');
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('v1 places');
INSERT INTO "grdb_migrations" VALUES('v2 answers');
INSERT INTO "grdb_migrations" VALUES('v3 program');
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
INSERT INTO "places" VALUES('lesson','tour','1',8,'question',2,14,1,8,'question',0,'{"byte":40,"closed":[],"focus":"fields","followed":"dns\/dns.count.labels","isFieldFace":false,"isPictureKept":false,"isZoomed":false,"jumps":[],"left":[{"moment":7,"selection":"dns\/dns.qry.name"}],"opened":[],"picture":"stack","question":{"cursor":0,"id":"q-first-frame","isAside":false,"isBefore":true,"isHintShown":true,"line":"","position":0},"selection":"dns\/dns.count.labels","shownSince":7,"since":7}',1796008804,8);
CREATE INDEX places_by_turn ON places (turn);
