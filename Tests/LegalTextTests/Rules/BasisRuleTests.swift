import Foundation
import Testing

@testable import LegalText

@Suite("Drafting rules: legal bases")
struct BasisRuleTests {
  private static let constitution =
    "1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;\n"

  /// What a regulation with a second legal basis breaks of the rules named.
  private func found(_ basis: String, _ rules: Set<String>, year: String = "…") -> [Finding] {
    let text = PreambleRules.sample(basis: Self.constitution + "2. \(basis);\n")
      .replacingOccurrences(of: "NOMOR … TAHUN …", with: "NOMOR 4 TAHUN \(year)")
    return DraftChecker.check(LegalParser.parse(Array(text.utf8))).filter {
      rules.contains($0.rule)
    }
  }

  private static let law = "Undang-Undang Nomor 7 Tahun 2014 tentang Perdagangan"
  private static func gazette(_ year: Int) -> String {
    "(Lembaran Negara Republik Indonesia Tahun \(year) Nomor 45, Tambahan Lembaran Negara Republik "
      + "Indonesia Nomor 5512)"
  }
  private static let amendment =
    " sebagaimana telah diubah dengan Undang-Undang Nomor 6 Tahun 2023 tentang Cipta Kerja "

  @Test("the gazette of the act that amends a legal basis is not its own")
  func gazetteOfAmendment() {
    let rules: Set = ["basis.gazette"]
    #expect(found(Self.law + " " + Self.gazette(2014), rules).isEmpty)
    #expect(
      found(Self.law + " " + Self.gazette(2014) + Self.amendment + Self.gazette(2023), rules)
        .isEmpty)
    let without = Self.law + Self.amendment + Self.gazette(2023)
    #expect(found(without, rules).map(\.severity) == [.warning])
    #expect(found(without, rules, year: "2024").map(\.severity) == [.info])
  }

  @Test("a gazette has its supplement; only of laws is it sure that there is one")
  func supplement() {
    let rules: Set = ["basis.supplement"]
    let bare = " (Lembaran Negara Republik Indonesia Tahun 2021 Nomor 45)"
    let government = "Peraturan Pemerintah Nomor 29 Tahun 2021 tentang Pasar"
    #expect(found(Self.law + " " + Self.gazette(2021), rules).isEmpty)
    #expect(found(Self.law + bare, rules).map(\.severity) == [.warning])
    #expect(found(government + bare, rules).map(\.severity) == [.info])
    #expect(
      found(Self.law + " " + Self.gazette(2021) + Self.amendment + bare, rules).count == 1)
    let parted = bare + " (Tambahan Lembaran Negara Republik Indonesia Nomor 5512)"
    #expect(found(Self.law + parted, rules).isEmpty)
    #expect(found("Peraturan Presiden Nomor 2 Tahun 2021 tentang Pasar" + bare, rules).isEmpty)
  }

  @Test("a regional regulation has the gazette of its region")
  func regionalGazette() {
    let rules: Set = ["basis.regional-gazette"]
    let act = "Peraturan Daerah Kota Contoh Nomor 3 Tahun 2019 tentang Pasar"
    let gazette = " (Lembaran Daerah Kota Contoh Tahun 2019 Nomor 3)"
    #expect(found(act + gazette, rules).isEmpty)
    #expect(found(act, rules).count == 1)
    #expect(
      found(
        act + " sebagaimana telah diubah dengan Peraturan Daerah Kota Contoh Nomor 4 Tahun "
          + "2022" + gazette, rules
      ).count == 1)
  }

  @Test("the law that formed a region is known by its name, old or new")
  func formingLaw() {
    let rules: Set = ["basis.forming-law"]
    for name in [
      "Pembentukan Kota Contoh", "Pembentukan Daerah-Daerah Kabupaten dalam Lingkungan Propinsi",
      "Penetapan Undang-Undang Darurat Nomor 3 Tahun 1953 tentang Pembentukan Daerah Tingkat II",
      "Kota Contoh di Provinsi Contoh", "Provinsi Contoh", "Otonomi Khusus bagi Provinsi Contoh",
    ] {
      #expect(found("Undang-Undang Nomor 9 Tahun 2001 tentang \(name)", rules).isEmpty, "\(name)")
    }
    for name in ["Pembentukan Peraturan Perundang-undangan", "Perdagangan"] {
      #expect(found("Undang-Undang Nomor 9 Tahun 2001 tentang \(name)", rules).count == 1)
    }
  }

  @Test("the law on regional government may bear an older name")
  func government() {
    let rules: Set = ["basis.government"]
    for name in ["Pemerintahan Daerah", "Pokok-Pokok Pemerintahan di Daerah", "Pemerintahan Aceh"] {
      #expect(found("Undang-Undang Nomor 9 Tahun 2001 tentang \(name)", rules).isEmpty, "\(name)")
    }
    #expect(found("Undang-Undang Nomor 9 Tahun 2001 tentang Perdagangan", rules).count == 1)
  }

  @Test("kind and name of an act alone, in capitals, without the name of the state")
  func names() {
    let rules: Set = ["basis.article", "basis.republic", "basis.kind-case"]
    func ids(_ basis: String) -> [String] { found(basis, rules).map(\.rule) }
    #expect(ids(Self.law).isEmpty)
    #expect(ids("Pasal 12 ayat (1) " + Self.law) == ["basis.article"])
    #expect(
      ids("Undang-Undang Republik Indonesia Nomor 7 Tahun 2014 tentang Pasar") == ["basis.republic"]
    )
    #expect(
      ids("Peraturan Menteri Dalam Negeri Republik Indonesia Nomor 7 Tahun 2014 tentang Pasar")
        == ["basis.republic"])
    #expect(
      ids("Peraturan Kepolisian Negara Republik Indonesia Nomor 7 Tahun 2014 tentang Pasar")
        .isEmpty)
    #expect(ids("Undang-undang Nomor 7 Tahun 2014 tentang Pasar") == ["basis.kind-case"])
    #expect(ids("Peraturan pemerintah Nomor 7 Tahun 2014 tentang Pasar") == ["basis.kind-case"])
  }

  @Test("the small letter of the constitution is another provision's; the kind at large has one")
  func kindCase() {
    func citations(_ words: String) -> [String] {
      let text = "Pasal 1\nPasar tunduk pada \(words).\n"
      return DraftChecker.check(LegalParser.parse(Array(text.utf8))).filter {
        $0.rule == "basis.kind-case"
      }.map(\.citation)
    }
    #expect(citations("Undang-undang Dasar Tahun 1945") == ["Lampiran II angka 44"])
    #expect(citations("undang-undang Nomor 7 Tahun 2014") == ["Lampiran II angka 46"])
    #expect(citations("undang-undang dan peraturan daerah").isEmpty)
    #expect(citations("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945").isEmpty)
    #expect(citations("UNDANG-UNDANG NOMOR 7 TAHUN 2014").isEmpty)
  }
}
