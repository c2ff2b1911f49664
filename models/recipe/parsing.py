"""The teacher of syntax: tags, features and a biaffine parser (Dozat and Manning 2017) over the pretrained encoder."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from conllu import Node, Sentence
from encoder import IGNORED, Batch, Encoder, Words, drop, fit, length_batches, padded
from torch import Tensor, nn
from torch.nn import functional
from treebank import Readings

ARC, REL = 256, 128  # widths of the parser's views of a word
REACH = 8  # places to either side within which the student is told where the head stands
FAITH = 8.0  # what an arc of the old annotation is worth, in log probability, when a treebank is converted


class Parser(nn.Module):
    """Scores of tags, features, heads and relations.

    Parameters
    ----------
    tags, feats, deprels
        The labels, in order.
    """

    def __init__(self, encoder: Encoder, tags: Sequence[str], feats: Sequence[str], deprels: Sequence[str]) -> None:
        super().__init__()
        self.tags, self.feats, self.deprels = list(tags), list(feats), list(deprels)
        self.encoder = encoder
        width = encoder.width
        self.tag, self.feat = nn.Linear(width, len(tags)), nn.Linear(width, len(feats))
        self.arc_head, self.arc_child = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.rel_head, self.rel_child = nn.Linear(width, REL), nn.Linear(width, REL)
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.arc = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.02)
        self.rel = nn.Parameter(torch.randn(len(deprels), REL + 1, REL + 1) * 0.02)

    def forward(
        self, words: Batch, padding: Tensor | None, hidden: Tensor | None = None, dropout: float = 0.0
    ) -> tuple[Tensor, Tensor, Tensor, tuple[Tensor, Tensor]]:
        """Tags, features, heads (texts, words, words + 1), and the views that `relations` needs."""
        share = dropout if self.training else 0.0
        x = drop(self.encoder(words, padding, hidden, dropout), share)
        with_root = torch.cat((self.root.expand(len(x), 1, -1), x), 1)

        def view(linear: nn.Module, source: Tensor) -> Tensor:
            return drop(functional.leaky_relu(linear(source), 0.1), 2 * share)

        heads = view(self.arc_head, with_root)
        arcs = (_one(view(self.arc_child, x)) @ self.arc @ heads.transpose(1, 2)).float()
        if padding is not None:
            arcs[:, :, 1:].masked_fill_(padding[:, None, :], -1e4)
        views = _one(view(self.rel_head, with_root)), _one(view(self.rel_child, x))
        return self.tag(x).float(), self.feat(x).float(), arcs, views

    def relations(self, views: tuple[Tensor, Tensor], heads: Tensor) -> Tensor:
        """Scores of the relations to the given heads (texts, words, deprels)."""
        head, child = views
        chosen = head.gather(1, heads[..., None].expand(-1, -1, head.shape[-1]))
        return torch.einsum("btd,rde,bte->btr", child, self.rel, chosen).float()

    def shares(self, words: Batch, lines: Tensor) -> dict[str, Tensor]:
        """Probabilities of tags, of where the head stands, and of the relation to the likeliest head.

        The place of the head is the root, REACH places to the left and right, and farther on either side: parsing as
        tagging (Strzyz et al. 2019), which a network that sees no farther can learn. `lines` (texts, words) numbers
        the lines, for no arc leaves its line.
        """
        tags, _, arcs, views = self(words, None)
        arcs[:, :, 1:].masked_fill_(lines[:, :, None] != lines[:, None, :], -1e4)
        place = torch.arange(arcs.shape[1])
        offset = (place[None] - place[:, None]).clamp(-REACH - 1, REACH + 1) + REACH + 2
        share = arcs.softmax(-1)
        heads = share.new_zeros(*share.shape[:2], 2 * REACH + 4)
        heads[:, :, 0] = share[:, :, 0]
        heads.scatter_add_(2, offset.expand(len(heads), -1, -1), share[:, :, 1:])
        relations = self.relations(views, arcs.argmax(-1)).softmax(-1)
        return {"tags": tags.softmax(-1), "heads": heads, "relations": relations}


def _one(x: Tensor) -> Tensor:
    return torch.cat((x, x.new_ones(*x.shape[:-1], 1)), -1)


def make_parser(encoder: Encoder, sentences: Sequence[Sentence]) -> Parser:
    """An untrained parser with the labels of the sentences."""
    nodes = [node for sentence in sentences for node in sentence]
    labels = (sorted({getattr(node, name) for node in nodes}) for name in ("upos", "feats", "deprel"))
    return Parser(encoder, *labels)


def train_parser(
    model: Parser, sentences: Sequence[Sentence], words: Words, epochs: int, seed: int, rate: float = 6e-4
) -> Parser:
    """Train on gold trees."""
    model.bfloat16()
    table = words.table(node.form for sentence in sentences for node in sentence)
    tags, feats, deprels = ({x: i for i, x in enumerate(xs)} for xs in (model.tags, model.feats, model.deprels))

    def loss_of(batch: list[int]) -> Tensor:
        chosen = [sentences[i] for i in batch]
        inputs, padding = table.collate([[node.form for node in sentence] for sentence in chosen])

        def gold(value: Callable[[Node], int]) -> Tensor:
            return padded([[value(node) for node in sentence] for sentence in chosen], padding.shape)

        heads = gold(lambda node: node.head)
        hidden = (torch.rand(padding.shape) < 0.06) & ~padding
        tag_scores, feat_scores, arcs, views = model(inputs, padding, hidden, dropout=0.12)
        return (
            _loss(tag_scores, gold(lambda node: tags[node.upos]))
            + _loss(feat_scores, gold(lambda node: feats[node.feats])) / 2
            + _loss(arcs, heads)
            + _loss(model.relations(views, heads.clamp(min=0)), gold(lambda node: deprels[node.deprel]))
        )

    fit(model, [len(sentence) for sentence in sentences], 2500, epochs, rate, seed, loss_of)
    return model


def _loss(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.transpose(1, 2), gold, ignore_index=IGNORED)


@torch.no_grad()
def parse(
    model: Parser,
    sentences: Sequence[Sequence[str]],
    words: Words,
    old: Sequence[Sentence] | None = None,
    readings: Readings | None = None,
) -> list[Sentence]:
    """Trees for sentences; with `old` trees and their `readings`, those trees brought to the model's annotation."""
    table = words.table(word for sentence in sentences for word in sentence)
    out: list[Sentence] = [[] for _ in sentences]
    for batch in length_batches([len(sentence) for sentence in sentences], 4000):
        inputs, padding = table.collate([sentences[i] for i in batch])
        tags, feats, arcs, views = model(inputs, padding)
        arcs = arcs.log_softmax(-1).numpy()
        heads = torch.zeros(padding.shape, dtype=torch.long)
        for row, i in enumerate(batch):
            size = len(sentences[i])
            scores = arcs[row, :size, : size + 1].copy()
            if old:
                scores[np.arange(size), [node.head for node in old[i]]] += FAITH
            heads[row, :size] = torch.from_numpy(best_tree(scores))
        rels, tag_scores, feat_best = model.relations(views, heads).numpy(), tags.numpy(), feats.argmax(-1)
        for row, i in enumerate(batch):
            for k, form in enumerate(sentences[i]):
                head, rel, tag = int(heads[row, k]), rels[row, k], tag_scores[row, k]
                if old and readings:
                    tag = tag + readings.of_tag(old[i][k].upos)
                    rel = rel + (readings.of_deprel(old[i][k].deprel) if head == old[i][k].head else 0)
                deprel = model.deprels[int(rel.argmax())] if head else "root"
                out[i].append(
                    Node(form, model.tags[int(tag.argmax())], model.feats[int(feat_best[row, k])], head, deprel)
                )
    return out


