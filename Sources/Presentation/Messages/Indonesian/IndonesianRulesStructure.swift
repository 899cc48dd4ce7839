import LegalText

extension Indonesian {
  func problem(_ problem: ReferenceProblem) -> String {
    switch problem {
    case .dangling(let printed, let address):
      "\"\(printed)\" merujuk \(UnitAddress.label(address)), yang tidak ada. "
        + "Sebutkan ketentuan yang dimaksud."
    case .forward(let printed, let address):
      "\"\(printed)\" merujuk \(UnitAddress.label(address)), yang terletak sesudahnya. "
        + "Pindahkan ketentuan atau rumuskan tanpa pengacuan."
    case .toItself(let printed):
      "\"\(printed)\" merujuk ketentuan ini sendiri. Sebutkan ayat yang dimaksud."
    case .deleted(let printed, let address):
      "\"\(printed)\" merujuk \(UnitAddress.label(address)), yang dihapus. "
        + "Rujuk ketentuan yang masih berlaku."
    case .ownArticle(let printed):
      "\"\(printed)\": hilangkan \"Pasal ini\"; cukup sebutkan ayatnya."
    case .unnumbered(let printed):
      "\"\(printed)\": sebutkan nomor pasal atau ayat yang diacu."
    case .withoutReducing(let printed):
      "\"\(printed)\" tidak boleh digunakan dalam pengacuan. "
        + "Nyatakan dengan tegas mana yang berlaku."
    case .rangeWanted(let first, let last, let count):
      "\(count) ketentuan berurutan disebut satu per satu. "
        + "Tulis \"\(first) sampai dengan \(last)\"."
    case .ownFirst(let printed):
      "\"\(printed)\" dari pasal ini disebut sesudah pasal lain. Sebutkan terlebih dahulu."
    case .descending(let printed, let after):
      "\"\(printed)\" disebut sesudah \"\(after)\". Urutkan dari angka yang lebih kecil."
    case .lowerRank(let printed):
      "Pengacuan ke peraturan yang lebih rendah: \"\(printed)\". "
        + "Rujuk peraturan yang setingkat atau lebih tinggi."
    case .incomplete(let printed, let wanted):
      "\"\(printed)\" tidak lengkap. Tulis \"\(wanted)\"."
    case .yearMissing(let printed): "\"\(printed)\" tanpa tahun. Sebutkan nomor dan tahunnya."
    case .needlessWords(let printed):
      "\"\(printed)\": cukup sebutkan nomornya; hilangkan \"di atas\"."
    case .letterCase(let printed, let wanted): "\"\(printed)\": tulis \"\(wanted)\"."
    case .numberForm(let printed, let wanted), .inverted(let printed, let wanted):
      "\"\(printed)\": tulis \"\(wanted)\"."
    case .formula(let printed): "\"\(printed)\": tulis \"sebagaimana dimaksud\"."
    case .rangeOrder(let printed):
      "\"\(printed)\": rentang dimulai dari angka yang lebih besar. Periksa kedua angkanya."
    case .rangeWords(let printed): "\"\(printed)\": tulis \"sampai dengan\", bukan tanda hubung."
    case .preposition(let printed, let wanted):
      "\"\(printed)\": tulis \"sebagaimana dimaksud \(wanted) …\"."
    }
  }

  func problem(_ problem: NumberingProblem) -> String {
    switch problem {
    case .gap(let after, let found):
      "Sesudah \(after) langsung \(found). Urutkan nomornya tanpa ada yang terlewat."
    case .start(let found, _): "Penomoran mulai dengan \(found). Mulailah dengan nomor pertama."
    case .duplicate(let label): "\(label) ada lebih dari satu. Beri nomor yang berbeda."
    case .order(let after, let found):
      "\(found) terletak sesudah \(after)\(after.hasSuffix(".") ? "" : ".") Urutkan nomornya."
    case .loneAyat: "Hanya ada satu ayat. Tulis isinya sebagai pasal tanpa ayat."
    case .loneItem(let label):
      "Rincian hanya memuat \(label) Tulis sebagai kalimat atau tambahkan rincian."
    case .tooDeep(let label):
      "Rincian \(label) lebih dari 4 tingkat. Bagi ke dalam pasal atau ayat lain."
    case .marker(let found, let wanted):
      "Rincian pada tingkat ini ditandai \"\(wanted)\", bukan \"\(found)\". "
        + "Urutannya: a., 1., a), 1)."
    case .untitled(let label): "\(label) tidak berjudul. Beri judul."
    case .titleCase(let title): "Judul bab \"\(title)\": tulis seluruhnya dengan huruf kapital."
    case .wordCase(let word):
      "Judul memuat \"\(word)\": awali setiap kata dengan huruf kapital, kecuali partikel."
    case .outsidePart(let label): "\(label) tidak berada di dalam bagian. Bentuk bagian dahulu."
    case .numeral(let found, let wanted), .ordinal(let found, let wanted):
      "\"\(found)\": tulis \"\(wanted)\"."
    case .sign(let mark):
      "Rincian ditandai \"\(mark)\". Tandai dengan huruf kecil dan titik: a., b., c."
    case .form(let found, let wanted): "\"\(found)\": tulis \"\(wanted)\"."
    case .inserted(let label):
      "\(label): nomor sisipan hanya ada dalam peraturan perubahan. Urutkan nomornya."
    case .emptyDivision(let label): "\(label) tidak memuat pasal. Isi, atau hapus."
    case .empty(let label): "\(label) tidak berisi ketentuan. Isi, atau hapus nomornya."
    }
  }

