"""The whole way: API, invariants, serialisation."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import DocBin

import beritanlp
from beritanlp import Article, InputError, LexiconError, ModelError, RawArticle
from tests.conftest import ARTICLES

TEXT = (
    "SEMARANG, KOMPAS.com - Gubernur Jawa Tengah Rini Astuti meminta warga waspada.\n"
    '"Hujan lebat sampai pekan depan," kata Rini, Senin (6/1/2025).'
)


def spans_of(value: object) -> list[dict[str, object]]:
    """All spans anywhere in a dumped record."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            return [value]
        return [span for child in value.values() for span in spans_of(child)]
    if isinstance(value, list):
        return [span for child in value for span in spans_of(child)]
    return []


def assert_sound(article: Article, text: str) -> None:
    """Offsets hold, ids resolve, JSON round-trips."""
    assert article.text == text
    dumped = article.model_dump()
    dumped.pop("text")
    for span in spans_of(dumped):
        assert article.text[span["start"] : span["end"]] == span["text"]  # type: ignore[misc]
    entities = {r.id for kind in (article.people, article.organisations, article.places) for r in kind}
    speakers = {s.id for s in article.speakers}
    quotes, times = {q.id for q in article.quotes}, {t.id for t in article.times}
    places = {p.id for p in article.places}
    for speaker in article.speakers:
        assert speaker.entity is None or speaker.entity in entities
        assert set(speaker.quotes) <= quotes
    for quote in article.quotes:
        assert set(quote.speakers) <= speakers
        assert quote.time is None or quote.time in times
        assert quote.place is None or quote.place in places
    for event in article.events:
        assert {p.entity for p in event.participants} <= entities
        assert event.time is None or event.time in times
        assert event.place is None or event.place in places
        assert event.asserted_by is None or event.asserted_by in quotes
    assert Article.model_validate_json(article.model_dump_json()) == article


def test_extract(nlp: Language) -> None:
    article = beritanlp.extract(TEXT, nlp=nlp)
    assert_sound(article, TEXT)
    assert article.dateline is not None
    assert (article.dateline.place, article.outlet) == ("SEMARANG", "Kompas.com")
    assert [p.name for p in article.people] == ["Rini Astuti"]
    assert article.people[0].roles == ["Gubernur Jawa Tengah"]
    (direct,) = [q for q in article.quotes if q.kind == "direct"]
    assert direct.span.text == "Hujan lebat sampai pekan depan"
    assert [s.name for s in article.speakers] == ["Rini Astuti"]
    assert (article.published, article.published_source) == ("2025-01-06", "inferred")


def test_published_forms(nlp: Language) -> None:
    for given_date in ("2025-01-06", dt.date(2025, 1, 6)):
        article = beritanlp.extract("Ia tiba kemarin.", published=given_date, nlp=nlp)
        assert (article.published, article.published_source) == ("2025-01-06", "given")
        assert article.times[0].value == "2025-01-05"


def test_same_text_same_bytes(nlp: Language) -> None:
    first, second = (beritanlp.extract(TEXT, nlp=nlp).model_dump_json() for _ in range(2))
    assert first == second


def test_doc_carries_the_article(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc._.article.people[0].name == "Rini Astuti"
    assert {record["name"] for record in doc._.entities} >= {"Rini Astuti"}
    assert [span.label_ for span in doc.spans["quotes"]] == [q.kind for q in doc._.article.quotes]
    assert {"times", "events", "quotes"} <= doc.spans.keys()


def test_docbin(nlp: Language) -> None:
    doc = nlp(TEXT)
    (again,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    assert again._.article == doc._.article


def test_extract_many_keeps_order(nlp: Language) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))[:4]]
    articles = list(beritanlp.extract_many(texts, nlp=nlp, batch_size=2))
    assert articles == [beritanlp.extract(text, nlp=nlp) for text in texts]


def test_extract_many_raw_articles(nlp: Language) -> None:
    raw = RawArticle(
        "Ia tiba kemarin.", published="2025-01-06", title="Tiba", url="https://contoh.id/1", outlet="Contoh"
    )
    (article,) = beritanlp.extract_many([raw], nlp=nlp)
    assert (article.title, article.url, article.outlet, article.id) == (raw.title, raw.url, raw.outlet, raw.id)


SPAWNED = """
import multiprocessing, sys
import beritanlp

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    texts = [sys.argv[1]] * 3
    alone = [a.model_dump_json() for a in beritanlp.extract_many(texts)]
    together = [a.model_dump_json() for a in beritanlp.extract_many(texts, n_process=2, batch_size=1)]
    assert alone == together, "processes differ"
    print(len(together))
"""


