"""Enclitics: ``katanya`` is *kata* + *-nya*; ``hanya`` is one word.

The token stays whole; the clitic is exposed as ``token._.clitic``, as the quote attributor needs it.
"""

from __future__ import annotations

from spacy.tokens import Token

from beritanlp.lexicon import Lexicon


class CliticFinder:
    """Says which enclitic a word carries.

    Parameters
    ----------
    lexicon
        Its ``clitics`` table lists the clitics, and the words that only look as if they had one.

    Examples
    --------
    >>> from beritanlp.lexicon import Lexicon
    >>> find = CliticFinder(Lexicon())
    >>> find("katanya"), find("hanya"), find("KPK-nya"), find("bukuku"), find("buku")
    ('-nya', None, '-nya', '-ku', None)
    """

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["clitics"]
        self._endings: list[tuple[str, int, frozenset[str]]] = [
            (ending, entry["shortest_host"], frozenset(entry["whole_words"]))
            for ending, entry in table["enclitics"].items()
        ]

    def __call__(self, word: str) -> str | None:
        """The enclitic of a word, with its hyphen, or None."""
        lower = word.lower()
        for ending, shortest, whole in self._endings:
            host = lower.removesuffix(ending)
            if host != lower and len(host.rstrip("-")) >= shortest and lower not in whole:
                return f"-{ending}"
        return None

    def of_token(self, token: Token) -> str | None:
        """Getter of ``token._.clitic``; a token ``nya`` split off its host (``KPK-nya``) is one itself."""
        if token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
            return f"-{token.lower_}" if token.lower_ == "nya" else None
        return self(token.text)
