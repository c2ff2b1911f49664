"""Table-driven tests of the dates room: sentences of our own, by category.

A row is a sentence and the expressions in it, in order, as ``"text=value"``. Monday 1 March 2021, 18.00 WIB
is the day of publication; the calendar around it::

    Mo  Tu  We  Th  Fr  Sa  Su
    22  23  24  25  26  27  28   February 2021, week 8
     1   2   3   4   5   6   7   March 2021, week 9
     8   9  10  11  12  13  14   week 10
"""

import pytest

from beritanlp.dates.find import find_times
from beritanlp.dates.grammar import RULES

PUBLISHED = "2021-03-01T18:00+07:00"

WEEKDAY_DATES = [
    ("Jaksa menuntut terdakwa, Senin (1/3/2021).", ["Senin (1/3/2021)=2021-03-01"]),
    ("Rapat paripurna digelar Kamis (25/02/2021) di Senayan.", ["Kamis (25/02/2021)=2021-02-25"]),
    ("Warga mengungsi sejak Sabtu (27/2).", ["Sabtu (27/2)=2021-02-27"]),
    ("Pasien itu sembuh pada Kamis (31/12).", ["Kamis (31/12)=2020-12-31"]),
    ("Lelang dibuka Jum'at, 5 Maret 2021.", ["Jum'at, 5 Maret 2021=2021-03-05"]),
    ("Lelang dibuka Jum’at (5/3/2021).", ["Jum’at (5/3/2021)=2021-03-05"]),
    ("Senin, 22-2-2021, hujan turun.", ["Senin, 22-2-2021=2021-02-22"]),
    ("Surat itu bertanggal Selasa 23 Februari 2021.", ["Selasa 23 Februari 2021=2021-02-23"]),
    ("Sidang digelar hari Rabu tanggal 24 Februari 2021.", ["hari Rabu tanggal 24 Februari 2021=2021-02-24"]),
    ("Pelantikan berlangsung Jumat (26 Februari 2021).", ["Jumat (26 Februari 2021)=2021-02-26"]),
    ("Ia tiba Ahad (28/2/2021).", ["Ahad (28/2/2021)=2021-02-28"]),
    ("Laga digelar Sabtu (6/3) mendatang.", ["Sabtu (6/3) mendatang=2021-03-06"]),
    ("Ia diperiksa Rabu pekan lalu (24/2/2021).", ["Rabu pekan lalu (24/2/2021)=2021-02-24"]),
    ("Kata Bupati, Rabu(24/2/2021).", ["Rabu(24/2/2021)=2021-02-24"]),
    ("ujar Kapolres kepadawartawanKamis (25/2/2021).", ["Kamis (25/2/2021)=2021-02-25"]),
    ("Rabu,\u00a024\u00a0Februari\u00a02021 hujan.", ["Rabu,\u00a024\u00a0Februari\u00a02021=2021-02-24"]),
    ("Jakarta, Kam (25/2/2021).", ["Kam (25/2/2021)=2021-02-25"]),
]
RELATIVE_AFTER_NUMBERS = [
    ("Rupiah bergerak di sekitar 16.300 hari ini.", ["hari ini=2021-03-01"]),
    ("Suku bunga turun dua kali tahun ini.", ["tahun ini=2021"]),
]
ABSOLUTE = [
    ("Gedung itu diresmikan pada 9 Juli 1987.", ["9 Juli 1987=1987-07-09"]),
    ("Cap pos tertanggal 3-2-2021 itu palsu.", ["3-2-2021=2021-02-03"]),
    ("Slip bertanggal 03.02.2021 disita.", ["03.02.2021=2021-02-03"]),
    ("Berkas per 2021-02-03 lengkap.", ["2021-02-03=2021-02-03"]),
    ("Kuitansi 17/08/20 dilampirkan.", ["17/08/20=2020-08-17"]),
    ("Ia wafat tanggal 12 Januari 2021 lalu.", ["tanggal 12 Januari 2021 lalu=2021-01-12"]),
    ("Dimuat 18 Feb 2021 | 07.30 WIB", ["18 Feb 2021 | 07.30 WIB=2021-02-18T07:30+07:00"]),
    ("Diperbarui 18 Feb 2021, 14:05 WIB", ["18 Feb 2021, 14:05 WIB=2021-02-18T14:05+07:00"]),
    ("Dicatat 2021-02-28T23:10:00+08:00.", ["2021-02-28T23:10:00+08:00=2021-02-28T23:10+08:00"]),
    ("Log 2021-02-28 23:10:45 dibaca.", ["2021-02-28 23:10:45=2021-02-28T23:10:45"]),
    ("Kontrak diteken June 3, 2020 di London.", ["June 3, 2020=2020-06-03"]),
    ("Dirilis Monday, 1 March 2021 di New York.", ["Monday, 1 March 2021=2021-03-01"]),
    ("Sejak18 Februari 2021 jalan ditutup.", ["18 Februari 2021=2021-02-18"]),
    ("Sidang 5, 6, dan 7 Januari 2021 batal.", ["5=2021-01-05", "6=2021-01-06", "7 Januari 2021=2021-01-07"]),
]
MONTH_SPELLINGS = [
    ("Rapat 12 Nopember 2020 ditunda.", ["12 Nopember 2020=2020-11-12"]),
    ("Rapat 12 Pebruari 2021 ditunda.", ["12 Pebruari 2021=2021-02-12"]),
    ("Rapat 12 Agt 2020 ditunda.", ["12 Agt 2020=2020-08-12"]),
    ("Rapat 12 Sept. 2020 ditunda.", ["12 Sept. 2020=2020-09-12"]),
    ("Rapat 12 Okt 2020 ditunda.", ["12 Okt 2020=2020-10-12"]),
    ("Rapat 12 Des. 2020 ditunda.", ["12 Des. 2020=2020-12-12"]),
    ("Data Jan 2021 dirilis.", ["Jan 2021=2021-01"]),
    ("Rapat 12-Mei-2020 ditunda.", ["12-Mei-2020=2020-05-12"]),
]
YEARLESS = [
    ("Gempa 14 Desember lalu menewaskan dua orang.", ["14 Desember lalu=2020-12-14"]),
    ("Pemilihan digelar 27 November mendatang.", ["27 November mendatang=2021-11-27"]),
    ("Laporan masuk paling lambat 31 Maret.", ["31 Maret=2021-03-31"]),
    ("Pada 20 Februari, banjir merendam Kemang.", ["20 Februari=2021-02-20"]),
    ("Upacara 17 Agustus tahun lalu ditiadakan.", ["17 Agustus tahun lalu=2020-08-17"]),
    ("Upacara 17 Agustus tahun depan digelar di Kalimantan.", ["17 Agustus tahun depan=2022-08-17"]),
    ("Jumat, 26 Februari, pabrik itu tutup.", ["Jumat, 26 Februari=2021-02-26"]),
    ("Festival 10 April nanti batal.", ["10 April nanti=2021-04-10"]),
    ("Ia lahir 29 Februari silam.", ["29 Februari silam=2020-02-29"]),
    ("Uang muka dibayar tanggal 5 bulan ini.", ["tanggal 5 bulan ini=2021-03-05"]),
    ("Gaji cair tanggal 25 bulan lalu.", ["tanggal 25 bulan lalu=2021-02-25"]),
    ("Rapat tanggal tujuh belas Februari molor.", ["tanggal tujuh belas Februari=2021-02-17"]),
]
MONTHS_YEARS = [
    ("Waduk mulai diisi Oktober lalu.", ["Oktober lalu=2020-10"]),
    ("Kereta itu beroperasi Mei mendatang.", ["Mei mendatang=2021-05"]),
    ("Inflasi bulan Januari 2021 rendah.", ["bulan Januari 2021=2021-01"]),
    ("Sejak Desember, harga cabai naik.", ["Desember=2020-12"]),
    ("Ekspor Januari naik dibandingkan Desember.", ["Januari=2021-01", "Desember=2020-12"]),
    ("Pada Agustus tahun lalu, ia mundur.", ["Agustus tahun lalu=2020-08"]),
    ("Jalan itu dibuka Juni tahun depan.", ["Juni tahun depan=2022-06"]),
    ("Proyek mulai Mei dua tahun lalu.", ["Mei dua tahun lalu=2019-05"]),
    ("Tahun lalu laba turun, tahun ini naik.", ["Tahun lalu=2020", "tahun ini=2021"]),
    ("Bulan depan vaksin tiba.", ["Bulan depan=2021-04"]),
    ("Penerimaan bulan lalu seret.", ["bulan lalu=2021-02"]),
    ("Kampus berdiri tahun 1959.", ["tahun 1959=1959"]),
    ("Hingga 2024, ada 12 bendungan baru.", ["2024=2024"]),
    ("Ekonomi global 2021 membaik.", ["2021=2021"]),
    ("Anggaran 2022 turun.", ["2022=2022"]),
    ("Ketua Umum PSSI 2019-2023 diperiksa.", ["2019-2023=2019/2023"]),
    ("Tarif naik pada 2019 lalu.", ["2019 lalu=2019"]),
    ("Dana tahun anggaran 2018 diselewengkan.", ["tahun anggaran 2018=2018"]),
    ("Nilai ekspor Maret dan April 2020 turun.", ["Maret=2020-03", "April 2020=2020-04"]),
    ("Perangsejak 1989 itu usai.", ["1989=1989"]),
]
PARTS_OF_PERIODS = [
    ("Pabrik berproduksi awal 2022.", ["awal 2022=2022"]),
    ("Panen raya akhir Maret.", ["akhir Maret=2021-03"]),
    ("Sekolah dibuka pertengahan Juli 2021.", ["pertengahan Juli 2021=2021-07"]),
    ("Sejak awal tahun, rupiah menguat.", ["awal tahun=2021"]),
    ("Sisanya cair akhir tahun ini.", ["akhir tahun ini=2021"]),
    ("Aturan terbit medio 2020.", ["medio 2020=2020"]),
    ("Rumah itu roboh penghujung Januari lalu.", ["penghujung Januari lalu=2021-01"]),
    ("Ia masuk kerja awal pekan ini.", ["awal pekan ini=2021-W09"]),
    ("Ia pulang pada akhir bulan.", ["akhir bulan=2021-03"]),
]
WEEKS = [
    ("Harga minyak turun sejak pekan lalu.", ["pekan lalu=2021-W08"]),
    ("Minggu depan sekolah libur.", ["Minggu depan=2021-W10"]),
    ("Ia berangkat minggu depan.", ["minggu depan=2021-W10"]),
    ("Ia tiba pada Minggu lalu.", ["Minggu lalu=2021-02-28"]),
    ("Pantai ramai akhir pekan lalu.", ["akhir pekan lalu=2021-W08-WE"]),
    ("Hujan diperkirakan turun akhir pekan ini.", ["akhir pekan ini=2021-W09-WE"]),
    ("Dua pekan lalu ia sakit.", ["Dua pekan lalu=2021-W07"]),
    ("Sepekan lalu ia sembuh.", ["Sepekan lalu=2021-W08"]),
    ("Dua pekan lagi ujian dimulai.", ["Dua pekan lagi=2021-W11"]),
    ("Vaksin datang pekan ketiga Maret 2021.", ["pekan ketiga Maret 2021=2021-W11"]),
]
DEICTIC = [
    ("Kemarin banjir surut.", ["Kemarin=2021-02-28"]),
    ("Besok ia diperiksa, lusa ditahan.", ["Besok=2021-03-02", "lusa=2021-03-03"]),
    ("Ia pulang kemarin lusa.", ["kemarin lusa=2021-02-27"]),
    ("Hari ini, Senin (1/3), toko buka.", ["Hari ini=2021-03-01", "Senin (1/3)=2021-03-01"]),
    ("Kemarin (28/2) toko tutup.", ["Kemarin (28/2)=2021-02-28"]),
    (
        "Ia datang 20 Februari. Keesokan harinya ia pergi.",
        ["20 Februari=2021-02-20", "Keesokan harinya=2021-02-21"],
    ),
    ("Penumpang turun (28/2) di Merak.", ["28/2=2021-02-28"]),
]
WEEKDAYS = [
    ("Menteri itu mundur Jumat.", ["Jumat=2021-02-26"]),
    ("Menteri itu mundur Senin.", ["Senin=2021-03-01"]),
    ("Kapal ferinya beroperasi lagi Senin mendatang.", ["Senin mendatang=2021-03-08"]),
    ("Tim akan berangkat Kamis.", ["Kamis=2021-03-04"]),
    ("Pada Rabu, presiden akan melantik menteri.", ["Rabu=2021-03-03"]),
    ("Rapat dijadwalkan berlangsung Selasa.", ["Selasa=2021-03-02"]),
    ("Kucing itu kabur Kamis pekan lalu.", ["Kamis pekan lalu=2021-02-25"]),
    ("Bioskop tutup Kamis pekan depan.", ["Kamis pekan depan=2021-03-11"]),
    ("Ia cuti Kamis kemarin.", ["Kamis kemarin=2021-02-25"]),
    ("Ia libur hari Minggu.", ["hari Minggu=2021-02-28"]),
    ("Sabtu dan Minggu, jalan ditutup.", ["Sabtu=2021-02-27", "Minggu=2021-02-28"]),
    ("Rabu dua pekan lalu ia hilang.", ["Rabu dua pekan lalu=2021-02-17"]),
]
PARTS_OF_DAY = [
    ("Pencurian terjadi tadi malam.", ["tadi malam=2021-02-28TNI"]),
    ("Ia tewas semalam.", ["semalam=2021-02-28TNI"]),
    ("Gempa terasa Senin (1/3) dini hari.", ["Senin (1/3) dini hari=2021-03-01TMO"]),
    ("Longsor Rabu (24/2/2021) sore menutup jalan.", ["Rabu (24/2/2021) sore=2021-02-24TAF"]),
    ("Besok pagi mereka berangkat.", ["Besok pagi=2021-03-02TMO"]),
    ("Nanti malam bulan tampak penuh.", ["Nanti malam=2021-03-01TNI"]),
    ("Pagi tadi jalan macet.", ["Pagi tadi=2021-03-01TMO"]),
    ("Ia ditangkap Jumat petang.", ["Jumat petang=2021-02-26TEV"]),
    ("Konser malam Minggu ditunda.", ["malam Minggu=2021-02-27TNI"]),
    ("Minggu siang ia tampil.", ["Minggu siang=2021-02-28TMI"]),
    ("Kamis malam (25/2) ia pulang.", ["Kamis malam (25/2)=2021-02-25TNI"]),
    ("Kecelakaan terjadi Sabtu malam kemarin.", ["Sabtu malam kemarin=2021-02-27TNI"]),
]
CLOCKS = [
    ("Api padam pukul 10.22 WIB.", ["pukul 10.22 WIB=2021-03-01T10:22+07:00"]),
    ("Api padam pukul 10.22 Wita.", ["pukul 10.22 Wita=2021-03-01T10:22+08:00"]),
    ("Api padam pukul 10:22:05 WIT.", ["pukul 10:22:05 WIT=2021-03-01T10:22:05+09:00"]),
    ("Toko ditutup jam 8 malam.", ["jam 8 malam=2021-03-01T20:00"]),
    ("Ia tidur jam 2 siang.", ["jam 2 siang=2021-03-01T14:00"]),
    ("Adonan roti diuleni jam 3 dini hari.", ["jam 3 dini hari=2021-03-01T03:00"]),
    ("Ia bangun pukul setengah lima pagi.", ["pukul setengah lima pagi=2021-03-01T04:30"]),
    ("Ia tiba pukul tujuh lewat sepuluh menit.", ["pukul tujuh lewat sepuluh menit=2021-03-01T07:10"]),
    (
        "Pesawat jatuh Jumat (26/2) pukul 20.15 Wita.",
        ["Jumat (26/2) pukul 20.15 Wita=2021-02-26T20:15+08:00"],
    ),
    (
        "Pukul 20.15 Wita, Jumat (26/2), pesawat jatuh.",
        ["Pukul 20.15 Wita, Jumat (26/2)=2021-02-26T20:15+08:00"],
    ),
    (
        "Laga Rabu (3/3), sekitar pukul 19.00 WIB.",
        ["Rabu (3/3), sekitar pukul 19.00 WIB=2021-03-03T19:00+07:00"],
    ),
    (
        "Museum buka pukul 08.00-12.00 WIT.",
        ["pukul 08.00-12.00 WIT=XXXX-XX-XXT08:00+09:00/XXXX-XX-XXT12:00+09:00"],
    ),
    (
        "Listrik padam pukul 22.00 hingga 04.00.",
        ["pukul 22.00 hingga 04.00=2021-03-01T22:00/2021-03-02T04:00"],
    ),
    ("Ia kerja jam 8 pagi sampai 5 sore.", ["jam 8 pagi sampai 5 sore=2021-03-01T08:00/2021-03-01T17:00"]),
    ("Berita Kamis, 25/02/2021 08:15 dihapus.", ["Kamis, 25/02/2021 08:15=2021-02-25T08:15"]),
    (
        "Jam operasional diperpanjang hingga pukul 01.00 pada 7 Maret 2021.",
        ["pukul 01.00=2021-03-07T01:00", "7 Maret 2021=2021-03-07"],
    ),
    ("Kebakaran 20.15 WIB itu besar.", ["20.15 WIB=2021-03-01T20:15+07:00"]),
    (
        "Bus terguling Sabtu (27/2/2021). Polisi tiba pukul 04.30 WIB.",
        ["Sabtu (27/2/2021)=2021-02-27", "pukul 04.30 WIB=2021-02-27T04:30+07:00"],
    ),
    (
        "Pukul 05.00 pada Minggu (28/2) gempa terjadi.",
        ["Pukul 05.00=2021-02-28T05:00", "Minggu (28/2)=2021-02-28"],
    ),
    (
        "Ia wafat Sabtu (27/2/2021) pukul 05.15 waktu setempat.",
        ["Sabtu (27/2/2021) pukul 05.15 waktu setempat=2021-02-27T05:15"],
    ),
]
COUNTED = [
    ("Listrik desa menyala tiga hari lalu.", ["tiga hari lalu=2021-02-26"]),
    ("Izin terbit dua tahun silam.", ["dua tahun silam=2019"]),
    ("Ia pindah sebulan yang lalu.", ["sebulan yang lalu=2021-02"]),
    ("Ia pindah satu setengah tahun lalu.", ["satu setengah tahun lalu=2019-09"]),
    ("Gempa terjadi dua jam lalu.", ["dua jam lalu=2021-03-01T16:00"]),
    ("Ia berangkat lima hari lagi.", ["lima hari lagi=2021-03-06"]),
    ("Beberapa hari lalu ia sakit.", ["Beberapa hari lalu=PXD"]),
    ("Kasus naik dalam tiga pekan terakhir.", ["tiga pekan terakhir=P3W"]),
    ("Cuaca kering bertahan dua bulan ke depan.", ["dua bulan ke depan=P2M"]),
    ("Target lima tahun mendatang berat.", ["lima tahun mendatang=P5Y"]),
    ("Setahun terakhir ia menganggur.", ["Setahun terakhir=P1Y"]),
    ("Dua tahun belakangan ini ia melukis.", ["Dua tahun belakangan ini=P2Y"]),
    ("Dalam 24 jam terakhir, 9 orang sembuh.", ["24 jam terakhir=PT24H"]),
    ("Selama lima bulan pertama 2020 ekspor turun.", ["lima bulan pertama 2020=2020-01/2020-05"]),
    ("Enam bulan pertama tahun lalu sepi.", ["Enam bulan pertama tahun lalu=2020-01/2020-06"]),
    ("Tiga bulan pertama kehamilan itu berat.", ["Tiga bulan=P3M"]),
    ("Tiga tahun kemudian ia kembali.", ["Tiga tahun kemudian=P3Y"]),
    (
        "Pada 4 Mei 2018 ia pergi. Dua bulan kemudian ia kembali.",
        ["4 Mei 2018=2018-05-04", "Dua bulan kemudian=2018-07"],
    ),
    (
        "Pada 4 Mei 2018 ia pergi. Sehari sebelumnya ia pamit.",
        ["4 Mei 2018=2018-05-04", "Sehari sebelumnya=2018-05-03"],
    ),
    ("Pada 4 Mei 2018 ia pergi. Dua pekan kemudian ia pulang.", ["4 Mei 2018=2018-05-04", "Dua pekan kemudian=P2W"]),
    ("Fosil berumur panjang itu terkubur 65 juta tahun lalu.", ["65 juta tahun lalu=P65000000Y"]),
]
LONG = [
    ("Band itu tenar pada era 1980-an.", ["era 1980-an=198X"]),
    ("Rumah dibangun tahun 60-an.", ["tahun 60-an=196X"]),
    ("Rumah dibangun tahun tujuh puluhan.", ["tahun tujuh puluhan=197X"]),
    ("Awal 2000-an ia merantau.", ["Awal 2000-an=200X"]),
    ("Benteng dari abad ke-17 itu rusak.", ["abad ke-17=16XX"]),
    ("Naskah abad XIX ditemukan.", ["abad XIX=18XX"]),
    ("Sejak abad ke-15 dan ke-16.", ["abad ke-15=14XX", "ke-16=15XX"]),
    ("Dari abad ke-7 hingga ke-13.", ["abad ke-7 hingga ke-13=06XX/12XX"]),
    ("Pada abad kesembilan belas, pelabuhan ramai.", ["abad kesembilan belas=18XX"]),
    ("Penjualan semen merosot kuartal II 2020.", ["kuartal II 2020=2020-Q2"]),
    ("Laba semester I-2020 anjlok.", ["semester I-2020=2020-H1"]),
    ("Dividen dibagi pada triwulan pertama.", ["triwulan pertama=2021-Q1"]),
    ("Penjualan Q3 2020 naik.", ["Q3 2020=2020-Q3"]),
    ("Laba 4Q20 naik.", ["4Q20=2020-Q4"]),
    ("Proyek rampung paruh kedua tahun ini.", ["paruh kedua tahun ini=2021-H2"]),
    ("Laba kuartal I dan II 2020 turun.", ["kuartal I=2020-Q1", "II 2020=2020-Q2"]),
    ("Tumbuh sepanjang kuartal I-III 2020.", ["kuartal I-III 2020=2020-Q1/2020-Q3"]),
]
RANGES = [
    ("Pameran digelar 10-12 Maret 2021.", ["10-12 Maret 2021=2021-03-10/2021-03-12"]),
    (
        "Lomba 28 Februari hingga 3 Maret 2021 ramai.",
        ["28 Februari hingga 3 Maret 2021=2021-02-28/2021-03-03"],
    ),
    ("Libur 28 Desember-3 Januari 2021 sepi.", ["28 Desember-3 Januari 2021=2020-12-28/2021-01-03"]),
    ("PPKM berlaku 5 s/d 18 April 2021.", ["5 s/d 18 April 2021=2021-04-05/2021-04-18"]),
    ("PPKM berlaku 5 sampai dengan 18 April 2021.", ["5 sampai dengan 18 April 2021=2021-04-05/2021-04-18"]),
    ("Ekspor Januari-Juni 2020 turun.", ["Januari-Juni 2020=2020-01/2020-06"]),
    ("Sekolah tutup Maret hingga Mei 2020.", ["Maret hingga Mei 2020=2020-03/2020-05"]),
    ("Anggota DPR periode 2014-2019 dipanggil.", ["periode 2014-2019=2014/2019"]),
    ("Antara 2010 dan 2015 hutan menyusut.", ["2010 dan 2015=2010/2015"]),
    ("Tahun ajaran 2020/2021 dimulai.", ["Tahun ajaran 2020/2021=2020/2021"]),
    ("Simulasi Sabtu-Minggu (6-7/3) batal.", ["Sabtu-Minggu (6-7/3)=2021-03-06/2021-03-07"]),
    ("Verifikasi Rabu-Jumat (24-26/2/2021) usai.", ["Rabu-Jumat (24-26/2/2021)=2021-02-24/2021-02-26"]),
    (
        "Aksi Senin (22/2) hingga Rabu (24/2/2021) damai.",
        ["Senin (22/2) hingga Rabu (24/2/2021)=2021-02-22/2021-02-24"],
    ),
    ("Hujan Sabtu malam hingga Minggu pagi.", ["Sabtu malam hingga Minggu pagi=2021-02-27TNI/2021-02-28TMO"]),
    ("Cuti tanggal 5-7 bulan depan.", ["tanggal 5-7 bulan depan=2021-04-05/2021-04-07"]),
    ("Rapat antara tanggal 5 dan 7 Maret 2021.", ["tanggal 5 dan 7 Maret 2021=2021-03-05/2021-03-07"]),
]
DURATIONS = [
    ("Kolam dikuras selama dua bulan.", ["dua bulan=P2M"]),
    ("Konser molor setengah jam.", ["setengah jam=PT30M"]),
    ("Bazar digelar sepekan.", ["sepekan=P1W"]),
    ("Sengketa tanah memakan belasan tahun.", ["belasan tahun=PXY"]),
    ("Mereka antre berjam-jam.", ["berjam-jam=PTXH"]),
    ("Ia divonis 1 tahun 6 bulan penjara.", ["1 tahun 6 bulan=P1Y6M"]),
    ("Ia divonis dua tahun dan tiga bulan.", ["dua tahun dan tiga bulan=P2Y3M"]),
    ("Durasinya dua setengah jam.", ["dua setengah jam=PT2.5H"]),
    ("Durasinya 2,5 jam.", ["2,5 jam=PT2.5H"]),
    ("Ditahan 2x24 jam.", ["2x24 jam=PT48H"]),
    ("Isolasi 10-14 hari.", ["10-14 hari=P10D/P14D"]),
    ("Sedetik saja.", ["Sedetik=PT1S"]),
    ("Pulih dalam dua hingga tiga pekan.", ["dua hingga tiga pekan=P2W/P3W"]),
    ("Selama lima belas menit ia diam.", ["lima belas menit=PT15M"]),
    ("Selama dua puluh lima tahun ia mengajar.", ["dua puluh lima tahun=P25Y"]),
    ("Ia memimpin dua dekade.", ["dua dekade=P2DE"]),
    ("Catnya kering dalam dua minggu.", ["dua minggu=P2W"]),
]
SETS = [
    ("Gereja penuh setiap Minggu.", ["setiap Minggu=XXXX-WXX-7"]),
    ("Seprai dicuci tiap minggu.", ["tiap minggu=P1W"]),
    ("Ia lari setiap Senin dan Kamis.", ["setiap Senin=XXXX-WXX-1", "Kamis=XXXX-WXX-4"]),
    ("Ia melaut saban hari.", ["saban hari=P1D"]),
    ("Sampah diangkut empat kali sepekan.", ["empat kali sepekan=P1W"]),
    ("Pemilu digelar lima tahun sekali.", ["lima tahun sekali=P5Y"]),
    ("Obat diminum sehari tiga kali.", ["sehari tiga kali=P1D"]),
    ("Upacara digelar setiap 17 Agustus.", ["setiap 17 Agustus=XXXX-08-17"]),
    ("Gaji cair setiap tanggal 25.", ["setiap tanggal 25=XXXX-XX-25"]),
    ("Panen setiap Februari.", ["setiap Februari=XXXX-02"]),
    ("Konser setiap Sabtu malam.", ["setiap Sabtu malam=XXXX-WXX-6TNI"]),
    ("Produksinya 40 juta dosis per tahun.", ["per tahun=P1Y"]),
    ("Macet tiap akhir pekan.", ["tiap akhir pekan=XXXX-WXX-WE"]),
    ("Loket buka setiap Senin-Jumat.", ["setiap Senin-Jumat=XXXX-WXX-1/XXXX-WXX-5"]),
    (
        "Setiap hari, loket melayani pukul 08.00 sampai 14.00.",
        ["Setiap hari=P1D", "pukul 08.00 sampai 14.00=XXXX-XX-XXT08:00/XXXX-XX-XXT14:00"],
    ),
]
VAGUE = [
    ("Saat ini harga stabil.", ["Saat ini=PRESENT_REF"]),
    ("Hingga kini pelaku buron.", ["kini=PRESENT_REF"]),
    ("Baru-baru ini ia menikah.", ["Baru-baru ini=PAST_REF"]),
    ("Selama ini ia diam.", ["Selama ini=PAST_REF"]),
    ("Belakangan ini ia murung.", ["Belakangan ini=PAST_REF"]),
    ("Di masa depan, mobil terbang.", ["masa depan=FUTURE_REF"]),
    ("Ke depan, aturan diperketat.", ["Ke depan=FUTURE_REF"]),
    ("Beberapa waktu lalu ia sakit.", ["Beberapa waktu lalu=PAST_REF"]),
    ("Aturan terbit dalam waktu dekat.", ["waktu dekat=FUTURE_REF"]),
    ("Sejak dulu ia pelaut.", ["dulu=PAST_REF"]),
]
HOLIDAYS = [
    ("Harga telur melonjak menjelang Natal 2020.", ["Natal 2020=2020-12-25"]),
    ("Toko tutup saat Lebaran 2021.", ["Lebaran 2021=2021-05-13"]),
    ("Puncak terjadi pada H-7 Lebaran 2021.", ["H-7 Lebaran 2021=2021-05-06"]),
    ("Puncak terjadi pada H-2.", ["H-2=XXXX-XX-XX"]),
    ("Pesta malam Tahun Baru 2021 dilarang.", ["malam Tahun Baru 2021=2020-12-31TNI"]),
    ("Jatuh pada 1 Syawal 1442 Hijriah.", ["1 Syawal 1442 Hijriah=2021-05-13"]),
    ("Hari raya Idul Adha 1441 Hijriah sepi.", ["Hari raya Idul Adha 1441 Hijriah=2020-07-31"]),
]
TRAPS = [
    ("Pasal 27 ayat 3 UU ITE digugat.", []),
    ("UU Nomor 11 Tahun 2020 dan PP 24 Tahun 2018 berlaku.", []),
    ("UU No 23/2014 diubah.", []),
    ("UU No. 5 Tahun 1999 dilanggar.", []),
    ("Dana itu lenyap dalam semalam.", []),
    ("Perkara 14/PHPU.D-VIII/2020 ditolak.", []),
    ("Perkara 123/Pid.B/2021/PN Jkt disidang.", []),
    ("Persija menang 3-1 atas Persib.", []),
    ("Separuh kota, 2/3 warga, terendam.", []),
    ("Harga emas Rp 937.000 per gram.", []),
    ("Kurs Rp 14.250, naik 1,5 persen.", []),
    ("Hubungi 0812-2020-911 atau (021) 555-2019.", []),
    ("Layanan 24/7 gratis.", []),
    ("Pelat B 2020 KTI dan penerbangan GA 2019.", []),
    ("Karam di 3 derajat 41 menit 9 detik Lintang Utara.", []),
    ("Airbus A320 dan Sukhoi 35 mendarat usai pandemi Covid-19.", []),
    ("Mei Anggraini, Juni Setiawan, dan April Lestari hadir.", []),
    ("Pak Juli pulang.", []),
    ("Ia tinggal di Pasar Minggu, bekerja di Pasar Senen.", []),
    ("Ia menunaikan salat Jumat.", []),
    ("Budi (45 tahun) menggendong bocah 7 tahun.", []),
    ("Kakek berusia 86 tahun itu sehat.", []),
    ("Warga usia 18-59 tahun divaksin.", []),
    ("Anak di bawah lima tahun dilarang masuk.", []),
    ("Pekerja 45 tahun ke atas dirumahkan.", []),
    ("Terlebih dahulu, ia makan dulu.", []),
    ("Ada 2020 orang dan 1998 unit.", []),
    ("Pilkada 2020 dan pilkada 2024 mahal.", []),
    ("Ia meraih emas SEA Games 2019.", []),
    ("Level 4, Tahap 2, Gelombang 3, Kelas 6.", []),
    ("Ia melangkah ke depan.", []),
    ("Mobil melaju 60 kilometer per jam.", []),
    ("Kuliah di Universitas 17 Agustus 1945.", []),
    ("Malam itu, saat itu, hari kedua, tahun ketiga.", []),
    ("RT 05 RW 10 Nomor 2019.", []),
    ("Peringatan 70 Tahun Hubungan Diplomatik.", []),
    ("Tanggal 31 September dan 32 Mei 2021 tidak ada.", []),
    ("Ada 50-an orang dan Rp 2.000-an.", []),
    ("Alamat IP 10.12.2.1 diblokir.", []),
]
TRAPS_WITH_TIMES = [
    ("Covid-19 hari ini bertambah.", ["hari ini=2021-03-01"]),
    ("Liga 1 tahun ini batal.", ["tahun ini=2021"]),
    ("Menang 2-1 pekan lalu.", ["pekan lalu=2021-W08"]),
    ("Perda Nomor 7 Tahun 2018 dicabut pada Oktober 2019.", ["Oktober 2019=2019-10"]),
    ("Harga Rp 5 juta tahun ini.", ["tahun ini=2021"]),
    ("Pria berusia 30 tahun itu ditahan dua hari.", ["dua hari=P2D"]),
]
TABLE = [
    *(
        WEEKDAY_DATES
        + ABSOLUTE
        + MONTH_SPELLINGS
        + YEARLESS
        + MONTHS_YEARS
        + PARTS_OF_PERIODS
        + WEEKS
        + DEICTIC
        + RELATIVE_AFTER_NUMBERS
    ),
    *(WEEKDAYS + PARTS_OF_DAY + CLOCKS + COUNTED + LONG + RANGES + DURATIONS + SETS + VAGUE + HOLIDAYS),
    *(TRAPS + TRAPS_WITH_TIMES),
]


