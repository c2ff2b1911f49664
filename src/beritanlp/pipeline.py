"""The way through the rooms: which components, in which order, with which model."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_package_path, is_package

from beritanlp.annotations import annotations_of, text_of
from beritanlp.articles import RawArticle
from beritanlp.articles.raw import Published
from beritanlp.errors import InputError, ModelError
from beritanlp.lexicon import load_lexicon
from beritanlp.records import Article
from beritanlp.version import __version__, hash_of

DEFAULT_MODEL = "id_berita_sm"
FIRST_ROOM = "berita_language"
ROOMS = ("berita_dates", "berita_entities", "berita_quotes", "berita_events")
ENGINES = ("spacy", "stanza")
STANZA_MODELS = "id_berita_stanza"


def load(
    model: str | Path | None = None,
    engine: str = "spacy",
    lexicon: str | Path | None = None,
    dir: str | Path | None = None,
    package: str | None = None,
) -> Language:
    """Load the whole pipeline: a trained model between our components.

    Parameters
    ----------
    model
        Folder or package name of a spaCy pipeline with an entity recogniser; by default the model that ships.
    engine
        Who does sentences, syntax and entities: ``spacy``, or ``stanza`` (extra `stanza`), on the same tokens.
    lexicon
        TOML file with additions to the word lists.
    dir
        Folder of Stanza's models; by default those that ship.
    package
        Which of them: ``berita``, ours, by default; ``gsd``, Stanza's own, where `dir` holds it. Entities are those of
        `model` where the package has none.

    Returns
    -------
    spacy.Language
        ``nlp(text)._.article`` is the record; ``nlp.pipe``, DocBin and displaCy work as ever.

    Raises
    ------
    ModelError
        When the model is not there.
    LexiconError
        When `lexicon` cannot be read.
    InputError
        When `engine` is unknown.

    Examples
    --------
    >>> nlp = load()
    >>> doc = nlp("Presiden Joko Widodo tiba di Solo, Senin (13/4/2020).")
    >>> doc._.article.people[0].name
    'Joko Widodo'
    """
    check_engine(engine)
    words = str(lexicon) if lexicon else None
    load_lexicon(words)["abbreviations"]  # an unreadable lexicon fails here, before the model is loaded
    nlp = _load_model(model)
    config = {"lexicon": words}
    nlp.add_pipe(FIRST_ROOM, first=True, config=config)
    if engine == "stanza":
        _take_stanza(nlp, *_stanza_models(dir, package))
    for room in ROOMS:
        nlp.add_pipe(room, config=config)
    return nlp


def _take_stanza(nlp: Language, folder: Path, package: str) -> None:
    """Put Stanza in the place of the model; its entities too, where it has a model for them."""
    from beritanlp.engines.stanza import processors

    present = processors(folder, package)  # what is missing is told before the first text comes
    ours = ("tagger", "morphologizer", "parser", "lemmatizer")
    for name in (*ours, *(("tok2vec", "ner") if "ner" in present else ())):
        if name in nlp.pipe_names:
            nlp.remove_pipe(name)
    after = "ner" if "ner" in nlp.pipe_names else FIRST_ROOM
    nlp.add_pipe("berita_stanza", after=after, config={"folder": str(folder), "package": package})


def _stanza_models(dir: str | Path | None, package: str | None) -> tuple[Path, str]:
    from beritanlp.engines.stanza import OURS

    return Path(dir) if dir else model_folder(STANZA_MODELS), package or OURS


def stanza_models_version(dir: str | Path | None = None, package: str | None = None) -> str:
    """Version of Stanza and hash of its models; see :func:`load`.

    Raises
    ------
    ModelError
        When the models are not there.
    ExtraError
        When Stanza is missing.
    """
    from beritanlp.engines.stanza import stanza_version

    return stanza_version(*_stanza_models(dir, package))


def check_engine(engine: str) -> None:
    """Whether there is such an engine.

    Raises
    ------
    InputError
        When there is none.
    """
    if engine not in ENGINES:
        raise InputError(f"unknown engine {engine!r}; known engines: {', '.join(ENGINES)}")


def extract(
    text: str,
    published: Published = None,
    title: str | None = None,
    url: str | None = None,
    nlp: Language | None = None,
) -> Article:
    """Read one article.

    Parameters
    ----------
    text
        The article; returned unchanged as ``Article.text``.
    published
        Its date of publication; relative dates count from it. When None it is inferred from the text.
    title, url
        As the page gives them.
    nlp
        A pipeline from :func:`load`; by default the default one, loaded once per process.

    Raises
    ------
    InputError
        When `published` is no ISO date or `text` holds a lone surrogate.

    Examples
    --------
    >>> article = extract('"Hujan mulai reda," kata Kepala BMKG Dwi Lestari, Senin (6/1/2020).')
    >>> article.speakers[0].name, article.quotes[0].span.text
    ('Dwi Lestari', 'Hujan mulai reda')
    """
    nlp = nlp or _default_pipeline()
    raw = RawArticle(text, published=published, title=title, url=url)
    return assemble(nlp(to_doc(raw, nlp)))


def extract_many(
    articles: Iterable[str | RawArticle],
    nlp: Language | None = None,
    n_process: int = 1,
    batch_size: int = 64,
) -> Iterator[Article]:
    """Read many articles, in order, holding only a batch of them in memory.

    Parameters
    ----------
    articles
        Texts, or :class:`RawArticle` where a date, title or address is known.
    nlp
        A pipeline from :func:`load`.
    n_process
        Worker processes.
    batch_size
        Articles a worker takes at a time.

    Examples
    --------
    >>> texts = ["Gempa mengguncang Cianjur.", "Banjir merendam Demak."]
    >>> [article.places[0].name for article in extract_many(texts)]
    ['Cianjur', 'Demak']
    """
    nlp = nlp or _default_pipeline()
    raws = (RawArticle(a) if isinstance(a, str) else a for a in articles)
    docs = (to_doc(raw, nlp) for raw in raws)
    for doc in nlp.pipe(docs, n_process=n_process, batch_size=batch_size):
        yield assemble(doc)


def to_doc(raw: RawArticle, nlp: Language) -> Doc:
    """A Doc of the article's tokens, with what is known of the article."""
    doc = nlp.make_doc(raw.text)
    data = annotations_of(doc)
    data["id"] = cast(str, raw.id)
    data["title"] = raw.title
    data["url"] = raw.url
    data["published"] = cast("str | None", raw.published)
    data["outlet"] = raw.outlet
    return doc


