"""Treebanks read as surface tokens, and compared with an analysis of ours."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from conllu import Node, offsets, read_blocks

from models import compare

TREE = """# sent_id = n01001002
# text = Ibunya memasak nasi.
1-2\tIbunya\t_\t_\t_\t_\t_\t_\t_\t_
1\tIbu\tibu\tNOUN\t_\tNumber=Sing\t3\tnsubj\t_\t_
2\tnya\tdia\tPRON\t_\t_\t1\tnmod:poss\t_\t_
3\tmemasak\tmasak\tVERB\t_\tVoice=Act\t0\troot\t_\t_
4\tnasi\tnasi\tNOUN\t_\t_\t3\tobj\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_
"""


def tree(folder: Path) -> list[Node]:
    path = folder / "tree.conllu"
    path.write_text(TREE, encoding="utf-8")
    (block,) = read_blocks(path)
    assert (block.document, block.text) == ("n01001", "Ibunya memasak nasi.")
    return block.nodes


def test_multiword_token_is_one_with_its_head_word(tmp_path: Path) -> None:
    assert [(n.form, n.upos, n.head, n.deprel, n.lemma) for n in tree(tmp_path)] == [
        ("Ibunya", "NOUN", 2, "nsubj", "ibu"),
        ("memasak", "VERB", 0, "root", "masak"),
        ("nasi", "NOUN", 2, "obj", "nasi"),
        (".", "PUNCT", 2, "punct", "."),
    ]


def test_offsets_leave_out_white_space() -> None:
    assert offsets(["Ibunya", "me masak", "."]) == [(0, 6), (6, 13), (13, 14)]


def test_compare_counts_what_is_right(tmp_path: Path) -> None:
    gold = tree(tmp_path)
    ours = [
        gold[0]._replace(deprel="nsubj:pass"),  # subtypes do not count
        gold[1]._replace(lemma="masuk"),
        gold[2]._replace(upos="PROPN", head=1),
        gold[3]._replace(head=1, deprel="dep"),
    ]
    counts = compare(gold, ours)
    assert {name: counts[name] for name in ("gold", "tokens", "upos", "uas", "las", "words", "lemmas")} == {
        "gold": 4,
        "tokens": 4,
        "upos": 3,
        "uas": 2,
        "las": 2,
        "words": 3,
        "lemmas": 2,
    }


def test_other_tokens_are_no_match(tmp_path: Path) -> None:
    gold = tree(tmp_path)
    ours = [Node("Ibu", "NOUN", "_", 0, "root"), Node("nya", "PRON", "_", 1, "nmod"), *gold[1:]]
    assert compare(gold, ours)["tokens"] == 3