def best_tree(scores: np.ndarray) -> np.ndarray:
    """Heads of the best tree with one root; scores are (words, words + 1), column 0 the root."""
    size = len(scores)
    full = np.full((size + 1, size + 1), -1e9)
    full[1:] = scores
    np.fill_diagonal(full, -1e9)
    heads = _spanning_tree(full)
    if (heads[1:] == 0).sum() == 1:
        return heads[1:]
    trees = []
    for root in np.argsort(-full[1:, 0])[:8] + 1:  # the eight likeliest roots
        one = full.copy()
        one[1:, 0] = -1e8
        one[root, 0] = full[root, 0]
        heads = _spanning_tree(one)
        trees.append((one[np.arange(1, size + 1), heads[1:]].sum(), heads[1:]))
    return max(trees, key=lambda tree: tree[0])[1]


def _spanning_tree(scores: np.ndarray) -> np.ndarray:
    """Chu and Liu 1965, Edmonds 1967: the best head of each node, with cycles contracted."""
    heads = scores.argmax(1)
    heads[0] = -1
    cycle = _cycle(heads)
    if not cycle:
        return heads
    outside = [i for i in range(len(scores)) if i not in set(cycle)]
    last = len(outside)  # the contracted cycle
    small = np.full((last + 1, last + 1), -1e9)
    small[:last, :last] = scores[np.ix_(outside, outside)]
    leaves = scores[np.ix_(outside, cycle)]  # a node outside under one of the cycle
    small[1:last, last] = leaves[1:].max(1)
    gain = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None]  # the cycle broken at one node
    small[last, :last] = gain.max(0)
    tree = _spanning_tree(small)
    out = heads.copy()
    for k, i in enumerate(outside[1:], 1):
        out[i] = cycle[int(leaves[k].argmax())] if tree[k] == last else outside[tree[k]]
    broken = cycle[int(gain[:, tree[last]].argmax())]
    out[broken] = outside[tree[last]]
    return out


def _cycle(heads: np.ndarray) -> list[int]:
    """Nodes of a cycle, or none."""
    done = {0}
    for start in range(1, len(heads)):
        path: list[int] = []
        node = start
        while node not in done:
            done.add(node)
            path.append(node)
            node = int(heads[node])
        if node in path:
            return path[path.index(node) :]
    return []
