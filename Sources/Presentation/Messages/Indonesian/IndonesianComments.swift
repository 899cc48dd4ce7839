import ReviewModel

extension Indonesian {
  func edited(_ date: String) -> String { "diubah \(date)" }
  func withdrawn(_ date: String) -> String { "Ditarik oleh pemberi masukan \(date)" }
  func movedByHand(from place: String) -> String { "dipindahkan dari \(place)" }

  func assigned(to office: String, due: String?) -> String {
    "dijawab oleh \(office)" + (due.map { ", paling lambat \($0)" } ?? "")
  }

  func attached(_ files: [String]) -> String { "lampiran: \(files.joined(separator: ", "))" }

  func ineffective(_ count: Int) -> String {
    "\(number(count)) peristiwa oleh pihak lain tidak mengubah masukan ini"
  }

  func unknownEvents(_ count: Int) -> String { "\(number(count)) peristiwa dari versi lebih baru" }

  func more(_ count: Int) -> String { "… dan \(number(count)) lagi" }
  var manyMore: String { "… dan banyak lagi" }

  var deadlines: String { "tenggat" }

  func deadlines(_ counts: CommentCounts) -> String {
    var parts = ["\(number(counts.due)) bertenggat"]
    if counts.overdue > 0 { parts.append("\(number(counts.overdue)) lewat waktu") }
    if let next = counts.nextDue { parts.append("paling awal \(date(next))") }
    return parts.joined(separator: ", ")
  }

  func commentEdited(_ id: String) -> String { "Isi masukan \(id) diubah." }
  func commentWithdrawn(_ id: String) -> String { "Masukan \(id) ditarik." }
  func commentMoved(_ id: String, to place: String) -> String {
    "Masukan \(id) kini pada \(place)."
  }

  func commentsAssigned(_ ids: [String], to office: String, due: CalendarDate?) -> String {
    (ids.count == 1 ? "Masukan \(ids[0])" : comments(ids.count)) + " ditugaskan kepada \(office)"
      + (due.map { ", paling lambat \(date($0))" } ?? "") + "."
  }

  func groupAnswered(_ count: Int, others: Int, _ status: CommentThread.Status) -> String {
    "\(comments(count)) dijawab: \(self.status(status))."
      + (others > 0
        ? " \(number(others)) yang sudah dijawab atau ditarik tetap seperti semula." : "")
  }

  func indexed(_ comments: Int, unreadable: Int) -> [String] {
    ["Indeks dibuat ulang: \(self.comments(comments))."]
      + (unreadable > 0 ? [skippedUnknownRefs(unreadable)] : [])
  }

  func attachmentsSaved(_ paths: [String]) -> [String] { paths.map { "Tersimpan: \($0)" } }
  var noAttachment: String { "Masukan ini tidak punya lampiran di sini." }

  var noGroup: String { "Tidak ada masukan yang isinya sama." }

  func groups(_ count: Int, comments: Int) -> String {
    "\(number(count)) kelompok · \(self.comments(comments))"
  }

  func letterGroup(_ count: Int, open: Int) -> String {
    "\(comments(count)) · " + (open == 0 ? "semua sudah dijawab" : "\(number(open)) belum dijawab")
  }

  func sameWords(_ count: Int) -> String { "\(number(count)) pengirim tanpa kata-kata sendiri" }

  var ownWords: String { "kata-kata sendiri" }
  func hintRespondGroup(_ id: String) -> String {
    "Menjawab semuanya: naskah tanggapi --group \(id) --note --reason ALASAN"
  }

  func wouldImport(_ report: ImportReport) -> [String] {
    [
      "\(number(report.rows)) baris: \(number(report.imported)) akan diimpor, "
        + "\(number(report.present)) sudah ada, \(number(report.rejected.count)) akan ditolak. "
        + "Belum ada yang ditulis."
    ]
  }

  var readAsWindows1252: String { "Berkas dibaca sebagai Windows-1252." }

  func mappingKept(_ columns: [String]) -> String {
    "Disimpan untuk berkas dengan kolom yang sama: \(columns.joined(separator: ", "))."
  }

  func mappingUsed(_ columns: [String]) -> String {
    "Kolom menurut yang disimpan: \(columns.joined(separator: ", "))."
  }
}
