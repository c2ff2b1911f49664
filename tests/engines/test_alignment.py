"""One tokenisation's analysis on another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beritanlp.engines.alignment import Word, align


def w(start: int, end: int, head: int, deprel: str = "x") -> Word:
    return Word(start, end, head, deprel)


@pytest.mark.parametrize(
    ("tokens", "words", "wanted"),
    [
        pytest.param(
            [(0, 4), (5, 11)],
            [w(0, 4, 1, "nsubj"), w(5, 11, 1, "root")],
            [(0, 1, "nsubj"), (1, 1, "ROOT")],
            id="the same",
        ),
        pytest.param(
            [(0, 7), (7, 8)],
            [w(0, 7, 0, "root"), w(0, 7, 0, "nmod"), w(7, 8, 0, "punct")],
            [(0, 0, "ROOT"), (2, 0, "punct")],
            id="two words in one token: the head of both",
        ),
        pytest.param(
            [(0, 8), (8, 9), (9, 15), (16, 20)],
            [w(0, 15, 1, "obl"), w(16, 20, 1, "root")],
            [(0, 3, "obl"), (0, 0, "dep"), (0, 0, "dep"), (1, 3, "ROOT")],
            id="one word in three tokens: the others hang on the first",
        ),
        pytest.param(
            [(0, 1), (1, 5), (5, 6), (6, 10)],
            [w(1, 5, 0, "root"), w(6, 10, 0, "obj")],
            [(None, 1, ""), (0, 1, "ROOT"), (None, 1, ""), (1, 1, "obj")],
            id="space hangs on the word before, at the start on the first",
        ),
        pytest.param(
            [(0, 5), (5, 10)],
            [w(0, 3, 2), w(3, 7, 0), w(7, 10, 1, "root")],
            [(0, 0, "ROOT"), (1, 0, "dep")],
            id="crossing borders",
        ),
        pytest.param([(0, 2)], [], [(None, 0, "")], id="no words"),
        pytest.param([], [w(0, 2, 0)], [], id="no tokens"),
    ],
)
def test_align(tokens: list[tuple[int, int]], words: list[Word], wanted: list[tuple[int | None, int, str]]) -> None:
    assert [tuple(analysis) for analysis in align(tokens, words)] == wanted


pieces = st.lists(st.integers(1, 4), max_size=12)


@given(pieces, pieces, st.data())
def test_heads_end_at_a_root(cuts: list[int], others: list[int], data: st.DataObject) -> None:
    tokens, words, at = [], [], 0
    for length in cuts:
        tokens.append((at, at + length))
        at += length
    at = 0
    for length in others:
        head = data.draw(st.integers(0, len(others) - 1))
        words.append(w(at, at + length, head))
        at += length
    found = align(tokens, words)
    assert len(found) == len(tokens)
    for place in range(len(found)):
        seen = set()
        while found[place].head != place:
            assert place not in seen
            seen.add(place)
            place = found[place].head
