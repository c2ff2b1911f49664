"""Indirect and mixed quotes and their speakers, and reports that quote nobody.

Speech is written as ``kind: content <- speakers``; names are marked in the text.
"""

from __future__ import annotations

import pytest

from tests.quotes.conftest import Read, spoken

REPORTED = [
    ("[PER Budi] mengatakan bahwa jalan itu ditutup.", ["indirect: jalan itu ditutup <- Budi"]),
    ("[PER Budi] mengatakan, jalan itu ditutup.", ["indirect: jalan itu ditutup <- Budi"]),
    ("[PER Budi] juga menegaskan jalan itu akan dibuka.", ["indirect: jalan itu akan dibuka <- Budi"]),
    ("Jalan itu ditutup dua hari, kata [PER Budi].", ["indirect: Jalan itu ditutup dua hari <- Budi"]),
    ("Menurut [PER Budi], jalan itu ditutup dua hari.", ["indirect: jalan itu ditutup dua hari <- Budi"]),
    ("Jalan itu ditutup dua hari, menurut [PER Budi].", ["indirect: Jalan itu ditutup dua hari <- Budi"]),
    ("Jalan itu, menurut [PER Budi], ditutup dua hari.", ["indirect: ditutup dua hari <- Budi"]),
    ("Namun, kata [PER Budi], jalan itu segera dibuka.", ["indirect: jalan itu segera dibuka <- Budi"]),
    (
        "Seperti dikutip dari [ORG Kantor Berita Yonhap], Kamis (2/1/2025), rudal itu jatuh di laut.",
        ["indirect: rudal itu jatuh di laut <- Kantor Berita Yonhap"],
    ),
    (
        "[PER Budi] mengatakan, dalam sebuah pernyataan bahwa jalan itu ditutup.",
        ["indirect: jalan itu ditutup <- Budi"],
    ),
    (
        "[PER Budi] dan [PER Siti] menegaskan, jalan itu ditutup. Mereka juga mengatakan bahwa warga harus sabar.",
        ["indirect: jalan itu ditutup <- Budi, Siti", "indirect: warga harus sabar <- Budi, Siti"],
    ),
    (
        "[GPE Indonesia] dan [GPE Malaysia] berunding. Kedua negara menyatakan, perbatasan itu aman.",
        ["indirect: perbatasan itu aman <- Indonesia, Malaysia"],
    ),
    (
        '[PER Budi] menilai bahwa program itu "sangat terlambat" bagi warga.',
        ['mixed: program itu "sangat terlambat" bagi warga <- Budi'],
    ),
    (
        "[ORG BMKG] menyebut hujan lebat masih berpotensi turun.",
        ["indirect: hujan lebat masih berpotensi turun <- BMKG"],
    ),
    (
        "Seorang saksi mengatakan bus itu melaju kencang dari utara.",
        ["indirect: bus itu melaju kencang dari utara <- Seorang saksi"],
    ),
    ("[PER Budi] meminta warga agar tetap tenang.", ["indirect: warga agar tetap tenang <- Budi"]),
    ("[PER Budi] tiba. Jelasnya, jalan itu akan dibuka besok.", ["indirect: jalan itu akan dibuka besok <- Budi"]),
    (
        "[ORG Partai Hijau] menyerukan kepada para pendukungnya untuk tetap tenang.",
        ["indirect: para pendukungnya untuk tetap tenang <- Partai Hijau"],
    ),
    # X mengatakan / mengatakan bahwa
    (
        "Kepala [ORG Dinas Kesehatan Kudus] [PER Rini Wulandari] mengatakan, stok vaksin di daerahnya cukup untuk tiga bulan ke depan.",
        ["indirect: stok vaksin di daerahnya cukup untuk tiga bulan ke depan <- Rini Wulandari"],
    ),
    (
        "[PER Hendro Saputra] mengatakan bahwa pembangunan jembatan itu akan rampung pada akhir tahun.",
        ["indirect: pembangunan jembatan itu akan rampung pada akhir tahun <- Hendro Saputra"],
    ),
    (
        "Bupati [GPE Sragen], [PER Yuni Kartika], mengatakan pihaknya masih menunggu hasil audit sebelum mengambil keputusan.",
        ["indirect: pihaknya masih menunggu hasil audit sebelum mengambil keputusan <- Yuni Kartika"],
    ),
    (
        "[PER Gunawan Prasetyo], dosen hukum tata negara di [ORG Universitas Nusa Tenggara], mengatakan, putusan itu bersifat final dan mengikat.",
        ["indirect: putusan itu bersifat final dan mengikat <- Gunawan Prasetyo"],
    ),
    # X menyatakan / menuturkan / menjelaskan / mengungkapkan
    (
        "Ketua [ORG Komisi VII DPR] [PER Sugeng Harjono] menyatakan, pembahasan rancangan undang-undang itu akan dilanjutkan setelah masa reses.",
        ["indirect: pembahasan rancangan undang-undang itu akan dilanjutkan setelah masa reses <- Sugeng Harjono"],
    ),
    (
        "[PER Maria Lestari] menyatakan siap mundur dari jabatannya jika terbukti bersalah.",
        ["indirect: siap mundur dari jabatannya jika terbukti bersalah <- Maria Lestari"],
    ),
    (
        "Kapolsek [GPE Cibadak] Ajun Komisaris [PER Dedi Kurniawan] menuturkan, korban ditemukan oleh seorang pencari rumput di tepi sungai.",
        ["indirect: korban ditemukan oleh seorang pencari rumput di tepi sungai <- Dedi Kurniawan"],
    ),
    (
        "Direktur Utama [ORG PT Samudra Logistik] [PER Andre Wijaya] menjelaskan, keterlambatan pengiriman terjadi karena cuaca buruk di [LOC Selat Makassar].",
        ["indirect: keterlambatan pengiriman terjadi karena cuaca buruk di Selat Makassar <- Andre Wijaya"],
    ),
    (
        "[PER Ningsih] mengungkapkan, dia baru mengetahui anaknya ditahan dari seorang tetangga.",
        ["indirect: dia baru mengetahui anaknya ditahan dari seorang tetangga <- Ningsih"],
    ),
    # menurut X in front
    (
        "Menurut [PER Bambang Suryadi], kenaikan harga cabai dipicu oleh gagal panen di sejumlah sentra produksi.",
        ["indirect: kenaikan harga cabai dipicu oleh gagal panen di sejumlah sentra produksi <- Bambang Suryadi"],
    ),
    (
        "Menurut pengamat transportasi dari [ORG Institut Transportasi Nasional], [PER Djoko Santosa], tarif kereta ringan itu masih terlalu mahal.",
        ["indirect: tarif kereta ringan itu masih terlalu mahal <- Djoko Santosa"],
    ),
    (
        "Namun, menurut Sekretaris Daerah [GPE Kabupaten Lembata] [PER Paulus Kedang], bantuan itu belum seluruhnya tersalurkan.",
        ["indirect: bantuan itu belum seluruhnya tersalurkan <- Paulus Kedang"],
    ),
    # ..., menurut X / kata X after the clause
    (
        "Kereta wisata itu akan beroperasi mulai Juli, menurut [PER Lia Amalia], manajer pemasaran [ORG PT Kereta Parahyangan].",
        ["indirect: Kereta wisata itu akan beroperasi mulai Juli <- Lia Amalia"],
    ),
    (
        "Sedikitnya 12 rumah rusak berat akibat angin kencang, menurut [ORG BPBD Ngawi].",
        ["indirect: Sedikitnya 12 rumah rusak berat akibat angin kencang <- BPBD Ngawi"],
    ),
    (
        "Sebagian besar siswa sudah kembali belajar di kelas darurat, kata Kepala Dinas Pendidikan [GPE Cianjur] [PER Asep Ruhiat].",
        ["indirect: Sebagian besar siswa sudah kembali belajar di kelas darurat <- Asep Ruhiat"],
    ),
    (
        "Hasil otopsi baru akan keluar pekan depan, ujar [PER Sutrisno], Rabu (12/3/2025).",
        ["indirect: Hasil otopsi baru akan keluar pekan depan <- Sutrisno"],
    ),
    (
        "Gencatan senjata akan berlaku selama 72 jam, kata seorang pejabat senior [GPE Qatar], Senin.",
        ["indirect: Gencatan senjata akan berlaku selama 72 jam <- seorang pejabat senior Qatar"],
    ),
    # menurutnya / menurut dia / katanya
    (
        "[PER Wahyu Nugroho] menolak rencana penggusuran itu. Menurutnya, warga berhak mendapat tempat tinggal yang layak.",
        ["indirect: warga berhak mendapat tempat tinggal yang layak <- Wahyu Nugroho"],
    ),
    (
        "Pelatih [ORG Persatuan Sepak Bola Kendal] [PER Rudi Hartanto] kecewa dengan hasil imbang itu. Menurut dia, timnya layak menang karena menciptakan lebih banyak peluang.",
        ["indirect: timnya layak menang karena menciptakan lebih banyak peluang <- Rudi Hartanto"],
    ),
    (
        '"Kami tidak akan mundur," kata [PER Fitri Handayani]. Pemerintah, menurut dia, harus segera membayar ganti rugi.',
        [
            "direct: Kami tidak akan mundur <- Fitri Handayani",
            "indirect: harus segera membayar ganti rugi <- Fitri Handayani",
        ],
    ),
    (
        "[PER Slamet Riyanto] mengaku kehilangan dua ekor sapi. Kandangnya, katanya, dibobol pada dini hari.",
        ["indirect: kehilangan dua ekor sapi <- Slamet Riyanto", "indirect: dibobol pada dini hari <- Slamet Riyanto"],
    ),
    (
        "[PER Evi Susanti] mendukung larangan itu. Kebijakan tersebut menurutnya akan mengurangi sampah plastik di pesisir.",
        ["indirect: akan mengurangi sampah plastik di pesisir <- Evi Susanti"],
    ),
    # Ia juga ...
    (
        "Menteri Pertanian [PER Arman Sulaiman] mengatakan, produksi beras naik 8 persen. Ia juga menambahkan bahwa cadangan beras pemerintah mencapai 3 juta ton.",
        [
            "indirect: produksi beras naik 8 persen <- Arman Sulaiman",
            "indirect: cadangan beras pemerintah mencapai 3 juta ton <- Arman Sulaiman",
        ],
    ),
    (
        '"Jalannya licin sekali," ujar [PER Joko Santosa]. Dia pun menduga, sopir bus tidak menguasai medan.',
        ["direct: Jalannya licin sekali <- Joko Santosa", "indirect: sopir bus tidak menguasai medan <- Joko Santosa"],
    ),
    (
        "Wali Kota [GPE Tegal] [PER Dian Puspita] meninjau pasar yang terbakar. Ia memastikan seluruh pedagang akan mendapat kios sementara.",
        ["indirect: seluruh pedagang akan mendapat kios sementara <- Dian Puspita"],
    ),
    (
        "[PER Laras Kusuma] menilai aturan baru itu membingungkan pelaku usaha. Selain itu, lanjut [PER Laras], biaya sertifikasi terlalu tinggi.",
        [
            "indirect: aturan baru itu membingungkan pelaku usaha <- Laras Kusuma",
            "indirect: biaya sertifikasi terlalu tinggi <- Laras Kusuma",
        ],
    ),
    (
        "Gubernur [GPE Bengkulu] [PER Rohadi] menegaskan, tidak ada pemotongan tunjangan guru. Ia lantas menyebut isu itu sengaja diembuskan menjelang pemilihan.",
        [
            "indirect: tidak ada pemotongan tunjangan guru <- Rohadi",
            "indirect: isu itu sengaja diembuskan menjelang pemilihan <- Rohadi",
        ],
    ),
    # menilai / berpendapat
    (
        "Ekonom [ORG Pusat Kajian Ekonomi Bahari] [PER Tommy Halim] menilai, suku bunga acuan masih dapat diturunkan tahun ini.",
        ["indirect: suku bunga acuan masih dapat diturunkan tahun ini <- Tommy Halim"],
    ),
    (
        "Pengamat politik [PER Nurul Hidayati] menilai koalisi itu rapuh karena dibangun tanpa kesamaan program.",
        ["indirect: koalisi itu rapuh karena dibangun tanpa kesamaan program <- Nurul Hidayati"],
    ),
    (
        "[PER Taufik Akbar] berpendapat bahwa dana desa semestinya dikelola bersama oleh warga.",
        ["indirect: dana desa semestinya dikelola bersama oleh warga <- Taufik Akbar"],
    ),
    # mengakui / mengaku / mengklaim
    (
        "Kepala [ORG Dinas Perhubungan Bekasi] [PER Iwan Kuswara] mengakui, jumlah petugas di lapangan masih kurang.",
        ["indirect: jumlah petugas di lapangan masih kurang <- Iwan Kuswara"],
    ),
    (
        "Tersangka [PER Roni] mengaku nekat mencuri karena terlilit utang pinjaman daring.",
        ["indirect: nekat mencuri karena terlilit utang pinjaman daring <- Roni"],
    ),
    (
        "[ORG PT Energi Lestari] mengklaim telah mereklamasi 200 hektar lahan bekas tambang.",
        ["indirect: telah mereklamasi 200 hektar lahan bekas tambang <- PT Energi Lestari"],
    ),
    # membantah / menampik, negated cues
    (
        "Kuasa hukum terdakwa, [PER Otniel Simanjuntak], membantah kliennya menerima uang dari kontraktor.",
        ["indirect: kliennya menerima uang dari kontraktor <- Otniel Simanjuntak"],
    ),
    (
        "[PER Yudi Hermawan] membantah bahwa dirinya terlibat dalam pengadaan lahan itu.",
        ["indirect: dirinya terlibat dalam pengadaan lahan itu <- Yudi Hermawan"],
    ),
    (
        "Direktur [ORG RSUD Brebes] [PER Sri Hartati] tidak menampik bahwa antrean pasien masih panjang.",
        ["indirect: antrean pasien masih panjang <- Sri Hartati"],
    ),
    (
        "Kepala sekolah itu tidak membantah bahwa pungutan tersebut pernah terjadi.",
        ["indirect: pungutan tersebut pernah terjadi <- Kepala sekolah itu"],
    ),
    (
        "[PER Ferry Kurnia] tak memungkiri bahwa partainya kekurangan kader perempuan.",
        ["indirect: partainya kekurangan kader perempuan <- Ferry Kurnia"],
    ),
    (
        "[GPE Iran] membantah telah memasok senjata kepada kelompok pemberontak.",
        ["indirect: telah memasok senjata kepada kelompok pemberontak <- Iran"],
    ),
    # menegaskan / memastikan / memperkirakan
    (
        "Panglima [ORG Kodam Cenderawasih] Mayor Jenderal [PER Herman Wenda] menegaskan bahwa prajurit tidak terlibat dalam bentrokan itu.",
        ["indirect: prajurit tidak terlibat dalam bentrokan itu <- Herman Wenda"],
    ),
    (
        "Kepala [ORG Bulog Jember] [PER Arif Maulana] memastikan, stok beras aman hingga Lebaran.",
        ["indirect: stok beras aman hingga Lebaran <- Arif Maulana"],
    ),
    (
        "[ORG Bank Indonesia] memperkirakan pertumbuhan kredit tahun ini berada di kisaran 8 hingga 11 persen.",
        ["indirect: pertumbuhan kredit tahun ini berada di kisaran 8 hingga 11 persen <- Bank Indonesia"],
    ),
    (
        "[PER Dwi Lestari] memprediksi arus balik akan mencapai puncaknya pada Minggu malam.",
        ["indirect: arus balik akan mencapai puncaknya pada Minggu malam <- Dwi Lestari"],
    ),
    # berharap / meminta / mengimbau / mengingatkan / mendesak
    (
        "[PER Suparman], petani di [GPE Desa Wonosari], berharap pemerintah segera memperbaiki saluran irigasi.",
        ["indirect: pemerintah segera memperbaiki saluran irigasi <- Suparman"],
    ),
    (
        "[PER Anisa Rahmawati] berharap agar kasus serupa tidak terulang di sekolah lain.",
        ["indirect: kasus serupa tidak terulang di sekolah lain <- Anisa Rahmawati"],
    ),
    (
        "Gubernur [GPE Jambi] [PER Zainal Arifin] meminta warga tetap tenang dan tidak terpancing kabar bohong.",
        ["indirect: warga tetap tenang dan tidak terpancing kabar bohong <- Zainal Arifin"],
    ),
    (
        "Kapolres [GPE Kapuas] Ajun Komisaris Besar [PER Gatot Purnomo] mengimbau masyarakat agar tidak membakar lahan selama musim kemarau.",
        ["indirect: masyarakat agar tidak membakar lahan selama musim kemarau <- Gatot Purnomo"],
    ),
    (
        "Ia mengingatkan pendaki untuk tidak mendekati kawah dalam radius 2 kilometer.",
        ["indirect: pendaki untuk tidak mendekati kawah dalam radius 2 kilometer <- ?"],
    ),
    (
        "Ketua [ORG Ikatan Dokter Anak] [PER Melati Siregar] mengingatkan bahwa campak dapat menular sangat cepat.",
        ["indirect: campak dapat menular sangat cepat <- Melati Siregar"],
    ),
    (
        "[ORG Serikat Buruh Tekstil] mendesak pemerintah segera mencabut peraturan itu.",
        ["indirect: pemerintah segera mencabut peraturan itu <- Serikat Buruh Tekstil"],
    ),
    (
        "Sekretaris Jenderal [ORG PBB] mendesak agar kedua pihak menahan diri.",
        ["indirect: kedua pihak menahan diri <- Sekretaris Jenderal PBB"],
    ),
    # adjuncts between cue and clause
    (
        "Menteri Energi [PER Ridwan Tanjung] menegaskan, dalam konferensi pers di [GPE Jakarta], bahwa harga bahan bakar bersubsidi tidak akan naik.",
        ["indirect: harga bahan bakar bersubsidi tidak akan naik <- Ridwan Tanjung"],
    ),
    (
        "[PER Agus Salampessy] mengatakan kepada wartawan di [GPE Ambon], Jumat (21/2/2025), bahwa kapal itu tidak memiliki izin berlayar.",
        ["indirect: kapal itu tidak memiliki izin berlayar <- Agus Salampessy"],
    ),
    (
        "Juru bicara Gedung Putih [PER Emily Carter] mengatakan pada Selasa (11/2) bahwa pertemuan itu ditunda atas permintaan kedua pihak.",
        ["indirect: pertemuan itu ditunda atas permintaan kedua pihak <- Emily Carter"],
    ),
    (
        "Saat ditemui di kediamannya, [PER Sumiyati] mengatakan, suaminya sudah dua pekan tidak pulang.",
        ["indirect: suaminya sudah dua pekan tidak pulang <- Sumiyati"],
    ),
    (
        "Kepala [ORG Basarnas Sorong] [PER Yoseph Kambu] mengatakan, Selasa (18/3/2025), pencarian tiga nelayan itu diperluas ke arah utara.",
        ["indirect: pencarian tiga nelayan itu diperluas ke arah utara <- Yoseph Kambu"],
    ),
    (
        "[PER Rangga Mahendra] mengaku saat dihubungi, Kamis (6/3/2025), belum menerima surat panggilan dari penyidik.",
        ["indirect: belum menerima surat panggilan dari penyidik <- Rangga Mahendra"],
    ),
    (
        "Kepala [ORG BNPB] [PER Suharto Wibowo], di [GPE Padang], Minggu (9/3/2025), menyatakan masa tanggap darurat diperpanjang selama sepekan.",
        ["indirect: masa tanggap darurat diperpanjang selama sepekan <- Suharto Wibowo"],
    ),
    (
        "Seusai rapat tertutup di [FAC Gedung Nusantara], [PER Dina Mariana] menyebut pemerintah belum menyerahkan daftar isian masalah.",
        ["indirect: pemerintah belum menyerahkan daftar isian masalah <- Dina Mariana"],
    ),
    (
        "[PER Teguh Wicaksono] menyampaikan kepada para kepala desa bahwa pencairan dana tahap kedua dipercepat.",
        ["indirect: pencairan dana tahap kedua dipercepat <- Teguh Wicaksono"],
    ),
    # dikutip dari / dilansir / keterangan tertulis
    (
        "Presiden [GPE Kenya] [PER Daniel Otieno] mengatakan pemilu ulang tidak diperlukan, seperti dikutip dari [ORG Nairobi Post].",
        ["indirect: pemilu ulang tidak diperlukan <- Daniel Otieno"],
    ),
    (
        "Dilansir [ORG Kantor Berita Samudra], Senin (3/2/2025), badai itu merusak lebih dari 400 rumah di pesisir timur.",
        ["indirect: badai itu merusak lebih dari 400 rumah di pesisir timur <- Kantor Berita Samudra"],
    ),
    (
        "Melansir [ORG Kantor Berita Samudra], Senin (3/2/2025) badai itu merusak lebih dari 400 rumah.",
        ["indirect: badai itu merusak lebih dari 400 rumah <- Kantor Berita Samudra"],
    ),
    (
        "Dilansir dari [ORG Kantor Berita Samudra], [PER Rendra Wirya] sudah menggelar latihan pertama di sana.",
        ["indirect: Rendra Wirya sudah menggelar latihan pertama di sana <- Kantor Berita Samudra"],
    ),
    (
        "Dikutip dari Ketua Umum [ORG PSSI], [PER Rendra Wirya], pertandingan itu ditunda sepekan.",
        ["indirect: pertandingan itu ditunda sepekan <- Rendra Wirya"],
    ),
    (
        "-detik.com, kata [PER Budi Santoso], akan ditutup pemerintah besok.",
        ["indirect: akan ditutup pemerintah besok <- Budi Santoso"],
    ),
    (
        "Menurut Dokter Spesialis Kulit, dr. [PER Rendra Wirya], M.Sc, Sp.DVE, kondisi ini bisa dicegah sejak dini.",
        ["indirect: kondisi ini bisa dicegah sejak dini <- Rendra Wirya"],
    ),
    (
        "[PER Budi] berharap dengan aturan itu, harga beras turun.",
        ["indirect: dengan aturan itu, harga beras turun <- Budi"],
    ),
    (
        "[PER Budi] berharap dalam keterangan tertulis, harga beras turun.",
        ["indirect: harga beras turun <- Budi"],
    ),
    (
        "Serangan itu menewaskan sembilan orang, demikian dilaporkan [ORG Kantor Berita Samudra].",
        ["indirect: Serangan itu menewaskan sembilan orang <- Kantor Berita Samudra"],
    ),
    (
        "[PER Park Sang-guk] menyebut perundingan itu sudah buntu, sebagaimana dilansir [ORG Kantor Berita Hanseong], Rabu (5/2/2025).",
        ["indirect: perundingan itu sudah buntu <- Park Sang-guk"],
    ),
    (
        "Dalam keterangan tertulisnya, [ORG PT Bahari Jaya] menyatakan kapal tanker itu tidak membawa muatan berbahaya.",
        ["indirect: kapal tanker itu tidak membawa muatan berbahaya <- PT Bahari Jaya"],
    ),
    (
        "[PER Vina Oktaviani] mengatakan dalam keterangan tertulis yang diterima di [GPE Jakarta], Senin, penerbangan ke [GPE Kupang] akan kembali normal besok.",
        ["indirect: penerbangan ke Kupang akan kembali normal besok <- Vina Oktaviani"],
    ),
    (
        "Melalui akun media sosialnya, [PER Kevin Pratama] menyebut cedera lututnya sudah pulih.",
        ["indirect: cedera lututnya sudah pulih <- Kevin Pratama"],
    ),
    # passive attribution
    (
        "Dijelaskan [PER Luthfi Harahap], mobil listrik itu baru akan dipasarkan pada semester kedua.",
        ["indirect: mobil listrik itu baru akan dipasarkan pada semester kedua <- Luthfi Harahap"],
    ),
    (
        "Seperti disampaikan oleh Kepala [ORG Kantor Imigrasi Dumai] [PER Reza Fahlevi], dua warga asing itu sudah dideportasi.",
        ["indirect: dua warga asing itu sudah dideportasi <- Reza Fahlevi"],
    ),
    (
        "Dikatakan [PER Made Suardana], upacara itu digelar setiap enam bulan sekali.",
        ["indirect: upacara itu digelar setiap enam bulan sekali <- Made Suardana"],
    ),
    (
        "Harga tiket tidak akan dinaikkan, seperti diungkapkan [PER Oscar Lumban], manajer tim itu.",
        ["indirect: Harga tiket tidak akan dinaikkan <- Oscar Lumban"],
    ),
    # attribution in the middle of the clause
    (
        "Presiden, menurut [PER Fajar Ramdani], menginginkan agar proyek kereta itu diselesaikan lebih cepat.",
        ["indirect: menginginkan agar proyek kereta itu diselesaikan lebih cepat <- Fajar Ramdani"],
    ),
    (
        "Anggaran tersebut, kata [PER Dewi Sartono], akan dipakai untuk merehabilitasi 40 ruang kelas.",
        ["indirect: akan dipakai untuk merehabilitasi 40 ruang kelas <- Dewi Sartono"],
    ),
    (
        "Jembatan yang ambruk itu, jelas [PER Ketut Wirawan], dibangun pada tahun 1987.",
        ["indirect: dibangun pada tahun 1987 <- Ketut Wirawan"],
    ),
    (
        "Oleh karena itu, tutur [PER Salma Aulia], orangtua perlu mendampingi anak saat memakai gawai.",
        ["indirect: orangtua perlu mendampingi anak saat memakai gawai <- Salma Aulia"],
    ),
    (
        "Pada tahap awal, ujar [PER Ismail Daud], bantuan akan diberikan kepada 1.200 keluarga.",
        ["indirect: bantuan akan diberikan kepada 1.200 keluarga <- Ismail Daud"],
    ),
    # two speakers in one sentence
    (
        "[PER Rahma Yulianti] menilai kebijakan itu tepat, sementara [PER Bayu Pamungkas] menyebut aturan itu terburu-buru.",
        ["indirect: kebijakan itu tepat <- Rahma Yulianti", "indirect: aturan itu terburu-buru <- Bayu Pamungkas"],
    ),
    (
        "[ORG KPU Banyuwangi] menyatakan seluruh logistik sudah siap, sedangkan [ORG Bawaslu Banyuwangi] mengatakan masih ada kekurangan surat suara di tiga kecamatan.",
        [
            "indirect: seluruh logistik sudah siap <- KPU Banyuwangi",
            "indirect: masih ada kekurangan surat suara di tiga kecamatan <- Bawaslu Banyuwangi",
        ],
    ),
    (
        "Polisi menyebut korban tewas lima orang, tetapi menurut [ORG Palang Merah] jumlahnya mencapai sembilan orang.",
        ["indirect: korban tewas lima orang <- Polisi", "indirect: jumlahnya mencapai sembilan orang <- Palang Merah"],
    ),
    (
        "[PER Linda Wati] mengatakan uang itu adalah pinjaman, sedangkan jaksa menyatakan uang itu merupakan suap.",
        ["indirect: uang itu adalah pinjaman <- Linda Wati", "indirect: uang itu merupakan suap <- jaksa"],
    ),
    (
        "[PER Vera Anggraini] menilai sanksi itu terlalu ringan, sedangkan [PER Doni Saragih] menganggap denda tersebut sudah memberi efek jera.",
        [
            "indirect: sanksi itu terlalu ringan <- Vera Anggraini",
            "indirect: denda tersebut sudah memberi efek jera <- Doni Saragih",
        ],
    ),
    # one speaker, two cues in one sentence
    (
        "[PER Sahrul Gunadi] mengakui proyek itu terlambat, tetapi menegaskan bahwa mutu bangunan tetap terjaga.",
        ["indirect: proyek itu terlambat <- Sahrul Gunadi", "indirect: mutu bangunan tetap terjaga <- Sahrul Gunadi"],
    ),
    (
        "[ORG Kepolisian Daerah Riau] menyatakan kasus itu sudah dihentikan dan memastikan bahwa barang bukti telah dikembalikan.",
        [
            "indirect: kasus itu sudah dihentikan <- Kepolisian Daerah Riau",
            "indirect: barang bukti telah dikembalikan <- Kepolisian Daerah Riau",
        ],
    ),
    # plural and organisation speakers, data of a body
    (
        "Kedua negara menyatakan akan melanjutkan perundingan dagang bulan depan.",
        ["indirect: akan melanjutkan perundingan dagang bulan depan <- Kedua negara"],
    ),
    (
        "[PER Anton Wibisono] dan [PER Ratih Permata] mengatakan, mereka tidak pernah diperiksa oleh penyidik.",
        ["indirect: mereka tidak pernah diperiksa oleh penyidik <- Anton Wibisono, Ratih Permata"],
    ),
    (
        "Polisi mengatakan pelaku sempat mengganti pelat nomor kendaraannya.",
        ["indirect: pelaku sempat mengganti pelat nomor kendaraannya <- Polisi"],
    ),
    (
        "[ORG BMKG] menyebut gelombang setinggi 4 meter berpeluang terjadi di perairan selatan [LOC Jawa].",
        ["indirect: gelombang setinggi 4 meter berpeluang terjadi di perairan selatan Jawa <- BMKG"],
    ),
    (
        "Hasil survei [ORG LSI] menunjukkan bahwa 62 persen responden puas terhadap kinerja pemerintah.",
        ["indirect: 62 persen responden puas terhadap kinerja pemerintah <- LSI"],
    ),
    (
        "[ORG Badan Pusat Statistik] ([ORG BPS]) mencatat jumlah wisatawan mancanegara naik 11 persen pada Mei. [ORG BPS] juga menyebut tingkat hunian hotel turun tipis.",
        [
            "indirect: jumlah wisatawan mancanegara naik 11 persen pada Mei <- Badan Pusat Statistik",
            "indirect: tingkat hunian hotel turun tipis <- Badan Pusat Statistik",
        ],
    ),
    # unnamed sources
    (
        "Seorang saksi mata mengatakan, ledakan terdengar dua kali sebelum api membesar.",
        ["indirect: ledakan terdengar dua kali sebelum api membesar <- Seorang saksi mata"],
    ),
    (
        "Menurut warga setempat, banjir kali ini merupakan yang terparah dalam sepuluh tahun.",
        ["indirect: banjir kali ini merupakan yang terparah dalam sepuluh tahun <- warga setempat"],
    ),
    (
        "Sejumlah pedagang mengaku belum menerima undian kios dari pengelola pasar.",
        ["indirect: belum menerima undian kios dari pengelola pasar <- Sejumlah pedagang"],
    ),
    (
        "Para analis memperkirakan nilai tukar rupiah akan menguat hingga akhir pekan.",
        ["indirect: nilai tukar rupiah akan menguat hingga akhir pekan <- Para analis"],
    ),
    (
        "Pihak keluarga membantah bahwa korban memiliki riwayat penyakit jantung.",
        ["indirect: korban memiliki riwayat penyakit jantung <- Pihak keluarga"],
    ),
    (
        "Majelis hakim menyatakan terdakwa terbukti bersalah menggelapkan dana koperasi.",
        ["indirect: terdakwa terbukti bersalah menggelapkan dana koperasi <- Majelis hakim"],
    ),
    # mixed
    (
        '[PER Ratna Juwita] mengatakan bahwa keputusan itu "sangat merugikan" petani tembakau.',
        ['mixed: keputusan itu "sangat merugikan" petani tembakau <- Ratna Juwita'],
    ),
    (
        'Menurut [PER Imam Syafii], pemerintah "harus berani" menutup tambang liar di kawasan itu.',
        ['mixed: pemerintah "harus berani" menutup tambang liar di kawasan itu <- Imam Syafii'],
    ),
    (
        'Pelatih [PER Marco Silvano] menyebut penampilan timnya "jauh dari harapan".',
        ['mixed: penampilan timnya "jauh dari harapan" <- Marco Silvano'],
    ),
    (
        'Proyek itu, kata [PER Gita Savitri], "jelas-jelas melanggar" aturan tata ruang.',
        ['mixed: "jelas-jelas melanggar" aturan tata ruang <- Gita Savitri'],
    ),
    (
        'Menteri Luar Negeri [GPE Estonia] [PER Kristjan Tamm] menyatakan pada Senin (17/2) bahwa negaranya tidak akan "tinggal diam" menghadapi serangan siber itu.',
        ['mixed: negaranya tidak akan "tinggal diam" menghadapi serangan siber itu <- Kristjan Tamm'],
    ),
    # indirect next to a direct quote
    (
        '[PER Yanto] mengatakan, jalan desa itu rusak sejak dua tahun lalu. "Sudah tiga kali kami lapor," ujarnya.',
        ["indirect: jalan desa itu rusak sejak dua tahun lalu <- Yanto", "direct: Sudah tiga kali kami lapor <- Yanto"],
    ),
    (
        '"Kami masih mendalami motifnya," kata Komisaris [PER Bagus Handoko]. Menurut [PER Bagus], pelaku dan korban sudah saling mengenal.',
        [
            "direct: Kami masih mendalami motifnya <- Bagus Handoko",
            "indirect: pelaku dan korban sudah saling mengenal <- Bagus Handoko",
        ],
    ),
    (
        "Dilansir [ORG Kantor Berita Nusantara], Kamis (19/6/2025), menurut [ORG Kemenkes], kasus flu mulai turun.",
        ["indirect: kasus flu mulai turun <- Kemenkes"],
    ),
    (
        "[PER Budi] mengatakan, hingga Kamis petang, 12 kios dibongkar.",
        ["indirect: hingga Kamis petang, 12 kios dibongkar <- Budi"],
    ),
    (
        "[PER Budi] mengatakan, Kamis petang, 12 kios dibongkar.",
        ["indirect: 12 kios dibongkar <- Budi"],
    ),
    (
        "[PER Budi] tetap menyarankan kepada nasabah agar memakai aplikasi.",
        ["indirect: nasabah agar memakai aplikasi <- Budi"],
    ),
    (
        "Namun, [PER Budi] mengungkap, gejalanya mirip flu biasa.",
        ["indirect: gejalanya mirip flu biasa <- Budi"],
    ),
    (
        '[PER Budi] mengatakan kapal itu menabrak "tiang penyangga" dermaga setelah syahbandar mengumumkan '
        "pelabuhan tutup.",
        ['mixed: kapal itu menabrak "tiang penyangga" dermaga setelah syahbandar mengumumkan pelabuhan tutup <- Budi'],
    ),
    (
        "[PER Budi] mengaku puas dengan hasil itu.",
        ["indirect: puas dengan hasil itu <- Budi"],
    ),
    (
        "[ORG Bawaslu] mengimbau agar bantuan tersebut tidak ditukar dengan uang.",
        ["indirect: bantuan tersebut tidak ditukar dengan uang <- Bawaslu"],
    ),
    (
        "[PER Budi] mengimbau untuk menghindari jalan itu.",
        ["indirect: untuk menghindari jalan itu <- Budi"],
    ),
    (
        "[PER Budi] meninggalkan rapat sambil mengatakan bahwa usulan itu ditolak.",
        ["indirect: usulan itu ditolak <- Budi"],
    ),
    (
        "Sore itu, satpam di kebun [PER Budi] meminta pengunjung memutar arah.",
        ["indirect: pengunjung memutar arah <- satpam di kebun Budi"],
    ),
    (
        "[PER Budi Santoso] datang. Pelatih yang biasa disapa [PER Didi] itu meminta pemain tidak gegabah.",
        ["indirect: pemain tidak gegabah <- Didi"],
    ),
]

