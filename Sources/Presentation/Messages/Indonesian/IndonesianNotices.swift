import ReviewModel

extension Indonesian {
  func initialised(_ path: String, drafts: Int, revisions: Int) -> String {
    drafts == 0
      ? "Ruang kerja dibuat di \(path)."
      : "Ruang kerja dibuat di \(path): \(number(drafts)) naskah, \(number(revisions)) revisi."
  }

  func draftAdded(_ key: DraftKey, path: String) -> String {
    "Naskah \(key) dimulai; teksnya di \(path)."
  }

  func committed(_ report: CommitReport) -> [String] {
    report.revisions.map { entry in
      "\(entry.draft) r\(entry.revision) tersimpan (\(report.commit.prefix(7)))"
        + (entry.changes.map { ": \(changes($0))" } ?? "") + "."
        + (entry.joined.isEmpty
          ? "" : " Digabung dengan \(list(entry.joined.map { String($0.prefix(8)) })).")
    } + (report.resolves.isEmpty ? [] : ["Revisi ini \(resolves(report.resolves.count))."])
  }

  func nothingToCommit(_ drafts: [DraftKey]) -> String {
    "Tidak ada perubahan untuk disimpan pada \(scope(drafts))."
  }

  func noUnsavedChanges(_ drafts: [DraftKey]) -> String {
    "Tidak ada perubahan yang belum disimpan pada \(scope(drafts))."
  }

  private func scope(_ drafts: [DraftKey]) -> String {
    drafts.isEmpty ? "naskah mana pun" : list(drafts.map(\.description))
  }

  func restored(_ key: DraftKey, revision: Int, path: String) -> String {
    "Teks \(key) r\(revision) kini menjadi teks kerja di \(path); simpan dengan: naskah simpan \(key)"
  }

  func alreadyRestored(_ key: DraftKey, revision: Int) -> String {
    "Teks kerja \(key) sudah sama dengan r\(revision); tidak ada yang diubah."
  }

  func commented(_ id: String, place: String) -> String {
    "Masukan \(id) tercatat pada \(place)."
  }

  func commentedOnWorkingText(_ revision: String) -> String {
    "Masukan ditempatkan pada \(revision); teks kerja berbeda dari revisi itu."
  }

  func replied(_ id: String) -> String { "Balasan pada masukan \(id) tercatat." }

  func answered(_ id: String, _ status: CommentThread.Status) -> String {
    "Masukan \(id) dijawab: \(self.status(status))."
  }

  func imported(_ report: ImportReport) -> [String] {
    var lines = [
      "\(number(report.rows)) baris: \(number(report.imported)) masukan baru, "
        + "\(number(report.present)) sudah ada, \(number(report.rejected.count)) ditolak."
    ]
    if report.unplaced > 0 {
      lines.append(
        "\(number(report.unplaced)) masukan menyebut tempat yang tidak dikenal; dicatat pada "
          + "seluruh naskah dengan catatannya.")
    }
    if let file = report.rejectFile {
      lines.append("Baris yang ditolak beserta alasannya: \(file)")
    }
    return lines
  }

  func rejection(_ reason: ImportReport.Rejection.Reason) -> String {
    switch reason {
    case .textEmpty: "isi masukan kosong"
    case .textTooLong(let bytes): "isi masukan terlalu panjang (\(number(bytes)) byte)"
    case .dateInvalid(let text): "tanggal \"\(text)\" tidak ada"
    case .columns(let found, let expected):
      "jumlah kolom \(number(found)), seharusnya \(number(expected))"
    case .draftUnknown(let key): "naskah \"\(key)\" tidak ada"
    case .revisionUnknown(let revision): "revisi \"\(revision)\" tidak ada"
    case .notUTF8: "bukan teks UTF-8"
    }
  }

  var rejectedLineColumn: String { "baris" }
  var rejectedReasonColumn: String { "alasan" }
  func abandoned() -> String { "Teksnya kosong; tidak ada yang disimpan." }

  func template(place: String, words: String) -> [String] {
    [
      "Tulis di atas garis ini. Baris yang diawali # tidak ikut disimpan.",
      "Teks kosong membatalkan.", "", place,
    ] + (words.isEmpty ? [] : [words])
  }

  func importing(_ done: Int, of total: Int) -> String {
    "Mengimpor \(number(done)) dari \(number(total)) baris"
  }

  func exchanging(_ progress: ExchangeProgress) -> String {
    switch progress.step {
    case .receiving: "Menerima \(progress.percent) %"
    case .sending: "Mengirim \(progress.percent) %"
    }
  }

  func skippedUnknownRefs(_ count: Int) -> String {
    "\(number(count)) catatan tidak dapat dibaca dan dilewati; periksa dengan: git for-each-ref refs/naskah-seen"
  }
}