  func problem(_ problem: ListProblem) -> String {
    switch problem {
    case .conjunctionMissing(let item):
      "Rincian \(item) adalah yang kedua dari akhir. "
        + "Tambahkan \"dan\", \"atau\", atau \"dan/atau\" di belakangnya."
    case .conjunctionEarly(let item, let word):
      "Hapus \"\(word)\" di belakang rincian \(item) Cukup sekali, pada yang kedua dari akhir."
    case .separator(let item): "Akhiri rincian \(item) dengan titik koma (;)."
    case .end(let item): "Akhiri rincian terakhir (\(item)) dengan titik."
    case .colon: "Akhiri frasa pembuka rincian dengan titik dua (:)."
    case .capital(let word): "Rincian diawali huruf kecil; \"\(word)\" diawali huruf kapital."
    case .doubledMark: "Titik koma tertulis dua kali. Hapus satu."
    case .sentences:
      "Ketentuan ini memuat lebih dari satu kalimat. Bagi ke dalam ayat tersendiri."
    case .unfinished: "Kalimat tidak diakhiri titik. Akhiri dengan titik."
    }
  }

  func problem(_ problem: StructureProblem) -> String {
    switch problem {
    case .chapterOrder(let found, let after):
      "\(found) terletak sesudah \(after). Urutannya: ketentuan pidana, peralihan, penutup."
    case .generalFirst(let found): "Bab pertama adalah \(found). Letakkan ketentuan umum di BAB I."
    case .closingLast(let found):
      "\(found) terletak sesudah ketentuan penutup. Jadikan ketentuan penutup bab terakhir."
    case .investigation: "Letakkan ketentuan penyidikan sebelum ketentuan pidana."
    case .commencementMissing(let instrument):
      "Saat mulai berlaku tidak dinyatakan. "
        + "Tulis \"\(instrument) ini mulai berlaku pada tanggal diundangkan.\""
    case .commencementWords(let words):
      "\"\(words)\" tidak pasti. Tulis \"mulai berlaku pada tanggal diundangkan\"."
    case .repealUnspecific:
      "Pencabutan dirumuskan secara umum. Sebutkan dengan tegas peraturan yang dicabut."
    case .closingMissing: "Bab ketentuan penutup tidak ada. Jadikan bab terakhir."
    case .keptRules:
      "Tulis \"dinyatakan masih tetap berlaku sepanjang tidak bertentangan dengan ketentuan dalam "
        + "… ini\"."
    case .repealLead(let found, let instrument):
      "\"\(found)\": tulis \"Pada saat \(instrument) ini mulai berlaku\"."
    case .repealWords: "Untuk mencabut, tulis \"dicabut dan dinyatakan tidak berlaku\"."
    case .publicationWords(let found, let instrument, let gazette):
      "\"\(found)\": tulis \"Agar setiap orang mengetahuinya, memerintahkan pengundangan "
        + "\(instrument) ini dengan penempatannya dalam \(gazette) ….\""
    case .publicationMissing(let gazette):
      "Perintah pengundangan tidak ada. Tulis \"Agar setiap orang mengetahuinya, memerintahkan "
        + "pengundangan … dengan penempatannya dalam \(gazette) …\"."
    case .publicationRegion(let gazette): "\"\(gazette)\": sebutkan nama daerah menurut judul."
    case .promulgationMissing:
      "Pengundangan tidak ada. Tulis \"Diundangkan di … pada tanggal …\" dan nama jabatan."
    case .gazetteLineMissing(let gazette):
      "Akhiri bagian penutup dengan \"\(gazette.uppercased()) … TAHUN … NOMOR …\"."
    case .closingOffice(let name): "Akhiri nama jabatan (\"\(name)\") dengan koma."
    case .annexTitle(let found, let title):
      "Judul lampiran menyebut \"\(found)\". Tulis \"\(title)\"."
    case .signatureMissing:
      "Penandatanganan tidak ada. Tulis \"Ditetapkan di … pada tanggal …\" dan nama jabatan."
    case .annexAbsent(let label): "\(label) diacu tetapi tidak ada. Lampirkan, atau ubah acuannya."
    case .annexUndeclared(let label, let instrument):
      "\(label) tidak dinyatakan dalam batang tubuh. Tulis \"tercantum dalam Lampiran yang "
        + "merupakan bagian tidak terpisahkan dari \(instrument) ini\"."
    case .annexNumber(let found, let wanted):
      "\(found): beri nomor urut dengan angka Romawi, yaitu \(wanted)."
    case .annexInseparable(let label, let instrument):
      "\(label): tambahkan \"yang merupakan bagian tidak terpisahkan dari \(instrument) ini\"."
    }
  }
}
