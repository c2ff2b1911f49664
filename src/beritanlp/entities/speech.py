"""Words beside which somebody speaks, as the entities room needs them."""

from __future__ import annotations

from beritanlp.lexicon import Lexicon


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
