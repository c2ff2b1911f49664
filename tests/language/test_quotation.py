"""Which quotation marks belong together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beritanlp.language.quotation import find_quoted


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ('"Kami siap," kata Budi.', ["Kami siap,"]),
        ('“Kami siap," kata Budi.', ["Kami siap,"]),
        ("”Kami siap,” kata Budi.", ["Kami siap,"]),
        ("„Kami siap,“ kata Budi.", ["Kami siap,"]),
        ("«Kami siap,» kata Budi.", ["Kami siap,"]),
        ("‘Kami siap,’ kata Budi.", ["Kami siap,"]),
        # a double mark typed as two single ones
        ("''Kami siap,'' kata Budi.", ["Kami siap,"]),
        ("‘‘Kami siap,’’ kata Budi.", ["Kami siap,"]),
        # the space on the wrong side
        ('"Kami siap, "kata Budi.', ["Kami siap,"]),
        ('" Kami siap ", ujar Budi.', ["Kami siap"]),
        # one within another
        ("“Dia bilang ‘awas’ lalu lari,” kata Budi.", ["Dia bilang ‘awas’ lalu lari,"]),
        # characters without width beside a mark
        ('\u2060"Kami siap," kata Budi. Ia pergi.\u200b"Besok," katanya.', ["Kami siap,", "Besok,"]),
        # apostrophes, inches, letters in the wrong encoding
        ("Jum'at itu Ma'mun datang.", []),
        ('Layar 6,5" dan tablet 10" laku.', []),
        ("CitroÃ«n dan CitroÃ«n laku.", []),
        # the state starts anew with a paragraph
        ('"Kami siap\n"Besok," kata Budi.', ["Kami siap", "Besok,"]),
    ],
)
def test_pairs(text: str, contents: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quoted(text)] == contents


@given(st.text(alphabet="\"'“”„«»‘’ aB.,\n", max_size=80))
def test_none_inside_another(text: str) -> None:
    found = find_quoted(text)
    for quote in found:
        assert 0 <= quote.opening < quote.start <= quote.end <= quote.closing <= len(text) or quote.start > quote.end
    for one, other in pairwise(found):
        assert one.closing <= other.opening
