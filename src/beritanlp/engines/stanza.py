"""Stanza's analysis on our tokens: sentences, tags, features, lemmas, trees, and entities where there is a model.

Stanza and torch are imported when the first text comes. Nothing is fetched: a missing model is an error with the
command that fetches it. The component pickles and saves its settings alone.

References
----------
Qi et al. 2020, "Stanza: A Python natural language processing toolkit for many human languages".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, cast

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from beritanlp.annotations import annotations_of, text_of
from beritanlp.engines.alignment import PART, Analysis, Word, align
from beritanlp.errors import ExtraError, ModelError
from beritanlp.version import hash_of

LANGUAGE = "id"
OURS = "berita"  # package that we train; all others are to be fetched
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
NEEDED = ("tokenize", "pos", "lemma", "depparse")
_BATCH = 16  # articles


class StanzaEngine:
    """Annotates Docs with Stanza.

    Parameters
    ----------
    folder
        With Stanza's models: a folder ``id`` and ``resources.json``, as ``stanza.download`` leaves them.
    package
        Name of the models, as in ``resources.json``: ours is ``berita``, Stanza's own is ``gsd``.
    device
        As torch names it; chosen by Stanza if None.
    threads
        Most threads that torch may use; all processors if None.
    """

    def __init__(self, folder: str, package: str, device: str | None = None, threads: int | None = None) -> None:
        self.folder, self.package, self.device, self.threads = folder, package, device, threads

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:
        """Annotate Docs in batches."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            parts = [paragraphs(doc) for doc in batch]
            found = iter(self._read([text for part in parts for _, text in part]))
            for doc, part in zip(batch, parts, strict=True):
                annotate(doc, [(start, next(found)) for start, _ in part])
                self._sign(annotations_of(doc).setdefault("meta", {}))
            yield from batch

    def __getstate__(self) -> dict[str, Any]:
        return {key: value for key, value in self.__dict__.items() if not key.startswith("_")}

    def _read(self, texts: Sequence[str]) -> list[Any]:
        return list(self._pipeline.bulk_process(list(texts))) if texts else []

    @cached_property
    def _pipeline(self) -> Any:
        import stanza

        if self.threads is not None:
            import torch

            torch.set_num_threads(self.threads)
        return stanza.Pipeline(
            LANGUAGE,
            dir=self.folder,
            package=None,
            processors=dict.fromkeys(self._present, self.package),
            download_method=None,
            device=self.device,
            logging_level="ERROR",
        )

    def _sign(self, meta: dict[str, str]) -> None:
        """Say whose analysis it is: Stanza's, with the name of the spaCy model where entities are that one's."""
        names = [self._version] if "ner" in self._present else [self._version, meta.get("model", "")]
        meta |= {"engine": "stanza", "model": " ".join(filter(None, names))}

    @cached_property
    def _version(self) -> str:
        return stanza_version(Path(self.folder), self.package)

    @cached_property
    def _present(self) -> list[str]:
        return processors(Path(self.folder), self.package)


def paragraphs(doc: Doc) -> list[tuple[int, str]]:
    """Offset and text of what is read apart: our splitter knows at which line breaks a sentence ends, Stanza does not.

    To Stanza an empty line is the end of a sentence and a single line break is none.
    """
    text = text_of(doc)
    starts = (token.idx for token in doc[1:] if token.is_sent_start and "\n" in doc[token.i - 1].text)
    cut = ((start, text[start:end]) for start, end in pairwise([0, *starts, len(text)]))
    return [(start, part) for start, part in cut if part.strip()]


def annotate(doc: Doc, read: Sequence[tuple[int, Any]]) -> None:
    """Lay every ``stanza.Document`` on the tokens of a Doc in whose text it starts at that offset."""
    if not read:
        return
    words = _words(read)
    analyses = align([(token.idx, token.idx + len(token)) for token in doc], words)
    _set_trees(doc, analyses)
    for token, analysis in zip(doc, analyses, strict=True):
        if analysis.word is None:
            token.pos_ = "SPACE"
            continue
        word = words[analysis.word]
        piece = analysis.deprel == PART
        token.pos_ = "PUNCT" if piece and token.is_punct else word.upos
        token.tag_ = word.xpos or word.upos
        token.lemma_ = token.text if piece else word.lemma or token.text
        token.set_morph(None if piece else word.feats or None)  # type: ignore[attr-defined]  # no stub has it
    if not doc.has_annotation("ENT_IOB"):
        places = ((e.start_char + start, e.end_char + start, e.type) for start, found in read for e in found.ents)
        spans = (doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in places)
        doc.set_ents(filter_spans([span for span in spans if span is not None]), default="outside")


