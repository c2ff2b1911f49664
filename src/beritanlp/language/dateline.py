"""The dateline: outlet and place before the first sentence, in the forms of Indonesian outlets.

======================================  ==============================
``JAKARTA, KOMPAS.com - Presiden ...``   place, outlet, dash
``Liputan6.com, Jakarta - Presiden``     outlet, place, dash
``Liputan6.com, JakartaPresiden``        the same, dash lost by a scraper
``Semarang (ANTARA) - Polisi``           place, outlet in brackets
``KONTAN.CO.ID - JAKARTA. Polisi``       outlet, dash, place in capitals
``Suara.com - Polisi``                   outlet alone
``MALANG- Polisi``                       place alone
======================================  ==============================
"""

from __future__ import annotations

from typing import Any

import regex

from beritanlp.lexicon import Lexicon

DASH = r"\s*+(?:--|[-–—:|])"
SPACED_DASH = rf"{DASH}(?=\s|\p{{Lu}}\p{{Ll}})"  # not the hyphen of POS-KUPANG.COM
COMMA = r"[ \xa0]*+,[ \xa0]*+"
OUTLET = r"(?P<outlet>[^,()\n]{2,30}?)"
# a place: one to five capitalised words, D.C, Kab., "Washington, D.C."
PLACE_WORD = r"(?:\p{Lu}\.(?:\p{Lu}\.?)?|\p{Lu}(?:\p{Ll}++|\p{Lu}++)(?:['’-]\p{L}{2,})*\.?)"
PLACE = (
    rf"(?P<place>{PLACE_WORD}(?:[ \xa0]{PLACE_WORD}){{0,4}}"
    rf"(?:,[ \xa0]?{PLACE_WORD}(?:[ \xa0]{PLACE_WORD}){{0,2}})?)"
)
GLUED_PLACE = r"(?P<place>(?:\p{Lu}\p{Ll}+[ \xa0]){0,2}\p{Lu}\p{Ll}+(?=\p{Lu}))"
MAX_LENGTH = 90


class DatelineFinder:
    """Reads the dateline at the start of a text.

    Parameters
    ----------
    lexicon
        ``outlets`` gives the outlets' names, the gazetteer ``places`` the places that may stand alone.

    Examples
    --------
    >>> from beritanlp.lexicon import Lexicon
    >>> found = DatelineFinder(Lexicon())("Semarang (ANTARA) - Polisi menangkap ...")
    >>> found["place"], found["outlet"]
    ('Semarang', 'ANTARA')
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.canonical = {
            form.casefold(): name for name, forms in lexicon["outlets"]["outlets"].items() for form in forms
        }
        self._places = {
            name.casefold() for row in lexicon.rows("places") for name in [row["name"], *row["aliases"].split("|")]
        }
        self._forms = [
            regex.compile(rf"\s*+(?:{form})")
            for form in (
                rf"{OUTLET}{COMMA}{PLACE}{DASH}",
                rf"{PLACE}{COMMA}{OUTLET}{DASH}",
                rf"{PLACE}\s?\({OUTLET}(?:/[\w ]+)?\){DASH}",
                rf"{OUTLET}{COMMA}{GLUED_PLACE}",
                rf"{OUTLET}{SPACED_DASH}\s*+(?P<place>\p{{Lu}}{{3,}}(?: \p{{Lu}}{{3,}}){{0,2}})\.(?=\s)",
                rf"{OUTLET}{SPACED_DASH}",
                rf"{PLACE}{DASH}",
            )
        ]

    def __call__(self, text: str) -> dict[str, Any] | None:
        """The dateline as a dumped record, or None."""
        head = text[: MAX_LENGTH + len(text) - len(text.lstrip())]
        for form in self._forms:
            match = form.match(head)
            if match and self._plausible(match):
                groups = match.groupdict()
                return _record(text, match, groups.get("outlet"), groups.get("place"))
        return None

    def _plausible(self, match: regex.Match[str]) -> bool:
        """Whether the outlet is one; without an outlet, whether the place is one."""
        groups = match.groupdict()
        if "outlet" in groups:
            return groups["outlet"].casefold() in self.canonical
        return self._known(groups["place"])

    def outlet_of(self, form: str | None) -> str | None:
        """The outlet's usual name for a form in a dateline."""
        return self.canonical.get(form.casefold(), form) if form else None

    def _known(self, place: str) -> bool:
        return all(part.strip().casefold() in self._places for part in place.split(","))


def _record(text: str, match: regex.Match[str], outlet: str | None, place: str | None) -> dict[str, Any]:
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    end = match.end()
    return {
        "outlet": outlet,
        "place": place,
        "span": {"start": start, "end": end, "text": text[start:end]},
    }
