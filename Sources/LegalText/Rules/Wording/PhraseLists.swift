/// Words and what to write instead.
extension PhraseTable {
  /// What to write for a lower limit: of time, money or another amount (angka 256), of a requirement
  /// (angka 256a).
  private static let least = "paling singkat, paling sedikit, paling rendah, atau minimal"

  /// Words for limits (UU 12/2011, Lampiran II angka 255–256a).
  static let limits: [(String, String)] = [
    ("selambat-lambatnya", "paling lambat"), ("selama-lamanya", "paling lama"),
    ("sekurang-kurangnya", least), ("setidak-tidaknya", least),
    ("sedikit-dikitnya", "paling sedikit"), ("sesedikit-sedikitnya", "paling sedikit"),
    ("sebanyak-banyaknya", "paling banyak"), ("setinggi-tingginya", "paling tinggi"),
    ("serendah-rendahnya", "paling rendah"), ("sesingkat-singkatnya", "paling singkat"),
    ("secepat-cepatnya", "paling cepat"), ("paling kurang", least),
    ("tidak lebih dari", "paling lama, paling banyak, atau paling tinggi"),
    ("tidak kurang dari", least), ("paling tidak", least), ("sekurangnya", least),
    ("setidaknya", least),
    ("maksimal", "paling banyak, paling lama, atau paling tinggi"),
    ("maksimum", "paling banyak, paling lama, atau paling tinggi"),
  ]

  /// Foreign words that stand in drafts, with their Indonesian equals (angka 254).
  static let foreignWords: [(String, String)] = [
    ("online", "dalam jaringan"), ("offline", "luar jaringan"), ("website", "laman"),
    ("web site", "laman"), ("email", "surat elektronik"), ("e-mail", "surat elektronik"),
    ("software", "perangkat lunak"), ("hardware", "perangkat keras"),
    ("stakeholder", "pemangku kepentingan"), ("stakeholders", "pemangku kepentingan"),
    ("reward", "penghargaan"), ("punishment", "hukuman"), ("workshop", "lokakarya"),
    ("upload", "unggah"), ("download", "unduh"), ("event", "acara"), ("tour guide", "pramuwisata"),
    ("guide", "pemandu"), ("masterplan", "rencana induk"), ("master plan", "rencana induk"),
    ("grand design", "rancangan besar"), ("roadmap", "peta jalan"), ("road map", "peta jalan"),
    ("one stop service", "pelayanan terpadu satu pintu"), ("update", "pemutakhiran"),
    ("link", "tautan"), ("database", "pangkalan data"), ("data base", "pangkalan data"),
    ("feasibility study", "studi kelayakan"), ("link and match", "keterkaitan dan kesesuaian"),
    ("home stay", "pondok wisata"), ("homestay", "pondok wisata"), ("night club", "kelab malam"),
    ("underpass", "terowongan jalan"), ("flyover", "jalan layang"), ("fly over", "jalan layang"),
    ("supply", "pasokan"), ("deadline", "tenggat"), ("outsourcing", "alih daya"),
    ("fee", "imbalan"), ("marketing", "pemasaran"), ("branding", "penjenamaan"),
    ("meeting", "rapat"), ("training", "pelatihan"), ("feedback", "umpan balik"),
    ("channel", "saluran"), ("hotline", "saluran siaga"), ("call center", "pusat panggilan"),
    ("contact person", "narahubung"), ("background", "latar belakang"), ("fair", "adil"),
    ("input", "masukan"), ("output", "keluaran"), ("outcome", "hasil"),
    ("monitoring", "pemantauan"), ("assessment", "penilaian"), ("review", "reviu"),
    ("survey", "survei"), ("planning", "perencanaan"), ("controlling", "pengendalian"),
    ("budget", "anggaran"), ("checklist", "daftar periksa"), ("check list", "daftar periksa"),
    ("sharing", "berbagi"), ("benchmark", "tolok ukur"), ("pilot project", "proyek percontohan"),
    ("launching", "peluncuran"), ("public hearing", "konsultasi publik"),
    ("good governance", "tata kelola yang baik"), ("password", "kata sandi"),
    ("user", "pengguna"), ("smart city", "kota cerdas"), ("startup", "perusahaan rintisan"),
    ("start up", "perusahaan rintisan"), ("back up", "cadangan"), ("backup", "cadangan"),
    ("scan", "pindai"), ("job fair", "bursa kerja"), ("tracking", "pelacakan"),
    ("real time", "waktu nyata"), ("leading sector", "sektor utama"),
    ("emergency", "darurat"), ("coaching", "pembimbingan"),
    ("mentoring", "pendampingan"), ("volunteer", "relawan"), ("merchandise", "cendera mata"),
    ("e-commerce", "perdagangan elektronik"), ("call centre", "pusat panggilan"),
    ("help desk", "layanan bantuan"), ("face to face", "tatap muka"),
    ("door to door", "dari pintu ke pintu"),
    ("supplier", "pemasok"), ("customer", "pelanggan"), ("member", "anggota"),
    ("entrepreneur", "wirausaha"), ("tourist", "wisatawan"), ("parking", "parkir"),
  ]

