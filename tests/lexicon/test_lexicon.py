from __future__ import annotations

from pathlib import Path

import pytest

from beritanlp.errors import LexiconError
from beritanlp.lexicon import FOLDER, Lexicon


@pytest.mark.parametrize("subject", sorted(path.stem for path in FOLDER.glob("*.toml")))
def test_every_file_reads_and_says_what_it_is(subject: str) -> None:
    assert Lexicon()[subject]
    assert (FOLDER / f"{subject}.toml").read_text(encoding="utf-8").startswith("#")


def test_additions_are_merged(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[outlets.outlets]\n"Kabar Desa" = ["KABARDESA.ID"]\n[cues.stance.deny]\nafter = ["elak"]\n', encoding="utf-8"
    )
    lexicon = Lexicon(own)
    assert lexicon["outlets"]["outlets"]["Kabar Desa"] == ["KABARDESA.ID"]
    assert "Antara" in lexicon["outlets"]["outlets"]
    assert lexicon["cues"]["stance"]["deny"]["after"][-1] == "elak"
    assert "elak" not in Lexicon()["cues"]["stance"]["deny"]["after"]


def test_version_changes_with_the_words(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[cues]\n", encoding="utf-8")
    assert Lexicon(own).version != Lexicon().version
    assert Lexicon().version == Lexicon().version


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"[cuez]\n", r"unknown table \[cuez\]; a lexicon extends one of: .*cues"),
        (b"[cues\n", "not valid TOML"),
        (b"# caf\xe9\n", "not UTF-8 at byte 5"),
    ],
)
def test_bad_additions(tmp_path: Path, content: bytes, message: str) -> None:
    own = tmp_path / "own.toml"
    own.write_bytes(content)
    with pytest.raises(LexiconError, match=message):
        Lexicon(own)


def test_places() -> None:
    kinds = {"country", "province", "city", "regency", "facility", "other"}
    rows = list(Lexicon().rows("places"))
    assert {row["kind"] for row in rows} <= kinds
    assert all(-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180 for row in rows if row["lat"])
    assert sum(row["kind"] == "province" for row in rows) == 38
    assert all(row["code"].startswith("ID-") for row in rows if row["kind"] == "province")
    assert all(len(row["country"]) in (0, 2) for row in rows)


def test_at_least_180_cues() -> None:
    groups = Lexicon()["cues"]["stance"].values()
    forms = {form for group in groups for kind in ("after", "verbs", "passive", "careful") for form in group[kind]}
    assert len(forms) >= 180


def test_common_words() -> None:
    words = Lexicon().words("common_words")
    assert {"guncangan", "mitra"} <= words
    assert not {"budi", "jakarta", "putra"} & words


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("# mine\n[cues.stance.denny]\nafter = ['elak']\n", r"line 2: unknown key 'denny' in \[cues\.stance\]; .*deny"),
        (
            "[cues.stance.deny]\nverbs = ['elak']\nafte = ['elak']\n",
            r"line 3: unknown key 'afte' .* valid keys: .*after",
        ),
        ("[titles]\nbefore.polit = ['Tuan']\n", r"line 2: unknown key 'polit' in \[titles\.before\]"),
        ("[pronouns]\nsingular = 'doi'\n", r"line 2: pronouns\.singular must be a list of words, not a word"),
        ("[nicknames.people]\nPraba = ['Prabowo Subianto']\n", r"line 2: nicknames\.people\.Praba must be a word"),
        ("[outlets.outlets]\n\n'Kabar Desa' = 'KABARDESA'\n", r"line 3: outlets\.outlets\.Kabar Desa must be a list"),
        ("[clitics.enclitics.nya]\nshortest_host = '4'\n", "line 2: .* must be a number, not a word"),
    ],
)
def test_slips_name_the_line_and_the_remedy(tmp_path: Path, content: str, message: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        Lexicon(own)


@pytest.mark.parametrize(
    "content",
    [
        "[nicknames.people]\n'Kang Surya' = 'Surya Wirakusuma'\n",
        "[organisations.acronyms]\nBPKD = 'Badan Pengelola Kas Desa'\n",
        "[events.MEETING.triggers]\nrembuk = { forms = 'rembuk' }\n",
        "[titles.office_acronyms]\nKabag = 'Kepala Bagian'\n",
    ],
)
def test_open_tables_take_new_keys(tmp_path: Path, content: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(content, encoding="utf-8")
    assert Lexicon(own).version != Lexicon().version
