extension Indonesian {
  func abstract(_ topic: HelpTopic) -> String {
    switch topic {
    case .root: "Ruang kerja telaah rancangan peraturan daerah."
    case .`init`: "Membuat ruang kerja, bila perlu dari folder naskah dan bibit."
    case .draft: "Memulai dan mendaftar naskah."
    case .draftAdd: "Memulai naskah baru."
    case .draftList: "Mendaftar naskah."
    case .draftShow: "Menampilkan keterangan sebuah naskah."
    case .restore: "Menjadikan teks sebuah revisi sebagai teks kerja."
    case .commit: "Menyimpan revisi naskah yang berubah."
    case .log: "Menampilkan riwayat revisi sebuah naskah, atau riwayat satu bagiannya."
    case .blame:
      "Menampilkan revisi yang terakhir mengubah setiap bagian, dan masukan yang dijawabnya."
    case .show: "Menampilkan teks naskah, atau satu bagiannya."
    case .outline: "Menampilkan kerangka sebuah teks."
    case .fmt: "Merapikan tata letak sebuah teks tanpa mengubah satu kata pun."
    case .renumber: "Mengurutkan nomor sebuah teks beserta rujukannya."
    case .check: "Memeriksa teks menurut teknik penyusunan (UU 12/2011, Lampiran II)."
    case .diff: "Membandingkan dua teks; tanpa argumen: semua perubahan yang belum disimpan."
    case .comment: "Mencatat dan membaca masukan."
    case .commentAdd: "Mencatat masukan pada naskah atau satu bagiannya."
    case .commentList: "Mendaftar masukan."
    case .commentShow: "Menampilkan satu masukan dengan seluruh percakapannya."
    case .commentReply: "Membalas sebuah masukan."
    case .commentImport: "Mengimpor masukan dari berkas CSV atau XLSX."
    case .respond: "Menjawab sebuah masukan dengan alasannya."
    case .status: "Menampilkan apa yang menunggu siapa."
    case .importText: "Membawa masuk sebuah teks: teks biasa, Markdown, OCR, DOCX, atau PDF."
    case .manual: "Mencetak halaman panduan."
    case .commentEdit: "Mengubah isi masukan yang dicatat sendiri."
    case .commentWithdraw: "Menarik masukan yang dicatat sendiri; catatannya tetap ada."
    case .commentMove: "Memindahkan masukan ke bagian lain dari naskahnya."
    case .commentGroups:
      "Menampilkan masukan yang isinya sama, dengan kata-kata sendiri tiap pengirim."
    case .assign: "Menugaskan instansi untuk menjawab masukan, dengan tenggatnya."
    case .reindex: "Membuat ulang indeks masukan."
    case .merge, .mergeDriver: mergeAbstract(topic)
    case .diffDriver, .textconv: gitAbstract(topic)
    case .key, .keyInit, .keyList, .keyRole, .keyRevoke, .config, .verify, .erase, .sync:
      trustAbstract(topic)
    }
  }

  func discussion(_ topic: HelpTopic) -> String {
    switch topic {
    case .root:
      "Alamat revisi: pekat@3, pekat@latest, pekat (teks kerja). "
        + "Bagian naskah: \"Pasal 5 ayat (2) huruf a\"."
    case .`init`:
      "Setiap berkas Drafts/KUNCI/riwayat/* menurut urutan nama, lalu naskah.txt, menjadi revisi."
    case .commit:
      "Hanya naskah yang berubah yang disimpan; perubahan lain dan indeks git tetap seperti semula."
    case .diff:
      "Contoh: naskah banding pekat@1..3, pekat@3.. (dari r3 ke teks kerja), --no-index LAMA BARU. "
        + "Keluar dengan kode 1 bila ada perbedaan."
    case .check:
      "Keluar dengan kode 1 bila ada yang salah atau perlu diawasi. Pengecualian dengan alasan "
        + "ditulis dalam draft.yml: check: {ignore: [{rule: …, unit: …, reason: …}]}."
    case .commentAdd:
      "Tanpa -m, penyunting teks terbuka dan memperlihatkan bagian yang diberi masukan."
    case .commentImport:
      "Kolom dikenali dari judulnya: tanggal, nama, unsur, instansi, kontak, saluran, forum, draf, "
        + "revisi, tempat, masukan. Hanya masukan yang wajib ada. Mengimpor berkas yang sama lagi "
        + "tidak menambah apa pun."
    case .importText:
      "Nomor halaman, kepala halaman, dan kata sambung dibuang, baris yang terputus disambung, dan "
        + "tanda yang salah terbaca diperbaiki bila urutannya membuktikannya; semuanya dilaporkan. "
        + "Dengan --draft berkas asalnya disimpan di folder sumber/. PDF memerlukan pdftotext."
    case .respond:
      "Pilih satu: --accept, --partial, --reject, --note, atau --out-of-scope; alasannya wajib."
    case .commentList:
      "Pencarian mengenal imbuhan: pelaporan menemukan melapor dan dilaporkan. Tanpa --limit tidak "
        + "ada yang dipotong."
    case .commentGroups:
      "Isi yang sama dan ragam dari satu surat menjadi satu kelompok. Tidak ada yang digabung: tiap "
        + "pengirim tetap punya tempat. Menjawab sekelompok: naskah tanggapi --group KODE."
    case .assign: "Contoh: naskah tugaskan 3f2a \"Satpol PP\" --due 2025-11-30."
    case .merge, .mergeDriver: mergeDiscussion(topic)
    case .diffDriver, .textconv: gitDiscussion(topic)
    case .keyInit, .config, .verify, .erase, .sync: trustDiscussion(topic)
    default: ""
    }
  }

