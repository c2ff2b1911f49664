"""What holds on any text: spans, order, determinism, time zones of the machine, size."""

import os
import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from beritanlp.dates.find import find_times
from beritanlp.dates.kinds import KINDS
from beritanlp.dates.words import _all_phrases
from beritanlp.lexicon import load_lexicon

PUBLISHED = "2021-03-01T18:00+07:00"
# Every word of the lexicon, and the punctuation and numbers that stand between them.
WORDS = sorted({" ".join(phrase.words) for phrase in _all_phrases(load_lexicon()["dates"])})
NUMBERS = """
    0 1 5 12 17 31 32 60 99 2021 1442 9999 99999999999 08.00 24.00 17/4 17/4/2019 29/2 0/0 1,5
"""
PIECES = [*WORDS, *NUMBERS.split()]
PIECES += [
    *".,-–/()|:;\"'“”\n\u00a0",
    "Senin",
    "Mei",
    "Minggu",
    "WIB",
    "Q2",
    "H-7",
    "1990-an",
    "ke-18",
    "I",
    "IV",
    "x",
]

lexical = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", "", "  "])), max_size=60).map(
    lambda pairs: "".join(word + blank for word, blank in pairs)
)
published = st.one_of(
    st.none(),
    st.dates().map(str),
    st.datetimes(timezones=st.timezones()).map(lambda at: at.isoformat()),
    st.text(max_size=30),
)


def check(text: str, published: str | None) -> None:
    times = find_times(text, published)
    end = 0
    for number, item in enumerate(times, 1):
        assert item.id == f"t{number}"
        assert text[item.span.start : item.span.end] == item.span.text
        assert item.span.start >= end
        assert item.span.text.strip()
        assert (item.begin is None) == (item.end is None)
        end = item.span.end
    assert times == find_times(text, published)


@settings(max_examples=400, deadline=None)
@given(text=lexical, published=published)
@example(text="1 juta tahun lalu", published="0001-01-01")
@example(text="Minggu depan dan 9 abad lagi", published="9999-12-31")
@example(text="Senin pekan lalu, akhir pekan lalu, malam Senin", published="0001-01-01")
@example(text="pukul 24.00", published="9999-12-31")
@example(text="99999999 abad lagi dan 99999999 jam lalu", published=PUBLISHED)
@example(text="29 Februari lalu", published="0001-01-01")
@example(text="menjelang Lebaran dan Paskah", published="0001-01-01")
@example(text="hingga Desember", published="0001-01-01")
def test_words_of_the_lexicon_in_any_order(text: str, published: str | None) -> None:
    check(text, published)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=5000), published=published)
@example(text="İSENİN Senin (1/3/2021)", published=None)
@example(text="\ud800 kemarin", published=PUBLISHED)
@example(text="١٧ Mei ٢٠٢١", published=PUBLISHED)
def test_any_text(text: str, published: str | None) -> None:
    check(text, published)


HOSTILE = [
    *(
        "1",
        "1.",
        "1-",
        "1/",
        "12, ",
        "12 Mei ",
        "Senin ",
        "Senin, ",
        "(",
        "Aa",
        "A",
        "'",
        "dua ",
        "dua puluh ribu ",
    ),
    *(
        "1 hari ",
        "5 tahun dan ",
        "era tahun ",
        "pukul 10 ",
        "setiap ",
        "akan ",
        "di atas ",
        "hingga 5 ",
        "10 - ",
    ),
    *("\n", " ", "1990-an ", "ke-1 ", "H-7 ", "Rabu (", "tanggal ", "dan ", "Senin-", "08.00-", "malam "),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_repeated_pieces_do_not_break_the_rules(piece: str) -> None:
    text = (piece * 5_000)[:5_000]
    for item in find_times(text, PUBLISHED):
        assert text[item.span.start : item.span.end] == item.span.text


def test_every_kind_of_the_lexicon_is_known_to_the_rules() -> None:
    assert {phrase.kind for phrase in _all_phrases(load_lexicon()["dates"])} <= set(KINDS)


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_the_zone_of_the_machine_does_not_matter(zone: str) -> None:
    text = "Kemarin pukul 08.00 WIB, dua jam lalu, pekan lalu, Kamis, June 3, 2020, tadi malam."
    code = (
        "import sys; from beritanlp.dates.find import find_times\n"
        "print([(t.value, t.begin, t.end) for t in find_times(sys.argv[1], sys.argv[2])])"
    )
    env = {**os.environ, "TZ": zone}
    out = subprocess.run(
        [sys.executable, "-c", code, text, PUBLISHED], env=env, capture_output=True, text=True, check=True
    )
    expected = [(item.value, item.begin, item.end) for item in find_times(text, PUBLISHED)]
    assert out.stdout.strip() == str(expected)
