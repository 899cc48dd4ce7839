import DraftDiff
import ReviewModel

extension Indonesian {
  func unitHistory(_ place: String) -> String { "Riwayat \(place)" }
  var notSaved: String { "belum disimpan" }

  func changeName(_ kind: ChangeKind) -> String {
    switch kind {
    case .inserted: "baru"
    case .removed: "dihapus"
    case .edited: "diubah"
    case .moved: "dipindahkan"
    case .renumbered: "berganti nomor"
    case .split: "dipecah"
    case .merged: "digabungkan"
    }
  }

  func formerly(_ places: [String]) -> String {
    "semula "
      + Listing.joined(places, and: "dan", more: { "dan \(number($0)) bagian lain" })
  }

  var maybeAnother: String { "mungkin bagian lain dengan kata-kata yang sama" }

  func resolves(_ comments: [String]) -> String {
    "menindaklanjuti "
      + Listing.joined(comments, and: "dan", more: { "dan \(number($0)) lainnya" })
  }

  func hintUnitDiff(_ draft: DraftKey, from: Int, to: Int, unit: String) -> String {
    "Perubahannya: naskah banding \(draft)@\(from)..\(to) --unit \"\(unit)\""
  }
  func hintUnitLog(_ draft: DraftKey, unit: String) -> String {
    "Riwayat satu bagian: naskah riwayat \(draft) --unit \"\(unit)\""
  }

  func historyOption(_ option: HelpOption) -> String {
    option == .blameUnit
      ? "Hanya bagian ini dengan semua isinya, misalnya \"Pasal 5 ayat (2)\"."
      : "Hanya riwayat bagian ini, melalui pergantian nomor dan perpindahannya; KUNCI@REVISI "
        + "menyebut teks tempat alamat itu berlaku."
  }
}
