"""Direct quotes and their speakers, and what is no speech though in quotation marks.

Speech is written as ``kind: content <- speakers``; names are marked in the text.
"""

from __future__ import annotations

import pytest

from tests.quotes.conftest import Read, spoken

SPOKEN = [
    ('"Kami siap membantu warga," kata [PER Siti Aminah].', ["direct: Kami siap membantu warga <- Siti Aminah"]),
    (
        "“Kami siap membantu warga,” ujar [PER Siti Aminah], Senin (6/1/2025).",
        ["direct: Kami siap membantu warga <- Siti Aminah"],
    ),
    ('"Apakah warga sudah aman?" tanya [PER Siti].', ["direct: Apakah warga sudah aman? <- Siti"]),
    ('[PER Siti] mengatakan, "Kami siap membantu."', ["direct: Kami siap membantu <- Siti"]),
    ('[PER Siti] menegaskan: "Kami siap membantu."', ["direct: Kami siap membantu <- Siti"]),
    ('Menurut [PER Siti], "Kami siap membantu."', ["direct: Kami siap membantu <- Siti"]),
    ('"Kami siap," demikian kata [PER Siti].', ["direct: Kami siap <- Siti"]),
    (
        '"Air naik cepat. Kami lari ke masjid," tutur [PER Siti].',
        ["direct: Air naik cepat. Kami lari ke masjid <- Siti"],
    ),
    # the speaker after a title, a body, a comma
    ('"Kami siap," kata Kepala [ORG BPBD Demak] [PER Budi Santoso].', ["direct: Kami siap <- Budi Santoso"]),
    ('"Kami siap," kata Ketua Umum [ORG PSSI], [PER Budi Santoso].', ["direct: Kami siap <- Budi Santoso"]),
    ('"Kami siap," kata [PER Budi Santoso], Kepala [ORG BPBD Demak].', ["direct: Kami siap <- Budi Santoso"]),
    # short forms, pronouns, clitics, descriptions
    (
        '[PER Budi Santoso] menilai jalan itu rusak. "Harus diperbaiki tahun ini," kata [PER Budi].',
        ["indirect: jalan itu rusak <- Budi Santoso", "direct: Harus diperbaiki tahun ini <- Budi Santoso"],
    ),
    (
        '"Kami siap," kata [PER Budi].\n"Posko sudah dibuka," ujarnya.',
        ["direct: Kami siap <- Budi", "direct: Posko sudah dibuka <- Budi"],
    ),
    (
        '"Kami siap," kata [PER Budi].\n"Posko sudah dibuka," imbuh dia.',
        ["direct: Kami siap <- Budi", "direct: Posko sudah dibuka <- Budi"],
    ),
    (
        '"Kami siap," kata anggota [ORG DPR] [PER Budi].\n"Posko dibuka," ujar politikus [ORG Partai Maju] itu.',
        ["direct: Kami siap <- Budi", "direct: Posko dibuka <- Budi"],
    ),
    (
        'Gubernur [GPE Jawa Tengah] [PER Rini Astuti] tiba di [GPE Demak]. "Tanggul diperbaiki," kata Gubernur.',
        ["direct: Tanggul diperbaiki <- Rini Astuti"],
    ),
    # two speakers, organisations, unnamed sources
    ('"Kami siap," kata [PER Budi] dan [PER Siti].', ["direct: Kami siap <- Budi, Siti"]),
    ('"Potensi tsunami tidak ada," tulis [ORG BMKG].', ["direct: Potensi tsunami tidak ada <- BMKG"]),
    ('"Suaranya keras sekali," kata seorang saksi.', ["direct: Suaranya keras sekali <- seorang saksi"]),
    ('"Kami takut," kata warga [GPE Demak].', ["direct: Kami takut <- warga Demak"]),
    # one quote in two parts, continued quotes, no cue
    (
        '"Kami berlatih keras," kata [PER Budi], "dan hasilnya terlihat hari ini."',
        ["direct: dan hasilnya terlihat hari ini <- Budi"],
    ),
    (
        '"Kami siap," kata [PER Budi].\n"Posko sudah dibuka sejak pagi."',
        ["direct: Kami siap <- Budi", "direct: Posko sudah dibuka sejak pagi <- Budi"],
    ),
    (
        '"Kami siap, kata [PER Budi].\n"Posko dibuka," kata [PER Siti].',
        ["direct: Kami siap <- Budi", "direct: Posko dibuka <- Siti"],
    ),
    # mark styles
    (
        "“Pasokan air bersih sudah kembali normal,” kata Direktur [ORG Perumda Tirta Bening] [PER Lestari Handayani].",
        ["direct: Pasokan air bersih sudah kembali normal <- Lestari Handayani"],
    ),
    (
        "”Kami belum menerima salinan putusan itu,” ujar [PER Rahmat Gunadi] di [GPE Klaten], Senin (3/8/2020).",
        ["direct: Kami belum menerima salinan putusan itu <- Rahmat Gunadi"],
    ),
    (
        "“Anak-anak sudah lama menunggu perpustakaan ini“, ucap [PER Yuliana Sembiring], kepala sekolah.",
        ["direct: Anak-anak sudah lama menunggu perpustakaan ini <- Yuliana Sembiring"],
    ),
    (
        "„Harga gabah turun terus sejak panen raya,“ keluh [PER Wagiman], petani di [GPE Sragen].",
        ["direct: Harga gabah turun terus sejak panen raya <- Wagiman"],
    ),
    (
        "„Kapal itu sudah kami periksa dua kali,” kata Kepala [ORG KSOP Sibolga] [PER Anton Manurung].",
        ["direct: Kapal itu sudah kami periksa dua kali <- Anton Manurung"],
    ),
    (
        "«Tidak ada pemain yang cedera,» tegas pelatih [ORG Persada FC] [PER Nuno Varela] seusai laga.",
        ["direct: Tidak ada pemain yang cedera <- Nuno Varela"],
    ),
    (
        "‘Saya baru tahu dari berita,’ ungkap [PER Dewi Larasati] saat dihubungi.",
        ["direct: Saya baru tahu dari berita <- Dewi Larasati"],
    ),
    (
        "'Salat Jum'at tetap digelar di halaman,' kata pengurus masjid [PER Ma'mun Hidayat].",
        ["direct: Salat Jum'at tetap digelar di halaman <- Ma'mun Hidayat"],
    ),
    (
        "‘Pelajaran membaca Al-Qur’an dimulai pukul empat sore,’ tutur Ustaz [PER Zainul Arifin].",
        ["direct: Pelajaran membaca Al-Qur’an dimulai pukul empat sore <- Zainul Arifin"],
    ),
    (
        "''Kami akan menambah 20 bus pada akhir pekan,'' kata Kepala [ORG Dishub Kota Tegal] [PER Imam Sutrisno], Jumat (7/8).",
        ["direct: Kami akan menambah 20 bus pada akhir pekan <- Imam Sutrisno"],
    ),
    (
        "Wali Kota [GPE Bima] [PER Faisal Akbar] mengatakan, ''Pasar baru mulai ditempati pada Oktober.''",
        ["direct: Pasar baru mulai ditempati pada Oktober <- Faisal Akbar"],
    ),
    (
        '“Stok vaksin cukup sampai Oktober," jelas [PER Ratih Kumala], juru bicara [ORG Dinas Kesehatan Jambi].',
        ["direct: Stok vaksin cukup sampai Oktober <- Ratih Kumala"],
    ),
    (
        '"Lahan itu milik desa, bukan milik perusahaan,” tegas Kepala Desa [GPE Sukamaju] [PER Karsono].',
        ["direct: Lahan itu milik desa, bukan milik perusahaan <- Karsono"],
    ),
    (
        "“Pelaku sempat berteriak ‘awas kebakaran’ lalu kabur,” kata Kapolsek [GPE Cibatu] AKP [PER Hendra Wijaya].",
        ["direct: Pelaku sempat berteriak ‘awas kebakaran’ lalu kabur <- Hendra Wijaya"],
    ),
    (
        "\"Dia cuma bilang, 'Ngapain kamu di sini?' kepada adik saya,\" cerita [PER Nurhayati].",
        ["direct: Dia cuma bilang, 'Ngapain kamu di sini?' kepada adik saya <- Nurhayati"],
    ),
    # web spacing and stop outside the mark
    (
        '"Jembatan itu kami tutup sementara, "kata [PER Slamet Riyanto], Kamis (6/8).',
        ["direct: Jembatan itu kami tutup sementara <- Slamet Riyanto"],
    ),
    (
        "“Semua korban sudah dipulangkan,”kata Direktur [ORG RSUD Bina Sehat] dr [PER Maria Goreti].",
        ["direct: Semua korban sudah dipulangkan <- Maria Goreti"],
    ),
    (
        '" Kami minta maaf kepada seluruh pelanggan ", ujar [PER Ferry Tanoto], manajer [ORG Kereta Nusa].',
        ["direct: Kami minta maaf kepada seluruh pelanggan <- Ferry Tanoto"],
    ),
    # question and exclamation marks
    (
        '"Siapa yang akan mengganti kerugian kami?" tanya [PER Sulastri], pemilik tambak.',
        ["direct: Siapa yang akan mengganti kerugian kami? <- Sulastri"],
    ),
    (
        '"Bongkar sekarang juga!" seru Bupati [PER Andi Pattarani] di depan petugas.',
        ["direct: Bongkar sekarang juga! <- Andi Pattarani"],
    ),
    # unclosed and unpaired marks
    (
        '[PER Arif Budiman] membuka "pameran itu pada Sabtu pagi. "Kami senang warga datang," kata [PER Arif].',
        ["direct: Kami senang warga datang <- Arif Budiman"],
    ),
    (
        'Kami siap membantu warga yang terdampak," kata Camat [GPE Sukorejo] [PER Titik Wulandari].',
        ["indirect: Kami siap membantu warga yang terdampak <- Titik Wulandari"],
    ),
    (
        'Toko itu menjual televisi 32" dengan harga miring. "Barangnya asli, bukan rakitan," kata [PER Lim Swan], pemilik toko.',
        ["direct: Barangnya asli, bukan rakitan <- Lim Swan"],
    ),
    (
        '"Kami menunggu surat resmi," kata [PER Obed Wenda]." Rapat itu berlangsung dua jam.',
        ["direct: Kami menunggu surat resmi <- Obed Wenda"],
    ),
    # several sentences in one quote
    (
        '"Hujan turun sejak subuh. Sungai meluap sekitar pukul 07.00. Warga langsung kami ungsikan," kata Kepala [ORG BPBD Demak] [PER Budi Santoso].',
        [
            "direct: Hujan turun sejak subuh. Sungai meluap sekitar pukul 07.00. Warga langsung kami ungsikan <- Budi Santoso"
        ],
    ),
    (
        "“Apa salah kami? Kami hanya berdagang. Tolong dengarkan kami!” teriak [PER Mince Latuperissa] di depan [FAC Balai Kota Ambon].",
        ["direct: Apa salah kami? Kami hanya berdagang. Tolong dengarkan kami! <- Mince Latuperissa"],
    ),
    (
        '[PER Gusti Ngurah Wira] menjawab singkat, "Belum ada keputusan. Nanti saya kabari."',
        ["direct: Belum ada keputusan. Nanti saya kabari <- Gusti Ngurah Wira"],
    ),
    # split by the attribution
    (
        '"Kalau cuaca membaik," kata [PER Sahrul Ramadan], "pencarian korban kami lanjutkan besok pagi di sekitar muara."',
        ["direct: pencarian korban kami lanjutkan besok pagi di sekitar muara <- Sahrul Ramadan"],
    ),
    (
        "“Menurut saya,” ujar pengamat politik [PER Danang Widodo], “koalisi itu tidak akan bertahan sampai pemilu.”",
        ["direct: koalisi itu tidak akan bertahan sampai pemilu <- Danang Widodo"],
    ),
    (
        '[PER Husni Mubarak] tidak gentar. "Sejak awal," katanya, "saya sudah siap menghadapi risiko terburuk."',
        ["direct: saya sudah siap menghadapi risiko terburuk <- Husni Mubarak"],
    ),
    (
        '"Listrik padam sejak malam," kata [PER Ida Ayu Sriasih]. "Sampai sekarang belum menyala."',
        [
            "direct: Listrik padam sejak malam <- Ida Ayu Sriasih",
            "direct: Sampai sekarang belum menyala <- Ida Ayu Sriasih",
        ],
    ),
    (
        '"Kami tidak mundur," kata [PER Benyamin Rumbiak], lalu menambahkan, "Ini tanah leluhur kami."',
        ["direct: Kami tidak mundur <- Benyamin Rumbiak", "direct: Ini tanah leluhur kami <- Benyamin Rumbiak"],
    ),
    # continuation quotes with no cue
    (
        '"Produksi kopi tahun ini naik," kata Ketua [ORG Koperasi Gayo Mandiri] [PER Win Ariga].\n"Cuacanya bagus dan pupuk tersedia."',
        ["direct: Produksi kopi tahun ini naik <- Win Ariga", "direct: Cuacanya bagus dan pupuk tersedia <- Win Ariga"],
    ),
    (
        '"Kami mulai dari nol."\n"Tidak ada bank yang mau memberi kredit," kenang [PER Theresia Wona], pendiri [ORG Tenun Sikka].',
        [
            "direct: Kami mulai dari nol <- Theresia Wona",
            "direct: Tidak ada bank yang mau memberi kredit <- Theresia Wona",
        ],
    ),
    (
        "“Sidang ditunda dua pekan,” ujar juru bicara [ORG Pengadilan Negeri Kendal] [PER Arum Setyani].\n“Saksi ahli sedang sakit.”\n“Jadi, kami jadwalkan ulang.”",
        [
            "direct: Sidang ditunda dua pekan <- Arum Setyani",
            "direct: Saksi ahli sedang sakit <- Arum Setyani",
            "direct: Jadi, kami jadwalkan ulang <- Arum Setyani",
        ],
    ),
    (
        '[PER Yosef Tallo] menyatakan kebakaran itu berasal dari dapur. "Kompornya lupa dimatikan."',
        [
            "indirect: kebakaran itu berasal dari dapur <- Yosef Tallo",
            "direct: Kompornya lupa dimatikan <- Yosef Tallo",
        ],
    ),
    (
        '"Tarif baru berlaku mulai September," kata [PER Meutia Zahra].\nTarif lama terakhir naik pada 2017.\n"Kenaikannya hanya lima persen."',
        [
            "direct: Tarif baru berlaku mulai September <- Meutia Zahra",
            "direct: Kenaikannya hanya lima persen <- Meutia Zahra",
        ],
    ),
    # dialogue of two people
    (
        '"Sudah berapa lama kamu di sini?" tanya [PER Ratna]. "Baru dua hari," jawab [PER Joni].',
        ["direct: Sudah berapa lama kamu di sini? <- Ratna", "direct: Baru dua hari <- Joni"],
    ),
    (
        '"Apakah Saudara menerima uang itu?" tanya hakim [PER Sri Hastuti] kepada terdakwa [PER Gatot Subekti].\n"Tidak pernah, Yang Mulia," jawab [PER Gatot].',
        [
            "direct: Apakah Saudara menerima uang itu? <- Sri Hastuti",
            "direct: Tidak pernah, Yang Mulia <- Gatot Subekti",
        ],
    ),
    (
        '"Apa Anda mengenal pelaku?" tanya jaksa [PER Lukman Harahap] kepada saksi [PER Desi Anggraini].\n"Tidak," jawab saksi.',
        ["direct: Apa Anda mengenal pelaku? <- Lukman Harahap", "direct: Tidak <- Desi Anggraini"],
    ),
    # cue first
    (
        'Gubernur [GPE Maluku] [PER Frans Tuasikal] mengatakan, "Kami tidak akan mencabut izin itu."',
        ["direct: Kami tidak akan mencabut izin itu <- Frans Tuasikal"],
    ),
    (
        '[PER Kartika Ningrum]: "Semua laporan akan kami tindak lanjuti."',
        ["direct: Semua laporan akan kami tindak lanjuti <- Kartika Ningrum"],
    ),
    (
        "Camat [GPE Tanjungsari] [PER Odang Suherman]: “Bantuan beras dibagikan besok.”",
        ["direct: Bantuan beras dibagikan besok <- Odang Suherman"],
    ),
    (
        "Kepada wartawan, Kepala [ORG Bapenda Sleman] [PER Hari Susilo] menegaskan, “Pajak restoran tidak dihapus, hanya ditunda.”",
        ["direct: Pajak restoran tidak dihapus, hanya ditunda <- Hari Susilo"],
    ),
    (
        'Dalam sambutannya, Menteri Sosial [PER Wening Astari] berpesan: "Jangan ada bantuan yang dipotong."',
        ["direct: Jangan ada bantuan yang dipotong <- Wening Astari"],
    ),
    (
        '[PER Ruslan Daeng] datang terlambat. Ia beralasan, "Jalan dari [GPE Maros] macet total."',
        ["direct: Jalan dari Maros macet total <- Ruslan Daeng"],
    ),
    (
        'Melalui akun Instagram, penyanyi [PER Keisha Maharani] menulis, "Terima kasih atas doa kalian semua."',
        ["direct: Terima kasih atas doa kalian semua <- Keisha Maharani"],
    ),
    # inverted forms, kata dia, begitu kata, demikian
    ('Kata Mbah [PER Karto], "Gunung itu memang sedang batuk."', ["direct: Gunung itu memang sedang batuk <- Karto"]),
    (
        '"Kami sudah memasang 12 pompa," begitu kata Kepala [ORG Dinas SDA Bekasi] [PER Teguh Prakoso].',
        ["direct: Kami sudah memasang 12 pompa <- Teguh Prakoso"],
    ),
    (
        '"Tahun ini tidak ada pawai obor," demikian disampaikan Sekretaris Daerah [GPE Kudus] [PER Sunarto Adi] dalam jumpa pers.',
        ["direct: Tahun ini tidak ada pawai obor <- Sunarto Adi"],
    ),
    (
        '"Vaksinasi ternak dimulai pekan depan." Demikian disampaikan Kepala [ORG Dinas Peternakan Blora] drh [PER Nanik Rahayu], Selasa (4/8).',
        ["direct: Vaksinasi ternak dimulai pekan depan <- Nanik Rahayu"],
    ),
    (
        "“Kuota haji tahun ini sudah terisi semua.” Hal itu diungkapkan Kepala [ORG Kanwil Kemenag Banten] [PER Bahri Ansor], Jumat (7/8).",
        ["direct: Kuota haji tahun ini sudah terisi semua <- Bahri Ansor"],
    ),
    (
        '[PER Oki Firmansyah] mengunjungi korban longsor kemarin. "Bantuan logistik cukup untuk sepekan," kata dia.',
        ["direct: Bantuan logistik cukup untuk sepekan <- Oki Firmansyah"],
    ),
    (
        'Komisaris [ORG PT Samudra Lestari] [PER Vivian Halim] hadir dalam rapat itu. "Laba kami tumbuh dua digit," katanya menambahkan.',
        ["direct: Laba kami tumbuh dua digit <- Vivian Halim"],
    ),
    ('"Tidak ada yang kebal hukum," ia menegaskan.', ["direct: Tidak ada yang kebal hukum <- ?"]),
    # hearer, date, place, medium after the speaker
    (
        '"Pelaku kami tangkap di [GPE Cirebon]," tutur Kasatreskrim AKP [PER Dimas Pramudya] kepada wartawan, Rabu (5/8).',
        ["direct: Pelaku kami tangkap di Cirebon <- Dimas Pramudya"],
    ),
    (
        '"Kami masih menghitung kerugiannya," ungkap [PER Haryanti] saat dihubungi [ORG Warta Utara] melalui telepon, Minggu (9/8/2020) malam.',
        ["direct: Kami masih menghitung kerugiannya <- Haryanti"],
    ),
    (
        '"Serangan itu tidak bisa dibenarkan," kata Menteri Luar Negeri [GPE Norwegia] [PER Astrid Nilsen], seperti dikutip [ORG Reuters], Kamis (6/8).',
        ["direct: Serangan itu tidak bisa dibenarkan <- Astrid Nilsen"],
    ),
    (
        '"Harga cabai akan turun bulan depan," terang Mendag [PER Surya Dinata] di hadapan anggota [ORG Komisi VI DPR] di [GPE Jakarta], Senin (10/8).',
        ["direct: Harga cabai akan turun bulan depan <- Surya Dinata"],
    ),
    # long titles before and after, names of others in the title
    (
        '"Sebanyak 340 rumah terendam," kata Kepala Bidang Kedaruratan dan Logistik [ORG Badan Penanggulangan Bencana Daerah (BPBD) Kabupaten Pati], [GPE Jawa Tengah], [PER Agung Nugroho], di [GPE Pati], Rabu (5/8).',
        ["direct: Sebanyak 340 rumah terendam <- Agung Nugroho"],
    ),
    (
        "“Riset ini memakan waktu enam tahun,” jelas [PER Fitria Anjani], guru besar Fakultas Kedokteran Hewan [ORG Universitas Bumi Nusantara], yang juga anggota [ORG Akademi Sains Tropis], di [GPE Bogor].",
        ["direct: Riset ini memakan waktu enam tahun <- Fitria Anjani"],
    ),
    (
        '"Kami bangun dari dana abadi," ujar Rektor [ORG Universitas Bumi Nusantara], Prof. Dr. Ir. H. [PER Makmur Sentosa], M.Si., Ph.D., Jumat.',
        ["direct: Kami bangun dari dana abadi <- Makmur Sentosa"],
    ),
    (
        '"Klien kami tidak pernah menerima panggilan," kata kuasa hukum [PER Ridho Kusuma], [PER Petrus Simatupang].',
        ["direct: Klien kami tidak pernah menerima panggilan <- Petrus Simatupang"],
    ),
    (
        "“Anak saya pamit mengaji sore itu,” tutur ayah [PER Zaskia], [PER Mulyadi], di rumahnya di [GPE Karawang].",
        ["direct: Anak saya pamit mengaji sore itu <- Mulyadi"],
    ),
    (
        '"Suami saya orang baik," ucap [PER Ningsih], istri mendiang [PER Sudibyo], di rumah duka.',
        ["direct: Suami saya orang baik <- Ningsih"],
    ),
    (
        '"Undang-undang itu harus direvisi," kata Wakil Ketua [ORG Komisi II DPR] dari Fraksi [ORG Partai Tunas Bangsa], [PER Yudha Perkasa], dalam rapat kerja dengan Menteri Dalam Negeri [PER Broto Laksono].',
        ["direct: Undang-undang itu harus direvisi <- Yudha Perkasa"],
    ),
    # plural speakers
    (
        '"Kami menikah di [GPE Ubud]," kata [PER Raka Mahendra] dan [PER Saras Dwi].',
        ["direct: Kami menikah di Ubud <- Raka Mahendra, Saras Dwi"],
    ),
    (
        '[PER Tono Wibowo] dan [PER Sinta Maharini] lolos ke semifinal. "Kami bermain lepas," ujar keduanya.',
        ["direct: Kami bermain lepas <- Tono Wibowo, Sinta Maharini"],
    ),
    (
        '[PER Lukas Wenda] dan [PER Marten Yoku] menolak hasil penghitungan suara. "Kami akan ke [ORG Mahkamah Konstitusi]," kata mereka.',
        ["direct: Kami akan ke Mahkamah Konstitusi <- Lukas Wenda, Marten Yoku"],
    ),
    (
        "Ganda putri [PER Intan Sari] dan [PER Gloria Waas] naik ke peringkat ketiga dunia. “Kami belum puas,” kata pasangan itu.",
        ["direct: Kami belum puas <- Intan Sari, Gloria Waas"],
    ),
    (
        '"Kedua negara sepakat menambah rute penerbangan," kata Menteri Perhubungan [PER Darma Saputra] dan Menteri Transportasi [GPE Malaysia] [PER Azlan Hamid] dalam pernyataan bersama.',
        ["direct: Kedua negara sepakat menambah rute penerbangan <- Darma Saputra, Azlan Hamid"],
    ),
    # organisations and documents as speakers
    (
        '"Gempa tidak berpotensi tsunami," tulis [ORG BMKG] di akun Twitter, Sabtu (8/8).',
        ["direct: Gempa tidak berpotensi tsunami <- BMKG"],
    ),
    (
        '"Perseroan tidak memiliki utang jatuh tempo tahun ini," demikian bunyi siaran pers [ORG PT Baja Angkasa].',
        ["direct: Perseroan tidak memiliki utang jatuh tempo tahun ini <- PT Baja Angkasa"],
    ),
    (
        "“Kami mengutuk penangkapan jurnalis itu,” demikian pernyataan [ORG Aliansi Pers Merdeka], Minggu.",
        ["direct: Kami mengutuk penangkapan jurnalis itu <- Aliansi Pers Merdeka"],
    ),
    (
        'Dalam keterangan tertulisnya, [ORG Kementerian Pertanian] menyatakan, "Stok beras aman hingga akhir tahun."',
        ["direct: Stok beras aman hingga akhir tahun <- Kementerian Pertanian"],
    ),
    (
        '[ORG PT Lintas Rimba] merilis laporan tahunannya kemarin. "Kami menanam sejuta pohon di [GPE Riau]," tulis perusahaan itu.',
        ["direct: Kami menanam sejuta pohon di Riau <- PT Lintas Rimba"],
    ),
    # unnamed sources
    (
        '"Saya dengar ledakan dua kali," kata seorang saksi mata, Kamis (6/8).',
        ["direct: Saya dengar ledakan dua kali <- seorang saksi mata"],
    ),
    ('"Dananya sudah habis sejak Juni," ungkap sumber itu.', ["direct: Dananya sudah habis sejak Juni <- sumber itu"]),
    ('"Banjir datang tiap tahun," keluh warga setempat.', ["direct: Banjir datang tiap tahun <- warga setempat"]),
    (
        "“Pembeli sepi sejak pasar dipindah,” ujar salah seorang pedagang, Senin siang.",
        ["direct: Pembeli sepi sejak pasar dipindah <- salah seorang pedagang"],
    ),
    (
        '"Truk itu melaju kencang," kata seorang warga, [PER Suparman], di lokasi kejadian.',
        ["direct: Truk itu melaju kencang <- Suparman"],
    ),
    # short names and bare roles later in the row
    (
        'Gubernur [GPE Bengkulu] [PER Rahimandani] meninjau [FAC Pelabuhan Pulau Baai]. "Pengerukan selesai bulan ini," kata Gubernur.',
        ["direct: Pengerukan selesai bulan ini <- Rahimandani"],
    ),
    (
        'Ketua majelis hakim [PER Wahyu Setyobudi] mengetuk palu tiga kali. "Sidang dilanjutkan pekan depan," ujar hakim.',
        ["direct: Sidang dilanjutkan pekan depan <- Wahyu Setyobudi"],
    ),
    (
        '[PER Ilham Siregar] mundur dari pencalonan pada Selasa. "Saya ingin fokus ke keluarga," kata politikus [ORG Partai Tunas Bangsa] itu.',
        ["direct: Saya ingin fokus ke keluarga <- Ilham Siregar"],
    ),
    (
        'Menteri Perdagangan [PER Surya Dinata] bertemu importir kedelai, Rabu. "Harga akan kami jaga," tegas Mendag.',
        ["direct: Harga akan kami jaga <- Surya Dinata"],
    ),
    (
        '[PER Muhammad Fadli Ramdani] mencetak dua gol ke gawang [ORG Persada FC]. "Gol ini untuk ibu," ucap [PER Fadli].',
        ["direct: Gol ini untuk ibu <- Muhammad Fadli Ramdani"],
    ),
    (
        '[PER Cut Nabila] memulai usaha katering dari dapur rumahnya di [GPE Bireuen]. "Modal saya cuma dua juta," kenang perempuan 34 tahun itu.',
        ["direct: Modal saya cuma dua juta <- Cut Nabila"],
    ),
    # -nya and dia with somebody else named in passing
    (
        'Bupati [GPE Ende] [PER Marsel Ndoa] menggantikan [PER Kanisius Raga] yang pensiun. "Tugas pertama saya memperbaiki jalan," ujarnya.',
        ["direct: Tugas pertama saya memperbaiki jalan <- Marsel Ndoa"],
    ),
    (
        '"Kami tidak akan banding," kata pengacara [PER Lidya Pohan]. Kliennya, [PER Jefri Sinaga], divonis dua tahun penjara. "Beliau menerima putusan itu," kata dia.',
        ["direct: Kami tidak akan banding <- Lidya Pohan", "direct: Beliau menerima putusan itu <- Lidya Pohan"],
    ),
    (
        '[PER Ayu Pratiwi] mengalahkan [PER Chen Meili] dalam tiga gim. "Lawan saya bermain ulet," katanya seusai laga.',
        ["direct: Lawan saya bermain ulet <- Ayu Pratiwi"],
    ),
    (
        '"Tim gabungan sudah turun," kata Kapolres [GPE Ngawi] AKBP [PER Satria Bayu]. Korban, [PER Ponirah], ditemukan tewas pada Minggu. "Kami periksa lima saksi," imbuhnya.',
        ["direct: Tim gabungan sudah turun <- Satria Bayu", "direct: Kami periksa lima saksi <- Satria Bayu"],
    ),
    (
        'Sutradara [PER Galih Wicaksono] memilih [PER Nadine Putri] sebagai pemeran utama. "Ia cocok dengan tokoh itu," kata [PER Galih].',
        ["direct: Ia cocok dengan tokoh itu <- Galih Wicaksono"],
    ),
    # a speaker brought in in the sentence before
    (
        'Hal itu disampaikan Kepala [ORG BKKBN Lampung] [PER Yanti Oktavia] seusai rapat. "Angka tengkes turun tajam."',
        ["direct: Angka tengkes turun tajam <- Yanti Oktavia"],
    ),
    (
        'Kapten [PER Rizal Pahlevi] angkat bicara soal kekalahan timnya. "Kami kehilangan konsentrasi."',
        ["direct: Kami kehilangan konsentrasi <- Rizal Pahlevi"],
    ),
    (
        "Kesedihan dirasakan [PER Sri Lestari], ibu tiga anak. “Rumah saya rata dengan tanah,” tuturnya lirih.",
        ["direct: Rumah saya rata dengan tanah <- Sri Lestari"],
    ),
    (
        'Pendapat senada dilontarkan ekonom [ORG Institut Niaga] [PER Felix Gunarso]:\n"Suku bunga belum perlu dinaikkan."',
        ["direct: Suku bunga belum perlu dinaikkan <- Felix Gunarso"],
    ),
    # a quote beside a mark that is no quote
    (
        'Film "Laut Pasang" tayang di 12 kota. "Penontonnya melebihi harapan," kata produser [PER Sheila Anwar].',
        ["direct: Penontonnya melebihi harapan <- Sheila Anwar"],
    ),
    (
        "\"Kami memutar 'Laut Pasang' sampai akhir bulan,\" ujar [PER Robby Tan], pengelola bioskop.",
        ["direct: Kami memutar 'Laut Pasang' sampai akhir bulan <- Robby Tan"],
    ),
    (
        '[PER Budi] mengatakan, lawan tangguh. "Kami siap bermain malam ini," ujar pelatih asal [GPE Brasil].',
        ["indirect: lawan tangguh <- Budi", "direct: Kami siap bermain malam ini <- Budi"],
    ),
    (
        '[PER Budi] mengatakan, lawan tangguh. "Kami siap bermain," ujar pemain asal [GPE Solo], [PER Rudi Hartanto].',
        ["indirect: lawan tangguh <- Budi", "direct: Kami siap bermain <- Rudi Hartanto"],
    ),
    (
        '[PER Budi Santoso] (27) bekerja. "Kini saya punya pekerjaan," ucap penyandang disabilitas itu.',
        ["direct: Kini saya punya pekerjaan <- Budi Santoso"],
    ),
    (
        '[ORG Kedutaan Besar Rusia] menutup kantornya. "Kami pindah sementara," kata kedutaan dalam sebuah pernyataan.',
        ["direct: Kami pindah sementara <- Kedutaan Besar Rusia"],
    ),
]