def found(text: str, published: str | None = PUBLISHED) -> list[str]:
    return [f"{time.span.text}={time.value}" for time in find_times(text, published)]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_value(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.name not in ("paren_digits", "part", "bare_clock")])
def test_every_rule_finds_its_example(rule: object) -> None:
    example = rule.example  # type: ignore[attr-defined]
    last = find_times(f"Kata dia, {example}", PUBLISHED)[-1]
    assert last.span.end == len("Kata dia, ") + len(example)


UNRESOLVED = [
    ("Ia datang kemarin.", "XXXX-XX-XX"),
    ("Ia datang kemarin sore.", "XXXX-XX-XXTAF"),
    ("Ia datang Kamis.", "XXXX-WXX-4"),
    ("Ia datang 29 Mei.", "XXXX-05-29"),
    ("Ia datang September lalu.", "XXXX-09"),
    ("Ia datang pekan lalu.", "XXXX-WXX"),
    ("Ia datang tahun lalu.", "XXXX"),
    ("Ia datang bulan ini.", "XXXX-XX"),
    ("Ia datang kuartal III.", "XXXX-Q3"),
    ("Ia datang tiga hari lalu.", "XXXX-XX-XX"),
    ("Ia datang dua jam lalu.", "XXXX-XX-XX"),
    ("Ia datang pukul 08.00 WIB.", "XXXX-XX-XXT08:00+07:00"),
    ("Ia datang tanggal 17.", "XXXX-XX-17"),
    ("Ia datang menjelang Natal.", "XXXX-12-25"),
]


