import ReviewModel

extension Indonesian {
  func role(_ role: ReviewRole?) -> String {
    switch role {
    case .drafter: "perancang"
    case .reviewer: "penelaah"
    case .secretariat: "sekretariat"
    case .observer: "pengamat"
    case nil: "belum berperan"
    }
  }

  func keyReady(_ report: KeyReport) -> [String] {
    [
      report.isNew
        ? "Kunci dibuat: \(report.signingKey)" : "Kunci yang dipakai: \(report.signingKey)",
      "\(report.principal) tercatat dalam register/signers: \(role(report.role)).",
    ]
      + (report.role == nil
        ? [
          "Kunci ini berlaku setelah sekretariat menjalankan: naskah kunci peran \(report.principal) PERAN"
        ]
        : [])
  }

  func roleSet(_ principal: String, _ role: ReviewRole) -> String {
    "Peran \(principal) sekarang: \(self.role(role))."
  }

  func keyRevoked(_ principal: String) -> String {
    "Kunci \(principal) berakhir sekarang; yang ditandatangani sebelumnya tetap berlaku."
  }

  func signersHead(_ report: SignersReport) -> String {
    report.requiresSignatures
      ? "\(number(report.signers.count)) kunci; semuanya wajib ditandatangani"
      : "\(number(report.signers.count)) kunci; tanda tangan tidak diwajibkan"
  }

  func keyEnds(_ time: String) -> String { "berakhir \(time)" }
  var keyWaits: String { "menunggu sekretariat" }
  func setting(_ name: String, _ value: String) -> String { "\(name) = \(value)" }

  func verified(_ report: VerifyReport) -> String {
    let logs = "\(number(report.logs.count)) log, \(number(report.events)) peristiwa"
    let apart = report.logs.count { $0.trust == .quarantined }
    if report.findings.isEmpty { return "\(logs): semuanya beres." }
    return "\(logs): \(number(report.findings.count)) temuan"
      + (apart > 0 ? ", \(number(apart)) log dikarantina" : "")
  }

  func revisionsSigned(_ signed: Int, of total: Int) -> String {
    "\(number(signed)) dari \(number(total)) revisi ditandatangani"
  }

  func trust(_ trust: CommentReport.Trust) -> String {
    switch trust {
    case .unsigned: "tidak ditandatangani"
    case .verified: "tanda tangan sah"
    case .quarantined: "dikarantina"
    }
  }

  func finding(_ kind: TrustFinding.Kind) -> String {
    switch kind {
    case .unsigned: "tidak ditandatangani, padahal tanda tangan diwajibkan"
    case .badSignature: "tanda tangannya tidak cocok"
    case .unknownKey: "ditandatangani dengan kunci yang tidak berlaku dalam register/signers"
    case .expiredKey: "ditandatangani dengan kunci yang sudah berakhir"
    case .changedKey: "diteruskan dengan kunci yang bukan milik penulisnya"
    case .sharedKey: "dua penulis memakai satu kunci"
    case .noRole: "ditandatangani orang yang tidak berperan dalam register/roles.yml"
    case .notALog: "bukan log"
    case .newerFormat: "bentuknya tidak dikenal oleh versi ini"
    case .rewritten: "ditulis ulang: peristiwa yang pernah terlihat hilang atau berubah"
    case .rolledBack: "dimundurkan: peristiwa yang pernah terlihat hilang"
    case .behind:
      "lebih pendek daripada yang pernah dilihat penulis lain; ambil lagi, atau tanyakan"
    case .forked: "terbelah: penulis yang sama menulis di dua tempat"
    case .gap: "ada ruas yang hilang"
    case .order: "urutan peristiwa tidak benar"
    case .strangeFile: "memuat berkas yang bukan bagiannya"
    case .unreadable: "ada objek yang hilang atau rusak"
    case .notJSON: "ada catatan yang tidak terbaca"
    case .tooLarge: "ada catatan yang terlalu besar"
    case .clock: "jam logisnya mustahil"
    case .forgedWriter: "peristiwa menyebut penulis lain"
    case .notAllowed: "peristiwa yang tidak boleh dicatat penulisnya"
    case .repeated: "peristiwa tercatat dua kali"
    case .textChanged: "teks diubah"
    case .textMissing: "teks hilang tanpa penghapusan"
    case .textNotErased: "teks yang sudah dihapus masih ada"
    case .registerNotAllowed: "perubahan register tanpa tanda tangan sekretariat"
    case .revisionUnsigned: "revisi tidak ditandatangani orang dalam register"
    case .revisionBadSignature: "tanda tangan revisi tidak cocok"
    }
  }

