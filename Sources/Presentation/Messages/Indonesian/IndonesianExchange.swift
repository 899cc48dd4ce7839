import ReviewModel

extension Indonesian {
  /// Why an exchange failed, the words of git or ssh in brackets, and what to do.
  func exchange(_ remote: String, _ trouble: ExchangeTrouble, _ reason: String) -> FailureText {
    let (what, advice): (String, String) =
      switch trouble {
      case .access:
        (
          "hosnya menolak kunci atau kata sandi Anda",
          "Periksa kunci SSH (ssh-add -l) atau kata sandi yang disimpan git; hak akses diberikan pengelola hos."
        )
      case .address:
        (
          "nama hosnya tidak dikenal",
          "Periksa alamatnya (git remote get-url \(remote)) dan sambungan jaringan."
        )
      case .connection:
        ("hosnya tidak menjawab", "Periksa sambungan jaringan, lalu ulangi.")
      case .repository:
        (
          "di sana tidak ada repositori dengan alamat itu",
          "Periksa alamatnya: git remote get-url \(remote)"
        )
      case .identity:
        (
          "hosnya tidak terbukti hos yang dimaksud",
          "Tanyakan kunci atau sertifikatnya kepada pengelola hos sebelum menyambung lagi."
        )
      case .refused:
        ("hosnya menolak kiriman ini", "Tanyakan aturan penerimaannya kepada pengelola hos.")
      case .forked:
        (
          "di sana sudah ada log lain atas nama klona ini",
          "Folder .git ini mungkin salinan; periksa dengan: naskah verifikasi"
        )
      case .busy:
        ("klona lain terus mendahului", "Ulangi beberapa saat lagi.")
      case .other:
        ("git gagal", "Ulangi.")
      }
    return FailureText(
      "Penyelarasan dengan \(remote) gagal: \(what) (\(reason)). Tidak ada yang hilang.", advice)
  }
}
