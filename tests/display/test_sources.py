"""Which class of source a speaker is."""

from __future__ import annotations

import pytest

from beritanlp.display.sources import SourceClasses
from beritanlp.lexicon import Lexicon
from beritanlp.records import Article, Meta, Organisation, Speaker

BODIES = {
    "o1": ("Partai Maju Bersama", "party"),
    "o2": ("PT Sinar Timur", "company"),
    "o3": ("Dinas Kesehatan", "government"),
    "o4": ("Yayasan Hijau", "ngo"),
}


def article() -> Article:
    bodies = [Organisation(id=key, name=name, kind=kind) for key, (name, kind) in BODIES.items()]
    return Article(id="a", text="", organisations=bodies, meta=Meta(library="", model="", lexicon=""))


@pytest.mark.parametrize(
    ("roles", "affiliations", "wanted"),
    [
        (["Menteri Kesehatan"], [], "official"),
        (["Kapolres Malang"], [], "official"),
        (["AKBP"], [], "official"),
        (["Menkes"], [], "official"),
        (["Prof."], [], "expert"),
        (["pengamat politik Universitas Pandanaran"], [], "expert"),
        (["Guru Besar Fakultas Hukum"], [], "expert"),
        (["Anggota Komisi IX DPR RI"], [], "politician"),
        (["Ketua"], ["o1"], "politician"),
        (["Ketua"], ["o4"], "civil_society"),
        (["Kepala"], ["o3"], "official"),
        (["Direktur Utama PT Sinar Timur"], ["o2"], "business"),
        (["warga Desa Sidorejo"], [], "citizen"),
        (["seorang pedagang ikan"], [], "citizen"),
        (["kuasa hukum terdakwa"], [], "civil_society"),
        (["pelatih Persis Solo"], [], "culture_and_sport"),
        (["Kepala Dinas Perhubungan Kota Bandung"], [], "official"),
        (["juru bicara Kementerian Pertanian"], [], "official"),
        ([], [], "other"),
    ],
)
def test_people(roles: list[str], affiliations: list[str], wanted: str) -> None:
    speaker = Speaker(id="s1", entity="p1", name="Budi", kind="person", roles=roles, affiliations=affiliations)
    assert SourceClasses(Lexicon()).of(speaker, article()) == wanted


@pytest.mark.parametrize(
    ("kind", "entity", "wanted"),
    [
        ("unnamed", None, "unnamed"),
        ("place", "l1", "official"),
        ("organisation", "o2", "business"),
        ("organisation", "o9", "other"),
    ],
)
def test_others(kind: str, entity: str | None, wanted: str) -> None:
    speaker = Speaker(id="s1", entity=entity, name="X", kind=kind)
    assert SourceClasses(Lexicon()).of(speaker, article()) == wanted
