"""The statements of a sentence: where another speaks, or the same speaker says a second thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from beritanlp.lexicon import Lexicon
from beritanlp.quotes.cues import CueFinder

VERBS = frozenset({"verbs", "careful"})  # cues whose subject speaks
ACCORDING = frozenset({"according"})


@dataclass(frozen=True, slots=True)
class Statement:
    """Tokens that hold one statement; ``shared`` when its speaker is that of the one before."""

    tokens: Sequence[Token]
    shared: bool = False


class StatementCutter:
    """Cuts a sentence before ``sementara Y mengatakan ...`` and ``dan memastikan bahwa ...``.

    Parameters
    ----------
    lexicon
        ``cues.fillers`` gives the words between two statements.
    cues
        Finder over the same lexicon.
    """

    def __init__(self, lexicon: Lexicon, cues: CueFinder) -> None:
        self.cues = cues
        table = lexicon["cues"]
        self._contrasts = frozenset(table["fillers"]["contrasts"])
        self._additions = frozenset(table["fillers"]["additions"])
        self._complementisers = frozenset(table["complementisers"]["words"])
        self._adverbs = frozenset(table["adverbs"]["words"])

    def __call__(self, tokens: Sequence[Token]) -> list[Statement]:
        """The statements in order; one where nothing is to be cut."""
        found: list[Statement] = []
        start, shared, spoken = 0, False, False
        for i, token in enumerate(tokens):
            if i > start and not spoken:
                spoken = self.cues.at(tokens, i - 1, VERBS) is not None
            if not spoken:
                continue
            word = i + (token.text == ",")
            after = tokens[word + 1 :]
            if token.text == "," and word < len(tokens) and tokens[word].lower_ in self._contrasts:
                repeats = self._repeats(after)
                if not repeats and not self._has_new_speaker(after):
                    continue
            elif token.lower_ in self._additions and self._repeats(tokens[i + 1 :]):
                word, repeats = i, True
            else:
                continue
            found.append(Statement(tokens[start:i], shared))
            start, shared, spoken = word + 1, repeats, False
        return [*found, Statement(tokens[start:], shared)]

    def _has_new_speaker(self, tokens: Sequence[Token]) -> bool:
        """Whether somebody is said to speak before the next comma."""
        comma = next((i for i, t in enumerate(tokens) if t.text == ","), len(tokens))
        clause = tokens[:comma]
        return bool(clause) and bool(self.cues.all(clause, VERBS) or self.cues.at(clause, 0, ACCORDING))

    def _repeats(self, tokens: Sequence[Token]) -> bool:
        """Whether a verb of saying and `bahwa` come first: the same speaker goes on."""
        at = next((i for i, t in enumerate(tokens) if t.lower_ not in self._adverbs), len(tokens))
        cue = self.cues.at(tokens, at, VERBS) if at < len(tokens) else None
        if cue is None:
            return False
        after = at + cue.after - cue.token
        return after < len(tokens) and tokens[after].lower_ in self._complementisers
