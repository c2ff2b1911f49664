"""The batched components against spaCy's own, over the same weights."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from beritanlp.engines import parser, tok2vec
from beritanlp.engines.ner import BatchedEntityRecognizer
from beritanlp.engines.parser import BatchedParser
from beritanlp.engines.tok2vec import BlockwiseTok2Vec
from beritanlp.pipeline import model_folder

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "articles").glob("*.txt"))
TEXTS = [path.read_text(encoding="utf-8") for path in EXAMPLES]


@pytest.fixture(autouse=True)
def _no_batch_too_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "_FEWEST", 1)


@pytest.fixture(scope="module")
def ours() -> Language:
    return with_sentences(model_folder())


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Language:
    folder = tmp_path_factory.mktemp("model") / "spacy"
    shutil.copytree(model_folder(), folder)
    config = folder / "config.cfg"
    text = config.read_text(encoding="utf-8")
    for name in ("tok2vec", "parser", "ner"):
        text = text.replace(f'factory = "berita_{name}"', f'factory = "{name}"')
    config.write_text(text, encoding="utf-8")
    return with_sentences(folder)


def with_sentences(folder: Path) -> Language:
    nlp = spacy.load(folder)
    nlp.add_pipe("berita_language", first=True)
    return nlp


def read(nlp: Language, texts: Sequence[str]) -> list[list[tuple[object, ...]]]:
    return [analysis(doc) for doc in nlp.pipe(texts)]


def analysis(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.tag_, t.head.i, t.dep_, t.is_sent_start, t.ent_iob_, t.ent_type_) for t in doc]


def test_the_shipped_model_uses_them(ours: Language, theirs: Language) -> None:
    kinds = {"tok2vec": BlockwiseTok2Vec, "parser": BatchedParser, "ner": BatchedEntityRecognizer}
    assert all(type(ours.get_pipe(name)) is kind for name, kind in kinds.items())
    assert all(type(theirs.get_pipe(name)) is not kind for name, kind in kinds.items())


def test_articles_read_the_same(ours: Language, theirs: Language) -> None:
    assert read(ours, TEXTS) == read(theirs, TEXTS)


def test_vectors_are_the_same_but_for_the_last_bits(ours: Language, theirs: Language) -> None:
    docs = [ours.make_doc(text) for text in TEXTS]
    found, wanted = (nlp.get_pipe("tok2vec").predict(docs) for nlp in (ours, theirs))
    for one, other in zip(found, wanted, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-4)


@pytest.mark.parametrize(
    "texts",
    [
        [""],
        ["", "Gubernur Rini Astuti tiba di Semarang.", ""],
        ["Semarang"],
        [" \n\n \t"],
        ["Jakarta\n\n\nBandung\n Surabaya"],
        ["banjir " * 3000],
        ["Rini Astuti Dewi Lestari Budi Santoso " * 40],
    ],
    ids=["empty", "empty among others", "one word", "space", "lines", "long sentence", "names in a row"],
)
def test_odd_texts_read_the_same(ours: Language, theirs: Language, texts: list[str]) -> None:
    assert read(ours, texts) == read(theirs, texts)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.text(max_size=120), max_size=5))
def test_any_text_reads_the_same(ours: Language, theirs: Language, texts: list[str]) -> None:
    assert read(ours, texts) == read(theirs, texts)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([w for text in TEXTS[:6] for w in text.split()] + [".", "\n"]), max_size=80))
def test_any_words_read_the_same(ours: Language, theirs: Language, words: list[str]) -> None:
    assert read(ours, [" ".join(words)]) == read(theirs, [" ".join(words)])


def test_entities_set_before_are_kept(ours: Language) -> None:
    doc = ours.make_doc("Banjir merendam rumah warga di Demak.")
    doc.set_ents([Span(doc, 2, 4, label="PRD")], default="unmodified")
    for _, component in ours.pipeline:
        doc = component(doc)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("rumah warga", "PRD"), ("Demak", "GPE")]


def test_without_sentences_the_parser_finds_them(ours: Language, theirs: Language) -> None:
    text = "Hujan turun sejak pagi. Warga mengungsi ke balai desa."
    with ours.select_pipes(disable="berita_language"), theirs.select_pipes(disable="berita_language"):
        assert analysis(ours(text)) == analysis(theirs(text))


def test_few_sentences_read_as_many_do(ours: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    many = read(ours, TEXTS)
    monkeypatch.setattr(parser, "_FEWEST", 10**6)
    assert read(ours, TEXTS) == many


def test_more_words_than_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tok2vec, "_REMEMBERED", 50)
    nlp = with_sentences(model_folder())
    docs = [nlp.make_doc(text) for text in TEXTS]
    again = [nlp.get_pipe("tok2vec").predict([doc])[0] for doc in docs]
    for one, other in zip(again, nlp.get_pipe("tok2vec").predict(docs), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-4)


class SlowVectors:
    """Vectors of one number, the hash, that other threads may overtake."""

    data = np.zeros((1, 1), dtype=np.float32)

    def get_batch(self, keys: Sequence[int]) -> np.ndarray:
        time.sleep(0.02)
        return np.array(keys, dtype=np.float32)[:, None]


def test_threads_get_the_vectors_of_their_words() -> None:
    vocab = SimpleNamespace(vectors=SlowVectors())
    known = tok2vec._WordVectors()
    batches = [np.arange(start, start + 8, dtype=np.uint64) for start in range(0, 64, 4)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda words: known.of(words, vocab), batches))
    for words, vectors in zip(batches, found, strict=True):
        assert vectors[:, 0].tolist() == words.tolist()


def test_they_train_and_save() -> None:
    nlp = spacy.blank("id")
    nlp.add_pipe("berita_tok2vec")
    listening = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    nlp.add_pipe("berita_parser", config={"model": {"tok2vec": listening}, "min_action_freq": 1})
    nlp.add_pipe("berita_ner", config={"model": {"tok2vec": listening, "use_upper": False, "extra_state_tokens": True}})
    words = {"heads": [1, 1, 1], "deps": ["nsubj", "ROOT", "obl"], "entities": ["U-PER", "O", "U-GPE"]}
    doc = Doc(nlp.vocab, ["Rini", "ke", "Demak"], sent_starts=[True, False, False])
    examples = [Example.from_dict(doc, words)]
    nlp.initialize(lambda: examples)
    for _ in range(60):
        nlp.update(examples)
    again = spacy.blank("id").from_config(nlp.config).from_bytes(nlp.to_bytes())
    for pipeline in (nlp, again):
        fresh = Doc(pipeline.vocab, ["Rini", "ke", "Demak"], sent_starts=[True, False, False])
        for _, component in pipeline.pipeline:
            fresh = component(fresh)
        assert [(ent.text, ent.label_) for ent in fresh.ents] == [("Rini", "PER"), ("Demak", "GPE")]
        assert [token.dep_ for token in fresh] == ["nsubj", "ROOT", "obl"]
