"""Words beside which somebody speaks, as the entities room needs them."""

from __future__ import annotations

from beritanlp.lexicon import Lexicon

AFTER_SPEAKER = ("verbs", "careful", "strict")  # kinds of cues that follow their speaker


def words_before_speaker(lexicon: Lexicon, *kinds: str) -> frozenset[str]:
    """Cues right after which a speaker stands: ``kata``, ``menurut``.

    Parameters
    ----------
    lexicon
        Its ``cues`` table.
    kinds
        Kinds of cues taken from each stance: ``after``, ``passive``.

    Examples
    --------
    >>> {"kata", "menurut"} <= words_before_speaker(Lexicon(), "after")
    True
    """
    cues = lexicon["cues"]
    verbs = {word for group in cues["stance"].values() for kind in kinds for word in group[kind]}
    return frozenset(verbs | set(cues["prepositions"]["according"]))


def words_after_speaker(lexicon: Lexicon) -> frozenset[str]:
    """Verbs of saying that follow their speaker: ``mengatakan``, ``menilai``.

    Examples
    --------
    >>> "mengatakan" in words_after_speaker(Lexicon())
    True
    """
    groups = lexicon["cues"]["stance"].values()
    return frozenset(word for group in groups for kind in AFTER_SPEAKER for word in group.get(kind, ()))