NOT_SPOKEN = [
    'Film berjudul "Hari yang Panjang" itu tayang besok.',
    '[PER Budi] dijuluki "Si Cepat" oleh teman-temannya.',
    'Mereka menyebutnya "rumah kedua".',
    # titles of films, books, songs, plays
    'Film "Jangan Pulang Malam Ini!" garapan [PER Galih Wicaksono] tayang serentak mulai Kamis.',
    "Novel “Pulang, Kata Ibu” karya [PER Mira Lesmono] terbit pada 2015.",
    '[PER Mira Lesmono] menulis novel "Sungai yang Hilang" di [GPE Banjarmasin].',
    'Penyanyi [PER Keisha Maharani] membawakan lagu "Katanya Cinta" di hadapan ribuan penonton.',
    "[PER Arman Halilintang] membacakan puisi berjudul “Aku Ingin Pulang” di [FAC Taman Budaya Surakarta].",
    'Rubrik "Apa Kata Dokter" di [ORG Harian Warta Utara] diasuh dr [PER Maria Goreti].',
    "Drama “Tanya, Jawab, Diam” dipentaskan [ORG Teater Lentera] di [GPE Padang], Sabtu (8/8).",
    'Buku "Menurut Saya, Kita Salah" karya [PER Danang Widodo] habis terjual dalam sepekan.',
    # nicknames, aliases, ciphers
    '[PER Suyatno], yang akrab disapa "Gareng", menabuh kendang sejak kecil.',
    "Petinju berjuluk “Si Beruang dari Timur” itu mengalahkan [PER Diego Salas] pada ronde kelima.",
    "Operasi dengan sandi 'Elang Malam' melibatkan 200 personel [ORG Polda Riau].",
    "Penyerang bernama [PER Diego Salas] itu dijuluki «El Toro» oleh para pendukung [ORG Persada FC].",
    # scare quotes and terms
    'Sejumlah calo diduga menerima "uang pelicin" dari pemohon izin di [GPE Medan].',
    'Kata "mudik" konon berasal dari kata "udik".',
    "Istilah ‘darurat sampah’ kembali ramai setelah [FAC TPA Sukawinatan] terbakar.",
    'Kebijakan itu dinilai "setengah hati" dan belum menyentuh nelayan kecil.',
    'Data pemilih "siluman" di [GPE Sampang] sudah dihapus oleh [ORG KPU].',
    "Kedua kubu kini terlibat ''perang dingin'' menjelang kongres [ORG Partai Tunas Bangsa].",
    # mottos, slogans, programmes, themes, signs
    'Dengan moto "Bekerja dengan Hati", [ORG RSUD Bina Sehat] meraih akreditasi paripurna.',
    'Gubernur [PER Rahimandani] meluncurkan program "Satu Desa Satu Dokter", Senin (10/8).',
    "Seminar bertema “Siapkah Kita Menghadapi Gempa?” digelar [ORG Universitas Bumi Nusantara] di [GPE Bogor].",
    'Sebuah spanduk bertuliskan "Selamat Datang di Kampung Batik" dipasang di gerbang desa.',
    '[ORG Kementerian Pariwisata] mengganti slogan "Jelajah Nusa" dengan "Pesona Tanah Kita".',
    'Lomba "Cerdas Cermat Bahari" diikuti 40 pelajar dari [GPE Tuban].',
    # nominal report beside a mark, foreign gloss, lone marks
    '[PER Hari Susilo] membahas wacana "parkir berlangganan" dengan [ORG DPRD Sleman].',
    'Tradisi "mappacci" (menyucikan diri) digelar keluarga [PER Andi Pattarani] semalam sebelum akad.',
    'Ponsel berlayar 6,5" itu dijual mulai pekan depan, sedangkan tablet 10" menyusul pada September.',
    'Pepatah "sedia payung sebelum hujan" cocok bagi petani di [GPE Sragen].',
]


@pytest.mark.parametrize(("text", "wanted"), SPOKEN)
def test_speech(read: Read, text: str, wanted: list[str]) -> None:
    assert spoken(read(text)) == wanted


@pytest.mark.parametrize("text", NOT_SPOKEN)
def test_no_speech(read: Read, text: str) -> None:
    assert spoken(read(text)) == []
