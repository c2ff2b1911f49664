"""The spaCy component ``berita_dates``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from beritanlp.annotations import annotations_of, set_spans, text_of
from beritanlp.dates.find import read
from beritanlp.lexicon import load_lexicon


class Dates:
    """Writes the times of a Doc, and the day it speaks from when none is given.

    ``annotations_of(doc)`` gets ``times``, ``published`` and ``published_source``; ``doc.spans["times"]`` shows
    the times under their TIMEX3 types. It holds nothing but its settings.
    """

    def __init__(self, lexicon: str | None = None) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Find the times of a Doc."""
        data = annotations_of(doc)
        given = data.get("published")
        dated = read(text_of(doc), given, load_lexicon(self.lexicon), data.get("furniture", ()))
        if not given:
            data["published"] = dated.published
        data["published_source"] = dated.source
        data["times"] = [time.model_dump() for time in dated.times]
        set_spans(doc, "times", [(t.span.start, t.span.end, t.type) for t in dated.times])
        return doc


@Language.factory("berita_dates", assigns=["doc.spans", "doc.user_data"], default_config={"lexicon": None})
def make_dates(nlp: Language, name: str, lexicon: str | None) -> Dates:
    """Make the component; `lexicon` is the path of a TOML file with additions."""
    return Dates(lexicon)