def assemble(doc: Doc) -> Article:
    """The record of a Doc that went through the pipeline; also ``doc._.article``."""
    data: dict[str, Any] = dict(annotations_of(doc))
    meta = {"library": __version__, "engine": "spacy"} | data.pop("meta", {"model": "none", "lexicon": "none"})
    for between in ("furniture", "roles"):  # what one room tells another
        data.pop(between, None)
    data.setdefault("id", RawArticle(text_of(doc)).id)
    return Article(text=text_of(doc), meta=meta, **data)


def model_folder(name: str = DEFAULT_MODEL) -> Path:
    """Folder of a model that ships: in the installed package, else in the source tree."""
    package = Path(__file__).parent / "models" / name
    return package if package.exists() else Path(__file__).parents[2] / "models" / name


def model_version(model: str | Path | None = None) -> str:
    """Name, version and hash of all files of a model: what a record depends on.

    Raises
    ------
    ModelError
        When the model is not there.
    """
    folder = _folder(model)
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        digest = hash_of(folder, "**/*")
    except OSError as error:
        raise ModelError(f"no spaCy pipeline at {folder}: {error.strerror}") from error
    return f"{meta['lang']}_{meta['name']}-{meta['version']} {digest}"


def _folder(model: str | Path | None) -> Path:
    if model is None:
        return model_folder()
    return get_package_path(str(model)) if is_package(str(model)) else Path(model)


def _load_model(model: str | Path | None) -> Language:
    source = model or model_folder()
    try:
        return spacy.load(source)
    except OSError as error:
        hint = (
            "reinstall with: pip install --force-reinstall beritanlp"
            if model is None
            else f"install it as a package or give its folder; the default is {DEFAULT_MODEL}"
        )
        raise ModelError(f"no spaCy pipeline at {source}: {hint}") from error


@cache
def _default_pipeline() -> Language:
    return load()


def _register_extensions() -> None:
    for name, getter in {"article": assemble}.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, getter=getter)


_register_extensions()