@pytest.mark.parametrize(("text", "value"), UNRESOLVED)
def test_without_a_reference_nothing_is_invented(text: str, value: str) -> None:
    (time,) = find_times(text)
    assert (time.value, time.begin, time.end, time.anchor) == (value, None, None, None)


INTERVALS = [
    ("Kata dia Senin (1/3/2021).", "2021-03-01", "2021-03-01", "day"),
    ("Pada Februari 2020.", "2020-02-01", "2020-02-29", "month"),
    ("Sejak pekan lalu.", "2021-02-22", "2021-02-28", "week"),
    ("Pada akhir pekan lalu.", "2021-02-27", "2021-02-28", "weekend"),
    ("Kuartal IV 2020.", "2020-10-01", "2020-12-31", "quarter"),
    ("Semester I-2020.", "2020-01-01", "2020-06-30", "half"),
    ("Tahun 2019.", "2019-01-01", "2019-12-31", "year"),
    ("Era 1980-an.", "1980-01-01", "1989-12-31", "decade"),
    ("Abad ke-17.", "1600-01-01", "1699-12-31", "century"),
    ("Tadi malam.", "2021-02-28T18:00", "2021-02-28T23:59", "part_of_day"),
    ("Pukul 08.00 WIB.", "2021-03-01T08:00+07:00", "2021-03-01T08:00+07:00", "minute"),
    ("10-12 Mei 2020.", "2020-05-10", "2020-05-12", "day"),
    ("Tiga pekan terakhir.", "2021-02-08", "2021-03-01", "week"),
    ("Dua bulan ke depan.", "2021-03-01", "2021-05-01", "month"),
    ("Dua bulan.", None, None, "month"),
    ("Setiap Jumat.", None, None, "day"),
    ("Saat ini.", None, None, None),
]


