"""Indonesian affixes: the forms of a trigger from its root.

Only the regular rules of the prefixes are here; what is irregular is written out in the lexicon.
"""

from __future__ import annotations

from typing import Literal

import regex

Voice = Literal["active", "passive", "bare", "noun"]

_PATTERN = regex.compile(r"(me|di|ter|ber|per|pe|ke|se)?-(kan|i|an)?")
_VOICES: dict[str, Voice] = {"me": "active", "di": "passive", "ter": "passive", "ber": "active"}
_VERB = regex.compile(r"(?:mem|men|meng|meny|di|ber|ter|memper|diper)[a-z]{4,}|me[lrwy][a-z]{3,}")
_VOWELS = "aeiou"


def nasal(prefix: str, root: str) -> str:
    """`root` with the prefix meN- or peN- (`prefix` is ``me`` or ``pe``).

    Examples
    --------
    >>> [nasal("me", root) for root in ("tangkap", "serang", "bunuh", "gugat", "lantik", "bom", "kritik")]
    ['menangkap', 'menyerang', 'membunuh', 'menggugat', 'melantik', 'mengebom', 'mengkritik']
    """
    first, second = root[0], root[1:2]
    if sum(letter in _VOWELS for letter in root) == 1:
        return f"{prefix}nge{root}"
    cluster = second not in _VOWELS and second != "y"
    if first in "kpts" and not cluster:
        return prefix + {"k": "ng", "p": "m", "t": "n", "s": "ny"}[first] + root[1:]
    if first in "bfvp":
        return f"{prefix}m{root}"
    if first in "cdjzts":
        return f"{prefix}n{root}"
    if first in "aeioughkqx":
        return f"{prefix}ng{root}"
    return prefix + root


def expand(root: str, form: str) -> tuple[str, Voice]:
    """Return the word that `form` stands for, and its voice: affixes around `root`, or the word itself.

    Examples
    --------
    >>> expand("luncur", "me-kan"), expand("temu", "ber-"), expand("rapat", "-"), expand("luka", "luka-luka")
    (('meluncurkan', 'active'), ('bertemu', 'active'), ('rapat', 'noun'), ('luka-luka', 'noun'))
    """
    match = _PATTERN.fullmatch(form)
    if not match:
        return form, _voice(form)
    prefix, suffix = match[1] or "", match[2] or ""
    voice: Voice = "noun" if suffix == "an" else _VOICES.get(prefix, "noun")
    if prefix in ("me", "pe"):
        return nasal(prefix, root) + suffix, voice
    if prefix in ("ber", "ter", "per") and root.startswith("r"):
        prefix = prefix[:-1]
    return prefix + root + suffix, voice


def verb_shape(word: str) -> bool:
    """Whether a lower-case word has the shape of a verb: me-, di-, ber-, ter- and a root.

    Examples
    --------
    >>> [verb_shape(word) for word in ("menggelar", "digelar", "bertemu", "rapat", "dia", "artinya")]
    [True, True, True, False, False, False]
    """
    return bool(_VERB.match(word)) and not word.endswith("nya")


def _voice(form: str) -> Voice:
    """Voice of a form that is written out, by its first word."""
    first = form.split(maxsplit=1)[0]
    if not verb_shape(first):
        return "noun"
    return "passive" if first.startswith(("di", "ter")) else "active"
