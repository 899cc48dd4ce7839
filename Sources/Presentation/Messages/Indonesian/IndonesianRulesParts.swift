import LegalText

extension Indonesian {
  func problem(_ problem: PreambleProblem) -> String {
    switch problem {
    case .titlePunctuation: "Judul diakhiri tanda baca. Hapus tanda bacanya."
    case .titleCase: "Tulis judul seluruhnya dengan huruf kapital."
    case .titleAbbreviation(let word): "Judul memuat singkatan (\(word)). Hapus singkatannya."
    case .enacting(let found, let title):
      "Nama sesudah Menetapkan (\"\(found)\") berbeda dari judul. Tulis \"\(title)\"."
    case .enactingStop: "Akhiri nama peraturan sesudah Menetapkan dengan titik."
    case .decision(let found):
      found.isEmpty
        ? "Kata MEMUTUSKAN tidak ada. Tulis \"MEMUTUSKAN:\" sebelum Menetapkan."
        : "\"\(found)\": tulis \"MEMUTUSKAN:\" dengan huruf kapital, tanpa spasi, diakhiri titik "
          + "dua."
    case .enactingLabel(let found):
      found.isEmpty
        ? "Kata Menetapkan tidak ada. Tulis \"Menetapkan:\" sebelum nama peraturan."
        : "\"\(found)\": tulis \"Menetapkan:\" dengan huruf awal kapital, diakhiri titik dua."
    case .graceMissing: "Cantumkan \"DENGAN RAHMAT TUHAN YANG MAHA ESA\" sebelum nama jabatan."
    case .graceCase: "Tulis \"DENGAN RAHMAT TUHAN YANG MAHA ESA\" seluruhnya dengan huruf kapital."
    case .officeMissing:
      "Jabatan pembentuk tidak ada. Cantumkan sesudah frasa rahmat, diakhiri koma."
    case .draftWordMissing: "Tambahkan kata RANCANGAN di atas judul selama nomor belum ada."
    case .draftNumber(let number):
      "\"\(number)\": tulis \"NOMOR … TAHUN …\" selama masih rancangan."
    case .preambleLabel(let word): "Kata \(word) tidak ada. Tulis \"\(word):\" di awal bagian ini."
    case .consentRegion(let name):
      "\"\(name)\" bukan daerah dalam judul. Sebutkan DPRD daerah yang bersangkutan."
    case .enactingCase: "Tulis jenis dan nama sesudah Menetapkan seluruhnya dengan huruf kapital."
    case .enactingRegion(let name): "Sesudah Menetapkan, hilangkan \"\(name)\"."
    case .titleAmendment: "Awali nama peraturan perubahan dengan \"PERUBAHAN ATAS\"."
    case .titleAmendmentCount:
      "Peraturan ini sudah pernah diubah. Tulis bilangannya, misalnya \"PERUBAHAN KEDUA ATAS\"."
    case .amendedName(let found, let title):
      "Pasal I menyebut \(found), judul menyebut \(title). Samakan."
    case .amendedGazette(let name):
      "\(name): lengkapi dengan lembaran dan tambahan lembarannya dalam tanda kurung."
    case .officeComma(let name): "Akhiri jabatan pembentuk (\"\(name)\") dengan koma."
    case .considerationsMissing: "Konsiderans tidak ada. Tulis bagian Menimbang."
    case .basisMissing: "Dasar hukum tidak ada. Tulis bagian Mengingat."
    case .considerationsUnlisted(let missing):
      "Pertimbangan terakhir tidak menyebut \(missing). Sebutkan semua huruf sebelumnya."
    case .considerationsPreposition: "Tulis \"sebagaimana dimaksud dalam huruf …\"."
    case .considerationsItself(let printed):
      "Pertimbangan terakhir menyebut dirinya sendiri (\(printed)). Sebutkan huruf sebelumnya saja."
    case .considerationsClosing(let instrument):
      "Tutup konsiderans dengan \"bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam "
        + "huruf a, …, perlu menetapkan \(instrument) tentang …;\"."
    case .considerationWord: "Awali pertimbangan dengan kata \"bahwa\"."
    case .considerationEnd: "Akhiri pertimbangan dengan titik koma (;)."
    case .considerationTitle(let found, let title):
      "Pertimbangan menyebut \"\(found)\", judulnya \"\(title)\". Samakan."
    case .considerationsMany(let count):
      "Konsiderans memuat \(count) pertimbangan. Filosofis, sosiologis, dan yuridis masing-masing "
        + "paling banyak dua."
    case .considerationsOrder:
      "Pertimbangan yuridis mendahului yang lain. Urutannya: filosofis, sosiologis, yuridis."
    case .basisRank(let name):
      "\(name) lebih rendah tingkatannya. Hapus dari dasar hukum."
    case .basisRankOrder(let found, let after):
      "\(found) dicantumkan sesudah \(after), yang lebih rendah. Urutkan menurut hierarki."
    case .basisAgeOrder(let found, let after):
      "\(found) dicantumkan sesudah \(after), yang lebih baru. Urutkan menurut waktu."
    case .basisAmended(let number):
      "Peraturan yang diubah (\(number)) tidak ada dalam dasar hukum. Cantumkan."
    case .basisRepealed(let name): "\(name) dicabut oleh rancangan ini. Hapus dari dasar hukum."
    case .basisEnd: "Akhiri dasar hukum dengan titik koma (;)."
    case .basisGazette(let name):
      "\(name): lengkapi dengan Lembaran Negara dan Tambahan Lembaran Negara dalam tanda kurung."
    case .basisGazetteYear(let act, let gazette):
      "\(act) diikuti \(gazette). Periksa tahun mana yang benar, lalu samakan."
    case .basisSupplement(let gazette):
      "\"\(gazette)\": tambahkan \"Tambahan Lembaran Negara Republik Indonesia Nomor …\"."
    case .basisRegionalGazette(let name):
      "\(name): lengkapi dengan Lembaran Daerah dan Tambahan Lembaran Daerah dalam tanda kurung."
    case .basisGovernment: "Cantumkan Undang-Undang tentang Pemerintahan Daerah."
    case .basisFormingLaw: "Cantumkan Undang-Undang tentang pembentukan daerah yang bersangkutan."
    case .basisArticle(let name):
      "\"\(name)\": hilangkan pasalnya; cukup sebutkan jenis dan nama peraturannya."
    case .basisRepublic(let name): "\"\(name)\": hilangkan \"Republik Indonesia\"."
    case .kindCase(let kind, let wanted): "\"\(kind)\": tulis \"\(wanted)\"."
    case .basisConstitution:
      "Cantumkan Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945."
    case .consentMissing:
      "Cantumkan \"Dengan Persetujuan Bersama DEWAN PERWAKILAN RAKYAT DAERAH … dan …\" "
        + "sebelum MEMUTUSKAN."
    }
  }

