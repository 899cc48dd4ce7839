import GRDB

/// The tables of the index.
enum IndexSchema {
  /// - `event`: every event once: its bytes, which begin with those of its `head` where it has one;
  ///   `record` puts them together.
  /// - `event_name`, `body_name`, `letter_name`: their numbers by their names (`indexes`).
  /// - `body`: words under their hash; its number is also that of its search.
  /// - `spot`: places of comments as they were given; `term`: names of groups, forums and offices.
  /// - `thread`: one row a comment: what filters ask for, folded from its events. Its number is
  ///   that of the comment's event. `comment`, `comment_spot`, `comment_day`: the same rows for lists.
  /// - `tally`: how many threads there are of a spot, status and group.
  /// - `letter`, `chunk`, `band`, `gathered`, `waiting`: groups of texts that say the same
  ///   (`LetterGroups`). A letter that one comment says has no group.
  /// - `posting`: which texts hold a word, of those that came when the tables were filled
  ///   (`WordRows`); `search`, `word`: of those that came later.
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
    CREATE VIEW record AS SELECT event.number, event.id, event.thread, head.bytes AS head, event.json
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
    CREATE TABLE letter (number INTEGER PRIMARY KEY, key BLOB NOT NULL, grp INTEGER);
    CREATE TABLE chunk (first INTEGER PRIMARY KEY, entries BLOB NOT NULL);
    CREATE TABLE band (band INTEGER NOT NULL, letter INTEGER NOT NULL, PRIMARY KEY (band, letter))
      WITHOUT ROWID;
    CREATE TABLE waiting (isGroup INTEGER NOT NULL, number INTEGER NOT NULL,
      PRIMARY KEY (isGroup, number)) WITHOUT ROWID;
    CREATE TABLE gathered (grp INTEGER PRIMARY KEY, first TEXT NOT NULL, count INTEGER NOT NULL);
    CREATE TABLE posting (word BLOB NOT NULL, first INTEGER NOT NULL, steps BLOB NOT NULL,
      PRIMARY KEY (word, first)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE search USING fts5(
      text, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
    );
    CREATE VIRTUAL TABLE word USING fts5vocab(search, row);
    """

  /// What is made when the tables are full, where many rows come at once: sorting is many times
  /// faster than looking up the place of each.
  ///
  /// Indexes that are made so have no room: each row that came into the midst of one would divide
  /// its page and move its neighbours. Rows that come later have indexes of their own, and views
  /// put both together; a statement on a view uses both.
  ///
  /// In those of forums and days the clock comes first: comments that come together stand together
  /// there.
  /// - Parameters:
  ///   - events: the greatest number of an event, and so of a thread.
  ///   - bodies: the greatest number of words.
  static func indexes(events: Int, bodies: Int) -> String {
    """
    \(divided("UNIQUE INDEX event_id", "event (id)", at: events))
    CREATE VIEW event_name AS \(united("id, number", "event", at: events));
    CREATE INDEX event_thread ON event (thread) WHERE thread IS NOT NULL;
    CREATE INDEX alias_thread ON alias (thread);
    \(divided("UNIQUE INDEX body_hash", "body (hash)", at: bodies))
    CREATE VIEW body_name AS \(united("hash, number", "body", at: bodies));
    \(divided("INDEX thread_spot", "thread (spot, status, clock, body)", at: events))
    \(divided("INDEX thread_grp", "thread (grp, status, spot, clock)", at: events))
    \(divided("INDEX thread_forum", "thread (forum, clock, status, spot)", at: events))
    \(divided("INDEX thread_day", "thread (day, clock, status, spot)", at: events))
    CREATE VIEW comment AS \(united("*", "thread", at: events));
    CREATE VIEW comment_spot AS \(united("*", "thread", by: "thread_spot", at: events));
    CREATE VIEW comment_day AS \(united("*", "thread", by: "thread_day", at: events));
    CREATE INDEX thread_body ON thread (body);
    CREATE INDEX thread_letter ON thread (letter);
    CREATE INDEX thread_office ON thread (office, status, spot, clock) WHERE office IS NOT NULL;
    CREATE INDEX thread_due ON thread (due, status, spot, clock) WHERE due IS NOT NULL;
    """
  }

  /// Made when the letters are there.
  /// - Parameter bodies: the greatest number of words, and so of a letter.
  static func letterIndexes(bodies: Int) -> String {
    """
    \(divided("UNIQUE INDEX letter_key", "letter (key)", at: bodies))
    CREATE VIEW letter_name AS \(united("key, number", "letter", at: bodies));
    CREATE INDEX letter_grp ON letter (grp) WHERE grp IS NOT NULL;
    """
  }

  private static func divided(_ index: String, _ columns: String, at last: Int) -> String {
    """
    CREATE \(index) ON \(columns) WHERE number <= \(last);
    CREATE \(index)_later ON \(columns) WHERE number > \(last);
    """
  }

  private static func united(
    _ columns: String, _ table: String, by index: String? = nil, at last: Int
  ) -> String {
    func part(_ suffix: String, _ condition: String) -> String {
      let index = index.map { "INDEXED BY \($0)\(suffix) " } ?? ""
      return "SELECT \(columns) FROM \(table) \(index)WHERE number \(condition) \(last)"
    }
    return "\(part("", "<=")) UNION ALL \(part("_later", ">"))"
  }
}
