"""Charts, down to the picture."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spacy.language import Language

import beritanlp
from beritanlp import display
from tests.conftest import ARTICLES

pytest.importorskip("altair", reason="charts need the extra notebook")


@pytest.fixture(scope="module")
def articles(nlp: Language) -> list[beritanlp.Article]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    return list(beritanlp.extract_many(texts, nlp=nlp))


@pytest.mark.parametrize("draw", [display.timeline, display.who_said_what, display.map])
def test_charts_are_saved_as_pictures_and_pages(draw, articles: list[beritanlp.Article], tmp_path: Path) -> None:
    chart = draw(articles)
    chart.save(tmp_path / "chart.png")
    chart.save(tmp_path / "chart.html", inline=True)
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    assert "<script src=" not in (tmp_path / "chart.html").read_text(encoding="utf-8")


def test_timeline_has_a_mark_for_each_event_with_a_day(articles: list[beritanlp.Article]) -> None:
    dated = beritanlp.to_frames(articles)["events"].dropna(subset="day")
    assert len(display.timeline(articles).data) == len(dated) > 20


def test_speakers_stand_beside_those_they_speak_of(articles: list[beritanlp.Article]) -> None:
    spec = json.loads(display.who_said_what(articles, top=5).to_json())
    speakers, names = ([row["name"] for row in spec["layer"][layer]["data"]["values"]] for layer in (1, 3))
    assert len(speakers) == len(names) == 5
    assert {row["speaker"] for row in spec["layer"][0]["data"]["values"]} <= set(speakers)


def test_map_is_of_indonesia_unless_asked(articles: list[beritanlp.Article]) -> None:
    near, far = (set(display.map(articles, world=world).layer[1].data["name"]) for world in (False, True))
    assert "Jakarta" in near
    assert "Jepang" in far - near


@pytest.mark.parametrize("draw", [display.timeline, display.who_said_what, display.map])
def test_nothing_to_draw_is_said(draw, nlp: Language) -> None:
    with pytest.raises(beritanlp.InputError, match=r"no event|nobody|no place"):
        draw([beritanlp.extract("Hujan.", nlp=nlp)])
