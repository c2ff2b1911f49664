"""An article before anything is read from it."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from beritanlp.errors import InputError

Published = str | dt.date | dt.datetime | None


@dataclass(frozen=True, slots=True)
class RawArticle:
    """A text with what its page says about it.

    Parameters
    ----------
    text
        The article, exactly as it will be returned.
    published
        Date or datetime of publication, ISO 8601 when a string.
    title, url, outlet
        As the page gives them.
    id
        Any string; by default a hash of text and url.

    Raises
    ------
    InputError
        When `published` is no ISO date or `text` holds a lone surrogate.

    Examples
    --------
    >>> RawArticle("Gempa mengguncang Cianjur.", published="2022-11-21").id
    '2aac74e0980227ac'
    """

    text: str
    published: Published = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    id: str | None = None

    def __post_init__(self) -> None:
        try:
            self.text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise InputError(
                f"character {error.start} of the text is a lone surrogate (U+{ord(self.text[error.start]):04X}); "
                "decode the source as UTF-8 with errors='replace'"
            ) from error
        except AttributeError as error:
            raise InputError(f"text must be a string, got {type(self.text).__name__}") from error
        object.__setattr__(self, "published", iso_date(self.published))
        if self.id is None:
            digest = hashlib.sha256(f"{self.url or ''}\n{self.text}".encode()).hexdigest()
            object.__setattr__(self, "id", digest[:16])


def iso_date(published: Published) -> str | None:
    """The date as an ISO 8601 string; strings are checked and kept as they are.

    Examples
    --------
    >>> iso_date(dt.date(2016, 10, 21)), iso_date("2016-10-21T09:00+07:00")
    ('2016-10-21', '2016-10-21T09:00+07:00')
    """
    if not published:
        return None
    if isinstance(published, dt.date):
        return published.isoformat()
    try:
        dt.datetime.fromisoformat(published)
    except (ValueError, TypeError) as error:
        raise InputError(
            f"published date {published!r} is not ISO 8601; write it as 2016-10-21 or 2016-10-21T09:00+07:00"
        ) from error
    return published
