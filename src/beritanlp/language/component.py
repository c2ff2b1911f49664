"""spaCy component of the language room: sentences, furniture, dateline, clitics."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from beritanlp.annotations import annotations_of, text_of
from beritanlp.language.clitics import CliticFinder
from beritanlp.language.dateline import DatelineFinder
from beritanlp.language.furniture import FurnitureFinder
from beritanlp.language.sentences import SentenceSplitter
from beritanlp.lexicon import load_lexicon


class LanguageRoom:
    """Sets sentence starts and ``token._.clitic``; marks page furniture and the dateline."""

    def __init__(self, model: str, lexicon: str | None = None) -> None:
        words = load_lexicon(lexicon)
        self._meta = {"model": model, "lexicon": words.version}
        self._sentences = SentenceSplitter(words)
        self._furniture = FurnitureFinder(words)
        self._dateline = DatelineFinder(words)
        clitic = CliticFinder(words)
        if not Token.has_extension("clitic"):
            Token.set_extension("clitic", getter=clitic.of_token)

    def __call__(self, doc: Doc) -> Doc:
        """Set sentence starts; note furniture, dateline and outlet."""
        self._sentences(doc)
        data = annotations_of(doc)
        data["meta"] = self._meta
        data["furniture"] = self._furniture(text_of(doc))
        data["dateline"] = dateline = self._dateline(text_of(doc))
        if dateline and not data.get("outlet"):
            data["outlet"] = self._dateline.outlet_of(dateline["outlet"])
        return doc


@Language.factory(
    "berita_language",
    assigns=["token.is_sent_start", "token._.clitic", "doc.user_data"],
    default_config={"lexicon": None},
)
def make_language(nlp: Language, name: str, lexicon: str | None = None) -> LanguageRoom:
    """Make the component: sentences, page furniture, dateline and enclitics."""
    model = f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"
    return LanguageRoom(model, lexicon)
