"""Which words are triggers, of which type; and which are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TRIGGERS = [
    ("Presiden bertemu para rektor di Istana.", "MEETING bertemu"),
    ("Kedua menteri menggelar pertemuan bilateral.", "MEETING pertemuan bilateral"),
    ("Gubernur memimpin rapat koordinasi penanganan banjir.", "MEETING rapat koordinasi"),
    ("Para pemimpin hadir pada KTT di Bali.", "MEETING KTT"),
    ("Buruh dan pengusaha kembali berunding soal upah.", "MEETING berunding"),
    ("Hal itu disampaikan dalam konferensi pers di Semarang.", "SPEECH_EVENT konferensi pers"),
    ("Ia diwawancarai sebuah stasiun televisi.", "SPEECH_EVENT diwawancarai"),
    ("Komisi VI menggelar rapat dengar pendapat dengan direksi.", "SPEECH_EVENT rapat dengar pendapat"),
    ("Menteri berpidato di depan ribuan kader.", "SPEECH_EVENT berpidato"),
    ("Bupati mengunjungi korban di posko.", "VISIT mengunjungi"),
    ("Wali kota meninjau pembangunan pasar.", "VISIT meninjau"),
    ("Pemerintah dan petani sepakat menaikkan harga gabah.", "AGREEMENT sepakat"),
    ("Kedua perusahaan menandatangani kontrak.", "AGREEMENT menandatangani"),
    ("Nota kesepahaman itu berlaku lima tahun.", "AGREEMENT Nota kesepahaman"),
    ("Gencatan senjata mulai berlaku malam ini.", "AGREEMENT Gencatan senjata"),
    ("Kampus bekerja sama dengan industri.", "AGREEMENT bekerja sama"),
    ("Kelompok bersenjata menyerang pos polisi.", "ATTACK menyerang"),
    ("Serangan udara menghancurkan jembatan.", "ATTACK Serangan udara"),
    ("Seorang petani ditembak orang tak dikenal.", "ATTACK ditembak"),
    ("Massa membakar kantor desa.", "ATTACK membakar"),
    ("Bom bunuh diri mengguncang pasar.", "ATTACK Bom bunuh diri"),
    ("Tiga pilot diculik pemberontak.", "ATTACK diculik"),
    ("Remaja itu dibacok dua pengendara motor.", "ATTACK dibacok"),
    ("Dua kelompok warga terlibat bentrokan.", "CONFLICT bentrokan"),
    ("Tawuran pelajar pecah di kolong jembatan.", "CONFLICT Tawuran"),
    ("Pasukan itu menginvasi negara tetangga.", "CONFLICT menginvasi"),
    ("Negara itu melakukan uji coba rudal balistik.", "WEAPON_TEST uji coba rudal"),
    ("Panglima mengerahkan 500 prajurit ke perbatasan.", "MILITARY mengerahkan"),
    ("Kedua angkatan laut menggelar latihan militer.", "MILITARY latihan militer"),
    ("Uni Eropa menjatuhkan sanksi kepada bank itu.", "SANCTION menjatuhkan sanksi"),
    ("Penyidik menyita dua mobil mewah.", "SANCTION menyita"),
    ("Petugas menyegel sebuah kafe.", "SANCTION menyegel"),
    ("Ratusan buruh berunjuk rasa di depan pabrik.", "PROTEST berunjuk rasa"),
    ("Mahasiswa turun ke jalan menolak kenaikan harga.", "PROTEST turun ke jalan"),
    ("Sopir truk mogok kerja selama dua hari.", "PROTEST mogok kerja"),
    ("Pemilu berlangsung aman.", "ELECTION Pemilu"),
    ("Pemungutan suara ulang digelar di lima TPS.", "ELECTION Pemungutan suara"),
    ("Partai mengusung pasangan calon baru.", "ELECTION mengusung"),
    ("Presiden melantik enam menteri.", "APPOINTMENT melantik"),
    ("Ia diangkat menjadi direktur utama.", "APPOINTMENT diangkat"),
    ("Ketua umum mengundurkan diri.", "RESIGNATION mengundurkan diri"),
    ("Kepala dinas dicopot dari jabatannya.", "RESIGNATION dicopot"),
    ("Pabrik sepatu melakukan PHK massal.", "OTHER_NAMED PHK massal"),
    ("Polisi menangkap tiga pengedar.", "ARREST menangkap"),
    ("Pelaku diringkus di rumah kos.", "ARREST diringkus"),
    ("KPK menahan mantan bupati itu.", "ARREST menahan"),
    ("Polisi mengamankan dua terduga pelaku.", "ARREST mengamankan"),
    ("Terdakwa divonis empat tahun penjara.", "TRIAL divonis"),
    ("Jaksa menuntut terdakwa sembilan tahun penjara.", "TRIAL menuntut"),
    ("Sidang perdana digelar di Pengadilan Negeri Bandung.", "TRIAL Sidang perdana"),
    ("Mantan camat itu ditetapkan sebagai tersangka.", "INVESTIGATION ditetapkan sebagai tersangka"),
    ("Warga menggugat pemerintah daerah.", "TRIAL menggugat"),
    ("Warga asing itu dideportasi.", "TRIAL dideportasi"),
    ("Ia menerima suap dari kontraktor.", "CRIME menerima suap"),
    ("Kasus pembunuhan itu terungkap.", "CRIME pembunuhan"),
    ("Rumah kosong itu dibobol pencuri.", "CRIME dibobol"),
    ("Ribuan botol miras diselundupkan lewat laut.", "CRIME diselundupkan"),
    ("Guru itu mencabuli muridnya.", "CRIME mencabuli"),
    ("Polisi menyelidiki kasus itu.", "INVESTIGATION menyelidiki"),
    ("KPK menggeledah rumah dinas.", "INVESTIGATION menggeledah"),
    ("Korban melaporkan kejadian itu ke polisi.", "INVESTIGATION melaporkan"),
    ("Gempa bumi terasa sampai Lumajang.", "DISASTER Gempa bumi"),
    ("Gunung itu kembali erupsi.", "DISASTER erupsi"),
    ("Banjir bandang menerjang tiga desa.", "DISASTER Banjir bandang"),
    ("Kebakaran hutan meluas di Riau.", "DISASTER Kebakaran hutan"),
    ("Truk menabrak warung di tepi jalan.", "ACCIDENT menabrak"),
    ("Kapal nelayan tenggelam di Selat Sunda.", "ACCIDENT tenggelam"),
    ("Pesawat latih itu jatuh di sawah.", "ACCIDENT jatuh"),
    ("Kebakaran melanda pasar.", "DISASTER Kebakaran"),
    ("Lima penumpang tewas.", "DEATH tewas"),
    ("Seniman itu meninggal dunia.", "DEATH meninggal dunia"),
    ("Prajurit TNI gugur di perbatasan.", "DEATH gugur"),
    ("Belasan orang luka-luka.", "INJURY luka-luka"),
    ("Wabah campak merebak.", "OUTBREAK Wabah"),
    ("Sebanyak 40 siswa keracunan makanan.", "OUTBREAK keracunan makanan"),
    ("Penularan Covid-19 meningkat.", "OUTBREAK Penularan Covid-19"),
    ("Relawan menyalurkan bantuan kepada korban.", "AID menyalurkan bantuan"),
    ("Tim SAR mengevakuasi pendaki.", "AID mengevakuasi"),
    ("DPR mengesahkan RUU Perampasan Aset.", "POLICY mengesahkan RUU"),
    ("Pemerintah melarang ekspor bijih nikel.", "POLICY melarang"),
    ("Pemerintah kota memberlakukan jam malam.", "POLICY memberlakukan jam malam"),
    ("Perusahaan itu meluncurkan mobil listrik.", "LAUNCH meluncurkan"),
    ("Presiden meresmikan bendungan.", "LAUNCH meresmikan"),
    ("Kementerian membentuk satgas pangan.", "LAUNCH membentuk"),
    ("Indonesia mengekspor kopi ke Mesir.", "TRANSACTION mengekspor"),
    ("Perusahaan itu membagikan dividen.", "TRANSACTION membagikan dividen"),
    ("Bank itu mengakuisisi perusahaan teknologi.", "MERGER mengakuisisi"),
    ("Persib mengalahkan Arema dengan skor 2-1.", "CONTEST mengalahkan"),
    ("Timnas menjuarai turnamen itu.", "CONTEST menjuarai turnamen"),
    ("Warga merayakan hari jadi kota.", "CEREMONY merayakan"),
    ("Jenazah dimakamkan di kampung halaman.", "CEREMONY dimakamkan"),
    ("Ratusan warga mengungsi ke balai desa.", "OTHER_NAMED mengungsi"),
    ("Uji klinis vaksin dimulai.", "OTHER_NAMED Uji klinis"),
    ("Negara itu masuk resesi.", "OTHER_NAMED resesi"),
]

TRAPS = [
    ("Harga bahan bakar minyak naik.", "bakar"),
    ("Ia meminta warga menahan diri.", "menahan"),
    ("Konsumen menahan belanja.", "menahan"),
    ("Bank sentral menahan suku bunga.", "menahan"),
    ("Polisi mengamankan jalannya pertandingan.", "mengamankan"),
    ("Ia mengangkat isu lingkungan.", "mengangkat"),
    ("RUU dibahas pada masa sidang berikutnya.", "TRIAL"),
    ("Sidang isbat digelar malam ini.", "TRIAL"),
    ("Warga menolak pembebasan lahan.", "pembebasan"),
    ("Pintu itu tertutup rapat.", "rapat"),
    ("Pemerintah kota Serang menunda lelang.", "ATTACK"),
    ("Ia terkena serangan jantung.", "serangan"),
    ("Mobil itu menyumbang 31 persen dari penjualan.", "menyumbang"),
    ("Pelabuhan itu akan menjadi gerbang ekspor.", "ekspor"),
    ("Perusahaan membeli lahan dengan total investasi Rp 2 miliar.", "investasi"),
    ("Penyakit itu menyerang sistem kekebalan tubuh.", "menyerang"),
    ("Nelayan menangkap ikan di Natuna.", "menangkap"),
    ("Kiper menangkap bola dengan baik.", "menangkap"),
    ("Artis itu banjir pujian.", "banjir"),
    ("Ia jatuh cinta lagi.", "jatuh"),
    ("BMKG mengeluarkan peringatan dini.", "CEREMONY"),
    ("Kapal perang itu bersandar.", "perang"),
    ("Perang dagang memanas.", "CONFLICT"),
    ("Anggaran perlu ditinjau ulang.", "ditinjau"),
    ("Kunjungan wisatawan naik.", "VISIT"),
    ("Jadwal konser mundur ke Juli.", "mundur"),
    ("Tim itu gugur di babak kedua.", "gugur"),
    ("Ia menusuk hidung lawan bicaranya.", "menusuk"),
    ("Obat itu membunuh kuman.", "membunuh"),
    ("Film itu mencuri perhatian.", "mencuri"),
    ("Ia bekerja memeras keringat.", "memeras"),
    ("Lembaga bantuan hukum itu berkantor di Depok.", "bantuan"),
    ("Dokter memeriksa kesehatan jemaah.", "memeriksa"),
    ("Komisi Pemberantasan Korupsi memanggil saksi.", "CRIME"),
    ("Ini konflik kepentingan.", "konflik"),
    ("Harga saham anjlok.", "ACCIDENT"),
    ("Wisatawan menikmati wisata susur sungai tanpa takut ledakan penduduk.", "ACCIDENT"),
    ("Mereka menyaksikan demo masak.", "demo"),
    ("Ia dihubungi melalui sambungan telepon.", "sambungan"),
    ("Pemain itu mencuri start.", "mencuri"),
    ("Rupiah menduduki peringkat kedua.", "menduduki"),
    ("Petugas melakukan tilang elektronik? Tidak, hanya mematikan mesin mati.", "DEATH"),
]


@pytest.mark.parametrize(("text", "expected"), TRIGGERS, ids=[row[1] for row in TRIGGERS])
def test_trigger(named: Callable[[str], set[str]], text: str, expected: str) -> None:
    assert expected in named(text)


@pytest.mark.parametrize(("text", "trap"), TRAPS, ids=[row[0] for row in TRAPS])
def test_trap(named: Callable[[str], set[str]], text: str, trap: str) -> None:
    assert not [found for found in named(text) if trap in found]


def test_no_trigger_inside_a_name(named: Callable[..., set[str]]) -> None:
    text = "Badan Penanggulangan Bencana Daerah mendata rumah rusak."
    assert named(text, organisations=("Badan Penanggulangan Bencana Daerah",)) == set()


def test_no_trigger_inside_an_office(named: Callable[..., set[str]]) -> None:
    assert "OTHER_NAMED Uji Klinis" not in named("Hadir pula Koordinator Uji Klinis Vaksin dari kampus itu.")


def test_no_trigger_inside_the_office_of_a_person(named: Callable[..., set[str]]) -> None:
    office = "Direktur Pengendalian Penyakit Menular"
    found = named(f"{office} Rina Malik meninjau pasien yang menular.", people=("Rina Malik",), roles=(office,))
    assert found == {"OUTBREAK menular", "VISIT meninjau"}
    found = named("Terdakwa korupsi Rina Malik hadir.", people=("Rina Malik",), roles=("Terdakwa korupsi",))
    assert "CRIME korupsi" in found


def test_bare_verb_after_an_actor(named: Callable[..., set[str]]) -> None:
    assert "ARREST tangkap" in named("KPK tangkap hakim.", organisations=("KPK",))
    assert "ARREST tangkap" not in named("Hasil tangkap nelayan turun.")


def test_abbreviation_in_brackets_is_one_trigger(named: Callable[..., set[str]]) -> None:
    assert named("Komisi III menggelar Rapat Dengar Pendapat Umum (RDPU).") == {
        "SPEECH_EVENT Rapat Dengar Pendapat Umum"
    }
