"""Running text with the teachers' entities and trees, as Docs to train the pipeline on beside the annotated texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from conllu import Sentence
from encoder import Words
from parsing import Parser, parse
from spacy.language import Language
from spacy.tokens import Doc, Span
from tagging import Tagger, Viterbi, probabilities, spans

SURE = 0.6  # a label less probable than this is left open
TEXT = 250  # words of running text in a Doc
SHORTEST = 12


def passages(path: Path, words: int, seed: int) -> list[list[str]]:
    """Random passages of running text, about `words` words in all: lines up to an empty one, or TEXT words."""
    found: list[list[str]] = []
    current: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        more = line.split()
        if not more or len(current) + len(more) > TEXT:
            if len(current) >= SHORTEST:
                found.append(current)
            current = []
        current = current + more[:TEXT]
    order = np.random.default_rng(seed).permutation(len(found))
    ends = np.cumsum([len(found[i]) for i in order])
    return [found[i] for i in order[: int(np.searchsorted(ends, words)) + 1]]


def with_entities(texts: Sequence[list[str]], taggers: Sequence[Tagger], words: Words, nlp: Language) -> list[Doc]:
    """Docs with the entities that the taggers are sure of together; unsure words are left open."""
    mean = [np.zeros((len(text), len(taggers[0].labels)), np.float32) for text in texts]
    for tagger in taggers:
        for i, share in probabilities(tagger, texts, words):
            mean[i] += share / len(taggers)
    best = Viterbi(taggers[0].labels)
    column = {label: i for i, label in enumerate(best.labels)}
    docs = []
    for text, share in zip(texts, mean, strict=True):
        doc = Doc(nlp.vocab, words=text)
        labels = best(np.log(share + 1e-9))
        sure = np.array([share[i, column[label]] >= SURE for i, label in enumerate(labels)])
        entities = [Span(doc, a, b, label=kind) for a, b, kind in sorted(spans(labels)) if sure[a:b].all()]
        inside = {i for entity in entities for i in range(entity.start, entity.end)}
        open_words = [
            Span(doc, i, i + 1) for i, label in enumerate(labels) if i not in inside and not (label == "O" and sure[i])
        ]
        doc.set_ents(entities, missing=open_words, default="outside")
        docs.append(doc)
    return docs


def with_trees(docs: Sequence[Doc], parser: Parser, words: Words) -> Iterator[Doc]:
    """The Docs with tags, features and trees too; they must have sentence starts."""
    sentences = [sentence for doc in docs for sentence in doc.sents]
    trees = iter(parse(parser, [[token.text for token in sentence] for sentence in sentences], words))
    for doc in docs:
        yield tree_doc([next(trees) for _ in doc.sents], doc)


def tree_doc(sentences: Sequence[Sentence], doc: Doc | Language) -> Doc:
    """A Doc of parsed sentences; with the entities of `doc`, when that is a Doc of the same words."""
    starts = np.cumsum([0, *map(len, sentences)])
    nodes = [node for sentence in sentences for node in sentence]
    heads = [
        int(start) + (node.head - 1 if node.head else i)
        for start, sentence in zip(starts, sentences, strict=False)
        for i, node in enumerate(sentence)
    ]
    out = Doc(
        doc.vocab,
        words=[node.form for node in nodes],
        tags=[node.upos for node in nodes],
        pos=[node.upos for node in nodes],
        morphs=["" if node.feats == "_" else node.feats for node in nodes],
        heads=heads,
        deps=["ROOT" if node.head == 0 else node.deprel for node in nodes],
    )
    if isinstance(doc, Doc):
        out.set_ents(
            [Span(out, e.start, e.end, label=e.label_) for e in doc.ents],
            missing=[Span(out, token.i, token.i + 1) for token in doc if token.ent_iob_ == ""],
            default="outside",
        )
    return out
