import LegalText
import ReviewModel

extension Indonesian {
  func internalFault(_ description: String) -> FailureText {
    FailureText(
      "Terjadi kesalahan pada program ini: \(description)",
      "Data tidak berubah. Mohon laporkan bersama perintah yang dijalankan.")
  }

  func text(_ failure: Failure) -> FailureText {
    repository(failure) ?? draft(failure) ?? file(failure) ?? place(failure)
      ?? trustFailure(failure) ?? internalFault(failure.code)
  }

  private func repository(_ failure: Failure) -> FailureText? {
    switch failure {
    case .notARepository(let path):
      FailureText(
        "\(path) bukan repositori git, dan tidak berada di dalamnya.",
        "Untuk membuat ruang kerja baru: naskah mulai FOLDER")
    case .notAWorkbench(let path):
      FailureText(
        "Repositori \(path) belum memiliki folder Drafts.",
        "Untuk memulai naskah: naskah draf tambah KUNCI --title JUDUL")
    case .alreadyAWorkbench(let path):
      FailureText(
        "\(path) sudah menjadi ruang kerja.", "Isinya: naskah -C \(quoted(path)) draf daftar")
    case .bareRepository(let path):
      FailureText(
        "\(path) adalah repositori tanpa berkas kerja, jadi naskah tidak dapat diubah di sini.",
        "Kerjakan pada salinannya: git clone \(quoted(path)) FOLDER")
    case .detachedHead:
      FailureText(
        "Repositori tidak sedang berada di suatu cabang, jadi revisi baru tidak punya tempat.",
        "Kembali ke cabang: git switch NAMA_CABANG")
    case .repositoryBusy(let state):
      FailureText(
        "Repositori sedang di tengah \(state) yang belum selesai.",
        "Selesaikan atau batalkan dulu; keadaannya: git status")
    case .readOnly(let path):
      FailureText(
        "\(path) tidak dapat ditulisi; tidak ada yang disimpan.",
        "Periksa hak akses folder itu, atau bekerja pada salinannya.")
    case .locked(let path):
      FailureText(
        "Repositori sedang dipakai proses lain (\(path)).",
        "Tunggu sampai proses itu selesai, lalu ulangi.")
    case .userNameMissing:
      FailureText(
        "Nama dan alamat surel Anda belum diatur, padahal setiap revisi mencatat penyusunnya.",
        "git config --global user.name \"NAMA\" dan git config --global user.email SUREL")
    case .git(let call, let code, let message):
      FailureText("Operasi git gagal: \(message) (\(call), \(code)).")
    case .logNewer(let ref, let version):
      FailureText(
        "Catatan \(ref) ditulis oleh naskah yang lebih baru (format \(version)).",
        "Pasang versi naskah yang terbaru, lalu ulangi.")
    case .logDamaged(let ref, let reason):
      FailureText(
        "Catatan \(ref) rusak: \(reason)", "Ambil kembali dari salinan lain: git fetch")
    default: nil
    }
  }

