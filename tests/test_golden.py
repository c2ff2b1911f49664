"""Whole articles: the records of every example, against a reviewed file.

After a change that is meant: ``pytest tests/test_golden.py --update-golden``, then read the difference as an editor.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import beritanlp
from beritanlp import Article
from tests.conftest import ARTICLES
from tests.test_pipeline import assert_sound

GOLDEN = Path(__file__).parent / "golden"
INDEX = tomllib.loads((ARTICLES / "index.toml").read_text(encoding="utf-8"))["article"]


def digest(article: Article) -> dict[str, Any]:
    """What a reader of the article would check, in a form that reads well in a diff."""
    names = {r.id: r.name for kind in (article.people, article.organisations, article.places) for r in kind}
    speakers = {s.id: s.name for s in article.speakers}
    times = {t.id: t.value for t in article.times}
    return {
        "outlet": article.outlet,
        "dateline": article.dateline and article.dateline.place,
        "published": f"{article.published} ({article.published_source})",
        "people": [
            {
                "name": p.name,
                "aliases": p.aliases,
                "roles": p.roles,
                "affiliations": [names.get(a, a) for a in p.affiliations],
            }
            for p in article.people
        ],
        "organisations": [
            f"{o.name} | {o.acronym or ''} | {', '.join(o.aliases)} | {o.kind or ''}" for o in article.organisations
        ],
        "places": [
            f"{p.name} | {', '.join(p.aliases)} | {p.kind} {p.country or ''} {p.code or ''}".rstrip()
            for p in article.places
        ],
        "quotes": [
            f"{q.kind} [{', '.join(speakers[s] for s in q.speakers)}] {q.cue.text if q.cue else '-'} ({q.stance}): {q.span.text}"
            for q in article.quotes
        ],
        "times": [f"{t.span.text} = {t.type} {t.value}" for t in article.times],
        "events": [
            f"{e.type} {e.trigger.text} ({e.status}) "
            f"[{', '.join(f'{p.role}: {names[p.entity]}' for p in e.participants)}] "
            f"@ {names.get(e.place or '', '-')} / {times.get(e.time or '', '-')}"
            for e in article.events
        ],
    }


@pytest.mark.parametrize("entry", INDEX, ids=lambda entry: str(entry["file"]))
def test_example(nlp: Language, entry: dict[str, Any], request: pytest.FixtureRequest) -> None:
    text = (ARTICLES / entry["file"]).read_text(encoding="utf-8")
    article = beritanlp.extract(text, published=entry.get("published"), title=entry["title"], nlp=nlp)
    assert_sound(article, text)
    path = GOLDEN / f"{Path(entry['file']).stem}.json"
    if request.config.getoption("--update-golden"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(json.dumps(digest(article), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    assert digest(article) == json.loads(path.read_text(encoding="utf-8"))


def test_every_example_is_listed() -> None:
    assert sorted(entry["file"] for entry in INDEX) == sorted(path.name for path in ARTICLES.glob("*.txt"))
    assert len(INDEX) >= 12
