/// Words that are written with a capital letter without being terms of a regulation: offices and
/// institutions of the state, kinds of regulation, places, names of time.
enum KnownNames {
  /// A name begins with it: what follows belongs to the name.
  private static let heads: Set<UInt64> = hashes(
    """
    kecamatan kelurahan kota kabupaten provinsi propinsi jalan sungai desa pulau gunung terminal
    stasiun stadion bandar bandara pelabuhan alun laut selat teluk danau situ waduk masjid gereja
    pura vihara kampung dusun universitas bank kementerian menteri kepolisian tentara kejaksaan
    pengadilan mahkamah komando kodim presiden gubernur bupati wali walikota republik negara
    indonesia undang peraturan keputusan ketetapan instruksi lembaran berita tambahan rancangan
    pemerintah kitab nomor tahun pasal ayat bab bagian paragraf lampiran penjelasan staatsblad
    tuhan yang pancasila bahasa ombudsman arsip perusahaan perseroan perum persero camat lurah
    seksi subseksi bidang subbidang subbagian biro lintang bujur
    """
  ).union(places)

  private static let places: Set<UInt64> = hashes(
    "banten serang jakarta jawa sumatera kalimantan sulawesi papua bali yogyakarta")

  /// Whether a word names a place.
  static func isPlace(_ hash: UInt64) -> Bool { places.contains(hash) }

  private static let single: Set<UInt64> = hashes(
    """
    januari februari maret april mei juni juli agustus september oktober november desember senin
    selasa rabu kamis jumat sabtu minggu ramadan ramadhan idulfitri iduladha islam kristen katolik
    hindu buddha konghucu wib wita wit rp indonesia i ii iii iv v vi vii viii ix x xi xii
    arab romawi inggris latin belanda natal nyepi muharam maulid negara daerah hari
    """)

  /// Words with which names of institutions and plans begin, and terms too.
  private static let generic: Set<UInt64> = hashes(
    """
    pasar taman kawasan sekolah rumah badan komisi dewan lembaga wakil sekretaris kepala ketua
    direktur anggaran rencana program satuan dinas inspektorat sekretariat kantor balai unit pusat
    majelis otoritas
    """)

  /// Whether names of institutions begin with the word as often as terms do.
  static func isGeneric(_ hash: UInt64) -> Bool { generic.contains(hash) }

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { WordHash.of(String($0)) })
  }

  /// Whether names begin with the word, or it is one.
  static func isName(_ hash: UInt64) -> Bool { heads.contains(hash) || single.contains(hash) }

  /// Names that everybody writes with capitals, as far as the first *Negara* or *Daerah*.
  private static let known = Set(
    [
      "Sumber Daya Manusia", "Daya Manusia", "Sumber Daya Alam", "Daya Alam",
      "Hak Asasi Manusia", "Asasi Manusia", "Anggaran Pendapatan",
      "Anggaran Pendapatan dan Belanja",
      "Dewan Perwakilan Rakyat", "Pegawai Negeri Sipil", "Aparatur Sipil Negara",
      "Produk Domestik Bruto", "Pajak Bumi dan Bangunan", "Pajak Bumi", "Pajak Pertambahan Nilai",
      "Pajak Penghasilan", "Barang Mewah", "Tenaga Kerja", "Kartu Tanda Penduduk", "Kartu Keluarga",
      "Pengadilan Negeri", "Jaminan Kesehatan Nasional", "Pembinaan Hukum Nasional",
    ].map { WordHash.words($0) })

  /// Whether words are such a name.
  static func isKnown(_ words: [UInt64]) -> Bool { known.contains(words) }

  /// Abbreviations that need no explanation.
  static let abbreviations: Set<UInt64> = hashes(
    """
    ri nkri wib wita wit rp npwp nik ktp tni polri dpr dpd mpr bumn bumd pns asn apbn apbd kuhp
    kuhap uud sni rt rw km cm mm kg ha m2 cc hiv aids i ii iii iv v vi vii viii ix x xi xii xiii
    xiv xv xvi xvii xviii xix xx bab lampiran a b c d e f dprd pkk nib oss
    """)

  /// Other words for terms that regulations define: when the first is defined, the others mean
  /// the same.
  static let synonyms: [(term: String, others: [String])] = [
    (
      "Pemerintah Daerah", ["Pemerintah Kota", "Pemkot", "Pemda", "Pemerintah Kabupaten", "Pemkab"]
    ),
    ("Wali Kota", ["Kepala Daerah", "Walikotamadya"]), ("Bupati", ["Kepala Daerah"]),
    ("Gubernur", ["Kepala Daerah"]),
    (
      "Perangkat Daerah",
      ["Organisasi Perangkat Daerah", "OPD", "SKPD", "Satuan Kerja Perangkat Daerah"]
    ),
    ("Setiap Orang", ["Barang Siapa", "Barangsiapa", "Siapapun"]),
    ("Satpol PP", ["Polisi Pamong Praja", "Pol PP"]),
    ("PPNS", ["Penyidik Sipil", "Pejabat Penyidik"]),
    ("Pelaku Usaha", ["Pengusaha", "Pemilik Usaha", "Penyelenggara Usaha"]),
    ("Pengusaha", ["Pelaku Usaha", "Pemilik Usaha", "Penyelenggara Usaha"]),
    ("Minuman Beralkohol", ["Minuman Keras", "Miras"]),
    ("Pasar Rakyat", ["Pasar Tradisional"]),
    ("Wisatawan", ["Turis", "Pelancong"]), ("Pelacuran", ["Prostitusi"]),
    ("Perjudian", ["Judi"]), ("Gelandangan", ["Tunawisma"]),
    ("Perizinan Berusaha", ["Izin Usaha"]), ("Masyarakat", ["Warga Masyarakat"]),
    ("Penyakit Masyarakat", ["Pekat"]), ("RTRW", ["Rencana Tata Ruang"]),
    ("Rehabilitasi Sosial", ["Rehabilitasi"]),
  ]
}
