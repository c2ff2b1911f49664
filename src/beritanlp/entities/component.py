"""spaCy component of the entities room: mentions to people, organisations and places."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from beritanlp.annotations import annotations_of, text_of
from beritanlp.entities.coreference import CoreferenceFinder, Named, Reference
from beritanlp.entities.gazetteer import Gazetteer
from beritanlp.entities.groups import find_groups
from beritanlp.entities.mentions import MentionFinder
from beritanlp.entities.names import NameMention
from beritanlp.entities.organisations import OrganisationCluster, OrganisationMerger, OrganisationWords
from beritanlp.entities.people import PeopleMerger, PersonCluster
from beritanlp.entities.places import PlaceCluster, PlaceMerger
from beritanlp.entities.roles import RoleFinder
from beritanlp.entities.titles import Titles
from beritanlp.language.quotation import find_quoted
from beritanlp.lexicon import load_lexicon

Record = dict[str, Any]
CLITIC = "nya"
Chars = tuple[int, int]  # characters from the first up to the second


def _ends_in_clitic(token: Token) -> bool:
    """`penasihat hukumnya`: the role of somebody else's counsel."""
    return token.is_lower and token.text.endswith(CLITIC) and len(token) > 2 * len(CLITIC)


class _TokenNames:
    """The mentions by token, for the roles beside them."""

    def __init__(self, doc: Doc, mentions: list[NameMention]) -> None:
        self.tokens: dict[NameMention, tuple[int, int]] = {}
        self._persons: set[int] = set()
        self._bodies: dict[int, int] = {}
        for mention in mentions:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            assert span is not None  # a mention holds at least one character of a token
            self.tokens[mention] = span.start, span.end
            if mention.kind == "person":
                self._persons.update(range(span.start, span.end))
            else:
                self._bodies.update(dict.fromkeys(range(span.start, span.end), span.start))

    def is_person(self, i: int) -> bool:
        return i in self._persons

    def is_body(self, i: int) -> bool:
        return i in self._bodies

    def body_start(self, i: int) -> int:
        return self._bodies.get(i, i)


