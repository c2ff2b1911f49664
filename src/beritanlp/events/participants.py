"""Who takes part: mentions in the clause of a trigger, with roles by voice and preposition."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from beritanlp.entities.index import EntityMention
from beritanlp.events.page import Page
from beritanlp.events.syntax import ArgumentReader
from beritanlp.events.triggers import Trigger
from beritanlp.events.words import TriggerTable
from beritanlp.records import ParticipantRole

REACH = 25  # words to either side
CHAIN = 6  # places in a row: `Desa A, Kecamatan B, Kabupaten C`
SUBJECT_GAP = 2  # words between a subject and its verb: `akan segera`
REPORT = 120  # characters from a speaker to where he speaks
WIDE = 60  # characters between a name and what belongs to it
_HARD = frozenset(';:.!?"“”«»—')
_SOFT = frozenset(",.;:")
_NO_PLACES = frozenset(("DISASTER", "ACCIDENT", "OUTBREAK"))


class Part(NamedTuple):
    """An entity and its role in an event."""

    role: ParticipantRole
    entity: str


class ParticipantReader:
    """Finds the participants of a trigger."""

    def __init__(self, table: TriggerTable) -> None:
        self.table = table
        self.roles = table.roles
        self.arguments = ArgumentReader(table)
        self.looks_verbal = table.looks_verbal
        self.light = table.status["light"]
        cues = ("planned", "possible", "happened", "aim", "negated")
        self.carriers = self.light.union(*(table.status[name] for name in cues))
        self.breaks = table.status["breaks"] - table.roles["join"]
        self.officials = table.lists["police"] | table.lists["court"]

    def read(self, page: Page, trigger: Trigger) -> list[Part]:
        """Participants in text order, each entity once."""
        low, high = self.clause(page, trigger)
        mentions = [
            m
            for m in self.mentions(page, trigger, low, high)
            if self._acts(page, trigger, m) and not self._beside_the_matter(page, trigger, m)
        ]
        parsed = self.arguments.read(page, trigger, mentions)
        parts = [
            Part(self._role(page, trigger, mention, self._nominal(page, trigger, mention, role)), mention.entity)
            for mention, role in parsed
        ]
        if not any(mention.end <= trigger.start for mention, _ in parsed):
            parts += self._left(page, trigger, mentions) if not parts else self._beside(page, trigger, mentions)
        if not any(mention.start >= trigger.end for mention, _ in parsed):
            parts += self._right(page, trigger, mentions)
        parts += self._brought_in(page, trigger, mentions)
        if not parts:
            parts += self._both(page, trigger, low, high)
        parts += self._behind_yang(page, trigger)
        if trigger.entry.type == "SPEECH_EVENT":
            parts += self._speakers(page, trigger)
        seen: dict[str, Part] = {}
        for part in parts:
            seen.setdefault(part.entity, part)
        return list(seen.values())

    def _nominal(self, page: Page, trigger: Trigger, mention: EntityMention, role: ParticipantRole) -> ParticipantRole:
        """Role of a noun's complement: patient in `penangkapan A`, agent in `kunjungan oleh A`."""
        if trigger.voice != "noun" or mention.start < trigger.end:
            return role
        led = self._led(page, trigger, mention)
        return led or (self._object(page, trigger) if role == "agent" else role)

    def _beside(self, page: Page, trigger: Trigger, mentions: list[EntityMention]) -> list[Part]:
        """The subject right before a verb that the parse gives another: `meminta KPK menangkap A`."""
        before = [m for m in mentions if m.end <= trigger.start]
        near = before and len(page.text[before[-1].end : trigger.start].split()) <= SUBJECT_GAP
        return self._left(page, trigger, mentions) if near and trigger.voice != "noun" else []

    def _beside_the_matter(self, page: Page, trigger: Trigger, mention: EntityMention) -> bool:
        """Whether a name near a crime or a death has no part in it.

        The family, lawyer or driver of somebody, a speaker who tells of it, a body whose staff died, and names that
        `terkait`, `kasus`, `pencegahan` keep apart from the trigger.
        """
        if trigger.entry.type not in self.roles["sensitive"]:
            return False
        if mention.kind == "organisation" and trigger.entry.type in self.roles["only_humans"]:
            return True
        first = page.word_at(mention.start)
        if first and page.words[first - 1].low in self.roles["kin"]:
            return True
        cue = page.speakers.get(mention.start)
        last = page.word_at(max(mention.start, mention.end - 1))
        beside = 0 <= trigger.first - last - 1 <= SUBJECT_GAP
        own = beside and trigger.entry.type in self.roles["human_patients"]  # `X menyatakan mundur`
        if cue is not None and cue not in self.roles["confession"] and not own:
            return True
        between = page.words[last + 1 : trigger.first] if last < trigger.first else page.words[trigger.last + 1 : first]
        return any(word.low in self.roles["detached"] for word in between)

    def clause(self, page: Page, trigger: Trigger) -> tuple[int, int]:
        """Character range of the words around a trigger up to a conjunction or a full stop."""
        words, sentence = page.words, page.words[trigger.first].sentence
        low = trigger.first
        while low > 0 and trigger.first - low < REACH and words[low - 1].sentence == sentence:
            if _HARD & set(words[low].gap) or self._breaks(page, low - 1):
                break
            low -= 1
        high = trigger.last
        while high + 1 < len(words) and high - trigger.last < REACH and words[high + 1].sentence == sentence:
            if _HARD & set(words[high + 1].gap) or self._breaks(page, high + 1):
                break
            high += 1
        return words[low].start, words[high].end

    def _breaks(self, page: Page, index: int) -> bool:
        """Whether a word opens another clause; the `yang` of `A yang juga ketua B` does not."""
        following = page.words[index + 1].low if index + 1 < len(page.words) else ""
        return page.words[index].low in self.breaks and following not in self.roles["also"]

    def mentions(self, page: Page, trigger: Trigger, low: int, high: int) -> list[EntityMention]:
        """Mentions in the characters ``low:high``, inside or outside a quote as the trigger is.

        The speaker is the subject of a verb that opens what is said: `X menyatakan mundur`.
        """
        home = page.quote_at(trigger.start)
        opens = home is not None and home[0] == trigger.start and trigger.voice != "noun"
        return [
            mention
            for mention in page.entities.within(max(low, page.body), high)
            if not (mention.start < trigger.end and trigger.start < mention.end)
            and (page.quote_at(mention.start) == home or (opens and mention.start in page.speakers))
            and not self._complement(page, mention)
            and not _abbreviates(page, mention, low)
        ]

    def _acts(self, page: Page, trigger: Trigger, mention: EntityMention) -> bool:
        """Whether a mention can take part: a person, a body or a country that is no location."""
        if mention.kind == "person":
            return True
        if page.text[mention.start : mention.end].casefold() == page.outlet:
            return False  # `dirangkum Liputan6.com`
        if mention.kind == "place" and (trigger.entry.type in _NO_PLACES or mention.entity not in page.countries):
            return False
        if self.table.types[trigger.entry.type].get("authority") and self._official(page, mention):
            return True
        return not self.located(page, mention, self.roles["location"])

    def _official(self, page: Page, mention: EntityMention) -> bool:
        """Whether a body is a court or the police, by the words of its name."""
        name = page.text[mention.start : mention.end].lower().split()
        return mention.kind == "organisation" and not self.officials.isdisjoint(name)

    def located(self, page: Page, mention: EntityMention, prepositions: frozenset[str], chain: int = CHAIN) -> bool:
        """Whether a mention says where: up to two words after `di`, or in a row of places that does."""
        before = page.entities.within(max(0, mention.start - WIDE), mention.start)
        if before and before[-1].kind != "person" and chain:
            between = page.text[before[-1].end : mention.start].strip().lower()
            if between.strip(" ,") in self.roles["row"]:
                return self.located(page, before[-1], prepositions, chain - 1)
        index = page.word_at(mention.start)
        for position in range(index - 1, max(-1, index - 4), -1):
            word = page.words[position]
            if _SOFT & set(page.words[position + 1].gap):
                return False
            if word.low in prepositions:
                return True
            if (
                self.looks_verbal(word.low)
                or word.low in self.roles["bearers"]
                or word.low in self.roles["join"]
                or mention.kind != "place"
            ):
                return False
        return False

    def _complement(self, page: Page, mention: EntityMention) -> bool:
        """Whether a body or place only says whose head a person is: `Kepala BKSDA Jambi Rahmad Saleh`."""
        if mention.kind == "person":
            return False
        title = self._title(page, mention)
        if title is None:
            return False
        start = page.words[title].start
        before = page.entities.within(max(0, start - WIDE), start)
        if (
            before
            and before[-1].kind == "person"
            and page.text[before[-1].end : start].strip(" (,") in self.roles["apposed"]
        ):
            return True
        return self._before_person(page, mention)

    def _title(self, page: Page, mention: EntityMention) -> int | None:
        """Index of an office up to five words before a mention, without comma or verb between."""
        index = page.word_at(mention.start)
        for position in range(index - 1, max(-1, index - 6), -1):
            word = page.words[position]
            if _SOFT & set(page.words[position + 1].gap) or self.looks_verbal(word.low):
                return None
            if word.low in self.roles["titles"]:
                return position
        return None

    def _before_person(self, page: Page, mention: EntityMention) -> bool:
        """Whether a person follows at once, or after one more body: `Kapolres Depok Polda Metro Kombes A`."""
        end = mention.end
        for other in page.entities.within(mention.end, mention.end + 2 * WIDE)[:2]:
            gap = page.text[end : other.start]
            if len(gap.split()) > 3 or _SOFT & set(gap):
                return False
            if other.kind == "person":
                return True
            end = other.end
        return False

    def _left(self, page: Page, trigger: Trigger, mentions: list[EntityMention]) -> list[Part]:
        """Find the subject: the nearest mention before the trigger and what is joined to it."""
        before = [m for m in mentions if m.end <= trigger.start]
        if not before:
            before = self._controllers(page, trigger)
        elif not self._reaches(page, trigger, before[-1]):
            return []
        if not before:
            return []
        group = [before[-1]]
        for mention in reversed(before[:-1]):
            if not self._joined(page, mention, group[0]):
                break
            group.insert(0, mention)
        role: ParticipantRole = "patient" if trigger.voice == "passive" else "agent"
        return [Part(self._role(page, trigger, m, role), m.entity) for m in group]

    def _controllers(self, page: Page, trigger: Trigger) -> list[EntityMention]:
        """Mentions of the clause before, whose subject a clause without one shares.

        `kata Jokowi saat berkunjung ke Solo`, `keduanya sepakat untuk bertemu`, `Muzni, yang ditangkap KPK`.
        """
        low, _ = self.clause(page, trigger)
        first = page.word_at(low)
        if not first or trigger.first - first > 2 or page.words[first - 1].low not in self.roles["control"]:
            return []
        if page.words[first - 1].sentence != page.words[trigger.first].sentence:
            return []
        start, end = page.words[first - 1].start, page.words[first - 1].end
        reach = 4 if page.words[first - 1].low in self.roles["relative"] else 2 * WIDE
        found = [m for m in self.mentions(page, trigger, max(0, start - 2 * WIDE), start) if m.kind != "place"]
        sentence = page.sentences[page.words[first].sentence][0]
        return [m for m in found if m.start >= sentence and end - m.end <= reach + 4][-1:]

    def _reaches(self, page: Page, trigger: Trigger, mention: EntityMention) -> bool:
        """Whether a mention before the trigger can be its subject: no other verb or preposition takes it."""
        first = page.word_at(mention.start)
        if first and page.words[first - 1].low in self.roles["about"]:
            return False
        if trigger.voice != "noun":
            return True
        between = page.words[page.word_at(max(mention.start, mention.end - 1)) + 1 : trigger.first]
        return not any(self.looks_verbal(word.low) and word.low not in self.carriers for word in between)

    def _right(self, page: Page, trigger: Trigger, mentions: list[EntityMention]) -> list[Part]:
        """Mentions after the trigger: the object, and those a preposition of roles brings in."""
        edge = page.next_trigger(trigger.last) if trigger.voice == "noun" else len(page.text)
        found: list[Part] = []
        last: EntityMention | None = None
        role = self._object(page, trigger)
        for mention in mentions:
            if mention.start < trigger.end or mention.start > edge:
                continue
            led = self._led(page, trigger, mention)
            if last is None or not self._joined(page, last, mention):
                if led is None and found:
                    continue
                role = led or role
            last = mention
            found.append(Part(self._role(page, trigger, mention, role), mention.entity))
        return found

    def _object(self, page: Page, trigger: Trigger) -> ParticipantRole:
        """Role of the name right after: `menangkap A`, `penangkapan A`, but `serangan A`, `ditangkap A`."""
        if trigger.voice != "noun":
            return "agent" if trigger.voice == "passive" else "patient"
        word = page.words[trigger.first].low
        return "patient" if word.startswith("pe") and word.endswith("an") else "agent"

    def _led(self, page: Page, trigger: Trigger, mention: EntityMention) -> ParticipantRole | None:
        """Role by the preposition up to four words before a mention."""
        index = page.word_at(mention.start)
        for position in range(index - 1, max(trigger.last, index - 5), -1):
            word = page.words[position].low
            if word in self.roles["passive_agent"]:
                return "agent"
            if word in self.roles["with"] or word in self.roles["between"]:
                return "counterpart"
            if word in self.roles["toward"]:
                return "patient"
        return None

    def _brought_in(self, page: Page, trigger: Trigger, mentions: list[EntityMention]) -> list[Part]:
        """Those that `oleh`, `dengan`, `melawan` bring in after the trigger, whatever the parse says of them."""
        edge = page.next_trigger(trigger.last)
        found: list[Part] = []
        for mention in mentions:
            led = self._led(page, trigger, mention) if trigger.end <= mention.start < edge else None
            if led in {"agent", "counterpart"}:
                found.append(Part(self._role(page, trigger, mention, led), mention.entity))
        return found

    def _both(self, page: Page, trigger: Trigger, low: int, high: int) -> list[Part]:
        """The two last named of `konflik antara kedua negara`, `pertandingan kedua tim`."""
        first, last = page.word_at(low), page.word_at(high - 1)
        for before, word in pairwise(page.words[first : last + 1]):
            if before.low in self.roles["both"] and word.low in self.roles["sides"]:
                country = word.low == "negara"
                named = page.entities.within(max(page.body, before.start - REPORT * 3), before.start)
                fitting = [m.entity for m in named if (m.entity in page.countries if country else m.kind != "person")]
                pair = list(dict.fromkeys(reversed(fitting)))[:2]
                return [Part("participant", entity) for entity in reversed(pair)] if len(pair) == 2 else []
        return []

    def _speakers(self, page: Page, trigger: Trigger) -> list[Part]:
        """Who speaks at it: `kata Budi dalam webinar`."""
        sentence = page.sentences[page.words[trigger.first].sentence][0]
        near = page.entities.within(max(sentence, trigger.start - REPORT), trigger.start)
        speaking = [m for m in near if m.start in page.speakers]
        return [Part(self._role(page, trigger, m, "participant"), m.entity) for m in speaking[-1:]]

    def _behind_yang(self, page: Page, trigger: Trigger) -> list[Part]:
        """Find the actor of `serangan yang dilancarkan (oleh) Israel`, `rapat yang dipimpin Jokowi`."""
        words = page.words
        if trigger.voice != "noun":
            return []
        for position in range(trigger.last + 1, min(trigger.last + 5, len(words) - 2)):
            if _HARD & set(words[position].gap) or words[position].sentence != words[trigger.last].sentence:
                break
            if words[position].low in self.roles["relative"]:
                verb = position + 1
                if not (words[verb].low.startswith("di") and self.looks_verbal(words[verb].low)):
                    break
                return self._actors(page, trigger, words[verb].end)
        return []

    def _actors(self, page: Page, trigger: Trigger, offset: int) -> list[Part]:
        """Mentions that follow at once after `offset`, perhaps after `oleh` and a title."""
        found: list[Part] = []
        for mention in self.mentions(page, trigger, offset, min(len(page.text), offset + 3 * WIDE)):
            gap = page.text[offset : mention.start]
            near = len(gap.split()) <= 4 and not (_SOFT & set(gap))
            if not (found or near) or (found and gap.strip(" ,").lower() not in self.roles["row"]):
                break
            if self._acts(page, trigger, mention):
                found.append(Part(self._role(page, trigger, mention, "agent"), mention.entity))
            offset = mention.end
        return found

    def _joined(self, page: Page, first: EntityMention, second: EntityMention) -> bool:
        """Whether two mentions are coordinated: `A dan B`, `A, B`, also with titles between."""
        between = page.text[first.end : second.start]
        if len(between) > 150 or _HARD & set(between):
            return False
        words = [word.strip(",()") for word in between.lower().split()]
        if any(self.looks_verbal(word) or word in self.roles["location"] for word in words):
            return False
        return "," in between or any(word in self.roles["join"] for word in words) or between.strip() in ("-", "/", "–")

    def _role(self, page: Page, trigger: Trigger, mention: EntityMention, role: ParticipantRole) -> ParticipantRole:
        rows = self.table.types[trigger.entry.type]
        if rows.get("authority") and self._official(page, mention):
            return "authority"
        if rows.get("symmetric"):
            return "participant"
        last = page.word_at(max(mention.start, mention.end - 1))
        if any(word.low in self.roles["victim"] for word in page.words[last + 1 : trigger.first][-3:]):
            return "patient"  # `Budi menjadi korban perampokan`
        beside = trigger.voice == "noun" and not page.text[trigger.end : max(trigger.end, mention.start)].strip()
        if rows.get("complement") == "patient" and role == "agent" and beside and mention.start > trigger.start:
            return "patient"  # `sidang Budi`, but `tuntutan jaksa KPK`
        acting = page.words[trigger.first].low in rows.get("acting", ())
        if role == "agent" and rows.get("subject") == "patient" and trigger.voice != "passive" and not acting:
            role = "patient"
        employs = mention.kind == "organisation" and trigger.entry.type in self.roles["human_patients"]
        return "participant" if employs and role == "patient" else role  # `mundur dari kursi ketua Partai X`


def _abbreviates(page: Page, mention: EntityMention, low: int) -> bool:
    """Whether a mention in brackets only abbreviates one before it, from `low` on: `Badan Geologi (BG)`."""
    before = page.entities.within(max(low, mention.start - WIDE), mention.start)[-1:]
    return bool(before) and before[0].entity == mention.entity and page.text[before[0].end : mention.start] == " ("