  private func draft(_ failure: Failure) -> FailureText? {
    switch failure {
    case .draftKeyInvalid(let key):
      FailureText(
        "\"\(key)\" bukan kunci naskah.",
        "Kunci terdiri atas huruf a–z, angka, dan tanda hubung, paling panjang 64, diawali huruf "
          + "atau angka; contohnya: pekat")
    case .draftNotFound(let key, let existing):
      existing.isEmpty
        ? FailureText(
          "Naskah \(key) tidak ada; ruang kerja ini belum memiliki naskah.",
          "Untuk memulainya: naskah draf tambah \(key) --title JUDUL")
        : FailureText("Naskah \(key) tidak ada; yang ada: \(list(existing)).")
    case .draftExists(let key):
      FailureText("Naskah \(key) sudah ada.", "Untuk melihatnya: naskah draf lihat \(key)")
    case .draftInfoUnreadable(let path, let reason):
      FailureText(
        "\(path) tidak dapat dibaca: \(reason)",
        "Perbaiki berkas itu; paling sedikit harus memuat title: JUDUL")
    case .addressNotUnderstood(let text):
      FailureText(
        "\"\(text)\" bukan alamat revisi, dan tidak ada cabang bernama itu.",
        "Contohnya: pekat, pekat@3, pekat@latest, pekat@CABANG, pekat@1..3, pekat@3..")
    case .revisionNotFound(let draft, let asked, let latest):
      FailureText(
        "\(draft) tidak punya revisi \(asked); revisi terakhir r\(latest).",
        "Daftarnya: naskah riwayat \(draft)")
    case .revisionAmbiguous(let draft, let prefix, let candidates):
      FailureText(
        "\(draft)@\(prefix) dapat berarti lebih dari satu revisi: \(list(candidates)).",
        "Tuliskan lebih panjang, atau pakai nomor revisinya.")
    case .noRevisionYet(let draft):
      FailureText(
        "\(draft) belum memiliki revisi.",
        "Untuk mencatat yang pertama: naskah simpan \(draft) -m PESAN")
    case .rangeOfTwoDrafts(let first, let second):
      FailureText(
        "\(first) dan \(second) adalah naskah yang berbeda.",
        "Untuk membandingkan dua berkas: naskah banding --no-index BERKAS BERKAS")
    case .noText(let draft, let path):
      FailureText("\(draft) belum memiliki teks.", "Tuliskan teksnya di \(path)")
    case .unsavedChanges(let draft):
      FailureText(
        "\(draft) memiliki perubahan yang belum disimpan; teksnya tidak diganti.",
        "Simpan dulu: naskah simpan \(draft) -m PESAN")
    case .noCommonBase(let first, let second):
      FailureText(
        "\(first) dan \(second) tidak berasal dari revisi yang sama.",
        "Sebutkan dasarnya: --base KUNCI@REVISI")
    case .mergeElsewhere(let draft):
      FailureText(
        "Teks kerja \(draft) bukan salah satu dari kedua revisi itu dan bukan pula dasarnya.",
        "Gabungkan dengan revisi terakhir: naskah gabung \(draft) \(draft)@REVISI; "
          + "atau cetak hasilnya saja: --stdout")
    case .textHasConflicts(let draft, let unit, let line):
      FailureText(
        "Teks \(draft) masih memuat tanda konflik pada baris \(number(line))"
          + (unit.isEmpty ? "." : ", \(UnitAddress.label(unit))."),
        "Pilih atau satukan kedua teksnya di penyunting, lalu hapus baris <<<<<<<, =======, dan "
          + ">>>>>>>.")
    case .messageEmpty:
      FailureText("Teksnya kosong; tidak ada yang disimpan.", "Tuliskan dengan -m TEKS")
    default: nil
    }
  }

  private func file(_ failure: Failure) -> FailureText? {
    switch failure {
    case .fileNotFound(let path): FailureText("\(path) tidak ada.")
    case .notAFile(let path): FailureText("\(path) bukan berkas biasa.", "Sebutkan berkas teksnya.")
    case .notAFolder(let path): FailureText("\(path) bukan folder.")
    case .fileUnreadable(let path, let reason):
      FailureText("\(path) tidak dapat dibaca: \(reason)")
    case .textEmpty(let path): FailureText("\(path) kosong.", "Isi dulu dengan teks naskah.")
    case .textHasNUL(let path, let offset):
      FailureText(
        "\(path) bukan berkas teks (byte ke-\(number(offset + 1)) bernilai nol).",
        "Simpan sebagai teks biasa UTF-8 dari pengolah katanya.")
    case .textNotUTF8(let path, let offset):
      FailureText(
        "\(path) bukan teks UTF-8 (byte ke-\(number(offset + 1))).",
        "Untuk mengubahnya: naskah impor BERKAS --draft KUNCI")
    case .seedUnreadable(let path, let reason), .registerUnreadable(let path, let reason):
      FailureText("\(path) tidak dapat dibaca: \(reason)", "Perbaiki berkas itu, lalu ulangi.")
    case .importEmpty(let path):
      FailureText("\(path) tidak berisi baris masukan.", "Baris pertama harus berisi judul kolom.")
    case .importNoTextColumn(let path, let columns):
      FailureText(
        "\(path) tidak punya kolom masukan; kolomnya: \(list(columns)).",
        "Beri judul \"masukan\" pada kolom yang memuat isi masukan.")
    case .mappingInvalid(let text, let fields, let columns):
      FailureText(
        "\(text) tidak menunjuk kolom: isinya \(list(fields)); kolomnya \(list(columns)).",
        "Contohnya: --map masukan=\"Isi pendapat\"")
    case .importQuoteOpen(let path, let line):
      FailureText(
        "\(path) baris \(number(line)): tanda kutip dibuka dan tidak pernah ditutup.",
        "Perbaiki baris itu; tidak ada yang diimpor.")
    default: document(failure)
    }
  }