def test_processes_under_spawn(tmp_path: Path) -> None:
    script = tmp_path / "spawned.py"
    script.write_text(SPAWNED)
    done = subprocess.run([sys.executable, str(script), TEXT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "3"


def test_to_bytes_and_disk(nlp: Language, tmp_path: Path) -> None:
    import spacy

    wanted = nlp(TEXT)._.article
    again = type(nlp).from_config(nlp.config, vocab=nlp.vocab).from_bytes(nlp.to_bytes())
    assert again(TEXT)._.article.quotes == wanted.quotes
    nlp.to_disk(tmp_path / "model")
    assert spacy.load(tmp_path / "model")(TEXT)._.article.quotes == wanted.quotes


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=5000))
def test_any_text(nlp: Language, text: str) -> None:
    article = beritanlp.extract(text, nlp=nlp)
    assert_sound(article, text)
    assert beritanlp.extract(text, nlp=nlp).model_dump_json() == article.model_dump_json()


WORDS = st.sampled_from(
    [
        "kata", "ujarnya", "mengatakan", "bahwa", "menurut", "Presiden", "Joko Widodo", "KPK", "Jakarta", "Senin", "(6/1/2025)",
        "kemarin", '"', "“", "”", "'", ",", ".", "(", ")", "\n", "Baca juga:", "ia", "mereka", "kedua negara", "tewas", "12 orang",
        "menangkap", "ditangkap", "oleh", "pukul 19.30 WIB", "Rp 1,5 triliun", "itu", "dan", "AS", "Korsel", "Menteri", "-", "--", " ",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=60))
def test_any_newslike_text(nlp: Language, words: list[str]) -> None:
    text = " ".join(words)
    assert_sound(beritanlp.extract(text, nlp=nlp), text)


def test_lone_surrogate() -> None:
    with pytest.raises(InputError, match=r"character 3 .*U\+D83D"):
        beritanlp.extract("abc\ud83d")


@pytest.mark.parametrize("published", ["kemarin", "06/01/2025", "2025-13-01"])
def test_published_must_be_iso(published: str) -> None:
    with pytest.raises(InputError, match="ISO 8601"):
        beritanlp.extract("Ia tiba.", published=published)


def test_text_must_be_a_string() -> None:
    with pytest.raises(InputError, match="must be a string, got bytes"):
        beritanlp.extract(b"Ia tiba.")  # type: ignore[arg-type]


def test_missing_model_names_the_remedy() -> None:
    with pytest.raises(ModelError, match="no spaCy pipeline at tidak_ada"):
        beritanlp.load(model="tidak_ada")


def test_unknown_engine() -> None:
    with pytest.raises(ValueError, match="known engines: spacy"):
        beritanlp.load(engine="nltk")


def test_missing_lexicon() -> None:
    with pytest.raises(LexiconError, match="not found"):
        beritanlp.load(lexicon="tidak-ada.toml")


def test_own_words(tmp_path: Path) -> None:
    own = tmp_path / "kata.toml"
    own.write_text('[cues.stance.assert]\nverbs = ["mewejangkan"]\n', encoding="utf-8")
    text = "Gubernur Jawa Tengah Rini Astuti mewejangkan, warga harus waspada banjir."
    (quote,) = beritanlp.extract(text, nlp=beritanlp.load(lexicon=own)).quotes
    assert (quote.cue and quote.cue.text, quote.stance) == ("mewejangkan", "assert")
    assert beritanlp.extract(text).quotes == []


def test_rooms_need_no_import_of_ours() -> None:
    code = "import spacy; nlp = spacy.blank('xx'); nlp.add_pipe('berita_language'); print(nlp('Ia tiba. Ia pergi.')._.article.id)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_public_names() -> None:
    assert sorted(beritanlp.__all__) == sorted(n for n in beritanlp.__all__ if hasattr(beritanlp, n))


def test_repr_is_short(nlp: Language) -> None:
    assert repr(beritanlp.extract(TEXT, nlp=nlp)).startswith("<Article ")


def test_schema_is_committed() -> None:
    committed = Path(__file__).parent.parent / "docs" / "schema.json"
    assert json.loads(committed.read_text(encoding="utf-8")) == Article.model_json_schema(), (
        "the records changed: beritanlp schema > docs/schema.json"
    )


def test_records_fit_the_schema(nlp: Language) -> None:
    import jsonschema

    jsonschema.validate(json.loads(beritanlp.extract(TEXT, nlp=nlp).model_dump_json()), Article.model_json_schema())
