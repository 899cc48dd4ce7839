import DraftDiff
import LegalText
import ReviewModel

extension Indonesian {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
  ]

  func number(_ value: Int) -> String { Listing.grouped(value, separator: ".") }

  func date(_ date: CalendarDate) -> String {
    "\(date.day) \(Self.months[date.month - 1]) \(date.year)"
  }

  func pasalCount(_ count: Int) -> String { "\(number(count)) Pasal" }

  func unitCount(_ kind: UnitKind, _ count: Int) -> String {
    "\(number(count)) \(unitKind(kind))"
  }

  func comments(_ count: Int) -> String { "\(number(count)) masukan" }

  func shownComments(_ count: Int) -> String { "\(comments(count)) ditampilkan" }

  func commentCounts(_ counts: CommentCounts) -> String {
    if counts.total == 0 { return "belum ada" }
    let withdrawn = counts.withdrawn > 0 ? ", \(number(counts.withdrawn)) ditarik" : ""
    if counts.open == 0, counts.withdrawn == 0 {
      return "\(number(counts.total)), semua sudah dijawab"
    }
    return "\(number(counts.total)): \(number(counts.answered)) dijawab, "
      + "\(number(counts.open)) menunggu jawaban\(withdrawn)"
  }

  func resolves(_ count: Int) -> String { "menindaklanjuti \(number(count)) masukan" }
  func draftTitle(_ title: String) -> String {
    ["raperda", "rancangan", "peraturan"].contains { title.lowercased().hasPrefix($0) }
      ? title : "Raperda tentang \(title)"
  }

  func draftKind(_ kind: DraftInfo.Kind) -> String {
    switch kind {
    case .new: "Perda baru"
    case .amendment: "Perubahan Perda"
    }
  }

  func initiatedBy(_ initiator: String) -> String { "prakarsa \(initiator)" }

  func unitKind(_ kind: UnitKind) -> String {
    switch kind {
    case .judul: "Judul"
    case .pembukaan: "Pembukaan"
    case .menimbang: "Menimbang"
    case .mengingat: "Mengingat"
    case .diktum: "Diktum"
    case .bab: "BAB"
    case .bagian: "Bagian"
    case .paragraf: "Paragraf"
    case .pasal: "Pasal"
    case .ayat: "ayat"
    case .huruf: "huruf"
    case .angka: "angka"
    case .subhuruf: "subhuruf"
    case .subangka: "subangka"
    case .butir: "butir"
    case .definisi: "definisi"
    case .instruksi: "angka perubahan"
    case .penutup: "Penutup"
    case .penjelasan: "Penjelasan"
    case .lampiran: "Lampiran"
    case .blok: "teks"
    }
  }

  func revision(_ number: Int) -> String { "r\(number)" }
  var workingText: String { "teks kerja" }
  var unsavedChanges: String { "ada perubahan belum disimpan" }
  var noRevision: String { "belum ada revisi" }
  var noRevisionYet: String { "Belum ada revisi." }
  var noDraftYet: String { "Belum ada naskah di ruang kerja ini." }
  var lastRevision: String { "revisi terakhir" }
  var contents: String { "isi" }
  var inputs: String { "masukan" }
  var places: String { "tempat" }
  var text: String { "teks" }
  var unheard: String { "belum didengar" }
  var route: String { "jalur" }
  var stage: String { "tahap" }
  var amends: String { "mengubah" }

  func statusHead(drafts: Int, comments: CommentCounts) -> String {
    let head = "\(number(drafts)) naskah · \(number(comments.total)) masukan"
    guard comments.total > 0 else { return head }
    return head + ": \(number(comments.answered)) dijawab, \(number(comments.open)) menunggu"
  }

  func detached(_ count: Int) -> String {
    "\(number(count)) masukan terlepas dari pasalnya"
  }

  func everyGroup(_ count: Int) -> String { "semua unsur (\(number(count)))" }

  func status(_ status: CommentThread.Status) -> String {
    switch status {
    case .open: "belum dijawab"
    case .accepted: "diterima"
    case .partial: "diterima sebagian"
    case .rejected: "tidak diterima"
    case .noted: "dicatat"
    case .outOfScope: "di luar materi"
    case .withdrawn: "ditarik"
    }
  }

  func state(_ state: Placement.State) -> String {
    switch state {
    case .current: "tetap"
    case .moved: "berpindah"
    case .changed: "teks berubah"
    case .detached: "terlepas"
    }
  }

  func nowAt(_ place: String) -> String { "kini \(place)" }

  func detachedFrom(_ parent: String?) -> String {
    parent.map { "terlepas; induknya \($0)" } ?? "terlepas; bagian itu tidak ada lagi"
  }

  func placeNote(_ note: String) -> String { "tempat menurut pemberi masukan: \(note)" }
  func sameText(_ others: Int) -> String { "sama dengan \(number(others)) masukan lain" }
  func answer(_ from: String, _ status: String) -> String { "Jawaban \(from): \(status)" }
  var wholeDraft: String { "seluruh naskah" }
  var nameKept: String { "nama disimpan" }
  var textMissing: String { "(teksnya sudah dihapus atau belum diterima)" }
  var noComment: String { "Tidak ada masukan." }

  func citedBy(_ unit: String, _ count: Int) -> String {
    "\(unit) dirujuk \(number(count)) kali"
  }

  func termsUsed(_ count: Int) -> String { "Istilah yang dipakai: \(number(count))" }
  var noTermUsed: String { "Tidak ada istilah berdefinisi yang dipakai di sini." }
  func folded(_ count: Int) -> String { "\(number(count)) bagian dilipat" }

  func notCited(_ unit: String) -> String { "\(unit) tidak dirujuk di naskah ini." }

  func changeClass(_ kind: ChangeKind) -> String {
    switch kind {
    case .inserted: "BARU"
    case .removed: "HAPUS"
    case .edited: "UBAH"
    case .moved: "PINDAH"
    case .renumbered: "NOMOR"
    case .split: "PECAH"
    case .merged: "GABUNG"
    }
  }

  func changes(_ summary: ChangeSummary) -> String {
    let pasal = [
      (summary.inserted, "baru"), (summary.removed, "hapus"), (summary.moved, "pindah"),
      (summary.split, "pecah"), (summary.merged, "gabung"), (summary.renumbered, "nomor"),
    ].filter { $0.0 > 0 }.map { "\(number($0.0)) \($0.1)" }
    var parts: [String] = []
    if !pasal.isEmpty { parts.append("Pasal: " + pasal.joined(separator: ", ")) }
    if summary.edited > 0 { parts.append("\(number(summary.edited)) bagian diubah") }
    return parts.isEmpty ? "tanpa perubahan isi" : parts.joined(separator: " · ")
  }

  func wordsChanged(inserted: Int, deleted: Int) -> String {
    let parts =
      (inserted > 0 ? ["+\(number(inserted))"] : []) + (deleted > 0 ? ["−\(number(deleted))"] : [])
    return parts.isEmpty ? "" : parts.joined(separator: " ") + " kata"
  }

  func renumberedFolded(pasal: Int, others: Int, references: Int) -> String {
    var parts: [String] = []
    if pasal > 0 { parts.append("\(number(pasal)) Pasal") }
    if others > 0 { parts.append("\(number(others)) ayat atau butir") }
    var text = parts.isEmpty ? "" : parts.joined(separator: " dan ") + " berganti nomor"
    if references > 0 {
      text += (text.isEmpty ? "" : ", ") + "\(number(references)) rujukan ikut berubah"
    }
    return text + ": dilipat (--full)"
  }

  func staleReference(in place: String, to target: String, now: String) -> String {
    "\(place) masih merujuk \"\(target)\"; isinya kini di \(now)"
  }

  func forgottenNotes(first: String, now: String?, others: Int) -> String {
    let explained =
      now.map { "yang dijelaskannya kini \($0)" } ?? "yang dijelaskannya sudah dihapus"
    let more = others > 0 ? "; begitu juga \(number(others)) penjelasan lain" : ""
    return "\(first) tidak ikut berubah: \(explained)\(more)"
  }

  func replacedReference(in place: String, to target: String) -> String {
    "\(place) merujuk \"\(target)\", yang isinya dihapus; di nomor itu kini ketentuan lain"
  }

  func danglingReference(in place: String, to target: String) -> String {
    "\(place) merujuk \"\(target)\", yang tidak ada lagi"
  }

  func figureDisagrees(in place: String, _ figure: String) -> String {
    "\(place): angka dan kata-katanya tidak sama: \"\(figure)\""
  }

  func movedFrom(_ place: String) -> String { "↷ dari \(place)" }
  func movedTo(_ place: String) -> String { "↷ ke \(place)" }
  var attention: String { "AWAS" }
  var coarseWords: String {
    "Teksnya terlalu panjang untuk dibandingkan kata demi kata; ditampilkan sebagai penggantian utuh."
  }
  var noDifference: String { "Tidak ada perbedaan." }

  func hintCommit(_ draft: DraftKey) -> String { "Catat revisi: naskah simpan \(draft) -m PESAN" }
  func hintLog(_ draft: DraftKey) -> String { "Riwayatnya: naskah riwayat \(draft)" }
  func hintDiff(_ draft: DraftKey, from: Int, to: Int) -> String {
    "Lihat perubahan: naskah banding \(draft)@\(from)..\(to)"
  }
  func hintOpen(_ draft: DraftKey) -> String {
    "Yang menunggu: naskah komentar daftar \(draft) --status open"
  }
  func hintShowComment(_ id: String) -> String { "Selengkapnya: naskah komentar lihat \(id)" }
  func hintAnswer(_ id: String, isOpen: Bool) -> String {
    isOpen
      ? "Menjawab: naskah tanggapi \(id) --accept --reason ALASAN"
      : "Menambahkan: naskah komentar balas \(id) -m TEKS"
  }
  func hintComment(_ revision: String) -> String {
    "Memberi masukan: naskah komentar tambah \(revision) \"Pasal …\" -m TEKS"
  }
  var hintDraftAdd: String { "Memulai naskah: naskah draf tambah KUNCI --title JUDUL" }
}
