"""The errors BeritaNLP raises on purpose.

::

    BeritaError
    ├── InputError     a text, date or file cannot be read; also a ValueError
    ├── LexiconError   a lexicon file is missing or malformed; also a ValueError
    ├── ModelError     a trained pipeline is missing or does not fit
    ├── ExtraError     an optional dependency is missing; also an ImportError
    └── RunError       a batch run cannot go on

Each message names what is wrong, where, and what to do.
"""

from __future__ import annotations


class BeritaError(Exception):
    """Base of all errors of this library."""


class InputError(BeritaError, ValueError):
    """A text, date or file cannot be read."""


class LexiconError(BeritaError, ValueError):
    """A lexicon file is missing, is no TOML, or names a table that does not exist."""


class ModelError(BeritaError):
    """A trained pipeline is missing or does not fit this version."""


class ExtraError(BeritaError, ImportError):
    """An optional dependency is missing."""


class RunError(BeritaError):
    """A batch run cannot go on: the disk is full, the output cannot be written, an article failed that must not."""
