import GRDB

/// The tables of the index.
enum IndexSchema {
  /// - `event`: every event once: its bytes, which begin with those of its `head` where it has one;
  ///   `record` puts them together.
  /// - `event_marks`, `event_later` and others: numbers by names (`MarkedNames`).
  /// - `body`: words under their hash; its number is also that of its search.
  /// - `source`, `source_page`: rows of files with their events (`SourceRows`).
  /// - `spot`: places of comments as they were given; `term`: names of groups, forums and offices.
  /// - `thread`: one row a comment: what filters ask for, folded from its events. Its number is
  ///   that of the comment's event. `comment`, `comment_spot`, `comment_day`: the same rows for lists.
  /// - `tally`: how many threads there are of a spot, status and group.
  /// - `letter`, `chunk`, `band`, `gathered`, `waiting`: groups of texts that say the same
  ///   (`LetterGroups`). A letter that one comment says has no group, and no row.
  /// - `posting`: which texts hold a word, of those that came when the tables were filled
  ///   (`WordRows`); `search`, `word`: of those that came later.
  /// - `missing`: threads whose words have not arrived.
  /// - `matches`: how the texts of two revisions answer to each other (`StoredMatches`).
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
      number INTEGER PRIMARY KEY, id BLOB NOT NULL, clock INTEGER NOT NULL, thread BLOB,
      head INTEGER, json BLOB NOT NULL
    );
    CREATE VIEW record AS SELECT event.number, lower(hex(event.id)) AS id, head.bytes AS head,
      event.json FROM event LEFT JOIN head ON head.number = event.head;
    \(MarkedNames.sql)
    CREATE TABLE file (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    \(SourceRows.sql)
    CREATE TABLE alias (id TEXT PRIMARY KEY, thread TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX alias_thread ON alias (thread);
    CREATE TABLE body (number INTEGER PRIMARY KEY, hash BLOB NOT NULL, text TEXT NOT NULL);
    CREATE TABLE attachment (hash TEXT PRIMARY KEY, segment TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE missing (hash TEXT NOT NULL, thread TEXT NOT NULL, PRIMARY KEY (hash, thread))
      WITHOUT ROWID;
    \(StoredMatches.sql)
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
    CREATE VIEW comment AS \(united());
    CREATE VIEW comment_spot AS \(united(by: "thread_spot"));
    CREATE VIEW comment_day AS \(united(by: "thread_day"));
    CREATE TABLE tally (
      spot INTEGER NOT NULL, status INTEGER NOT NULL, grp INTEGER NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (spot, status, grp)
    ) WITHOUT ROWID;
    CREATE TABLE letter (number INTEGER PRIMARY KEY, grp INTEGER NOT NULL);
    CREATE INDEX letter_grp ON letter (grp);
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

  /// The greatest number of an event that comes while tables are filled; later ones are greater.
  static let lastFilled = 0xFFFF_FFFF

  /// Indexes of threads, for those that come while tables are filled and for later ones.
  ///
  /// Indexes made of many rows have no room: each row that came into the midst of one would divide
  /// its page and move its neighbours. Views put both together; a statement on a view uses both.
  ///
  /// In those of forums and days the clock comes first: comments that come together stand together
  /// there.
  private static let threadIndexes = [
    ("spot", "spot, status, clock, body"), ("grp", "grp, status, spot, clock"),
    ("forum", "forum, clock, status, spot"), ("day", "day, clock, status, spot"),
  ]

  /// What is made when the tables are full, where many rows come at once: sorting is many times
  /// faster than looking up the place of each.
  static let indexes =
    threadIndexes.flatMap { [index("", $0), index("_later", $0)] }.joined(separator: "\n") + """
      CREATE INDEX thread_body ON thread (body);
      CREATE INDEX thread_letter ON thread (letter);
      CREATE INDEX thread_office ON thread (office, status, spot, clock) WHERE office IS NOT NULL;
      CREATE INDEX thread_due ON thread (due, status, spot, clock) WHERE due IS NOT NULL;
      """

  private static func index(_ suffix: String, _ index: (name: String, columns: String)) -> String {
    "CREATE INDEX thread_\(index.name)\(suffix) ON thread (\(index.columns)) "
      + "WHERE number \(suffix.isEmpty ? "<=" : ">") \(lastFilled);"
  }

  private static func united(by index: String? = nil) -> String {
    func part(_ suffix: String, _ condition: String) -> String {
      let index = index.map { "INDEXED BY \($0)\(suffix) " } ?? ""
      return "SELECT * FROM thread \(index)WHERE number \(condition) \(lastFilled)"
    }
    return "\(part("", "<=")) UNION ALL \(part("_later", ">"))"
  }
}
