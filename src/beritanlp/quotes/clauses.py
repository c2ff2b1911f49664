"""What a run of words is: a clause that states something, a thing, a connective."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from beritanlp.language.verbs import VerbShapes
from beritanlp.lexicon import Lexicon
from beritanlp.quotes.cues import Cue

SHORTEST_UNMARKED = 4  # words of a clause without a word that looks like a verb


class ClauseShapes:
    """Tells clauses from things without parsing.

    Parameters
    ----------
    lexicon
        ``cues.predicates``, ``cues.connectives``, ``cues.no_clause``, ``cues.plain`` and ``verbs``.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["cues"]
        self._is_verb = VerbShapes(lexicon)
        self._predicates = frozenset(table["predicates"]["words"])
        self._finite = self._predicates - set(table["predicates"]["weak"])
        self._ties = frozenset(table["predicates"]["ties"])
        self._coordinators = frozenset(table["predicates"]["coordinators"])
        self._joints = self._coordinators | set(table["predicates"]["subordinators"])
        self._connectives = frozenset(table["connectives"]["words"])
        self._no_clause = frozenset(table["no_clause"]["words"])
        self._of_nouns = frozenset(table["no_clause"]["after_nouns"])
        self._wishes = frozenset(table["no_clause"]["wishes"])
        self._hopes = frozenset(table["no_clause"]["hopes"])
        self._plain = frozenset(table["plain"]["verbs"])
        self._purposes = frozenset(table["fillers"]["purposes"])
        self._demonstratives = frozenset(lexicon["pronouns"]["demonstratives"])

    def tells(self, token: Token) -> bool:
        """Whether the word is a predicate, a verb or such as `akan`, `tidak`."""
        return self._is_verb(token.lower_) or token.lower_ in self._predicates

    def is_predicate_word(self, token: Token) -> bool:
        """Whether the word makes a predicate without being a verb: `adalah`, `akan`, `tidak`."""
        return token.lower_ in self._predicates

    def is_plain(self, cue: Cue) -> bool:
        """Whether the cue reports a statement even where no word of it looks like a verb."""
        return cue.form in self._plain

    def is_connective(self, tokens: Sequence[Token]) -> bool:
        """`Namun,`, `Oleh karena itu,`."""
        return all(t.lower_ in self._connectives or t.text == "," for t in tokens)

    def is_statement(self, cue: Cue, tokens: Sequence[Token]) -> bool:
        """Whether the words right behind the cue are what was said, and no thing: `menjelaskan alasan kenaikan`."""
        if self._is_wish(tokens):
            return False
        if cue.stance == "demand" and tokens[0].lower_ == "untuk":
            return cue.form not in self._hopes  # `mengimbau untuk waspada`
        if tokens[0].lower_ in self._no_clause:
            return self.is_plain(cue) and self.is_clause(tokens[1:]) and tokens[1].lower_ not in self._of_nouns
        if self.is_clause(tokens):
            return True
        if self.is_plain(cue):
            if any(
                t.lower_ in self._demonstratives and tokens[i + 1].is_alpha and tokens[i + 1].lower_ not in self._ties
                for i, t in enumerate(tokens[:-1])
            ):
                return True  # `menilai kebijakan itu tepat`
            described = any(t.lower_ == "yang" for t in tokens)
            tied = any(t.lower_ in self._coordinators and self.tells(tokens[i + 1]) for i, t in enumerate(tokens[:-1]))
            return len(tokens) > SHORTEST_UNMARKED and not tied and (not described or self._is_finite(tokens))
        return cue.stance == "demand" and any(t.lower_ in self._purposes for t in tokens)

    def _is_wish(self, tokens: Sequence[Token]) -> bool:
        """`kesiapannya membantu`, `ketertarikannya untuk bermain`: a noun of wishing and what is wished."""
        named = tokens[0].lower_.endswith("annya") and len(tokens) > 1 and tokens[1].lower_ in self._of_nouns
        return named or tokens[0].lower_ in self._wishes

    def _is_finite(self, tokens: Sequence[Token]) -> bool:
        return any(t.lower_ in self._finite for t in tokens)

    def is_clause(self, tokens: Sequence[Token]) -> bool:
        """Whether a predicate stands among the words, past a `yang` that describes the subject."""
        for i, token in enumerate(tokens):
            if token.lower_ in {"yang", "dengan"}:
                return token.lower_ == "yang" and self._goes_on_past(tokens[i + 1 :])
            if self.tells(token) and (i == 0 or tokens[i - 1].lower_ not in self._joints):
                return True
        return False

    def _goes_on_past(self, tokens: Sequence[Token]) -> bool:
        """`(langkah yang) diambil membuat warga resah`: a second verb, not tied to the first by a small word."""
        told = [i for i, t in enumerate(tokens) if self._is_verb(t.lower_) or t.lower_ in self._finite]
        return any(tokens[i - 1].lower_ not in self._ties and tokens[i - 1].text != "," for i in told[1:])
