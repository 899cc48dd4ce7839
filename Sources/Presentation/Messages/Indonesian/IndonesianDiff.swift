import DraftDiff

extension Indonesian {
  var before: String { "semula" }
  var after: String { "menjadi" }
  func replies(_ count: Int) -> String { "\(number(count)) balasan" }
  func splitFrom(_ place: String) -> String { "pecahan dari \(place)" }
  func mergedFrom(_ place: String) -> String { "gabungan dengan \(place)" }
  func leftOut(_ count: Int) -> String {
    "\(number(count)) perubahan lain tidak ditampilkan sesuai pilihan"
  }
  var unnamed: String { "TETAP" }
  func unnamedFolded(_ pasal: Int) -> String {
    "\(number(pasal)) Pasal dari peraturan yang diubah tidak disebut dalam perubahannya: "
      + "dilipat (--full)"
  }
  var punctuationOnly: String { "tanda baca" }
  func notCompared(_ path: String, _ reason: String) -> String {
    "\(path): tidak dibandingkan. \(reason)"
  }

  func unmerged(_ path: String) -> String { "\(path): belum digabungkan" }

  var concordance: String { "Persandingan Pasal" }
  func alikeAsWhole(_ share: Double) -> String {
    "\(percent(share)) kata dan frasa kedua peraturan sama"
  }
  var merelyAlike: String {
    "paling mirip di antara yang tersisa; tercatat sebagai HAPUS dan BARU"
  }
  func spokenAlike(_ old: String, _ new: String, _ share: Double, isPair: Bool) -> String {
    isPair
      ? "\(old) dari teks pertama bersanding dengan \(new) dari teks kedua, \(percent(share)) serupa."
      : "\(old) dari teks pertama mirip dengan \(new) dari teks kedua, \(percent(share)) serupa."
  }

  func spokenHead(draft: String?, from: String, to: String) -> String {
    "Perbandingan " + (draft.map { "naskah \($0), " } ?? "") + "\(from) dengan \(to)."
  }
  func spokenCount(_ count: Int) -> String { "\(number(count)) perubahan." }
  func spokenWarning(_ text: String) -> String { sentence("Awas: \(text)") }

  func spokenSummary(
    _ place: String, _ kinds: [ChangeKind], inserted: Int, deleted: Int, comments: Int
  ) -> String {
    var parts = [kinds.map(changeName).joined(separator: " dan ")]
    if inserted > 0 { parts.append("\(number(inserted)) kata ditambahkan") }
    if deleted > 0 { parts.append("\(number(deleted)) kata dihapus") }
    if comments > 0 { parts.append(self.comments(comments)) }
    return "\(place): \(parts.filter { !$0.isEmpty }.joined(separator: ", "))."
  }

  var spokenBecomes: String { "menjadi" }
  func spokenInserted(_ place: String, _ text: String) -> String {
    "\(place) baru" + (text.isEmpty ? "." : ": \(text)")
  }
  func spokenRemoved(_ place: String, _ text: String) -> String {
    "\(place) dihapus" + (text.isEmpty ? "." : ": \(text)")
  }

  func spokenEdited(_ place: String, _ edits: [SpokenEdit]) -> String {
    let parts = edits.map { edit in
      let text =
        if edit.old.isEmpty {
          edit.after.isEmpty
            ? "ditambahkan '\(edit.new)' di awal"
            : "ditambahkan '\(edit.new)' setelah '\(edit.after)'"
        } else if edit.new.isEmpty {
          "'\(edit.old)' dihapus"
        } else {
          "'\(edit.old)' menjadi '\(edit.new)'"
        }
      return edit.isFollowed ? "rujukan \(text)" : text
    }
    return "\(place) diubah: \(parts.joined(separator: "; "))."
  }

  func spokenDeparture(from: String, to: String) -> String { "\(from) dipindahkan ke \(to)." }
  func spokenArrival(from: String, to: String) -> String { "\(to) dipindahkan dari \(from)." }
  func spokenSplit(from: String, to: String) -> String { "\(to) adalah pecahan dari \(from)." }
  func spokenMerged(from: String, to: String) -> String { "\(from) digabungkan ke \(to)." }
  func spokenRenumbered(from: String, to: String) -> String {
    "\(from) berganti nomor menjadi \(to)."
  }
  func spokenFollowed(_ place: String, from: String, to: String) -> String {
    "\(place): rujukan '\(from)' ikut menjadi '\(to)'."
  }

  func spokenComment(
    _ number: Int, of count: Int, id: String, place: String, from: String, status: String,
    text: String
  ) -> String {
    let head = [from, status].filter { !$0.isEmpty }.joined(separator: ", ")
    return "Masukan \(number) dari \(count) pada \(place), kode \(id), \(head): \(text)"
  }
}

// Help
extension Indonesian {
  func gitAbstract(_ topic: HelpTopic) -> String {
    topic == .diffDriver
      ? "Menampilkan perbandingan dalam keluaran git diff."
      : "Mencetak sebuah teks dengan satu ketentuan per baris."
  }

  func gitDiscussion(_ topic: HelpTopic) -> String {
    topic == .diffDriver
      ? "Dipanggil oleh git: git config diff.naskah.command 'naskah diff-driver'. Selalu keluar "
        + "dengan kode 0. Lihat docs/git.md."
      : "Dipanggil oleh git: git config diff.naskah.textconv 'naskah textconv'. Lihat docs/git.md."
  }

  func diffOption(_ option: HelpOption) -> String {
    switch option {
    case .only: "Hanya jenis perubahan ini: substance, references, atau moves."
    case .diffUnit: "Hanya bagian ini, di teks lama atau baru, misalnya \"Pasal 12\"."
    case .context: "Menampilkan sekian tetangga yang tetap di kedua sisi perubahan; bawaan 0."
    case .openComments: "Membuka percakapan masukan seutuhnya."
    case .theme: "Warna: default, blue-orange, atau monochrome; juga git config naskah.theme."
    case .screenReader: "Kalimat biasa satu demi satu, untuk pembaca layar."
    case .hyperlinks: "Tautan pada terminal: auto (bawaan), always, atau never."
    case .gitArguments: "Tujuh argumen yang diberikan git kepada program pembanding."
    default: "Berkas teks."
    }
  }
}
