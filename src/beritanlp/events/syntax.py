"""Subjects and objects of a trigger from the dependency parse, where the pipeline has a parser."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from beritanlp.entities.index import EntityMention
from beritanlp.events.page import Page
from beritanlp.events.triggers import Trigger
from beritanlp.events.words import TriggerTable
from beritanlp.records import ParticipantRole

CLIMB = 6  # steps from a name to the head of its phrase
_PHRASE = frozenset(("flat", "flat:name", "appos", "conj", "compound", "nmod", "nmod:poss"))
_SHARING = frozenset(("xcomp", "advcl", "conj"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))
_OBJECTS = frozenset(("obj", "iobj"))


class ArgumentReader:
    """Reads the arguments of a trigger off the parse (Universal Dependencies)."""

    def __init__(self, table: TriggerTable) -> None:
        self.roles = table.roles
        self.light = table.status["light"]
        self.governing = table.status["governing"]

    def read(
        self, page: Page, trigger: Trigger, mentions: Sequence[EntityMention]
    ) -> list[tuple[EntityMention, ParticipantRole]]:
        """Mentions that are arguments of the trigger or of the light verb that carries it."""
        span = page.doc.char_span(trigger.start, trigger.end, alignment_mode="expand")
        if not page.parsed or span is None:
            return []
        verbs = self._verbs(span.root)
        found: list[tuple[EntityMention, ParticipantRole]] = []
        for mention in mentions:
            phrase = self._phrase(page, mention)
            role = self._role(phrase, trigger) if phrase is not None and phrase.head in verbs else None
            if role:
                found.append((mention, role))
        return found

    def _verbs(self, root: Token) -> list[Token]:
        """List the trigger, its light verb, and the verb whose subject it shares."""
        verbs = [root]
        if root.head.lower_ in self.light:
            verbs.append(root.head)
        asks = root.head.lower_ in self.governing  # `mendesak A mundur`: who asks does not go
        if root.dep_ in _SHARING and not asks and not any(child.dep_ in _SUBJECTS for child in root.children):
            verbs.append(root.head)
        return verbs

    def _phrase(self, page: Page, mention: EntityMention) -> Token | None:
        """Find the head of the phrase a name belongs to: `Presiden` of `Presiden Joko Widodo`."""
        span = page.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            return None
        token: Token = span.root
        for _ in range(CLIMB):
            if token.dep_ not in _PHRASE or token.head.i == token.i:
                break
            token = token.head
        return token

    def _role(self, phrase: Token, trigger: Trigger) -> ParticipantRole | None:
        passive = trigger.voice == "passive"
        case = {child.lower_ for child in phrase.children if child.dep_ == "case"}
        if case & self.roles["passive_agent"]:
            return "agent"
        if case & self.roles["with"] or case & self.roles["between"]:
            return "counterpart"
        if case & self.roles["toward"]:
            return "patient"
        if phrase.dep_ in _SUBJECTS:
            return "patient" if passive else "agent"
        if phrase.dep_ in _OBJECTS:
            return "agent" if passive else "patient"
        return None