  func quarantinedEvents(_ count: Int) -> String {
    "\(number(count)) catatan dikarantina dan tidak berpengaruh"
  }

  func erased(_ report: EraseReport) -> [String] {
    [
      "Teks \(report.target.short) dihapus dari klona ini "
        + "(\(number(report.destroyed)) objek dimusnahkan).",
      report.remotes.isEmpty
        ? "Klona lain masih menyimpan salinannya sampai diselaraskan."
        : "Salinannya masih ada di \(list(report.remotes)) dan di setiap klona lain. "
          + "Untuk menghapusnya di sana: naskah selaraskan; hos perlu menjalankan git gc sendiri.",
    ]
  }

  func erasedText(_ reason: String, _ date: String) -> String { "(dihapus \(date): \(reason))" }

  func synced(_ report: SyncReport) -> [String] {
    var parts = ["\(number(report.received)) peristiwa diterima"]
    parts.append("\(number(report.pushed.count)) ref dikirim")
    switch report.branch {
    case .none: break
    case .current: parts.append("naskah sudah mutakhir")
    case .fastForwarded: parts.append("naskah dimutakhirkan")
    case .pushed: parts.append("naskah dikirim")
    }
    if report.erased > 0 { parts.append("\(number(report.erased)) penghapusan dijalankan") }
    if report.sentPersons { parts.append("nama dan kontak dikirim") }
    return ["\(report.remote): \(parts.joined(separator: ", "))."]
  }

  func trustFailure(_ failure: Failure) -> FailureText? {
    switch failure {
    case .keyMissing:
      FailureText(
        "Ruang kerja ini mewajibkan tanda tangan, tetapi di sini belum ada kunci.",
        "Membuatnya: naskah kunci buat")
    case .keyFileInvalid(let path, let reason):
      FailureText("Kunci \(path) tidak dapat dipakai: \(reason)")
    case .principalInvalid(let text):
      FailureText(
        "\"\(text)\" tidak dapat dicatat dalam register/signers.",
        "Pakailah alamat surel: naskah kunci buat --principal ALAMAT")
    case .principalUnknown(let text, let known):
      FailureText("\(text) tidak ada dalam register/signers; yang ada \(list(known)).")
    case .signingFailed(let reason):
      FailureText("Penandatanganan gagal: \(reason)", "Periksa kuncinya: naskah kunci daftar")
    case .notAllowed(let principal, let what):
      FailureText(
        "\(principal ?? "Klona ini") tidak berwenang melakukannya (\(what)).",
        "Peran tercatat dalam register/roles.yml; sekretariat yang memberinya: naskah kunci peran")
    case .settingUnknown(let name, let known):
      FailureText("Tidak ada pengaturan \(name); yang ada \(list(known)).")
    case .settingInvalid(let name, let value, let known):
      FailureText("\(name) tidak dapat bernilai \(value); pilihannya \(list(known)).")
    case .eventNotFound(let id):
      FailureText(
        "Tidak ada masukan, balasan, atau jawaban \(id).", "Daftarnya: naskah komentar daftar")
    case .alreadyErased(let id): FailureText("Teks \(id) sudah dihapus.")
    case .purgeFailed(let reason):
      FailureText(
        "Penghapusan sudah dicatat, tetapi masih ada objek di klona ini: \(reason)",
        "Jalankan: git gc --prune=now")
    case .remoteNotFound(let name, let existing):
      existing.isEmpty
        ? FailureText("Tidak ada remote \(name).", "Menambahkannya: git remote add \(name) URL")
        : FailureText("Tidak ada remote \(name); yang ada \(list(existing)).")
    case .noRemote:
      FailureText(
        "Tidak ada remote untuk diselaraskan.", "Menambahkannya: git remote add origin URL")
    case .remoteNotInternal(let name):
      FailureText(
        "\(name) tidak ditandai internal; nama dan kontak tidak dikirim.",
        "Hanya bila hosnya milik kantor: naskah atur internal.\(name) true")
    case .exchangeFailed(let remote, let trouble, let reason): exchange(remote, trouble, reason)
    case .draftsDiverged(let branch, let remote):
      FailureText(
        "Naskah berubah di sini dan di \(remote); masukan sudah ditukar, naskah belum.",
        "Gabungkan: naskah merge \(remote)/\(branch), lalu naskah selaraskan")
    case .draftsInTheWay(let branch, let reason):
      FailureText(
        "Naskah \(branch) yang lebih baru tidak dapat dibawa masuk: \(reason)",
        "Simpan dahulu perubahan Anda: naskah simpan -m PESAN")
    default: nil
    }
  }

