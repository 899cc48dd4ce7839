/// Numbers that are the same in every run (SplitMix64).
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Starts a sequence.
  public init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 up to `bound`, which it does not reach.
  public mutating func below(_ bound: Int) -> Int { bound > 0 ? Int(next() % UInt64(bound)) : 0 }

  /// One of the items.
  public mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }

  /// Words as they occur in provisions.
  public static let words =
    """
    pemerintah daerah wali kota dinas badan usaha izin pelayanan masyarakat penyelenggara fasilitas
    kegiatan laporan pengawasan pembinaan sanksi administratif denda retribusi pasar jalan terminal
    lingkungan sampah bangunan tanah rencana program anggaran keuangan aset pegawai pendidikan
    kesehatan rumah sakit sekolah siswa guru warga kelurahan kecamatan forum musyawarah aspirasi
    informasi data sistem aplikasi jaringan dokumen arsip keputusan peraturan ketentuan persyaratan
    permohonan pendaftaran pemeriksaan penetapan pencabutan perpanjangan jangka waktu hari kerja
    bulan tahun pejabat petugas penyidik pelanggaran ketertiban umum keamanan hotel restoran wisata
    budaya seni olahraga pemuda perempuan anak disabilitas koperasi mikro kecil menengah industri
    perdagangan investasi modal kerja sama mitra pihak ketiga hibah bantuan sosial
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// Words as in a provision, with function words between.
  public mutating func sentence(_ length: Int) -> String {
    let links = ["dan", "yang", "di", "untuk", "dengan", "atau", "pada", "oleh"]
    var words: [String] = []
    while words.count < length {
      let isInner = !words.isEmpty && words.count + 1 < length
      words.append(below(4) == 0 && isInner ? pick(links) : pick(Self.words))
      if below(12) == 0, words.count < length { words[words.count - 1] += "," }
    }
    return words.joined(separator: " ") + (length > 0 ? "." : "")
  }

  /// The text with about `percent` of its words replaced, removed or doubled.
  public mutating func edited(_ text: String, percent: Int) -> String {
    var words: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      guard below(100) < percent else {
        words.append(word)
        continue
      }
      switch below(4) {
      case 0: break
      case 1: words += [word, pick(Self.words)]
      default: words.append(pick(Self.words))
      }
    }
    return words.joined(separator: " ")
  }
}