NOT_REPORTED = [
    "[PER Budi] berharap untuk menang di laga itu.",
    "[ORG Kementerian Sosial] menyatakan kesiapannya membantu warga.",
    "Lukisan itu memenuhi dinding, seolah menggambarkan ombak yang sedang pasang.",
    "[PER Budi] menyampaikan terima kasih kepada warga.",
    "[PER Budi] menjelaskan alasan penutupan jalan itu.",
    "[PER Budi] tidak menyebut nama pelaku.",
    "[PER Budi] membahas anggaran bersama [PER Siti].",
    "Cara untuk mengatakan tidak perlu dilatih.",
    # nominal reports
    "[PER Burhan] menyampaikan terima kasih kepada para relawan yang bekerja siang malam.",
    "Presiden dan Perdana Menteri [GPE Jepang] membahas kerja sama pertahanan dalam pertemuan itu.",
    "[PER Siska Amelia] menyoroti kasus kekerasan terhadap anak di [GPE Nias].",
    "Direktur rumah sakit itu menjelaskan alasan penutupan ruang rawat inap.",
    "Perwakilan [ORG Maskapai Garuda Timur] meminta maaf atas keterlambatan penerbangan.",
    "Ratusan buruh menuntut revisi upah minimum di depan kantor gubernur.",
    "[PER Irfan Maulana] membantah tudingan itu dan mengakui kesalahannya kepada keluarga korban.",
    "Dalam sidang itu, [PER Lukman] menyebutkan nama lima pejabat dan menyatakan dukungannya kepada penyidik.",
    # light verbs with nouns of saying
    "[PER Sandra Dewanti] memberikan penjelasan kepada anggota dewan mengenai kenaikan tarif air.",
    "[ORG Kementerian Luar Negeri] mengeluarkan pernyataan bersama setelah pertemuan itu.",
    "Para mahasiswa mengajukan permintaan audiensi kepada rektor.",
    # purpose and relative clauses
    "Bupati mengumpulkan para camat untuk mengatakan bahwa anggaran perjalanan dinas dipangkas.",
    "Tim [ORG Satgas Pangan] turun ke pasar untuk memastikan harga minyak goreng tetap stabil.",
    "Unggahan yang menyebut vaksin itu mengandung cip ternyata kabar bohong.",
    "Tidak ada seorang pun pejabat yang mengatakan bahwa gedung itu tidak layak huni.",
    # a thing as the subject
    "Kondisi ini menunjukkan bahwa pengawasan di pelabuhan masih lemah.",
    "Kenaikan harga tersebut menandakan bahwa pasokan belum pulih.",
    "Kemenangan itu memastikan [ORG Persikabo Muda] lolos ke semifinal.",
    "Jejak ban di lokasi memperlihatkan bahwa truk sempat mengerem mendadak.",
    # ambiguous words
    "Kebutuhan air bersih di pengungsian kian mendesak.",
    "Nilai ekspor kopi [GPE Lampung] naik 9 persen pada triwulan pertama.",
    "Dari puncak bukit itu, kawah [LOC Gunung Batur] jelas terlihat.",
    "Menurut rencana, pembangunan rumah susun itu dimulai pada Agustus.",
    "[PER Tigor Hutapea] tidak menjawab ketika ditanya wartawan mengenai aliran dana itu.",
    "Pelanggan diminta segera mengganti kata sandi dan tidak membagikannya kepada siapa pun.",
    "Warga lanjut usia di [GPE Klaten] menerima layanan kesehatan gratis sesuai kata hati para dokter muda itu.",
    "Malam itu bulan bersinar terang dan jumlah pengunjung tambah banyak.",
    # mencatat and other verbs with a noun phrase only
    "[ORG BMKG] mencatat 34 kali gempa susulan hingga Selasa pagi.",
    "[ORG Bank Cakrawala] mencatat laba bersih Rp 2,1 triliun sepanjang 2024.",
    "Lifter [PER Nanda Putri] mencatat rekor baru pada kelas 49 kilogram.",
    "[PER Raka Putra] menyatakan ketertarikannya untuk bermain di [GPE Bali].",
    "[PER Siti] menyadari bahwa dompetnya hilang.",
    "[PER Galih Saputro] menegaskan komitmennya terhadap pemberantasan korupsi.",
    "Penyidik belum menyebutkan identitas pelaku maupun jumlah kerugian negara.",
    # opinion passive without speaker, refusal, no reported content
    "Kebijakan itu dinilai memberatkan pelaku usaha kecil.",
    "[PER Hilda Maharani] enggan berkomentar lebih jauh tentang perceraiannya.",
    "Polisi masih memeriksa tiga saksi dan belum menetapkan tersangka.",
    "[ORG Pemkot Demak] meminta maaf karena akan ada penutupan jalan.",
    # headings of lists, suppositions
    "Berikut jadwal kapal pekan ini, seperti dilansir [ORG Kantor Berita Samudra], Senin (3/2/2025):",
    "Inilah beberapa alasannya, menurut [ORG Kementerian Sosial]:",
    "Jika Anda merasa lelah, hindari mengemudi sendiri dan pilih untuk beristirahat.",
]


@pytest.mark.parametrize(("text", "wanted"), REPORTED)
def test_report(read: Read, text: str, wanted: list[str]) -> None:
    assert spoken(read(text)) == wanted


@pytest.mark.parametrize("text", NOT_REPORTED)
def test_no_report(read: Read, text: str) -> None:
    assert spoken(read(text)) == []
