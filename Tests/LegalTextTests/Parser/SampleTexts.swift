/// Small regulations of our own wording.
enum SampleTexts {
  static let plain = """
    RANCANGAN
    PERATURAN DAERAH KOTA CONTOH
    NOMOR … TAHUN …
    TENTANG
    TAMAN BACA

    DENGAN RAHMAT TUHAN YANG MAHA ESA

    WALI KOTA CONTOH,

    Menimbang : a. bahwa warga gemar membaca;
                b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a perlu
                   membentuk Peraturan Daerah tentang Taman Baca;

    Mengingat : 1. Pasal 18 ayat (6) Undang-Undang Dasar;
                2. Undang-Undang Nomor 1 Tahun 2001 tentang Buku;

    Dengan Persetujuan Bersama
    DEWAN PERWAKILAN RAKYAT DAERAH KOTA CONTOH
    dan
    WALI KOTA CONTOH

    MEMUTUSKAN:

    Menetapkan : PERATURAN DAERAH TENTANG TAMAN BACA.

    BAB I
    KETENTUAN UMUM

    Pasal 1
    Dalam Peraturan Daerah ini yang dimaksud dengan:
    1. Daerah adalah Kota Contoh.
    2. Taman Baca adalah tempat yang terdiri atas:
      a. rak; dan
      b. kursi.

    BAB II
    PENYELENGGARAAN

    Bagian Kesatu
    Umum

    Paragraf 1
    Tempat

    Pasal 2
    (1) Taman Baca dibuka setiap hari.
    (2) Pengelola Taman Baca wajib:
      a. merawat buku:
        1. lama; dan
        2. baru:
          a) tipis:
            1) cerita; dan
            2) sajak; dan
          b) tebal;
      b. menjaga ketenangan.
    dengan sungguh-sungguh.
    (2a) Pengelola dipilih oleh warga.
    (3) Ketentuan sebagaimana dimaksud pada ayat (1) dan ayat (2) berlaku tetap.

    Bagian Kedua Belas
    Biaya

    Pasal 3
    Pasal ini dihapus.

    Pasal 3A
    Biaya ditanggung kas daerah.

    BAB IIA
    PENUTUP

    Pasal 4
    Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.

    Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Daerah ini.

    Ditetapkan di Contoh

    PENJELASAN
    ATAS
    PERATURAN DAERAH KOTA CONTOH

    I. UMUM
    Membaca itu baik.

    II. PASAL DEMI PASAL

    Pasal 1
    Cukup jelas.

    Pasal 2
    Ayat (1)
    Cukup jelas.
    Ayat (2)
    Huruf a
    Angka 1
    Buku lama ialah buku sebelum tahun 1990.
    Angka 2
    Cukup jelas.
    Huruf b
    Cukup jelas.

    LAMPIRAN I
    DAFTAR BUKU

    LAMPIRAN II
    DAFTAR RAK
    """

  static let plainOutline = """
    judul pembukaan menimbang menimbang/huruf-a menimbang/huruf-b mengingat mengingat/angka-1 \
    mengingat/angka-2 diktum bab-1 pasal-1 pasal-1/angka-1 pasal-1/angka-2 \
    pasal-1/angka-2/huruf-a pasal-1/angka-2/huruf-b bab-2 bab-2/bagian-1 \
    bab-2/bagian-1/paragraf-1 pasal-2 pasal-2/ayat-1 pasal-2/ayat-2 pasal-2/ayat-2/huruf-a \
    pasal-2/ayat-2/huruf-a/angka-1 pasal-2/ayat-2/huruf-a/angka-2 \
    pasal-2/ayat-2/huruf-a/angka-2/subhuruf-a \
    pasal-2/ayat-2/huruf-a/angka-2/subhuruf-a/subangka-1 \
    pasal-2/ayat-2/huruf-a/angka-2/subhuruf-a/subangka-2 \
    pasal-2/ayat-2/huruf-a/angka-2/subhuruf-b pasal-2/ayat-2/huruf-b pasal-2/ayat-2a \
    pasal-2/ayat-3 bab-2/bagian-12 pasal-3 pasal-3a bab-2a pasal-4 penutup penjelasan \
    penjelasan/umum penjelasan/pasal-1 penjelasan/pasal-2 penjelasan/pasal-2/ayat-1 \
    penjelasan/pasal-2/ayat-2 penjelasan/pasal-2/ayat-2/huruf-a \
    penjelasan/pasal-2/ayat-2/huruf-a/angka-1 penjelasan/pasal-2/ayat-2/huruf-a/angka-2 \
    penjelasan/pasal-2/ayat-2/huruf-b lampiran-1 lampiran-2
    """