  func problem(_ problem: ElucidationProblem) -> String {
    switch problem {
    case .missing(let instrument):
      "Penjelasan tidak ada. Setiap \(instrument) diberi penjelasan."
    case .generalMissing: "Penjelasan umum tidak ada. Tulis bagian \"I. UMUM\"."
    case .heading(let found, let wanted):
      found.isEmpty
        ? "Judul \"\(wanted)\" tidak ada dalam penjelasan. Cantumkan."
        : "\"\(found)\": tulis \"\(wanted)\"."
    case .title(let found, let title):
      "Judul penjelasan \"\(found)\" berbeda dari judul. Tulis \"\(title)\"."
    case .article(let label):
      "\(label) tidak ada dalam penjelasan. Cantumkan; jika tidak perlu dijelaskan, tulis "
        + "\"Cukup jelas.\""
    case .grouped(let line): "\"\(line)\" dijelaskan bersama. Pisahkan setiap pasal."
    case .extraArticle(let label):
      "\(label) dijelaskan, tetapi tidak ada dalam batang tubuh. Hapus penjelasannya."
    case .unit(let label):
      "\(label) tidak ada dalam penjelasan, padahal yang lain dirinci. Cantumkan."
    case .extraUnit(let label):
      "\(label) dijelaskan, tetapi tidak ada dalam batang tubuh. Hapus penjelasannya."
    case .needlessDetail(let label):
      "Semua rincian \(label) cukup jelas. Tulis sekali \"Cukup jelas.\" untuk pasalnya."
    case .norm(let word): "Penjelasan memuat norma (\"\(word)\"). Pindahkan ke batang tubuh."
    case .definition: "Definisi tidak perlu dijelaskan. Tulis \"Cukup jelas.\""
    case .definedTerm(let term):
      "\"\(term)\" sudah didefinisikan dalam ketentuan umum. Hapus penjelasannya."
    case .empty(let label, let isNote):
      isNote
        ? "\(label) tidak berisi penjelasan. Jika tidak perlu dijelaskan, tulis \"Cukup jelas.\""
        : "Penjelasan umum tidak berisi. Uraikan latar belakang, maksud, dan tujuannya."
    case .order(let found, let after):
      "Penjelasan \(found) terletak sesudah \(after). Urutkan menurut batang tubuh."
    case .unquoted(let words): "\"\(words)\": beri tanda petik pada istilah yang dijelaskan."
    case .delegation(let words):
      "\"\(words)\": penjelasan tidak boleh mendelegasikan. Pindahkan ke batang tubuh."
    case .clearForm(let found): "\"\(found)\": tulis \"Cukup jelas.\""
    case .deleted(let label): "\(label) dihapus. Tulis \"Dihapus.\" dalam penjelasannya."
    }
  }

  func problem(_ problem: AmendmentProblem) -> String {
    switch problem {
    case .mismatch(let named, let found):
      "Perintah perubahan menyebut \(named), isinya \(found). Samakan."
    case .absent(let label): "\(label) disebut dalam perintah, tetapi tidak ada di bawahnya."
    case .notBetween(let label, let first, let second):
      "\(label) tidak terletak di antara \(first) dan \(second). Sesuaikan nomornya."
    case .notNeighbours(let first, let second):
      "\(first) dan \(second) tidak berurutan. Sebutkan ketentuan yang mengapit."
    case .formula: "Akhiri perintah dengan \"sehingga berbunyi sebagai berikut:\"."
    case .notNext(let label, let after):
      "\(label) tidak melanjutkan \(after). Sesuaikan nomornya."
    case .count(let said, let named):
      "Disebut \(said), yang dirinci \(named). Sesuaikan jumlahnya."
    case .reused(let label): "Nomor \(label) sudah dihapus. Gunakan nomor lain."
    case .deletedText(let label): "\(label) dihapus, tetapi masih berisi. Tulis \"Dihapus.\""
    case .order(let found, let after):
      "Perubahan \(found) terletak sesudah \(after). Urutkan menurut pasal yang diubah."
    case .romanWanted: "Peraturan perubahan terdiri atas Pasal I dan Pasal II (angka Romawi)."
    }
  }
}
