"""spaCy component of the quotes room: who said what."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from beritanlp.annotations import annotations_of, set_spans, text_of
from beritanlp.entities.index import KINDS, EntityIndex
from beritanlp.language.quotation import find_quoted
from beritanlp.lexicon import load_lexicon
from beritanlp.quotes.asides import Asides
from beritanlp.quotes.cues import CueFinder
from beritanlp.quotes.direct import DirectQuoteFinder
from beritanlp.quotes.found import FoundQuote
from beritanlp.quotes.indirect import IndirectQuoteFinder
from beritanlp.quotes.occasion import Occasion, OccasionFinder
from beritanlp.quotes.reading import Reading
from beritanlp.quotes.speakers import Attribution, SpeakerFinder
from beritanlp.records import Span

Record = dict[str, Any]
CONTINUATION_REACH = 400  # characters between a quote without cue and the speech it continues


class QuotesRoom:
    """Writes ``quotes`` and ``speakers`` into the annotations and ``doc.spans["quotes"]``."""

    def __init__(self, lexicon: str | None = None) -> None:
        words = load_lexicon(lexicon)
        self._cues = CueFinder(words)
        self._direct = DirectQuoteFinder(words, self._cues)
        self._indirect = IndirectQuoteFinder(words, self._cues)
        self._speaker = SpeakerFinder(words)
        self._occasion = OccasionFinder(words)

    def __call__(self, doc: Doc) -> Doc:
        """Find quotes and their speakers."""
        reading, index = Reading(doc), EntityIndex(doc)
        found = self._attributed(reading, index, self._find(doc, reading, index))
        data = annotations_of(doc)
        occasions = [self._occasion(reading.text, quote, data, index) for quote in found]
        data["quotes"], data["speakers"] = _Recorder(doc, found, occasions).records()
        set_spans(doc, "quotes", [(q["span"]["start"], q["span"]["end"], q["kind"]) for q in data["quotes"]])
        return doc

    def _find(self, doc: Doc, reading: Reading, index: EntityIndex) -> list[FoundQuote]:
        quoted = find_quoted(text_of(doc))
        times = [(t["span"]["start"], t["span"]["end"]) for t in annotations_of(doc).get("times", [])]
        direct = self._direct(reading, quoted)
        indirect = self._indirect(reading, quoted, direct, Asides(times, index))
        return sorted([*direct, *indirect], key=lambda quote: quote.start)

    def _attributed(self, reading: Reading, index: EntityIndex, found: list[FoundQuote]) -> list[FoundQuote]:
        """The quotes with their speakers, without those of a thing; one without cue continues the speech beside it."""
        kept: list[FoundQuote] = []
        for quote in found:
            if quote.rule == "direct-colon" and quote.clause is not None:
                quote.attribution = self._speaker.named_in(reading, index, *quote.clause)
                if quote.attribution.entities:
                    kept.append(quote)
                continue
            if quote.shares_speaker and kept:
                quote.attribution = kept[-1].attribution
            elif quote.cue is not None and quote.clause is not None:
                quote.attribution = self._speaker(reading, index, quote.cue, *quote.clause)
                if (
                    quote.attribution.is_unknown
                    and quote.kind != "direct"
                    and self._speaker.is_thing(reading, quote.cue, quote.clause[0])
                ):
                    continue
            kept.append(quote)
        for i, quote in enumerate(kept):
            if quote.rule == "direct-uncued":
                quote.attribution = (
                    self._beside(reading, index, quote)
                    or self._continued(kept, i)
                    or self._speaker.lone_person(reading, index, quote.start)
                )
        for quote in kept:
            if quote.attribution.is_unknown:
                quote.attribution.candidates.extend(self._speaker.nearby(index, quote.start))
        return kept

    def _beside(self, reading: Reading, index: EntityIndex, quote: FoundQuote) -> Attribution | None:
        """The speaker that the sentence before or after a quote without cue tells: `Hal itu disampaikan Budi`."""
        for sentence in (reading.sentence_after(quote.parts[-1][1]), reading.sentence_before(quote.start)):
            cue = self._cues.passive_report(reading.tokens(*sentence)) if sentence else None
            if sentence is not None and cue is not None:
                attribution = self._speaker(reading, index, cue, *sentence)
                if attribution.entities:
                    return Attribution(None, attribution.entities)
        return None

    @staticmethod
    def _continued(found: list[FoundQuote], i: int) -> Attribution | None:
        """The speaker of the quote near before, else near behind."""
        quote = found[i]
        if i and quote.start - found[i - 1].parts[-1][1] < CONTINUATION_REACH:
            beside = found[i - 1].attribution
        elif i + 1 < len(found) and found[i + 1].start - quote.parts[-1][1] < CONTINUATION_REACH:
            beside = found[i + 1].attribution
        else:
            return None
        return Attribution(None, beside.entities, beside.description)


class _Recorder:
    """Writes quotes and speakers as records."""

    def __init__(self, doc: Doc, found: list[FoundQuote], occasions: list[Occasion]) -> None:
        self.text = text_of(doc)
        data = annotations_of(doc)
        self.entities: dict[str, tuple[str, Record]] = {
            record["id"]: (kind, record) for kind, key in KINDS.items() for record in data.get(key, [])
        }
        self.found, self.occasions = found, occasions
        self.speakers: dict[str, Record] = {}

    def records(self) -> tuple[list[Record], list[Record]]:
        """Quotes and speakers, in text order."""
        quotes = [
            self._quote(f"q{n}", quote, occasion)
            for n, (quote, occasion) in enumerate(zip(self.found, self.occasions, strict=True), 1)
        ]
        return quotes, list(self.speakers.values())

    def _quote(self, identifier: str, quote: FoundQuote, occasion: Occasion) -> Record:
        attribution = quote.attribution
        return {
            "id": identifier,
            "kind": quote.kind,
            "span": self._span(quote.main),
            "parts": [self._span(part) for part in quote.parts],
            "cue": self._span((quote.cue.start, quote.cue.end)) if quote.cue else None,
            "stance": quote.cue.stance if quote.cue else "neutral",
            "speakers": self._speaker_ids(identifier, attribution),
            "candidates": [
                {"entity": m.entity, "mention": self._span((m.start, m.end)), "score": score}
                for m, score in attribution.candidates
            ],
            "speaker_mention": self._span(attribution.mention) if attribution.mention else None,
            "time": occasion.time,
            "place": occasion.place,
            "occasion": self._span(occasion.span) if occasion.span else None,
            "rule": quote.rule,
        }

    def _speaker_ids(self, quote: str, attribution: Attribution) -> list[str]:
        keys = list(attribution.entities) or ([attribution.description] if attribution.description else [])
        ids = []
        for key in keys:
            speaker = self.speakers.setdefault(key, self._speaker(key))
            speaker["quotes"].append(quote)
            ids.append(speaker["id"])
        return ids

    def _speaker(self, key: str) -> Record:
        kind, record = self.entities.get(key, ("unnamed", {"name": key}))
        return {
            "id": f"s{len(self.speakers) + 1}",
            "entity": record.get("id"),
            "name": record["name"],
            "kind": kind,
            "roles": record.get("roles", []),
            "affiliations": record.get("affiliations", []),
            "quotes": [],
        }

    def _span(self, span: tuple[int, int]) -> Record:
        return Span.of(self.text, *span).model_dump()


@Language.factory(
    "berita_quotes",
    requires=["doc._.entities"],
    assigns=["doc.spans", "doc.user_data"],
    default_config={"lexicon": None},
)
def make_quotes(nlp: Language, name: str, lexicon: str | None = None) -> QuotesRoom:
    """Make the component: direct, indirect and mixed quotes with their speakers."""
    return QuotesRoom(lexicon)