  /// Spellings that the standard language does not have (angka 242).
  static let spellings: [(String, String)] = [
    ("ijin", "izin"), ("perijinan", "perizinan"), ("resiko", "risiko"), ("beresiko", "berisiko"),
    ("sangsi", "sanksi"), ("jadual", "jadwal"), ("obyek", "objek"), ("subyek", "subjek"),
    ("obyektif", "objektif"), ("subyektif", "subjektif"), ("merubah", "mengubah"),
    ("dirubah", "diubah"), ("tehnis", "teknis"), ("tehnik", "teknik"), ("analisa", "analisis"),
    ("praktek", "praktik"), ("kwalitas", "kualitas"), ("kwantitas", "kuantitas"),
    ("aktifitas", "aktivitas"), ("efektifitas", "efektivitas"), ("produktifitas", "produktivitas"),
    ("kreatifitas", "kreativitas"), ("himbauan", "imbauan"), ("menghimbau", "mengimbau"),
    ("hirarki", "hierarki"), ("kwitansi", "kuitansi"),
    ("apotik", "apotek"), ("nasehat", "nasihat"), ("kuatir", "khawatir"),
    ("sistim", "sistem"), ("metoda", "metode"), ("prosentase", "persentase"),
    ("propinsi", "provinsi"), ("photo", "foto"), ("photocopy", "fotokopi"),
    ("fotocopy", "fotokopi"), ("foto copy", "fotokopi"), ("legalisir", "legalisasi"),
    ("dilegalisir", "dilegalisasi"), ("standarisasi", "standardisasi"), ("standart", "standar"),
    ("diatas", "di atas"), ("dibawah", "di bawah"), ("didalam", "di dalam"),
    ("diluar", "di luar"), ("diantara", "di antara"), ("disamping", "di samping"),
    ("dimana", "tempat atau yang"), ("keatas", "ke atas"), ("kebawah", "ke bawah"),
    ("non formal", "nonformal"), ("non-formal", "nonformal"), ("sub bagian", "subbagian"),
    ("antar daerah", "antardaerah"), ("antar instansi", "antarinstansi"),
    ("kerjasama", "kerja sama"), ("tanggungjawab", "tanggung jawab"),
    ("tanggungjawabnya", "tanggung jawabnya"),
    ("nopember", "November"), ("pebruari", "Februari"), ("thn", "tahun"), ("s.d", "sampai dengan"),
    ("hektar", "hektare"), ("karir", "karier"), ("managemen", "manajemen"),
    ("komplek", "kompleks"), ("milyar", "miliar"), ("trilyun", "triliun"), ("jum'at", "Jumat"),
  ]

  /// *yang berlaku*, and what to write for it (angka 281).
  static let lawInForce: [(String, String)] = [
    "peraturan perundang-undangan yang berlaku", "perundang-undangan yang berlaku",
    "perundangan yang berlaku", "peraturan yang berlaku", "aturan yang berlaku",
    "ketentuan yang berlaku", "ketentuan hukum yang berlaku", "hukum yang berlaku",
  ].map { ($0, "ketentuan peraturan perundang-undangan") }

  /// Other words for duties and powers, and the right ones (angka 267–268).
  static let modalities: [(String, String)] = [
    ("diwajibkan untuk", "wajib"), ("diharuskan untuk", "wajib"), ("diwajibkan", "wajib"),
    ("diharuskan", "wajib"), ("berkewajiban untuk", "wajib"), ("diperkenankan", "dapat"),
    ("diperbolehkan", "dapat"), ("dibolehkan", "dapat"),
  ]

  /// How regulations speak of themselves, with the kind that does so (angka 100).
  static let thisInstrument: [(String, String)] = [
    ("undang-undang ini", "Undang-Undang"), ("peraturan pemerintah ini", "Peraturan Pemerintah"),
    ("peraturan presiden ini", "Peraturan Presiden"),
    ("peraturan menteri ini", "Peraturan Menteri"),
    ("peraturan daerah ini", "Peraturan Daerah"), ("peraturan gubernur ini", "Peraturan Gubernur"),
    ("peraturan bupati ini", "Peraturan Bupati"),
    ("peraturan wali kota ini", "Peraturan Wali Kota"),
    ("peraturan walikota ini", "Peraturan Wali Kota"), ("qanun ini", "Qanun"),
  ]

  /// Abbreviations of instruments, which norms write in full (angka 46).
  static let instruments: [(String, String)] = [
    ("perda", "Peraturan Daerah"), ("raperda", "Rancangan Peraturan Daerah"),
    ("ranperda", "Rancangan Peraturan Daerah"), ("perwal", "Peraturan Wali Kota"),
    ("perwali", "Peraturan Wali Kota"), ("perbup", "Peraturan Bupati"),
    ("pergub", "Peraturan Gubernur"), ("perpres", "Peraturan Presiden"),
    ("permendagri", "Peraturan Menteri"), ("permen", "Peraturan Menteri"),
    ("kepwal", "Keputusan Wali Kota"),
  ]
}
