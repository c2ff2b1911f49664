"""One record per place, by the gazetteer where it knows the name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from beritanlp.entities.gazetteer import Gazetteer, GazetteerPlace, PlaceKind
from beritanlp.entities.names import NameMention


@dataclass(slots=True)
class PlaceCluster:
    """A place in the making."""

    known: GazetteerPlace | None
    mentions: list[NameMention] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Fullest form in the article; a nickname (`Negeri Paman Sam`) or capitals alone (a dateline) are poorer."""
        return min(self.mentions, key=lambda m: (m.text.isupper(), self._is_nickname(m), -len(m.text), m.start)).text

    def _is_nickname(self, mention: NameMention) -> bool:
        if self.known is None:
            return False
        usual, form = self.known.name.casefold(), mention.text.casefold()
        return usual not in form and form not in usual

    def aliases(self) -> list[str]:
        """Other forms, in text order."""
        forms = dict.fromkeys(m.text for m in sorted(self.mentions, key=lambda m: m.start))
        return [form for form in forms if form != self.name]

    @property
    def kind(self) -> PlaceKind:
        """Kind by the gazetteer, else by the recogniser's label."""
        if self.known is not None:
            return self.known.kind
        return "facility" if any(m.label == "FAC" for m in self.mentions) else "other"


def merge_places(gazetteer: Gazetteer, mentions: Iterable[NameMention]) -> list[PlaceCluster]:
    """Clusters in the order of their first mention."""
    clusters: dict[str, PlaceCluster] = {}
    for mention in mentions:
        known = gazetteer.find(mention.text) if mention.label != "FAC" else None
        key = f"known:{known.name}" if known else mention.key
        clusters.setdefault(key, PlaceCluster(known)).mentions.append(mention)
    return list(clusters.values())
