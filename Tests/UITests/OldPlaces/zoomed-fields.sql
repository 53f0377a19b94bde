-- packetwalk learn tour, 80x24: → → 0 → → → 0 → → 0 → → → z ↓ ↓ ↓
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
INSERT INTO "answers" VALUES('lesson','tour','q-first-frame','[]',0,'unknown',0);
INSERT INTO "answers" VALUES('lesson','tour','q-learned','[]',0,'unknown',0);
INSERT INTO "answers" VALUES('lesson','tour','q-next-hop','[]',0,'unknown',0);
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
INSERT INTO "places" VALUES('lesson','tour','1',160,'syn',7,14,0,160,'syn',0,'{"byte":38,"closed":[],"focus":"fields","folded":[4,5],"followed":"tcp\/tcp.completeness","isFieldFace":false,"isPictureKept":false,"isZoomed":true,"jumps":[],"left":[{"moment":7,"selection":"dns\/dns.qry.name"},{"moment":9,"selection":"eth\/eth.dst"},{"moment":39,"selection":"eth\/eth.dst"},{"moment":40,"selection":"eth\/eth.dst"},{"moment":147,"selection":"dns\/dns.a"}],"opened":[],"picture":"stack","selection":"fold tcp\/tcp.len","shownSince":147,"since":147}',1796008767,17);
CREATE INDEX places_by_turn ON places (turn);
