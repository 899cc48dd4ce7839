/// A place in the text where a unit may begin.
///
/// The scanner offers marks generously; the builder decides by their sequence which of them open a
/// unit and which are references that happen to begin a line.
struct Mark {
  enum Shape: UInt8 {
    // Whole-line headings.
    case bab, bagian, paragraf, pasal
    // Marks of lists: `(1)`, `a.`, `1.`, `a)`, `1)`, `A.`
    case ayat, huruf, angka, subhuruf, subangka, capital
    // Words of an elucidation: `Ayat (1)`, `Huruf a`, `Angka 1`.
    case wordAyat, wordHuruf, wordAngka
    // Fixed words of a regulation.
    case actTitle, rahmat, menimbang, mengingat, otherBasis, persetujuan, memutuskan, menetapkan
    case closing, penjelasan, umum, pasalDemiPasal, lampiran
    /// The number in the gazette, or an end mark, below the last note of an elucidation.
    case colophon
    /// A line without a mark that follows a finished sentence.
    case line
  }

  /// What stands before the mark.
  enum Before: UInt8 {
    /// Nothing, or another mark.
    case start
    /// `. ; ! ?`, or a conjunction after one.
    case stop
    case colon, comma
    /// A word that announces a number, such as *ayat*, or ties two of them, such as *dan*.
    case reference
    case word
  }

  struct Flags: OptionSet {
    let rawValue: UInt16
    /// The first visible characters of their line.
    static let lineStart = Flags(rawValue: 1)
    /// Nothing follows on the line.
    static let wholeLine = Flags(rawValue: 2)
    /// A capital letter, or a mark, follows.
    static let upperNext = Flags(rawValue: 4)
    /// What follows continues a sentence: `dan`, `sampai`, a comma.
    static let joinNext = Flags(rawValue: 8)
    /// A number written in Roman digits.
    static let roman = Flags(rawValue: 16)
    /// The word of the mark begins with a small letter.
    static let small = Flags(rawValue: 32)
    /// A blank line stands before.
    static let blankBefore = Flags(rawValue: 64)
    /// The mark was read with misprints mended.
    static let mended = Flags(rawValue: 128)
    /// A full stop, comma or semicolon follows a heading.
    static let punctuated = Flags(rawValue: 256)
    /// A line that may go on with the sentence of the unit that holds the list before it.
    static let afterList = Flags(rawValue: 512)
    /// An item of a later column of a list that is set in columns.
    static let column = Flags(rawValue: 1024)
    /// A number of an open list of numbers, and no letter that was misread as one.
    static let number = Flags(rawValue: 2048)
  }

  var shape: Shape
  var before: Before
  var flags: Flags
  /// The letter after a number, `a` = 1; 0 for none.
  var suffix: UInt8
  /// The number read from Roman digits or small Roman letters, 0 for none.
  var roman: UInt16
  var column: UInt16
  /// The number as printed, -1 where it cannot be read without mending.
  var value: Int32
  /// What the number would be with misprints mended, -1 for none.
  var mended: Int32
  // The bytes of the mark; 32 bits keep many marks small.
  private var startOffset: UInt32
  private var endOffset: UInt32

  /// Where the mark begins.
  var start: Int {
    get { Int(startOffset) }
    set { startOffset = UInt32(clamping: newValue) }
  }

  /// One past the mark's last byte.
  var end: Int {
    get { Int(endOffset) }
    set { endOffset = UInt32(clamping: newValue) }
  }

  /// Whether it begins an ayat or an item.
  var isListMark: Bool {
    switch shape {
    case .ayat, .huruf, .angka, .subhuruf, .subangka: true
    default: false
    }
  }

  init(_ shape: Shape, start: Int, end: Int) {
    self.shape = shape
    startOffset = UInt32(clamping: start)
    endOffset = UInt32(clamping: end)
    before = .word
    flags = []
    suffix = 0
    roman = 0
    column = 0
    value = -1
    mended = -1
  }
}
