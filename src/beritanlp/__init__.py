"""BeritaNLP reads Indonesian news: article text in, typed records out.

>>> import beritanlp
>>> article = beritanlp.extract('"Kami siap," kata Gubernur Jawa Tengah Ganjar Pranowo, Senin (6/1/2020).')
>>> article.quotes[0].span.text
'Kami siap'
"""

from beritanlp.articles import RawArticle
from beritanlp.errors import BeritaError, ExtraError, InputError, LexiconError, ModelError, RunError
from beritanlp.export.frames import to_frames
from beritanlp.pipeline import extract, extract_many, load
from beritanlp.records import (
    Article,
    Candidate,
    Codes,
    Dateline,
    Event,
    Mention,
    Meta,
    Organisation,
    Participant,
    Person,
    Place,
    Quote,
    Span,
    Speaker,
    Time,
    Value,
)
from beritanlp.version import __version__

__all__ = [
    "Article",
    "BeritaError",
    "Candidate",
    "Codes",
    "Dateline",
    "Event",
    "ExtraError",
    "InputError",
    "LexiconError",
    "Mention",
    "Meta",
    "ModelError",
    "Organisation",
    "Participant",
    "Person",
    "Place",
    "Quote",
    "RawArticle",
    "RunError",
    "Span",
    "Speaker",
    "Time",
    "Value",
    "__version__",
    "extract",
    "extract_many",
    "load",
    "to_frames",
]
