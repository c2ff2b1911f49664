"""The article of a web page, by trafilatura (Barbaresi 2021)."""

from __future__ import annotations

import logging
from typing import Any

from beritanlp.articles.fields import read_date
from beritanlp.articles.raw import RawArticle
from beritanlp.errors import ExtraError, InputError


def html_article(data: bytes) -> tuple[RawArticle, list[str]]:
    """Main text, title, address, date and outlet of a page.

    Parameters
    ----------
    data
        The page, in any encoding.

    Returns
    -------
    tuple
        The article, and what was wrong with it though not fatal.

    Raises
    ------
    ExtraError
        When trafilatura is not installed.
    InputError
        When the page has no article.
    """
    try:
        import trafilatura
    except ImportError as error:
        raise ExtraError("HTML pages need trafilatura: pip install 'beritanlp[html]'") from error
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what is wrong is told by the error
    if not data.strip():
        raise InputError("the file is empty")
    page: Any = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False, include_tables=False)
    if page is None or not page.text or not page.text.strip():
        raise InputError("no article in the page")
    warnings = []
    published: str | None = None
    try:
        published = read_date(page.date)
    except InputError as error:
        warnings.append(str(error))
    article = RawArticle(
        page.text, published=published, title=page.title or None, url=page.url or None, outlet=page.sitename or None
    )
    return article, warnings