class EntitiesRoom:
    """Writes ``people``, ``organisations`` and ``places`` into the annotations."""

    def __init__(self, lexicon: str | None = None) -> None:
        words = load_lexicon(lexicon)
        titles = Titles(words)
        self._organisation_words = OrganisationWords(words)
        self._gazetteer = Gazetteer(words)
        self._mentions = MentionFinder(words, titles, self._gazetteer, self._organisation_words)
        self._people = PeopleMerger(words)
        self._places = PlaceMerger(self._gazetteer, words)
        self._organisations = OrganisationMerger(self._organisation_words, self._gazetteer, words)
        self._roles = RoleFinder(titles)
        self._titles = titles
        self._coreference = CoreferenceFinder(words, titles)
        if not Doc.has_extension("entities"):
            Doc.set_extension("entities", getter=entities_of)

    def __call__(self, doc: Doc) -> Doc:
        """Read names into entities."""
        text = text_of(doc)
        mentions = self._mentions(doc)
        by_kind = {kind: [m for m in mentions if m.kind == kind] for kind in ("person", "organisation", "place")}
        organisations = self._organisations(text, by_kind["organisation"])
        places = self._places(text, by_kind["place"])
        people = self._people(text, by_kind["person"])

        ids: dict[NameMention, str] = {}
        for letter, mentions_of in (
            ("o", [cluster.mentions for cluster in organisations]),
            ("l", [cluster.mentions for cluster in places]),
            ("p", [cluster.mentions for cluster in people]),
        ):
            for number, cluster_mentions in enumerate(mentions_of, 1):
                ids.update(dict.fromkeys(cluster_mentions, f"{letter}{number}"))
        role_spans = self._find_roles(doc, people, mentions)
        roles = {f"p{n}": [text[a:b] for a, b in spans] for n, spans in enumerate(role_spans, 1)}
        references = self._refer(doc, mentions, ids, places, roles)
        pronouns = _pronoun_mentions(text, references)

        data = annotations_of(doc)
        data["organisations"] = [
            self._organisation(f"o{n}", cluster, pronouns) for n, cluster in enumerate(organisations, 1)
        ]
        data["places"] = [_place(f"l{n}", cluster, pronouns) for n, cluster in enumerate(places, 1)]
        data["people"] = [
            self._person(text, f"p{n}", cluster, spans, mentions, ids, pronouns)
            for n, (cluster, spans) in enumerate(zip(people, role_spans, strict=True), 1)
        ]
        data["roles"] = sorted({span for spans in role_spans for span in spans})
        return doc

    def _find_roles(self, doc: Doc, people: list[PersonCluster], mentions: list[NameMention]) -> list[list[Chars]]:
        """Character ranges of each person's roles, in text order."""
        names = _TokenNames(doc, mentions)
        found: list[list[Chars]] = []
        for cluster in people:
            ranges = []
            for mention in cluster.mentions:
                start, end = names.tokens[mention]
                after = self._roles.after(doc, end, names)
                for first, last in [*self._roles.before(doc, start, end, names), *([after] if after else [])]:
                    end = doc[last - 1].idx + len(doc[last - 1])
                    ranges.append((doc[first].idx, end - len(CLITIC) if _ends_in_clitic(doc[last - 1]) else end))
            found.append(sorted(ranges))
        return found

    def _refer(
        self,
        doc: Doc,
        mentions: list[NameMention],
        ids: dict[NameMention, str],
        places: list[PlaceCluster],
        roles: dict[str, list[str]],
    ) -> list[Reference]:
        countries = {f"l{n}" for n, cluster in enumerate(places, 1) if cluster.kind == "country"}

        def named(mention: NameMention) -> Named:
            entity = ids[mention]
            return Named(mention.start, mention.end, entity, "country" if entity in countries else mention.kind)

        names = [named(m) for m in mentions]
        groups = [[named(m) for m in group] for group in find_groups(text_of(doc), mentions)]
        return self._coreference(doc, names, groups, roles, find_quoted(text_of(doc)))

    def _person(
        self,
        text: str,
        identifier: str,
        cluster: PersonCluster,
        role_spans: list[Chars],
        mentions: list[NameMention],
        ids: dict[NameMention, str],
        pronouns: dict[str, list[Record]],
    ) -> Record:
        references = pronouns.get(identifier, [])
        told = [r for r in references if not any(a <= r["start"] < b for a, b in role_spans)]
        described = [(r, role) for r in told if (role := self._titles.role_of(r["text"]))]
        roles = [*(text[a:b] for a, b in role_spans), *(role for _, role in described)]
        spans = [*role_spans, *((r["start"], r["start"] + len(role)) for r, role in described)]
        affiliations = [
            ids[m] for a, b in spans for m in mentions if a <= m.start and m.end <= b and m.kind != "person"
        ]
        return {
            "id": identifier,
            "name": cluster.name,
            "aliases": cluster.aliases(),
            "roles": list(dict.fromkeys(roles)),
            "affiliations": list(dict.fromkeys(affiliations)),
            "mentions": _mentions(cluster.mentions, references),
        }

    def _organisation(self, identifier: str, cluster: OrganisationCluster, pronouns: dict[str, list[Record]]) -> Record:
        return {
            "id": identifier,
            "name": cluster.name,
            "acronym": cluster.acronym,
            "aliases": cluster.aliases(),
            "kind": self._organisation_words.kind(cluster.name),
            "mentions": _mentions(cluster.mentions, pronouns.get(identifier, [])),
        }


def _place(identifier: str, cluster: PlaceCluster, pronouns: dict[str, list[Record]]) -> Record:
    known = cluster.known
    return {
        "id": identifier,
        "name": cluster.name,
        "aliases": cluster.aliases(),
        "kind": cluster.kind,
        "country": known.country if known else None,
        "code": known.code if known else None,
        "lat": known.lat if known else None,
        "lon": known.lon if known else None,
        "mentions": _mentions(cluster.mentions, pronouns.get(identifier, [])),
    }


def _mentions(names: list[NameMention], references: list[Record]) -> list[Record]:
    by_name = [{"start": m.start, "end": m.end, "text": m.text, "pronoun": False} for m in names]
    return sorted([*by_name, *references], key=lambda m: (m["start"], m["end"]))


def _pronoun_mentions(text: str, references: list[Reference]) -> dict[str, list[Record]]:
    """Entity id to its mentions by pronoun or description."""
    found: dict[str, list[Record]] = {}
    for ref in references:
        for entity in ref.entities:
            found.setdefault(entity, []).append(
                {"start": ref.start, "end": ref.end, "text": text[ref.start : ref.end], "pronoun": True}
            )
    return found


def entities_of(doc: Doc) -> list[Record]:
    """``doc._.entities``: all people, organisations and places, as plain data."""
    data = annotations_of(doc)
    return [*data.get("people", []), *data.get("organisations", []), *data.get("places", [])]


@Language.factory(
    "berita_entities",
    requires=["doc.ents", "token.is_sent_start"],
    assigns=["doc._.entities", "doc.user_data"],
    default_config={"lexicon": None},
)
def make_entities(nlp: Language, name: str, lexicon: str | None = None) -> EntitiesRoom:
    """Make the component: one record per person, organisation and place."""
    return EntitiesRoom(lexicon)
