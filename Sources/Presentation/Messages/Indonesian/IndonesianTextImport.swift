import LegalText
import ReviewModel

extension Indonesian {
  func textImported(_ report: TextImportReport) -> [String] {
    var lines: [String] = []
    let size = "\(number(report.pasal)) Pasal"
    if let draft = report.draft, let path = report.path {
      lines.append(
        report.isChanged
          ? "\(report.source) kini menjadi teks kerja \(draft) di \(path): \(size)."
          : "Teks kerja \(draft) sudah sama dengan \(report.source); tidak ada yang diubah.")
      if let kept = report.kept { lines.append("Berkas asalnya disimpan di \(kept).") }
    } else {
      lines.append("\(report.source): \(size).")
    }
    let (repairs, removals) = (report.result.repairs.count, report.result.removals.count)
    lines.append(
      "\(number(repairs)) perbaikan, \(number(removals)) baris halaman dibuang"
        + (repairs + removals > 0 ? "; rinciannya dengan --report." : "."))
    return lines
  }

  func note(_ note: ImportNote) -> String {
    switch note {
    case .utf16: "Berkas ditulis dalam UTF-16; diubah menjadi UTF-8."
    case .windows1252(let bytes):
      "Berkas ditulis dalam Windows-1252 (\(number(bytes)) byte); diubah menjadi UTF-8."
    case .invisible(let count): "\(number(count)) karakter tak kasatmata dibuang."
    case .markup(let count): "\(number(count)) tanda Markdown dibuang."
    case .spreads(let count): "\(number(count)) lembar berisi dua halaman dipisahkan."
    case .pages(let count): "\(number(count)) pergantian halaman dihapus."
    case .hyphens(let joined, let kept):
      "\(number(joined + kept)) kata terputus di ujung baris: \(number(joined)) disambung, "
        + "\(number(kept)) tetap bertanda hubung."
    case .marksApart(let lines):
      "\(number(lines.count)) tanda terpisah dari teksnya dan tidak terbukti milik teks yang mana: "
        + "\(sourceLines(lines.map { $0...$0 })). Mohon diletakkan sendiri."
    case .linesKept(let places):
      "Baris dibiarkan terputus karena terbaca lain jika disambung: \(sourceLines(places)). "
        + "Mohon diperiksa."
    }
  }

  func notes(_ notes: DocumentNotes) -> [String] {
    [
      (
        notes.insertions + notes.deletions,
        "perubahan terlacak (\(number(notes.insertions)) sisipan, \(number(notes.deletions)) "
          + "hapusan) dianggap diterima."
      ),
      (notes.footnotes, "catatan kaki tidak dibawa."),
      (notes.comments, "komentar tidak dibawa."),
      (notes.headers, "kepala dan kaki halaman tidak dibawa."),
      (notes.pictures, "gambar tidak dibawa."),
      (notes.tables, "tabel menjadi baris."),
    ].filter { $0.0 > 0 }.map { "\(number($0.0)) \($0.1)" }
  }

  func removed(_ kind: Removal.Kind, _ count: Int) -> String {
    let name =
      switch kind {
      case .pageNumber: "nomor halaman"
      case .header: "kepala halaman"
      case .footer: "kaki halaman"
      case .catchword: "kata sambung"
      case .serviceLine: "baris pemindai"
      case .frontMatter: "baris pengubah berkas"
      }
    return "Dibuang: \(number(count)) \(name)"
  }

  func repaired(_ kind: Repair.Kind, _ count: Int) -> String {
    let name =
      switch kind {
      case .mark: "tanda bagian"
      case .reference: "nomor rujukan"
      case .hyphen: "kata terputus"
      case .spacing: "spasi"
      }
    return "Diperbaiki: \(number(count)) \(name)"
  }

  func reason(_ reason: Repair.Reason) -> String {
    switch reason {
    case .sequence: "menurut urutannya"
    case .target: "yang dirujuk ada"
    case .vocabulary: "ditulis begitu di tempat lain"
    case .reduplication: "kata ulang"
    case .form: "hanya spasi"
    case .usual: "lazimnya; mohon diperiksa"
    }
  }

  private func sourceLines(_ places: [ClosedRange<Int>]) -> String {
    let shown = places.prefix(6).map {
      $0.count == 1 ? number($0.lowerBound) : "\(number($0.lowerBound))–\(number($0.upperBound))"
    }
    return "baris \(shown.joined(separator: ", "))" + (places.count > shown.count ? ", …" : "")
  }

  func sourceLine(_ line: Int) -> String { "baris \(number(line))" }

  /// Words for documents that cannot be read.
  func document(_ failure: Failure) -> FailureText? {
    switch failure {
    case .importNeedsDraft(let key):
      FailureText(
        "Naskah \(key) belum ada, jadi teksnya tidak punya tempat.",
        "Mulai dulu: naskah draf tambah \(key) --title JUDUL")
    case .toolMissing(let tool, let package):
      FailureText(
        "Program \(tool) belum terpasang.", "Pasang paketnya: apt install \(package)")
    case .documentUnreadable(let path, let problem): unreadable(path, problem)
    default: nil
    }
  }

  private func unreadable(_ path: String, _ problem: DocumentProblem) -> FailureText {
    let save = "Simpan ulang dari pengolah katanya, lalu ulangi."
    return switch problem {
    case .damaged: FailureText("\(path) rusak dan tidak dapat dibaca.", save)
    case .notWord: FailureText("\(path) bukan dokumen DOCX.", save)
    case .tooLarge: FailureText("\(path) mengembang melampaui batas saat dibuka.", save)
    case .hostile:
      FailureText("\(path) memuat XML yang tidak wajar dan tidak dibaca.", save)
    case .encrypted:
      FailureText("\(path) terkunci dengan kata sandi.", "Simpan salinannya tanpa kata sandi.")
    case .noTextLayer:
      FailureText(
        "\(path) hanya berisi gambar halaman, tanpa teks.",
        "Jalankan OCR lebih dulu, lalu impor hasilnya.")
    case .unknownKind:
      FailureText(
        "\(path) bukan teks, DOCX, atau PDF.", "Simpan sebagai DOCX atau teks biasa.")
    }
  }
}
