"""The tokenizer: one pattern, read from left to right, the first alternative that fits wins.

Words, reduplications (``anak-anak``), names that go on in small letters (``Kim Jong-un``), numbers, dates
(``20/10/2016``), clock times (``19.30``), web names and dotted abbreviations stay whole. A hyphen between two names
is a token (``Surabaya-Malang``). Glued words of scraped pages are cut where a capital or a name known from elsewhere
shows the seam (``JakartaKementerian``, ``Netanyahumengatakan``). Enclitics stay on their word; see :mod:`.clitics`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from beritanlp.language.verbs import VerbShapes
from beritanlp.lexicon import Lexicon, load_lexicon

# where two words were glued; letters on both sides
SEAM = r"""(?:
    (?<=\p{Ll}{2})(?<!\b\L<prefixes>)(?=\p{Lu}\p{Ll}{2})(?!\L<suffixes>\b)  # Jakarta|Kementerian, not KemenPAN
  | (?<=\p{Lu}{2})(?=\p{Lu}\p{Ll}{2})(?!\p{Lu}(?:nya|lah|kah|pun|\L<glue>)\b)  # DPR|Wiratama, not BUMNnya
  | (?<=\p{Ll}{2})(?<!\b\L<prefixes>)(?=\p{Lu}{2})                          # Komisi|III
  | (?<=\d)(?=\p{Lu}\p{Ll}{2})                                              # 2025|Presiden
  | (?<=\b(?:Di|Ke))(?=\p{Lu}\p{Ll}{2})                                    # Di|Jakarta
)"""
LETTER = r"[\p{L}\p{M}\p{N}]"
WORD_PART = rf"{LETTER}(?:(?!{SEAM})[\p{{L}}\p{{M}}\p{{N}}_])*+"
# no hyphen of a word: Surabaya-Malang (as in UD), JAKARTA-Polisi (a dateline), KPK-nya, pro-Eropa
HYPHEN = r"(?:(?<!\b\p{Lu}\w{1,30}(?=-\p{Lu}\w))(?<!\p{Lu}\w{0,30}(?=-nya\b))(?<!\b\L<before_names>(?=-\p{Lu}))-)"
DOMAIN = r"(?:com|net|org|info|news|tv|(?:co|go|ac|or|sch)\.id|id|co|au|uk|my|sg)"

TOKEN = rf"""
    \s++
  | \p{{Lu}}?+\p{{Ll}}++(?=[\s,])                                     # most words, for speed
  | (?:https?://|www\.)[^\s,;“”"<>()]*[^\s,;“”"<>().!?]             # https://x.id/a-b, www.x.co.id
  | [\w.+-]{{1,64}}+@[\w-]{{1,63}}+(?:\.[\w-]{{1,63}}+){{1,4}}                                # redaksi@x.co.id
  | (?<!\w)[@\#]\w[\w.]*+(?<!\.)                                    # @akun, #tagar
  | [\w-]{{1,63}}+(?:\.[\w-]{{1,63}}+){{0,4}}?\.{DOMAIN}(?!\w|\.\p{{Ll}})(?:/[\w./?=&%-]*[\w/])?   # KOMPAS.com
  | (?<!{LETTER})\L<listed>(?:nya)?+(?!{LETTER})                    # Ph.D., PT., YouTube
  | (?<!{LETTER})(?:\p{{Lu}}\.){{2,}}(?:\p{{Lu}}(?!{LETTER}))?+     # B.J., S.H.I
  | (?<!{LETTER})\p{{Lu}}\.\p{{Lu}}(?!{LETTER})                     # D.C
  | (?<=(?:^|\p{{Lu}}[\p{{Ll}}.]{{0,30}}|\b(?:drg?|jl|ir)\.)[ ])\p{{Lu}}\.(?=[ ]?\p{{Lu}}\p{{Ll}})  # Ratna W. Putri
  | (?:Rp|US\$|A\$|S\$|HK\$|[$€£¥])(?=\.?\s?\d)                     # Rp1.500
  | \d++-\d++-\d++(?!{LETTER})                                      # 12-4-2020, 0811-2021-911
  | \d++(?:[.,:/]\d++)*+(?:-?an\b)?+(?!{LETTER}(?<!{SEAM}.))        # 1.500.000, 20/10/2016, 1950-an
  | (\p{{Lu}}\p{{Ll}}++)-\1(?!{LETTER})                              # Undang-Undang
  | {WORD_PART}(?:(?:{HYPHEN}|['’‘`&]|(?<=[IVX])/(?=\d)|(?<=\d)[.,](?=\d)){WORD_PART})*+  # Ma'ruf, II/2007, v9.1
  | \.\.+ | --+ | ``+ | ''+
  | .
"""


ROMAN = regex.compile(r"(?:X{0,3}(?:IX|IV|V?I{0,3}))(?=\p{Lu}{2,}$)")  # Komisi III|DPR
ROMAN_LETTERS = frozenset("IVXLCDM")
LONGEST_GLUED = 60  # letters; longer runs are no glued words
SHORTEST_COMMON = 5  # letters of a common word that may be cut off a name
SHORTEST_PROPER = 3  # letters of that name
SHORTEST_NAME = 4  # letters of a name that may be cut off a glued word
SHORTEST_LAST = 6  # letters of a word glued to one in small letters: `hari` would cut `matahari`
SHORTEST_HEADED = 8  # letters of a word that begins with `ini` or `itu`: `inimasih`


class NewsTokenizer(DummyTokenizer):
    """Cuts text into tokens; built from the lexicon alone, so it has nothing to serialise.

    Parameters
    ----------
    vocab
        The vocabulary of the Docs it makes.
    lexicon
        Words that are one token however they are written: abbreviations, names in camel case.
    """

    def __init__(self, vocab: Vocab, lexicon: Lexicon) -> None:
        self.vocab = vocab
        self._token = _compile(lexicon)
        self._glued = Deglue(lexicon)

    def __call__(self, text: str) -> Doc:
        """Tokens of a text; ``doc.text == text`` always."""
        words: list[str] = []
        spaces: list[bool] = []
        for piece in self._unglued([match[0] for match in self._token.finditer(text)]):
            if piece[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
                piece = piece[1:]
            if piece:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def _unglued(self, pieces: list[str]) -> Iterator[str]:
        known = {piece for piece in pieces if piece[0].isupper()}
        for piece in pieces:
            cut = self._glued.seam(piece, known) if piece in known else self._glued.seam_of_words(piece)
            yield from (piece,) if cut is None else (piece[:cut], piece[cut:])


class Deglue:
    """Finds where a scraper glued a name to the word after it: ``Netanyahumengatakan``.

    Parameters
    ----------
    lexicon
        ``glue`` lists the words that get glued on, the gazetteer gives the places.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["glue"]
        self._words = frozenset(table["words"])
        self._first_parts = frozenset(table["first_parts"])
        self._heads = tuple(table["heads"])
        self._common = lexicon.words("common_words")
        is_verb = VerbShapes(lexicon)
        self._verbs = frozenset(filter(is_verb, self._common))
        self._name_words = {row["word"]: row["kinds"] for row in lexicon.rows("name_words")}
        self._after_places = frozenset(table["after_places"])
        self._places = frozenset(
            name
            for row in lexicon.rows("places")
            if row["kind"] in {"country", "province", "city"}
            for name in [row["name"], *row["aliases"].split("|")]
            if name.isalpha() and len(name) >= SHORTEST_NAME
        )

    def seam(self, word: str, known: set[str]) -> int | None:
        """Index of the seam in `word`, or None; `known` are the capitalised words of the text.

        Examples
        --------
        >>> from beritanlp.lexicon import Lexicon
        >>> Deglue(Lexicon()).seam("Netanyahumengatakan", {"Netanyahu"})
        9
        """
        if word in self._places or len(word) > LONGEST_GLUED:
            return None
        numeral = ROMAN.match(word)
        if numeral and numeral[0] and not ROMAN_LETTERS.issuperset(word) and word[numeral.end() :] in known:
            return numeral.end()
        for cut in range(len(word) - 2, 1, -1):
            name, rest = word[:cut], word[cut:]
            if rest in self._words and (self._is_name(name, known) or self._is_persons(name, rest, word)):
                return cut
            if len(rest) >= SHORTEST_LAST and rest in self._verbs and name in self._places:
                return cut
            if len(rest) >= SHORTEST_COMMON and rest in self._common and self._is_proper(name, known):
                return None if word.lower() in self._common else cut
            if rest in self._after_places and name in self._places:
                return cut
        return None

    def seam_of_words(self, word: str) -> int | None:
        """Index of the seam between two words in small letters, or None.

        Examples
        --------
        >>> from beritanlp.lexicon import Lexicon
        >>> deglue = Deglue(Lexicon())
        >>> deglue.seam_of_words("warganyamengatakan"), deglue.seam_of_words("pertanggungjawaban")
        (8, None)
        """
        if not SHORTEST_HEADED <= len(word) <= LONGEST_GLUED or word in self._common:
            return None
        head = next((h for h in self._heads if word.startswith(h) and word[len(h) :] in self._words), None)
        if head is not None:
            return len(head)
        for cut in range(SHORTEST_NAME, len(word) - SHORTEST_LAST + 1):
            if word[cut:] in self._words and word[:cut] in self._common:
                return cut
        return None

    def _is_proper(self, name: str, known: set[str]) -> bool:
        """A capitalised word of the text that is no common word: `Fed`, but not `Kali` of `Kalimantan`."""
        if len(name) < SHORTEST_PROPER or name in self._first_parts:
            return False
        return name in known and name.lower() not in self._common

    def _is_persons(self, name: str, rest: str, word: str) -> bool:
        """A name known from persons: `Pratama|memang`; short words end other names: `Nuraini`, `Mayapada`."""
        long_enough = len(name) >= SHORTEST_NAME and len(rest) >= SHORTEST_COMMON
        listed = word in self._name_words or word.lower() in self._common
        return long_enough and not listed and "P" in self._name_words.get(name, "")

    def _is_name(self, name: str, known: set[str]) -> bool:
        """A name known from the text or the gazetteer; an acronym always is one."""
        return (len(name) >= SHORTEST_NAME and (name in known or name in self._places)) or name.isupper()


def _compile(lexicon: Lexicon) -> regex.Pattern[str]:
    table = lexicon["abbreviations"]
    groups = [*table["abbreviations"].values(), *table["camelcase"].values()]
    return regex.compile(
        TOKEN,
        regex.VERBOSE | regex.DOTALL | regex.VERSION1,
        listed={word for group in groups for word in group},
        prefixes=table["camelcase_prefixes"]["words"],
        before_names=table["prefixes_of_names"]["words"],
        suffixes=table["camelcase_suffixes"]["words"],
        glue=lexicon["glue"]["words"],
    )


@registry.tokenizers("beritanlp.Tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer(lexicon: str | None = None) -> Callable[[Language], NewsTokenizer]:
    """Factory of the tokenizer for a spaCy config.

    Parameters
    ----------
    lexicon
        Path of a TOML file with additions to the lexicon.

    Examples
    --------
    >>> import spacy
    >>> nlp = spacy.blank("xx")
    >>> nlp.tokenizer = make_tokenizer()(nlp)
    >>> [t.text for t in nlp("Anak-anak di D.C, kata Prof. Kim Jong-un (19.30).")]
    ['Anak-anak', 'di', 'D.C', ',', 'kata', 'Prof.', 'Kim', 'Jong-un', '(', '19.30', ')', '.']
    """
    return lambda nlp: NewsTokenizer(nlp.vocab, load_lexicon(lexicon))
