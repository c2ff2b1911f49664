"""GSD's old training part, brought to the new annotation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from conllu import Sentence

# relations whose subtype tells a reader something; each further label costs the parser time
SUBTYPES = frozenset(("nsubj:pass", "flat:name", "acl:relcl", "nmod:poss", "obl:agent", "obl:tmod"))


def simplified(sentence: Sentence) -> Sentence:
    """The sentence with those subtypes alone."""
    return [n if n.deprel in SUBTYPES else n._replace(deprel=n.deprel.split(":")[0]) for n in sentence]


def aligned(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Sentences that both annotations hold with the same tokens."""
    by_forms = {tuple(node.form for node in sentence): sentence for sentence in new}
    for sentence in old:
        match = by_forms.get(tuple(node.form for node in sentence))
        if match:
            yield sentence, match


class Readings:
    """How tags and relations of one annotation read in another: log probabilities from aligned sentences."""

    def __init__(self, pairs: Sequence[tuple[Sentence, Sentence]], tags: Sequence[str], deprels: Sequence[str]) -> None:
        tag_counts: dict[str, Counter[str]] = defaultdict(Counter)
        rel_counts: dict[str, Counter[str]] = defaultdict(Counter)
        for old, new in pairs:
            for a, b in zip(old, new, strict=True):
                tag_counts[a.upos][b.upos] += 1
                if a.head == b.head:
                    rel_counts[a.deprel][b.deprel] += 1
        self._tags, self._deprels = (tag_counts, tags), (rel_counts, deprels)

    def of_tag(self, tag: str) -> np.ndarray:
        """Log probabilities of the new tags, given an old one."""
        return _log_share(tag, *self._tags)

    def of_deprel(self, deprel: str) -> np.ndarray:
        """Log probabilities of the new relations, given an old one under the same head."""
        return _log_share(deprel, *self._deprels)


def _log_share(key: str, counts: dict[str, Counter[str]], names: Sequence[str]) -> np.ndarray:
    seen = counts[key]
    share = np.array([seen[name] + 0.1 / len(names) + 0.5 * (name == key) for name in names])
    return np.log(share / share.sum())
