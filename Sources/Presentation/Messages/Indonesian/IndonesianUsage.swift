extension Indonesian {
  func word(_ word: HelpWord) -> String {
    switch word {
    case .usage: "Pemakaian"
    case .alias: "Nama lain"
    case .command: "perintah"
    case .option: "pilihan"
    case .argument: "argumen"
    case .showsHelp: "Menampilkan bantuan ini."
    case .showsCommandHelp: "Menampilkan bantuan sebuah perintah."
    case .showsVersion: "Menampilkan versi."
    case .arguments: "Argumen"
    case .commands: "Perintah"
    case .options: "Pilihan"
    case .generalOptions: "Pilihan umum"
    case .languageName: "Bahasa Indonesia"
    case .generated: "Dibuat dari bantuan program; tidak untuk disunting."
    case .manual: "Panduan naskah"
    case .name: "Nama"
    case .synopsis: "Ikhtisar"
    case .description: "Uraian"
    case .exitCodes: "Kode keluar"
    case .environment: "Lingkungan"
    case .files: "Berkas"
    case .seeAlso: "Lihat juga"
    }
  }

  func helpOnCommand(_ words: [String]) -> String {
    "Bantuan sebuah perintah: \(words.joined(separator: " ")) PERINTAH"
  }

  func helpHint(_ call: String) -> String { "Keterangan lengkap: \(call)" }

  func usage(_ problem: UsageProblem) -> String {
    switch problem {
    case .unknownCommand(let word, let nearest):
      "Tidak ada perintah '\(word)'." + (nearest.map { " Apakah maksudnya '\($0)'?" } ?? "")
    case .missingCommand(let command, let known):
      "Setelah '\(command)' belum ada perintah: \(joined(known))."
    case .notOneOf(let options): "Pilih tepat satu dari \(joined(options))."
    case .needsTwoRevisions(let name):
      "\(name) memerlukan dua revisi, atau tiga dengan dasarnya: KUNCI@A KUNCI@B."
    case .needsTwoFiles(let option): "Dengan \(option) tepat dua berkas yang dibandingkan."
    }
  }

  private func joined(_ items: [String]) -> String {
    Listing.joined(items, and: "atau", more: { "dan \($0) lagi" })
  }

  func usageError(_ sentence: String) -> String {
    for (english, indonesian) in Self.sentences {
      if let values = english.values(in: sentence) { return indonesian(values) }
    }
    return sentence
  }

  /// The sentences of the argument parser: those with more words before those they begin like.
  private static let sentences: [(SentencePattern, @Sendable ([String]) -> String)] = [
    (
      "Unknown option '*'\n   or: Missing value for '*' in '*'",
      { "Pilihan tidak dikenal: \($0[0]); atau belum ada nilai untuk \($0[1])." }
    ),
    (
      "Unknown option '*'. Did you mean '*'?",
      { "Pilihan tidak dikenal: \($0[0]). Apakah maksudnya \($0[1])?" }
    ),
    ("Unknown option '*'", { "Pilihan tidak dikenal: \($0[0])." }),
    ("Invalid option: *", { "Pilihan tidak dikenal: \($0[0])." }),
    ("Missing value for '*'", { "Belum ada nilai untuk \($0[0])." }),
    (
      "The option '*' does not take any value, but '*' was specified.",
      { "Pilihan \($0[0]) tidak memakai nilai, tetapi diberi '\($0[1])'." }
    ),
    ("Unexpected argument '*'", { "Argumen berlebih: '\($0[0])'." }),
    (
      "* unexpected arguments: '*'",
      { "\($0[0]) argumen berlebih: '\($0[1])'." }
    ),
    (
      "Value to be set with flag '*' had already been set with flag '*'",
      { "Pilihan \($0[0]) bertentangan dengan \($0[1])." }
    ),
    ("Missing expected argument '*'", { "Belum ada argumen \($0[0])." }),
    ("Missing one of: '*'", { "Harus ada salah satu dari '\($0[0])'." }),
    (
      "The value '*' is invalid for '*'. Please provide one of the following:\n*",
      {
        let known = Listing.quoted(bullets: $0[2], or: "atau")
        return "Nilai '\($0[0])' tidak berlaku untuk \($0[1]); pilih \(known)."
      }
    ),
    (
      "The value '*' is invalid for '*'. Please provide one of *.",
      {
        let known = $0[2].replacing(" and ", with: " atau ").replacing(" or ", with: " atau ")
        return "Nilai '\($0[0])' tidak berlaku untuk \($0[1]); pilih \(known)."
      }
    ),
    (
      "The value '*' is invalid for '*': *",
      { "Nilai '\($0[0])' tidak berlaku untuk \($0[1]): \($0[2])" }
    ),
    (
      "The value '*' is invalid for '*'",
      { "Nilai '\($0[0])' tidak berlaku untuk \($0[1])." }
    ),
    ("Missing required subcommand.", { _ in "Belum ada perintah." }),
    (
      "Can't generate completion scripts for '*'.\n*",
      { "Pelengkapan untuk '\($0[0])' tidak ada; yang ada: bash, zsh, dan fish." }
    ),
    (
      "Can't autodetect a supported shell.\n*",
      { _ in "Sebutkan cangkangnya: --generate-completion-script bash, zsh, atau fish." }
    ),
  ]

  var manualDescription: [String] {
    [
      "naskah menyimpan rancangan peraturan daerah, revisinya, dan masukan masyarakat atasnya "
        + "dalam sebuah repositori git biasa, dan menampilkan apa yang berubah antara dua revisi "
        + "sebagaimana dibaca perancang: menurut pasal, dengan perpindahan, perubahan nomor, dan "
        + "rujukannya.",
      "Revisi ditulis KUNCI@NOMOR (pekat@3), KUNCI@latest, atau KUNCI@COMMIT; KUNCI saja berarti "
        + "teks kerja. Rentang ditulis KUNCI@A..B; KUNCI@A.. sampai dengan teks kerja. Bagian "
        + "naskah ditulis seperti biasa: Pasal 5 ayat (2) huruf a. Masukan disebut dengan "
        + "kodenya, atau paling sedikit 4 karakter pertamanya.",
      "Pilihan umum boleh berdiri sebelum atau sesudah perintah. Setiap perintah mempunyai nama "
        + "Indonesia.",
    ]
  }

  var exitCodes: [(String, String)] {
    [
      ("0", "Selesai."), ("1", "Ada perbedaan atau temuan, atau tidak ada yang perlu dilakukan."),
      ("2", "Permintaan tidak dapat dipenuhi; sebabnya tertulis pada galat baku."),
      ("64", "Baris perintah keliru."), ("70", "Kesalahan program sendiri."),
    ]
  }

  var environmentVariables: [(String, String)] {
    [
      (
        "LC_ALL, LC_MESSAGES, LANG",
        "Bahasa: Inggris bila yang pertama terisi berawalan en, "
          + "selain itu Indonesia."
      ),
      (
        "NASKAH_PAGER, PAGER",
        "Program yang menampilkan hasil panjang pada terminal; tanpa ini "
          + "less -FRX."
      ),
      ("VISUAL, EDITOR", "Penyunting teks bila tanpa -m."),
      ("COLUMNS", "Lebar keluaran bila tidak ada terminal."),
      ("NO_COLOR, TERM=dumb", "Tanpa warna, kecuali dengan --color always."),
      (
        "GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL, GIT_COMMITTER_NAME, GIT_COMMITTER_EMAIL",
        "Penulis revisi, seperti pada git."
      ),
    ]
  }

  var files: [(String, String)] {
    [
      ("Drafts/KUNCI/naskah.txt", "Teks kerja sebuah naskah."),
      ("Drafts/KUNCI/draft.yml", "Judul, jenis, pemrakarsa, dan jalurnya."),
      ("register/*.yml", "Unsur masyarakat, isu, indikator, dan forum."),
      (".git/naskah/", "Indeks setempat; dibangun kembali bila hilang."),
    ]
  }
}

/// A sentence with gaps, `*`, in which the argument parser puts what was typed.
private struct SentencePattern: ExpressibleByStringLiteral, Sendable {
  private let parts: [String]

  init(stringLiteral value: String) {
    parts = value.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
  }

  /// What stands in the gaps; nil when the sentence is another.
  func values(in sentence: String) -> [String]? {
    guard let first = parts.first, let last = parts.last, sentence.hasPrefix(first) else {
      return nil
    }
    guard parts.count > 1 else { return sentence == first ? [] : nil }
    var rest = sentence.dropFirst(first.count)
    var values: [String] = []
    for part in parts.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: part) else { return nil }
      values.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    guard rest.hasSuffix(last) else { return nil }
    return values + [String(rest.dropLast(last.count))]
  }
}