@pytest.mark.parametrize(("text", "begin", "end", "granularity"), INTERVALS)
def test_interval(text: str, begin: str | None, end: str | None, granularity: str | None) -> None:
    (time,) = find_times(text, PUBLISHED)
    assert (time.begin, time.end, time.granularity) == (begin, end, granularity)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Senin (1/3/2021)", "DATE"),
        ("Senin (1/3/2021) malam", "TIME"),
        ("pukul 08.00", "TIME"),
        ("dua bulan", "DURATION"),
        ("setiap Jumat", "SET"),
        ("saat ini", "DATE"),
    ],
)
def test_type(text: str, type_: str) -> None:
    assert [time.type for time in find_times(text, PUBLISHED)] == [type_]


@pytest.mark.parametrize(
    ("text", "mod"),
    [("awal 2022", "START"), ("pertengahan Mei", "MID"), ("akhir tahun", "END"), ("tahun ini", None)],
)
def test_modifier(text: str, mod: str | None) -> None:
    assert [time.mod for time in find_times(text, PUBLISHED)] == [mod]


def test_weekday_that_contradicts_the_date_keeps_the_date_and_is_flagged() -> None:
    (time,) = find_times("Ia ditahan Selasa (1/3/2021).", PUBLISHED)
    assert (time.value, time.weekday_conflict) == ("2021-03-01", True)


def test_anchor_is_the_reference_of_a_relative_time_only() -> None:
    relative, absolute = find_times("Kemarin ia mengenang 1 Maret 1949.", PUBLISHED)
    assert (relative.anchor, absolute.anchor) == ("2021-03-01", None)


def test_a_day_of_long_ago_is_left_again() -> None:
    text = "Bom jatuh 9 Agustus 1945. Kota hancur. Korban banyak. Kini damai. Upacara dimulai pukul 08.00."
    assert found(text)[-1] == "pukul 08.00=2021-03-01T08:00"


def test_published_may_be_written_as_on_a_page() -> None:
    assert found("Kemarin hujan.", "Senin, 01 Mar 2021 07:30 WIB") == ["Kemarin=2021-02-28"]


@pytest.mark.parametrize("published", ["", "   ", "tidak diketahui", "2021-13-45", "0"])
def test_unreadable_published_is_no_reference(published: str) -> None:
    assert found("Kemarin hujan.", published) == ["Kemarin=XXXX-XX-XX"]