  static let amendment = """
    PERATURAN DAERAH KOTA CONTOH
    TENTANG PERUBAHAN ATAS PERATURAN DAERAH TENTANG TAMAN BACA
    DENGAN RAHMAT TUHAN YANG MAHA ESA
    MEMUTUSKAN:
    Menetapkan: PERATURAN DAERAH TENTANG PERUBAHAN.

    Pasal I
    Beberapa ketentuan dalam Peraturan Daerah Nomor 2 Tahun 2020 tentang Taman Baca
    (Lembaran Daerah Tahun 2020 Nomor 2) diubah sebagai berikut:
    1. Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:
    “Pasal 1
    Dalam Peraturan Daerah ini yang dimaksud dengan:
    1. Daerah adalah Kota Contoh.
    2. Ketentuan adalah aturan.
    3. Buku adalah kertas yang dijilid.”
    2. Ketentuan ayat (2) Pasal 5 diubah sehingga Pasal 5 berbunyi sebagai berikut:
    Pasal 5
    (1) Buku dipinjamkan.
    (2) Peminjam menjaga buku.
    3. Di antara Pasal 5 dan Pasal 6 disisipkan 1 (satu) pasal, yakni Pasal 5A, sehingga
    berbunyi sebagai berikut:
    Pasal 5A
    Buku dapat diperpanjang.
    4. Di antara BAB III dan BAB IV disisipkan 1 (satu) bab, yakni BAB IIIA, yang berbunyi
    sebagai berikut:
    BAB IIIA
    DENDA
    Pasal 8A
    Denda ditetapkan:
    a. ringan; atau
    b. berat.
    5. Pasal 9 dihapus.

    Pasal II
    Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.

    Ditetapkan di Contoh
    PENJELASAN
    I. UMUM
    Perubahan ini kecil.
    II. PASAL DEMI PASAL
    Pasal I
    Angka 1
    Pasal 1
    Cukup jelas.
    Angka 2
    Pasal 5
    Ayat (1)
    Cukup jelas.
    Angka 3
    Pasal 5A
    Cukup jelas.
    Pasal II
    Cukup jelas.
    """

  static let amendmentOutline = """
    judul pembukaan diktum pasal-i pasal-i/angka-1 pasal-i/angka-1/pasal-1 \
    pasal-i/angka-1/pasal-1/angka-1 pasal-i/angka-1/pasal-1/angka-2 \
    pasal-i/angka-1/pasal-1/angka-3 pasal-i/angka-2 pasal-i/angka-2/pasal-5 \
    pasal-i/angka-2/pasal-5/ayat-1 pasal-i/angka-2/pasal-5/ayat-2 pasal-i/angka-3 \
    pasal-i/angka-3/pasal-5a pasal-i/angka-4 pasal-i/angka-4/bab-3a pasal-i/angka-4/pasal-8a \
    pasal-i/angka-4/pasal-8a/huruf-a pasal-i/angka-4/pasal-8a/huruf-b pasal-i/angka-5 pasal-ii \
    penutup penjelasan penjelasan/umum penjelasan/pasal-i penjelasan/pasal-i/angka-1 \
    penjelasan/pasal-i/angka-1/pasal-1 penjelasan/pasal-i/angka-2 \
    penjelasan/pasal-i/angka-2/pasal-5 penjelasan/pasal-i/angka-2/pasal-5/ayat-1 \
    penjelasan/pasal-i/angka-3 penjelasan/pasal-i/angka-3/pasal-5a penjelasan/pasal-ii
    """
}
