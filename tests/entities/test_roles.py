from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "roles", "affiliations"),
    [
        ("Menteri Pertahanan [GPE AS] [PER Tom Holden] tiba.", ["Menteri Pertahanan AS"], ["AS"]),
        ("kata Kepala [ORG BPBD Demak] [PER Budi] kemarin.", ["Kepala BPBD Demak"], ["BPBD Demak"]),
        ("[PER Tom Holden], Menteri Pertahanan [GPE AS], tiba.", ["Menteri Pertahanan AS"], ["AS"]),
        ("[PER Budi] (45), petani [GPE Sleman], tiba.", ["petani Sleman"], ["Sleman"]),
        ("[PER Budi] selaku Ketua [ORG KPU] hadir.", ["Ketua KPU"], ["KPU"]),
        ("Sementara itu, mantan Gubernur [GPE Banten] [PER Budi] hadir.", ["mantan Gubernur Banten"], ["Banten"]),
        ("Presiden [PER Joko Widodo] dan Menteri Keuangan [PER Sri Mulyani] hadir.", ["Presiden"], []),
        ("Menteri Pertahanan [GPE Israel], [PER Israel Katz], tiba.", ["Menteri Pertahanan Israel"], ["Israel"]),
        (
            "Kepala [ORG Polda Papua] Inspektur Jenderal [PER Budi] tiba.",
            ["Kepala Polda Papua", "Inspektur Jenderal"],
            ["Polda Papua"],
        ),
        ("Kabar itu benar, [PER Budi] tiba.", [], []),
        ("Menteri Koperasi (Menkop) [PER Budi] tiba.", ["Menteri Koperasi"], []),
        ("Sekretaris Jenderal [ORG KPK] [PER Budi] tiba.", ["Sekretaris Jenderal KPK"], ["KPK"]),
        ("Menurut [PER Budi], jaksa punya waktu tujuh hari.", [], []),
        ("[PER Budi] tiba di rumah.", [], []),
        (
            "[PER Rendra], Menteri Koordinator Bidang Politik, Hukum, dan Keamanan, tiba.",
            ["Menteri Koordinator Bidang Politik, Hukum, dan Keamanan"],
            [],
        ),
        (
            "[PER Rendra], Deputi Bidang Kreativitas, Budaya dan Desain [ORG Bappenas], tiba.",
            ["Deputi Bidang Kreativitas, Budaya dan Desain Bappenas"],
            ["Bappenas"],
        ),
        ("[PER Rendra], Bupati [GPE Tegal], Kapolres, dan Dandim hadir.", ["Bupati Tegal"], ["Tegal"]),
        ("[PER Rendra], Ketua Yayasan, [PER Sari], dan [PER Budi] hadir.", ["Ketua Yayasan"], []),
        (
            "[PER Rendra] selaku Marketing and Sales Head [ORG PT Roda].",
            ["Marketing and Sales Head PT Roda"],
            ["PT Roda"],
        ),
        ("[PER Rendra] sebagai Tamu Kehormatan [ORG PT Roda] hadir.", [], []),
        (
            "Kabid Humas [ORG Polda Banten], Kombes [PER Rendra] hadir.",
            ["Kabid Humas Polda Banten", "Kombes"],
            ["Polda Banten"],
        ),
        (
            "Polisi menerjunkan Pawas [ORG Polsek Demak], Ipda [PER Rendra].",
            ["Pawas Polsek Demak", "Ipda"],
            ["Polsek Demak"],
        ),
        ("Hadir Bupati, Kapolres, Dandim, Kombes [PER Rendra], dan warga.", ["Kombes"], []),
        ("Hadir Kapolda [GPE Banten] [PER Budi], Kombes [PER Rendra], dan warga.", ["Kapolda Banten"], ["Banten"]),
        # before the name
        ("Gubernur [ORG Bank Indonesia] [PER Rendra] hadir.", ["Gubernur Bank Indonesia"], ["Bank Indonesia"]),
        ("Wakil Menteri Luar Negeri [PER Rendra] hadir.", ["Wakil Menteri Luar Negeri"], []),
        ("Penjabat Gubernur [GPE Banten] [PER Rendra] hadir.", ["Penjabat Gubernur Banten"], ["Banten"]),
        ("Pelaksana Tugas Bupati [GPE Tegal] [PER Rendra] hadir.", ["Pelaksana Tugas Bupati Tegal"], ["Tegal"]),
        ("Plt. Kepala [ORG BKKBN] [PER Rendra] hadir.", ["Plt. Kepala BKKBN"], ["BKKBN"]),
        ("mantan Kapolda [GPE Maluku] [PER Rendra] hadir.", ["mantan Kapolda Maluku"], ["Maluku"]),
        (
            "Kepala Bidang Humas [ORG Polda Banten] [PER Rendra] hadir.",
            ["Kepala Bidang Humas Polda Banten"],
            ["Polda Banten"],
        ),
        ("Juru Bicara [ORG KPK] [PER Rendra] hadir.", ["Juru Bicara KPK"], ["KPK"]),
        (
            "pengamat politik [ORG Universitas Andalas] [PER Rendra] hadir.",
            ["pengamat politik Universitas Andalas"],
            ["Universitas Andalas"],
        ),
        ("Guru Besar Hukum Tata Negara [ORG UGM] [PER Rendra] hadir.", ["Guru Besar Hukum Tata Negara UGM"], ["UGM"]),
        ("Ketua Umum [ORG Kadin], [PER Rendra Wirya], hadir.", ["Ketua Umum Kadin"], ["Kadin"]),
        ("Ketua [ORG PMI] kota [GPE Bogor], [PER Rendra], hadir.", ["Ketua PMI kota Bogor"], ["PMI", "Bogor"]),
        ("Tokoh masyarakat [GPE Riau], [PER Rendra], hadir.", ["Tokoh masyarakat Riau"], ["Riau"]),
        ("Calon Wali Kota [GPE Dumai], [PER Rendra], hadir.", ["Calon Wali Kota Dumai"], ["Dumai"]),
        ("Bupati [GPE Buol], [GPE Sulawesi Tengah], [PER Rendra], hadir.", ["Bupati Buol"], ["Buol"]),
        ("Pelaksana Harian Kepala [ORG Bulog] [PER Rendra] hadir.", ["Pelaksana Harian Kepala Bulog"], ["Bulog"]),
        (
            "Kasat Reskrim [ORG Polres Blora] AKP [PER Rendra] hadir.",
            ["Kasat Reskrim Polres Blora", "AKP"],
            ["Polres Blora"],
        ),
        (
            "Wakasat Samapta [ORG Polres Blora] Kompol [PER Rendra] hadir.",
            ["Wakasat Samapta Polres Blora", "Kompol"],
            ["Polres Blora"],
        ),
        ("Komisaris Besar [PER Rendra] hadir.", ["Komisaris Besar"], []),
        # English offices, whose head comes last
        (
            "Menurut Training Director [ORG PT Bumi Aman] [PER Rendra], rem penting.",
            ["Training Director PT Bumi Aman"],
            ["PT Bumi Aman"],
        ),
        (
            "Head of Marketing [ORG PT Bumi Aman] [PER Rendra] hadir.",
            ["Head of Marketing PT Bumi Aman"],
            ["PT Bumi Aman"],
        ),
        (
            "Menurut Senior Manager Public Relation [ORG PT Bumi Aman], [PER Rendra], mobil laku.",
            ["Senior Manager Public Relation PT Bumi Aman"],
            ["PT Bumi Aman"],
        ),
        (
            "Vice President Director [ORG PT Bumi Aman], [PER Rendra], hadir.",
            ["Vice President Director PT Bumi Aman"],
            ["PT Bumi Aman"],
        ),
        # two at once
        (
            "Ketua Umum [ORG IMI] sekaligus Wakil Ketua [ORG MPR] [PER Rendra] hadir.",
            ["Ketua Umum IMI", "Wakil Ketua MPR"],
            ["IMI", "MPR"],
        ),
        # a body whose name holds commas
        (
            "Ketua Harian [ORG Satuan Tugas Pengendalian, Pencegahan, dan Penanganan Wabah] [PER Rendra] hadir.",
            ["Ketua Harian Satuan Tugas Pengendalian, Pencegahan, dan Penanganan Wabah"],
            ["Satuan Tugas Pengendalian, Pencegahan, dan Penanganan Wabah"],
        ),
        # after it
        ("[PER Rendra], warga [GPE Sleman], hadir.", ["warga Sleman"], ["Sleman"]),
        ("[PER Rendra] (51), nelayan [GPE Demak], hadir.", ["nelayan Demak"], ["Demak"]),
        ("[PER Rendra], mantan Menteri Keuangan, hadir.", ["mantan Menteri Keuangan"], []),
        ("[PER Rendra], yang juga anggota [ORG DPR], hadir.", ["anggota DPR"], ["DPR"]),
        ("[PER Rendra] adalah peneliti [ORG BRIN].", ["peneliti BRIN"], ["BRIN"]),
        ("[PER Rendra] sebagai Ketua [ORG PBNU] hadir.", ["Ketua PBNU"], ["PBNU"]),
        (
            "[PER Rendra] merupakan dosen [ORG Universitas Udayana].",
            ["dosen Universitas Udayana"],
            ["Universitas Udayana"],
        ),
        ("[PER Rendra], seorang petani, hadir.", ["petani"], []),
        # nobody's, or somebody else's
        ("[PER Rendra] tiba, Menteri Keuangan [PER Sri] pulang.", [], []),
        ("[PER Rendra], pengacara dari [GPE Medan], hadir.", ["pengacara dari Medan"], ["Medan"]),
        ("Polisi memeriksa [PER Rendra], kata Kapolres.", [], []),
        ("Hakim membacakan putusan. [PER Rendra] menunduk.", [], []),
        ("Direktur itu menyapa [PER Rendra].", [], []),
        ("Di [GPE Solo], [PER Rendra] tinggal.", [], []),
        # titles before the name, but no polite words
        ("Menurut Prof. Dr. [PER Rendra], air surut.", ["Prof.", "Dr."], []),
        ("Pendeta [PER Rendra] hadir.", ["Pendeta"], []),
        ("Rektor [ORG UGM] Prof. [PER Rendra] hadir.", ["Rektor UGM", "Prof."], ["UGM"]),
        ("Pak [PER Rendra] hadir.", [], []),
        ("Menurut penasihat hukumnya, [PER Rendra], bukti kurang.", ["penasihat hukum"], []),
        (
            "Petugas [FAC Pos Pantau Gunung Anyelir], [PER Rendra], melapor.",
            ["Petugas Pos Pantau Gunung Anyelir"],
            ["Pos Pantau Gunung Anyelir"],
        ),
        # described later
        (
            "[PER Rendra] hadir. Politikus [ORG Partai Golkar] itu pulang.",
            ["Politikus Partai Golkar"],
            ["Partai Golkar"],
        ),
        ("Pemain bertahan [ORG Persib], [PER Rendra], cedera.", ["Pemain bertahan Persib"], ["Persib"]),
        ("Psikolog klinis dewasa [PER Rendra] hadir.", ["Psikolog klinis dewasa"], []),
        (
            "Menteri Koordinator Bidang Politik, Hukum, dan Keamanan (Menkopolhukam) [PER Rendra] hadir.",
            ["Menteri Koordinator Bidang Politik, Hukum, dan Keamanan"],
            [],
        ),
        (
            "Anggota Komisi VIII [ORG DPR] yang juga Ketua Panitia Haji, [PER Rendra], hadir.",
            ["Anggota Komisi VIII DPR", "Ketua Panitia Haji"],
            ["DPR"],
        ),
        ("[PER Rendra], mantan Direktur [ORG PT Maju], dihukum dua tahun.", ["mantan Direktur PT Maju"], ["PT Maju"]),
        ("[PER Rendra], nelayan asal [GPE Demak], hilang.", ["nelayan"], []),
    ],
)
def test_roles(read: Read, text: str, roles: list[str], affiliations: list[str]) -> None:
    data = read(text)
    names = {r["id"]: r["name"] for r in [*data["organisations"], *data["places"]]}
    person = data["people"][0]
    assert person["roles"] == roles
    assert [names[a] for a in person["affiliations"]] == affiliations


def test_the_lawyer_and_her_client(read: Read) -> None:
    people = read("Saat itu pengacara [PER Bastian Tarigan], Dr. [PER Lina Rahayu], hadir.")["people"]
    assert {p["name"]: p["roles"] for p in people} == {
        "Bastian Tarigan": [],
        "Lina Rahayu": ["pengacara Bastian Tarigan", "Dr."],
    }


def test_the_spokeswoman_of_another(read: Read) -> None:
    people = read("[PER Rina Malik], juru bicara [PER Anton Wibowo], hadir. Rina tersenyum.")["people"]
    assert {p["name"]: p["roles"] for p in people} == {
        "Rina Malik": ["juru bicara Anton Wibowo"],
        "Anton Wibowo": [],
    }


def test_an_aide_in_a_list_is_not_the_one_before(read: Read) -> None:
    people = read("Hadir Komandan Kodim [PER Rudi Salim], Ajudan Presiden Kolonel [PER Yan Saputra], dan lainnya.")[
        "people"
    ]
    assert {p["name"]: p["roles"] for p in people} == {
        "Rudi Salim": ["Komandan Kodim"],
        "Yan Saputra": ["Ajudan Presiden", "Kolonel"],
    }
