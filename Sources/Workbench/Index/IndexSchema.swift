import GRDB

/// The tables of the index.
enum IndexSchema {
  /// - `event`: every event once: its bytes, which begin with those of its `head` where it has one;
  ///   `record` puts them together.
  /// - `body`: words under their hash; its number is also the row of the search.
  /// - `spot`: places of comments as they were given; `term`: names of groups, forums and offices.
  /// - `thread`: one row a comment: what filters ask for, folded from its events. Its number is
  ///   that of the comment's event.
  /// - `tally`: how many threads there are of a spot, status and group.
  /// - `letter`, `chunk`, `band`, `gathered`, `waiting`: groups of texts that say the same (`LetterGroups`).
  /// - `missing`: threads whose words have not arrived.
  static let tables = """
    CREATE TABLE tip (
      ref TEXT PRIMARY KEY, store TEXT NOT NULL, writer TEXT NOT NULL, tip TEXT NOT NULL,
      tree TEXT NOT NULL
    ) WITHOUT ROWID;
    \(IndexTrust.sql)
    CREATE TABLE damage (ref TEXT NOT NULL, reason TEXT NOT NULL);
    CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE head (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE event (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL, clock INTEGER NOT NULL, thread TEXT,
      head INTEGER, json BLOB NOT NULL
    );
    CREATE VIEW record AS SELECT event.id, event.thread, head.bytes AS head, event.json
      FROM event LEFT JOIN head ON head.number = event.head;
    CREATE TABLE file (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE source (file INTEGER NOT NULL, row INTEGER NOT NULL, event INTEGER NOT NULL,
      PRIMARY KEY (file, row, event)) WITHOUT ROWID;
    CREATE TABLE alias (id TEXT PRIMARY KEY, thread TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE body (
      number INTEGER PRIMARY KEY, hash TEXT NOT NULL, key BLOB NOT NULL, text TEXT NOT NULL
    );
    CREATE TABLE attachment (hash TEXT PRIMARY KEY, segment TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE missing (hash TEXT NOT NULL, thread TEXT NOT NULL, PRIMARY KEY (hash, thread))
      WITHOUT ROWID;
    CREATE TABLE person (subject TEXT PRIMARY KEY, name TEXT, contact TEXT) WITHOUT ROWID;
    CREATE TABLE spot (
      number INTEGER PRIMARY KEY, draft TEXT NOT NULL, base TEXT NOT NULL, address TEXT
    );
    CREATE INDEX spot_place ON spot (draft, base, address);
    CREATE TABLE term (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, key TEXT NOT NULL);
    CREATE INDEX term_key ON term (key);
    CREATE TABLE thread (
      number INTEGER PRIMARY KEY, clock INTEGER NOT NULL, spot INTEGER NOT NULL,
      status INTEGER NOT NULL, grp INTEGER, forum INTEGER, office INTEGER, agency INTEGER,
      due INTEGER, day INTEGER NOT NULL, imported INTEGER, body INTEGER, letter INTEGER
    );
    CREATE TABLE tally (
      spot INTEGER NOT NULL, status INTEGER NOT NULL, grp INTEGER NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (spot, status, grp)
    ) WITHOUT ROWID;
    CREATE TABLE letter (number INTEGER PRIMARY KEY, key BLOB NOT NULL, grp INTEGER NOT NULL);
    CREATE TABLE chunk (first INTEGER PRIMARY KEY, entries BLOB NOT NULL);
    CREATE TABLE band (band INTEGER NOT NULL, letter INTEGER NOT NULL, PRIMARY KEY (band, letter))
      WITHOUT ROWID;
    CREATE TABLE waiting (isGroup INTEGER NOT NULL, number INTEGER NOT NULL,
      PRIMARY KEY (isGroup, number)) WITHOUT ROWID;
    CREATE TABLE gathered (grp INTEGER PRIMARY KEY, first TEXT NOT NULL, count INTEGER NOT NULL);
    \(search)
    CREATE VIRTUAL TABLE word USING fts5vocab(search, row);
    """

  static let search = """
    CREATE VIRTUAL TABLE search USING fts5(
      text, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
    );
    """

  /// Made when the tables are full, where many rows come at once: sorting is many times faster than
  /// looking up the place of each.
  ///
  /// In those of forums and days the clock comes first: comments that come together stand together
  /// there, and many new ones touch few pages.
  static let indexes = """
    CREATE UNIQUE INDEX event_id ON event (id);
    CREATE INDEX event_thread ON event (thread) WHERE thread IS NOT NULL;
    CREATE INDEX alias_thread ON alias (thread);
    CREATE UNIQUE INDEX body_hash ON body (hash);
    CREATE INDEX thread_spot ON thread (spot, status, clock, body);
    CREATE INDEX thread_body ON thread (body);
    CREATE INDEX thread_letter ON thread (letter);
    CREATE INDEX thread_grp ON thread (grp, status, spot, clock);
    CREATE INDEX thread_forum ON thread (forum, clock, status, spot);
    CREATE INDEX thread_office ON thread (office, status, spot, clock) WHERE office IS NOT NULL;
    CREATE INDEX thread_due ON thread (due, status, spot, clock) WHERE due IS NOT NULL;
    CREATE INDEX thread_day ON thread (day, clock, status, spot);
    """

  /// Made when the letters are there.
  static let letterIndexes = """
    CREATE UNIQUE INDEX letter_key ON letter (key);
    CREATE INDEX letter_grp ON letter (grp);
    """
}
