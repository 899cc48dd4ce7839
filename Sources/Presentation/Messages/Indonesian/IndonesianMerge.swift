import DraftDiff

extension Indonesian {
  func mergeHead(_ ours: String, _ theirs: String, base: String) -> String {
    "\(ours) digabung dengan \(theirs), dasar bersama \(base)"
  }

  func threeWayHead(_ ours: String, _ theirs: String, base: String) -> String {
    "A = \(ours), B = \(theirs), terhadap dasar bersama \(base)"
  }

  var conflict: String { "KONFLIK" }

  func conflictReason(_ reason: MergeConflict.Reason, goneFrom side: String) -> String {
    switch reason {
    case .edits: "keduanya mengubah kata-kata yang sama"
    case .removal: "dihapus oleh \(side), diubah oleh yang lain"
    case .moves: "dipindahkan ke tempat yang berbeda; teks ini tidak di sini menurut \(side)"
    }
  }

  func atLine(_ line: Int) -> String { "baris \(number(line))" }

  var byBoth: String { "A dan B" }

  var byBothAlike: String { "A dan B, sama" }

  func mergeNumbers(_ count: Int) -> String {
    "\(number(count)) ketentuan hanya berganti nomor; rujukannya ikut"
  }

  func bothInserted(_ ours: String, _ theirs: String) -> String {
    "\(ours) dan \(theirs) disisipkan di tempat yang sama oleh A dan B; periksa urutannya"
  }

  func lostTarget(_ place: String, _ text: String, by side: String) -> String {
    "\(place) dari \(side) merujuk \"\(text)\", yang dihapus oleh sisi lain"
  }

  func merged(_ path: String, conflicts: Int, draft: String) -> String {
    conflicts == 0
      ? "\(path) berisi hasilnya, tanpa konflik. Periksa: naskah banding \(draft); "
        + "simpan: naskah simpan \(draft)"
      : "\(path) berisi hasilnya dengan \(number(conflicts)) konflik di antara tanda <<<<<<< "
        + "dan >>>>>>>. Putuskan di penyunting, lalu: naskah simpan \(draft)"
  }

  func wouldMerge(conflicts: Int) -> String {
    conflicts == 0
      ? "Dapat digabung tanpa konflik. Belum ada yang ditulis."
      : "Ada \(number(conflicts)) konflik. Belum ada yang ditulis."
  }

  func nothingToMerge(_ draft: String) -> String {
    "Teks kerja \(draft) sudah memuat keduanya; tidak ada yang diubah."
  }

  func mergeParents(_ commits: [String]) -> String {
    "Revisi berikutnya akan tercatat sebagai gabungan dengan "
      + list(commits.map { String($0.prefix(8)) }) + "."
  }

  func mergeLeftFiles(_ files: [String]) -> String {
    "Hanya teks naskah yang digabung. Berkas lain yang juga diubah di sana tidak diambil, sehingga "
      + "revisi berikutnya tidak tercatat sebagai gabungan: \(list(files))."
  }

  var driverSides: (ours: String, theirs: String) { ("sisi kita", "sisi mereka") }

  func driverConflicts(_ path: String, _ count: Int) -> String {
    "\(path): \(number(count)) konflik"
  }

  var commonText: String { "semula" }

  var nobodyChanged: String { "Keduanya sama dengan dasar bersamanya." }

  var unchangedHere: String { "tetap" }

  func changedByBoth(_ count: Int) -> String {
    "\(number(count)) bagian diubah oleh A dan B"
  }
}

// Help
extension Indonesian {
  func mergeAbstract(_ topic: HelpTopic) -> String {
    topic == .merge
      ? "Menggabungkan dua revisi sebuah naskah menurut bagiannya."
      : "Menggabungkan sebuah naskah dalam git merge."
  }

  func mergeDiscussion(_ topic: HelpTopic) -> String {
    topic == .merge
      ? "Contoh: naskah gabung pekat pekat@usulan (revisi terakhir dengan cabang usulan), "
        + "naskah gabung pekat@3 pekat@1f3a. Perubahan pada bagian yang berlainan disatukan, nomor "
        + "dan rujukan disesuaikan; yang berkonflik ditulis dengan kedua teksnya di antara tanda <<<<<<< dan "
        + ">>>>>>> untuk diputuskan perancang. Keluar dengan kode 1 bila ada konflik."
      : "Dipanggil oleh git: git config merge.naskah.driver 'naskah merge-driver %O %A %B %L %P'. "
        + "Lihat docs/git.md."
  }

  func mergeOption(_ option: HelpOption) -> String {
    switch option {
    case .diffBase:
      "Membandingkan dua revisi terhadap dasar bersamanya: --base KUNCI@A KUNCI@B; dengan tiga "
        + "revisi, yang pertama dasarnya."
    case .mergeRevisions:
      "KUNCI@A KUNCI@B; KUNCI saja berarti revisi terakhir. REVISI boleh nama cabang atau commit."
    case .mergeBase: "Revisi asal keduanya; tanpa ini dicari dalam riwayat."
    default: "Dasar, sisi kita, sisi mereka, panjang tanda, dan nama berkas dari git."
    }
  }
}