  func trustAbstract(_ topic: HelpTopic) -> String {
    switch topic {
    case .key: "Kunci tanda tangan, dan siapa berwenang apa."
    case .keyInit: "Memberi klona ini sebuah kunci dan mencatatnya."
    case .keyList: "Mendaftar kunci yang tercatat."
    case .keyRole: "Menetapkan peran orang yang tercatat."
    case .keyRevoke: "Mengakhiri kunci seseorang."
    case .config: "Membaca atau mengubah pengaturan ruang kerja."
    case .verify: "Memeriksa tanda tangan, log, teks, peran, dan register."
    case .erase: "Menghapus teks dan kontak sebuah masukan, balasan, atau jawaban."
    case .sync: "Menukar masukan dan naskah dengan sebuah remote."
    default: ""
    }
  }

  func trustDiscussion(_ topic: HelpTopic) -> String {
    switch topic {
    case .keyInit:
      "Membuat kunci Ed25519 di ~/.ssh, atau memakai kunci yang sudah dipakai git. Orang pertama "
        + "menjadi sekretariat; yang lain menunggu penetapannya. Revisi dan log lalu ditandatangani "
        + "seperti git menandatangani."
    case .config:
      "Pengaturan: require-signatures (true, false), untuk semua; internal.REMOTE (true, false), "
        + "untuk klona ini: apakah nama dan kontak dikirim ke sana."
    case .verify: "Keluar dengan kode 1 bila ada temuan."
    case .erase:
      "Untuk permintaan menurut UU 27/2022. Alasannya terbaca semua orang: jangan memuat data "
        + "pribadi. Klona lain ikut menghapus pada naskah selaraskan berikutnya."
    case .sync:
      "Mengambil, menjalankan penghapusan, memutakhirkan naskah, lalu mengirim. Memakai git beserta "
        + "kunci dan penyimpan sandinya."
    default: ""
    }
  }

  func trustOption(_ option: HelpOption) -> String {
    switch option {
    case .principal: "Nama dalam register; tanpa ini alamat surel git."
    case .keyFile: "Berkas kunci, atau teks kunci publik yang dipegang agen."
    case .role: "drafter, reviewer, secretariat, atau observer."
    case .signer: "Nama dalam register/signers."
    case .settingName: "Nama pengaturan; tanpa nama: semuanya."
    case .settingValue: "Nilai baru; tanpa nilai, yang sekarang ditampilkan."
    case .eraseID: "Id masukan, balasan, atau jawaban."
    case .eraseReason: "Alasannya; terbaca semua orang."
    case .remote: "Nama remote; tanpa ini milik cabang, atau origin."
    case .withPersons: "Gagal bila nama dan kontak tidak boleh ikut dikirim ke remote itu."
    default: ""
    }
  }
}