  func option(_ option: HelpOption) -> String {
    switch option {
    case .lang: "Bahasa: id atau en."
    case .color: "Warna: auto (bawaan), always, atau never."
    case .folder: "Bekerja di folder ini."
    case .format: "Bentuk keluaran: text (bawaan) atau json."
    case .initFolder: "Folder ruang kerja yang dibuat."
    case .checkRule: "Hanya aturan ini, seperti term.variant; dapat diulang."
    case .checkSeverity: "Hanya yang seberat ini atau lebih: error, warning, atau info."
    case .initDrafts: "Folder naskah yang diimpor."
    case .initSeeds: "Folder bibit untuk membuat register."
    case .draftKey: "Kunci naskah, misalnya pekat."
    case .draftKeys: "Kunci naskah; tanpa kunci: semua yang berubah."
    case .draftTitle: "Judul tanpa \"Peraturan Daerah tentang\"."
    case .draftFile: "Berkas teks yang disalin menjadi teks kerja."
    case .draftKind: "Jenis: new (baru, bawaan) atau amendment (perubahan)."
    case .revision: "Naskah atau revisinya: KUNCI atau KUNCI@REVISI."
    case .unit: "Bagian naskah, misalnya \"Pasal 5 ayat (2)\"."
    case .range:
      "KUNCI, KUNCI@A..B, KUNCI@A.., atau dua teks: revisi, berkas, "
        + "references/KUNCI; dengan --no-index dua berkas."
    case .outlineTarget: "KUNCI, KUNCI@REVISI, atau berkas teks."
    case .noIndex: "Membandingkan dua berkas, tanpa ruang kerja."
    case .stat: "Hanya ringkasannya."
    case .full: "Membuka lipatan nomor dan rujukan yang hanya ikut berubah."
    case .depth: "Hanya sampai kedalaman ini; 1 untuk bagian terluar."
    case .checkOnly: "Hanya memeriksa; keluar dengan kode 1 bila ada yang akan diubah."
    case .toStdout: "Mencetak hasilnya; berkas tetap seperti semula."
    case .dryRun: "Hanya memperlihatkan apa yang akan diubah."
    case .citedBy: "Menampilkan yang merujuk bagian itu, bukan teksnya."
    case .terms: "Menampilkan juga arti istilah berdefinisi yang dipakai bagian itu."
    case .textFile: "Berkas teks, Markdown, DOCX, atau PDF."
    case .importInto: "Menjadikannya teks kerja naskah ini."
    case .importStdout: "Mencetak teksnya; bawaan bila tanpa --draft."
    case .importReport: "Menampilkan semua yang diperbaiki dan dibuang."
    case .message: "Pesan revisi; tanpa ini penyunting teks terbuka."
    case .resolves: "Masukan yang dijawab oleh revisi ini; dapat diulang."
    case .commentRevision: "Revisi yang diberi masukan: KUNCI atau KUNCI@REVISI."
    case .commentText: "Isi; tanpa ini penyunting teks terbuka."
    case .name: "Nama pemberi masukan; disimpan terpisah dan tidak diterbitkan."
    case .group: "Unsur yang diwakili, misalnya Akademisi."
    case .forum: "Forum tempat masukan disampaikan."
    case .date: "Tanggal masukan disampaikan."
    case .channel: "Cara penyampaian: lisan, surat, formulir …"
    case .agency: "Instansi pemberi masukan."
    case .contact: "Kontak pemberi masukan; disimpan terpisah dan tidak diterbitkan."
    case .quote: "Kata-kata yang dikomentari, seperti tertulis pada bagian itu."
    case .commentDraft: "Kunci naskah; tanpa kunci: semua naskah."
    case .at: "Menempatkan masukan pada revisi ini, bukan pada yang terakhir."
    case .statusFilter:
      "Hanya yang berstatus: open, accepted, partial, rejected, noted, out_of_scope."
    case .search: "Hanya yang memuat kata-kata ini."
    case .commentID: "Kode masukan, atau paling sedikit 4 karakter pertamanya."
    case .importFile: "Berkas CSV atau XLSX dengan judul kolom pada baris pertama."
    case .importDraft: "Naskah yang diberi masukan."
    case .importRevision: "Nomor revisi yang diberi masukan; tanpa ini yang terakhir."
    case .accept: "Diterima."
    case .partial: "Diterima sebagian."
    case .reject: "Tidak diterima."
    case .note: "Dicatat."
    case .outOfScope: "Di luar materi."
    case .reason: "Alasan; tanpa ini penyunting teks terbuka."
    case .answerRevision: "Revisi yang menindaklanjuti: KUNCI@REVISI."
    case .answerAgency: "Instansi yang menjawab."
    case .unitFilter: "Hanya yang pada bagian ini atau di bawahnya."
    case .stateFilter: "Hanya yang tempatnya: current, moved, changed, detached."
    case .groupFilter: "Hanya dari unsur ini."
    case .forumFilter: "Hanya dari forum ini."
    case .officeFilter: "Hanya yang ditugaskan kepada, atau dijawab oleh, instansi ini."
    case .dueFilter: "Hanya yang terbuka dan bertenggat sampai hari ini; \"lewat\": yang terlambat."
    case .since: "Hanya yang disampaikan sejak hari ini."
    case .until: "Hanya yang disampaikan sampai hari ini."
    case .sortOrder:
      "Urutan: \"place\" (bawaan), \"date\", \"newest\", \"due\", \"group\", atau \"status\"."
    case .limit: "Paling banyak sekian."
    case .letterFilter: "Hanya yang isinya sama dengan masukan ini."
    case .withdrawReason: "Alasannya."
    case .moveRevision: "Revisi yang memuat bagian itu: KUNCI@REVISI; tanpa ini yang terakhir."
    case .assignOffice: "Instansi yang diminta menjawab."
    case .due: "Hari terakhir untuk menjawab."
    case .attach: "Pindaian atau surat yang disimpan bersamanya; dapat diulang."
    case .saveAttachments: "Menuliskan lampirannya ke folder ini."
    case .respondGroup: "Menjawab semua masukan yang isinya sama dengan masukan ini."
    case .groupsDraft: "Kunci naskah; tanpa kunci: semua naskah."
    case .mapping:
      "Kolom mana yang memuat apa, misalnya masukan=\"Isi pendapat\"; dapat diulang, dan disimpan "
        + "untuk berkas dengan kolom yang sama."
    case .importDryRun: "Hanya membaca berkasnya dan mengatakan apa yang akan terjadi."
    case .principal, .keyFile, .role, .signer, .settingName, .settingValue, .eraseID, .eraseReason,
      .remote, .withPersons:
      trustOption(option)
    case .blameUnit, .logUnit: historyOption(option)
    case .only, .diffUnit, .context, .openComments, .theme, .screenReader, .hyperlinks,
      .gitArguments, .convertedFile:
      diffOption(option)
    case .diffBase, .mergeRevisions, .mergeBase, .driverArguments: mergeOption(option)
    }
  }

  func value(_ value: HelpValue) -> String {
    switch value {
    case .folder: "folder"
    case .language: "bahasa"
    case .when: "kapan"
    case .format: "bentuk"
    case .key: "kunci"
    case .title: "judul"
    case .file: "berkas"
    case .revision: "revisi"
    case .range: "rentang"
    case .unit: "bagian"
    case .text: "teks"
    case .name: "nama"
    case .group: "unsur"
    case .forum: "forum"
    case .date: "tanggal"
    case .channel: "saluran"
    case .agency: "instansi"
    case .contact: "kontak"
    case .words: "kata"
    case .id: "kode"
    case .number: "nomor"
    case .status: "status"
    case .sort: "jenis"
    case .theme: "tema"
    case .kind: "jenis"
    case .state: "keadaan"
    case .order: "urutan"
    case .mapping: "isi=kolom"
    }
  }
}