  private func place(_ failure: Failure) -> FailureText? {
    switch failure {
    case .unitNotUnderstood(let text):
      FailureText(
        "\"\(text)\" bukan alamat bagian naskah.",
        "Contohnya: \"Pasal 5 ayat (2) huruf a\", \"BAB III\", \"Menimbang huruf a\"")
    case .unitNotFound(let asked, let text, let parent, let present):
      unitNotFound(asked: asked, text: text, parent: parent, present: present)
    case .quoteNotFound(let quote, let unit):
      FailureText("Kata-kata \"\(quote)\" tidak ada di \(UnitAddress.label(unit)).")
    case .commentNotFound(let id):
      FailureText("Masukan \(id) tidak ada.", "Daftarnya: naskah komentar daftar")
    case .commentAmbiguous(let prefix, let candidates):
      FailureText(
        "\(prefix) dapat berarti lebih dari satu masukan: \(list(candidates)).",
        "Tuliskan lebih panjang.")
    case .commentPrefixTooShort(let text):
      FailureText(
        "\"\(text)\" bukan kode masukan.",
        "Kode masukan ditulis paling sedikit 4 angka atau huruf a–f; daftarnya: naskah komentar daftar"
      )
    case .commentTooLarge(let bytes, let limit):
      FailureText(
        "Teks masukan terlalu panjang: \(number(bytes)) byte, paling panjang \(number(limit)).",
        "Bagi menjadi beberapa masukan.")
    case .notTheAuthor(let id):
      FailureText(
        "Masukan \(id) dicatat di klon lain; hanya klon itu yang dapat mengubah atau menariknya.",
        "Menambahkan: naskah komentar balas \(id) -m TEKS")
    case .commentWithdrawn(let id): FailureText("Masukan \(id) sudah ditarik.")
    case .attachmentTooLarge(let path, let bytes, let limit):
      FailureText(
        "\(path) terlalu besar untuk dilampirkan: \(number(bytes)) byte, paling besar "
          + "\(number(limit)).", "Pindai dengan resolusi lebih rendah, atau bagi berkasnya.")
    case .dateInvalid(let text):
      FailureText(
        "\"\(text)\" bukan tanggal.", "Contohnya: 2025-09-26, 26/09/2025, 26 September 2025")
    case .statusInvalid(let text, let known):
      FailureText("\"\(text)\" bukan status masukan; yang ada: \(list(known)).")
    default: nil
    }
  }

  private func unitNotFound(
    asked: String, text: String, parent: String?, present: [String]
  ) -> FailureText {
    let what = "\(UnitAddress.label(asked)) tidak ada di \(text)"
    let labels = present.map { UnitAddress.label($0) }
    guard let first = labels.first, let last = labels.last else {
      return FailureText(
        parent.map { "\(what); \(UnitAddress.label($0)) tidak punya bagian seperti itu." }
          ?? "\(what).", "Daftar bagian naskah: naskah kerangka")
    }
    if labels.count == 1 { return FailureText("\(what); yang ada hanya \(first).") }
    return FailureText("\(what); yang ada \(first) sampai dengan \(last).")
  }

  func list(_ items: [String]) -> String {
    Listing.joined(items, and: "dan", more: { "dan \(number($0)) lagi" })
  }

  func quoted(_ path: String) -> String { path.contains(" ") ? "\"\(path)\"" : path }
}