def processors(folder: Path, package: str) -> list[str]:
    """The processors that the package has a model for.

    Raises
    ------
    ModelError
        When one is missing that nothing can go without.
    ExtraError
        When Stanza is not installed.
    """
    present = [name for name in PROCESSORS if (folder / LANGUAGE / name / f"{package}.pt").is_file()]
    missing = [name for name in NEEDED if name not in present]
    if missing:
        theirs = f"--dir {folder} --package {package}" if package != OURS else "--dir stanza_models --package gsd"
        raise ModelError(
            f"no Stanza models {', '.join(missing)} of package {package!r} in {folder}; fetch Stanza's own with: "
            f"beritanlp models fetch --stanza {theirs}"
        )
    _installed()
    return present


def stanza_version(folder: Path, package: str) -> str:
    """Version of Stanza and a hash of the models: what a record depends on.

    Raises
    ------
    ExtraError
        When Stanza is not installed.
    ModelError
        When the models are not there.
    """
    processors(folder, package)
    return f"stanza-{_installed()} {package} {hash_of(folder, f'{LANGUAGE}/**/{package}*')}"


def _set_trees(doc: Doc, analyses: Sequence[Analysis]) -> None:
    """Heads and relations; spaCy takes the sentences from the trees."""
    relations = [doc.vocab.strings.add(analysis.deprel) for analysis in analyses]
    heads = np.array([analysis.head - place for place, analysis in enumerate(analyses)], dtype=np.int64)
    table = np.stack((heads.astype(np.uint64), np.array(relations, dtype=np.uint64)), axis=1)
    doc.from_array([HEAD, DEP], cast(Any, table))


def _words(read: Sequence[tuple[int, Any]]) -> list[Word]:
    """All words of ``stanza.Document``s with their places in the text."""
    words: list[Word] = []
    for start, sentence in ((start, sentence) for start, found in read for sentence in found.sentences):
        before = len(words)
        for token in sentence.tokens:
            for word in token.words:
                head = before + word.head - 1 if word.head else len(words)
                parts = (word.deprel or "", word.upos or "", word.xpos or "", word.lemma or "", word.feats or "")
                words.append(Word(token.start_char + start, token.end_char + start, head, *parts))
    return words


def fetch_models(folder: Path, package: str) -> str:
    """Fetch Stanza's own models for Indonesian; the one thing here that uses the network.

    Returns
    -------
    str
        Their version, as records name it.

    Raises
    ------
    ExtraError
        When Stanza is not installed.
    ModelError
        When they cannot be had.
    """
    _installed()
    import stanza

    names = dict.fromkeys(("tokenize", "mwt", "pos", "lemma", "depparse"), package)
    try:
        stanza.download(LANGUAGE, model_dir=str(folder), package=None, processors=names, verbose=False)
    except Exception as error:  # whatever a network, a proxy or a disk does
        raise ModelError(f"Stanza's models {package!r} could not be fetched to {folder}: {error}") from error
    return stanza_version(folder, package)


def _installed() -> str:
    """Stanza's version; the library itself, and torch with it, need not be loaded for that."""
    try:
        return version("stanza")
    except PackageNotFoundError as error:
        raise ExtraError(
            "the engine stanza needs Stanza and torch: pip install 'beritanlp[stanza]'; without a graphics card, "
            "install a torch for CPUs before"
        ) from error


@Language.factory(
    "berita_stanza",
    assigns=["token.pos", "token.tag", "token.morph", "token.lemma", "token.dep", "token.head", "doc.ents"],
    default_config={"folder": "", "package": OURS, "device": None, "threads": None},
)
def make_stanza(
    nlp: Language, name: str, folder: str, package: str, device: str | None, threads: int | None
) -> StanzaEngine:
    """Make the component: Stanza's analysis on the tokens of the Doc."""
    return StanzaEngine(folder, package, device, threads)
