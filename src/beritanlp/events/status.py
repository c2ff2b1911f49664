"""Whether an event happened, is planned, did not happen, or may happen."""

from __future__ import annotations

from itertools import pairwise

from beritanlp.events.page import Page
from beritanlp.events.triggers import Trigger
from beritanlp.events.words import TriggerTable
from beritanlp.records import EventStatus

REACH = 6  # words from a verb to its auxiliaries
GOVERN = 14  # words from `meminta`, `jika`, `agar` to what they govern
_STOP = frozenset(',;:.!?()[]"“”«»—')


class StatusReader:
    """Reads the status of triggers from the cues of the lexicon.

    The order is that of reliability: negation, condition, plan, possibility, aim. Without a cue it happened.
    """

    def __init__(self, table: TriggerTable) -> None:
        self.cues = table.status
        self.looks_verbal = table.looks_verbal

    def read(self, page: Page, trigger: Trigger) -> tuple[EventStatus, bool]:
        """Status of a trigger by its auxiliaries, its governing verb and the clause it depends on.

        The second value says whether the text tells: a noun without a cue does not.
        """
        status = self._read(page, trigger)
        return status or "happened", status is not None or trigger.voice != "noun"

    def _read(self, page: Page, trigger: Trigger) -> EventStatus | None:
        near = self._noun_cues(page, trigger) if trigger.voice == "noun" else self._verb_cues(page, trigger.first)
        if self._negated(near):
            return "negated"
        if not any(map(self._cue, near)) and self._opens_planned(page, trigger):
            return "planned"
        settled = any(word in self.cues["happened"] for word in near)
        setting = self._is_setting(page, trigger)
        if not (settled or setting) and (self._governed(page, trigger) or self._conditional(page, trigger)):
            return "hypothetical"
        for word in near:
            if word in self.cues["happened"]:
                return "happened"
            if word in self.cues["planned"] or word in self.cues["aim"]:
                return "hypothetical" if self.cues["possible"] & set(near) else "planned"
            if word in self.cues["possible"] and not setting:
                return "hypothetical"
        return "planned" if not settled and self._before(page, trigger) else None

    def _opens_planned(self, page: Page, trigger: Trigger) -> bool:
        """`Rencananya, Presiden meninjau ...`: the first word tells it of the whole sentence."""
        first = page.sentences[page.words[trigger.first].sentence][0]
        return page.words[page.word_at(first)].low in self.cues["openers"]

    def _before(self, page: Page, trigger: Trigger) -> bool:
        """Whether it is what something planned comes before: `sebelum dilepas, keduanya akan dikarantina`."""
        left = self._left(page, trigger)[-3:]
        if not self.cues["before"] & set(left):
            return False
        right = page.words[trigger.last + 1 : trigger.last + 1 + GOVERN]
        sentence = page.words[trigger.first].sentence
        return any(word.sentence == sentence and word.low in self.cues["future"] for word in right)

    def _is_setting(self, page: Page, trigger: Trigger) -> bool:
        """Whether the noun only says where something else would happen: `diperkirakan tampil di Piala X`."""
        if trigger.voice != "noun" or not trigger.first or page.words[trigger.first].gap.strip():
            return False
        return page.words[trigger.first - 1].low in self.cues["settings"]

    def _negated(self, near: list[str]) -> bool:
        """Whether a negation stands among the cues, nearest first, that no `hanya` takes back."""
        for position, word in enumerate(near):
            after = near[position - 1] if position else ""
            if word in self.cues["negated"] and after not in self.cues["not_negated"]:
                return True
        return False

    def _verb_cues(self, page: Page, index: int) -> list[str]:
        """Words before a verb up to the clause's edge or another verb, nearest first."""
        found: list[str] = []
        joined, strange = False, 0
        for position in range(index - 1, max(-1, index - 1 - REACH), -1):
            word = page.words[position]
            if word.sentence != page.words[index].sentence or _STOP & set(page.words[position + 1].gap):
                break
            if word.low in self.cues["breaks"] and word.low not in self.cues["join"]:
                break
            joined = joined or word.low in self.cues["join"]
            found.append(word.low)
            if self.looks_verbal(word.low) and not (self._cue(word.low) or self._light(word.low)):
                if not joined:
                    break
                joined = False
            elif not self._cue(word.low) and word.low not in self.cues["join"] and not joined:
                strange += 1
                if strange > 1:
                    break
        return found

    def _noun_cues(self, page: Page, trigger: Trigger) -> list[str]:
        """Cues of a noun: words right before it, and those of the light verb that carries it."""
        before: list[str] = []
        for position in range(trigger.first - 1, max(-1, trigger.first - 5), -1):
            word = page.words[position]
            if word.sentence != page.words[trigger.first].sentence or _STOP & set(page.words[position + 1].gap):
                break
            if word.low in self.cues["cancelled"]:
                return [word.low]
            if self.looks_verbal(word.low) and not self._cue(word.low):
                return [*self._own(before), *self._verb_cues(page, position)] if self._light(word.low) else before
            before.append(word.low)
            if self._cue(word.low) and self.looks_verbal(word.low):
                return [*before, *self._verb_cues(page, position)]
            if word.low in self.cues["breaks"]:
                break
        return [*before, *self._after(page, trigger)]

    def _own(self, words: list[str]) -> list[str]:
        return [word for word in words if self._cue(word)]

    def _after(self, page: Page, trigger: Trigger) -> list[str]:
        """Cues between a subject noun and its light verb: `rapat itu akan digelar`."""
        found: list[str] = []
        for position in range(trigger.last + 1, min(len(page.words), trigger.last + 9)):
            word = page.words[position]
            if word.sentence != page.words[trigger.first].sentence or _STOP & set(word.gap):
                return []
            if word.low in self.cues["breaks"] and word.low not in self.cues["join"]:
                return []
            if word.low in self.cues["cancelled"]:
                return [word.low]
            if word.low in self.cues["aim"]:
                return []
            if self.looks_verbal(word.low) and not self._cue(word.low):
                return found[::-1] if word.low in self.cues["occur"] else []
            found.append(word.low)
            if word.low in self.cues["occur"] or (self._cue(word.low) and self.looks_verbal(word.low)):
                return found[::-1]
        return []

    def _governed(self, page: Page, trigger: Trigger) -> bool:
        """Whether the clause is wished, demanded or forecast."""
        left, quote = self._left(page, trigger), trigger.quote
        if left and left[0] in self.cues["facts"]:
            return False
        if quote and quote.get("cue") and quote["cue"]["text"].lower() in self.cues["governing"]:
            return True
        return not self.cues["governing"].isdisjoint([*left, *map(" ".join, pairwise(left))])

    def _conditional(self, page: Page, trigger: Trigger) -> bool:
        if any(word in self.cues["conditional"] for word in self._left(page, trigger)):
            return True
        for position in range(trigger.last + 1, min(len(page.words), trigger.last + 1 + GOVERN)):
            word = page.words[position]
            if word.sentence != page.words[trigger.first].sentence:
                return False
            if word.low in self.cues["conditional"]:
                return True
        return False

    def _left(self, page: Page, trigger: Trigger) -> list[str]:
        """Words before the trigger, within the sentence and the quote, from the last `setelah` on."""
        sentence = page.words[trigger.first].sentence
        piece = page.quote_at(trigger.start)
        edge = piece[0] if piece else 0
        words = page.words[max(0, trigger.first - GOVERN) : trigger.first]
        left = [word.low for word in words if word.sentence == sentence and word.start >= edge]
        facts = [i for i, word in enumerate(left) if word in self.cues["facts"]]
        return left[facts[-1] :] if facts else left

    def _cue(self, word: str) -> bool:
        return any(word in self.cues[name] for name in ("negated", "planned", "possible", "aim", "happened"))

    def _light(self, word: str) -> bool:
        return word in self.cues["light"]
