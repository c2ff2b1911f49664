"""Train Stanza models for Indonesian news, on two cores: ``id_berita_stanza``.

    pip install torch==2.13.0 && pip install -e '.[stanza]'
    python models/stanza/build.py --data ../shared/data

Steps, each left out when its file is there (in ``models/build/stanza``): text, character language models forward and
backward, word vectors, tokenizer, lemmatizer, tagger, parser, entity recogniser, package. The training programs are
Stanza's own; what is written here is what they read and how small they are: all models together stay under 45 MB.

- Texts are cut by our own tokenizer and splitter; ``-nya`` stays on its word, so that there are no multiword tokens.
- Syntax: CSUI (training part, three times, for the conventions of news), PUD, GSD (development part, and the training
  part of 2017 with its tags and relations brought to the present annotation by what the sentences that exist in both
  say, and by ``id_berita_sm``), and 150,000 tokens of running text as ``id_berita_sm`` reads them.
- Entities: the training part of BeritaNER.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "models" / "recipe")]
from conllu import Node, Sentence, read_blocks, read_sentences  # noqa: E402
from treebank import Readings, aligned, simplified  # noqa: E402

from beritanlp.language.lemmatizer import Lemmatizer  # noqa: E402
from beritanlp.lexicon import load_lexicon  # noqa: E402
from beritanlp.pipeline import model_folder  # noqa: E402

BUILD = ROOT / "models" / "build" / "stanza"
PACKAGE = ROOT / "models" / "id_berita_stanza"
NAME = "berita"
DATA_FILES = ("ner/train.jsonl", "ner/dev.jsonl", "corpora/nonlegal.txt.xz")
TREEBANKS = (  # the parts that are trained on
    *("id_csui-ud-train", "id_pud-ud-test", "id_gsd-ud-dev"),
    *("id_gsd-ud-dev.v2.0-2017-02", "id_gsd-ud-train.v2.0-2017-02"),
)
SEED = 11
CHARACTERS = 30_000_000  # of running text for the language models
VECTORS = 25_000  # most frequent words that get one
PARAGRAPHS = 4_000  # of running text, cut by our splitter, for the tokenizer
SILVER = 150_000  # tokens of running text with the analysis of id_berita_sm
HELD_OUT = 8  # every eighth sentence of GSD's development part and CSUI's training part picks the best step
SAME_RELATION = 1.5  # log odds for a relation that id_berita_sm gives under the same head
CONTEXT = [
    *("--wordvec_pretrain_file", BUILD / "pretrain.pt", "--charlm", "--charlm_shorthand", "id_berita"),
    *("--charlm_forward_file", BUILD / "lm" / "id_berita_forward_charlm.pt"),
    *("--charlm_backward_file", BUILD / "lm" / "id_berita_backward_charlm.pt"),
]
SYNTAX = [
    *(*CONTEXT, "--word_emb_dim", 50, "--transformed_dim", 100),
    *("--train_file", BUILD / "ud.train.conllu", "--eval_file", BUILD / "ud.dev.conllu"),
]


def main() -> None:
    """Run what is not done yet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with corpora/, ud/ and ner/")
    parser.add_argument("--until", choices=STEPS, default=STEPS[-1], help="last step to run")
    args = parser.parse_args()
    random.seed(SEED)
    for step in STEPS[: STEPS.index(args.until) + 1]:
        print(f"== {step}", flush=True)
        globals()[f"make_{step}"](args.data)


# ---- what the programs read


def make_text(data: Path) -> None:
    """Running text in random order, a four-hundredth of it apart."""
    if (BUILD / "lm" / "dev.txt").exists():
        return
    with lzma.open(data / "corpora" / "nonlegal.txt.xz", "rt", encoding="utf-8") as file:
        lines = file.readlines()
    random.shuffle(lines)
    apart = len(lines) // 400
    ends = np.cumsum([len(line) for line in lines[apart:]])
    (BUILD / "lm" / "train").mkdir(parents=True, exist_ok=True)
    kept = lines[apart : apart + int(np.searchsorted(ends, CHARACTERS))]
    (BUILD / "lm" / "train" / "text.txt").write_text("".join(kept), encoding="utf-8")
    (BUILD / "lm" / "dev.txt").write_text("".join(lines[:apart]), encoding="utf-8")


def make_treebank(data: Path) -> None:
    """Training and development sentences in our tokens."""
    if (BUILD / "ud.train.conllu").exists():
        return
    ud = data / "ud"
    gsd, csui = (read_sentences(ud / f"id_{name}.conllu") for name in ("gsd-ud-dev", "csui-ud-train"))
    apart = [*gsd[::HELD_OUT], *csui[::HELD_OUT]]
    gsd, csui = ([s for place, s in enumerate(part) if place % HELD_OUT] for part in (gsd, csui))
    pud = read_sentences(ud / "id_pud-ud-test.conllu")
    train = [*gsd * 2, *csui * 3, *pud, *_converted(ud, [*gsd, *csui, *pud]), *_silver()]
    random.shuffle(train)
    for name, sentences in {"train": train, "dev": apart}.items():
        text = "".join(_conllu(number, simplified(sentence)) for number, sentence in enumerate(sentences))
        (BUILD / f"ud.{name}.conllu").write_text(text, encoding="utf-8")


def make_cuts(data: Path) -> None:
    """Texts for the tokenizer, with a digit for each character: 1 ends a token, 2 a sentence."""
    if (BUILD / "dev.labels").exists():
        return
    nlp = _cutter()
    lines = (BUILD / "lm" / "train" / "text.txt").read_text(encoding="utf-8").splitlines()[:PARAGRAPHS]
    blocks = [*read_blocks(data / "ud" / "id_csui-ud-train.conllu"), *read_blocks(data / "ud" / "id_gsd-ud-dev.conllu")]
    sentences = [block.text for block in blocks]
    joined = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    texts = [line for line in [*lines, *joined] if line.strip()]
    random.shuffle(texts)
    for name, chosen in {"dev": texts[:200], "train": texts[200:]}.items():
        docs = [nlp(" ".join(text.split())) for text in chosen]
        (BUILD / f"{name}.txt").write_text("\n\n".join(doc.text for doc in docs) + "\n", encoding="utf-8")
        (BUILD / f"{name}.labels").write_text("\n\n".join(map(_labels, docs)) + "\n\n", encoding="utf-8")
        (BUILD / f"cuts.{name}.conllu").write_text("".join(map(_cut_conllu, docs)), encoding="utf-8")
    (BUILD / "no_mwt.json").write_text("[]", encoding="utf-8")


def make_entities(data: Path) -> None:
    """Sentences with entities, as JSON."""
    if (BUILD / "ner.dev.json").exists():
        return
    nlp = _cutter()
    for name in ("train", "dev"):
        lines = (data / "ner" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        found = [sentence for line in lines for sentence in _tagged(nlp, json.loads(line))]
        (BUILD / f"ner.{name}.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


# ---- training


def make_forward(data: Path) -> None:
    """The character language model that reads on."""
    _charlm("forward")


def make_backward(data: Path) -> None:
    """The character language model that reads back."""
    _charlm("backward")


def make_vectors(data: Path) -> None:
    """Vectors of the most frequent words, from those of ``id_berita_sm``."""
    from stanza.models.common.pretrain import Pretrain

    if (BUILD / "pretrain.pt").exists():
        return
    nlp = spacy.load(model_folder())
    text = (BUILD / "lm" / "train" / "text.txt").read_text(encoding="utf-8").lower()
    words = [word for word, _ in Counter(token.text for token in nlp.tokenizer(text[:8_000_000])).most_common(VECTORS)]
    words = [word for word in words if word.strip() and not any(map(str.isspace, word))]
    table = nlp.vocab.vectors.get_batch([nlp.vocab.strings.add(word) for word in words])
    rows = (f"{word} {' '.join(f'{number:.4f}' for number in row)}\n" for word, row in zip(words, table, strict=True))
    (BUILD / "vectors.txt").write_text(f"{len(words)} {table.shape[1]}\n" + "".join(rows), encoding="utf-8")
    Pretrain(str(BUILD / "pretrain.pt"), str(BUILD / "vectors.txt")).load()


def make_tokenize(data: Path) -> None:
    """Stanza's tokenizer and sentence splitter."""
    _train(
        "tokenizer", "tokenize.pt",
        "--txt_file", BUILD / "train.txt", "--label_file", BUILD / "train.labels",
        "--dev_txt_file", BUILD / "dev.txt", "--dev_label_file", BUILD / "dev.labels",
        "--dev_conll_gold", BUILD / "cuts.dev.conllu", "--lang", "id",
        "--mwt_json_file", BUILD / "no_mwt.json", "--no_use_mwt",
        "--max_seqlen", 300, "--steps", 2500, "--eval_steps", 500,
    )  # fmt: skip


def make_lemma(data: Path) -> None:
    """Stanza's lemmatizer: a dictionary, and a network for the words that it lacks; each word counts once."""
    sentences = read_sentences(BUILD / "ud.train.conllu")
    words = Counter(_bare_word(node) for sentence in sentences for node in sentence)
    usual = {(node.form, node.upos): node for node, _ in reversed(words.most_common())}
    (BUILD / "lemmas.train.conllu").write_text(_conllu(0, list(usual.values())), encoding="utf-8")
    _train(
        "lemmatizer", "lemma.pt",
        "--train_file", BUILD / "lemmas.train.conllu", "--eval_file", BUILD / "ud.dev.conllu",
        "--num_epoch", 12, "--decay_epoch", 6, "--hidden_dim", 100,
    )  # fmt: skip


def make_pos(data: Path) -> None:
    """Stanza's tagger: UPOS and features."""
    _train(
        "tagger", "pos.pt", *SYNTAX, "--charlm_transform_dim", 100,
        "--hidden_dim", 200, "--deep_biaff_hidden_dim", 200, "--dropout", 0.33,
        "--batch_size", 40, "--max_steps", 2500,
        "--max_steps_before_stop", 400, "--second_optim_reload", "--second_lr", 0.0005,
    )  # fmt: skip


def make_depparse(data: Path) -> None:
    """Stanza's parser."""
    _train(
        "parser", "depparse.pt", *SYNTAX,
        "--hidden_dim", 200, "--deep_biaff_hidden_dim", 200,
        "--batch_size", 1000, "--max_steps", 4500, "--second_optim_start_step", 3700, "--second_batch_size", 1000,
    )  # fmt: skip


def make_ner(data: Path) -> None:
    """Stanza's entity recogniser: steps of one size, then of half the size whenever they help no more."""
    options = [*CONTEXT, "--train_file", BUILD / "ner.train.json", "--eval_file", BUILD / "ner.dev.json"]
    options += ["--no_emb_finetune", "--hidden_dim", 200, "--eval_interval", 800]
    _train("ner_tagger", "ner.first.pt", *options, "--max_steps", 6400)
    first = ["--finetune", "--finetune_load_name", BUILD / "saved" / "ner.first.pt"]
    _train("ner_tagger", "ner.pt", *options, *first, "--max_steps", 8800, "--patience", 0)


def make_package(data: Path) -> None:
    """The models as ``stanza.Pipeline`` finds them, in half precision, with their hashes and their card."""
    lm = {f"{way}_charlm": BUILD / "lm" / f"id_berita_{way}_charlm.pt" for way in ("forward", "backward")}
    models = {name: BUILD / "saved" / f"{name}.pt" for name in ("tokenize", "lemma", "pos", "depparse", "ner")}
    foundations = [{"model": name, "package": NAME} for name in ("pretrain", *lm)]
    resources: dict[str, object] = {"lang_name": "Indonesian", "packages": {"default": dict.fromkeys(models, NAME)}}
    for name, source in {**models, **lm, "pretrain": BUILD / "pretrain.pt"}.items():
        target = PACKAGE / "id" / name / f"{NAME}.pt"
        target.parent.mkdir(parents=True, exist_ok=True)
        _save_small(source, target)
        entry: dict[str, object] = {"md5": hashlib.md5(target.read_bytes(), usedforsecurity=False).hexdigest()}
        if name in {"pos", "depparse", "ner"}:
            entry["dependencies"] = foundations
        resources[name] = {NAME: entry}
    text = json.dumps({"id": resources}, indent=1)
    (PACKAGE / "resources.json").write_text(f"{text}\n", encoding="utf-8")
    files = [*DATA_FILES, *(f"ud/{name}.conllu" for name in TREEBANKS)]
    listed = "\n".join(f"- `{name}` {hashlib.sha256((data / name).read_bytes()).hexdigest()}" for name in files)
    card = Path(__file__).with_name("card.md").read_text(encoding="utf-8")
    (PACKAGE / "README.md").write_text(card.format(hashes=listed), encoding="utf-8")
    size = sum(path.stat().st_size for path in PACKAGE.rglob("*.pt")) / 2**20
    print(f"{size:.1f} MB in {PACKAGE}")


STEPS = (
    *("text", "treebank", "cuts", "entities", "forward", "backward", "vectors"),
    *("tokenize", "lemma", "pos", "depparse", "ner", "package"),
)


def _charlm(way: str) -> None:
    if (BUILD / "lm" / f"{way}.done").exists():
        return
    options = ["--char_emb_dim", 64, "--char_hidden_dim", 256, "--batch_size", 100, "--bptt_size", 200]
    options += ["--epochs", 1, "--eval_steps", 500, "--lr0", 10, "--save_dir", BUILD / "lm", "--seed", SEED]
    paths = ["--train_dir", BUILD / "lm" / "train", "--eval_file", BUILD / "lm" / "dev.txt"]
    _run("charlm", "--shorthand", "id_berita", "--direction", way, *paths, *options)
    (BUILD / "lm" / f"{way}.done").touch()


def _train(program: str, name: str, *options: object) -> None:
    if (BUILD / "saved" / f"{name}.done").exists():
        return
    where = ["--save_dir", BUILD / "saved", "--save_name", name, "--shorthand", "id_berita", "--seed", SEED]
    _run(program, *where, *options)
    (BUILD / "saved" / f"{name}.done").touch()


def _run(program: str, *options: object) -> None:
    subprocess.run([sys.executable, "-m", f"stanza.models.{program}", "--cpu", *map(str, options)], check=True)


# ---- small parts


def _save_small(source: Path, target: Path) -> None:
    """A model in half precision, without a table of words that was not trained.

    Stanza copies the numbers into its own when it loads them, in single precision again; not those of the vectors.
    """
    import torch

    state = torch.load(source, map_location="cpu", weights_only=True)
    if "delta" in state.get("vocab", ()):  # the recogniser's, saved though --no_emb_finetune keeps it at nothing
        if state["model"].pop("delta_emb.weight").any():
            raise ValueError(f"{source}: the table of words was trained; it cannot be left out")
        state["vocab"].pop("delta")
    torch.save(state if "emb" in state else _halved(state), target)  # the old format has addresses of memory in it


def _halved(value: Any) -> Any:
    if isinstance(value, dict):
        return type(value)((key, _halved(part)) for key, part in value.items())
    return value.half() if getattr(value, "is_floating_point", lambda: False)() else value


def _converted(ud: Path, sentences: Sequence[Sentence]) -> list[Sentence]:
    """GSD's old training part, as the new annotation would have it."""
    nlp = spacy.load(model_folder(), disable=["ner", "lemmatizer"])
    tags = sorted({node.upos for sentence in sentences for node in sentence})
    deprels = sorted({node.deprel for sentence in map(simplified, sentences) for node in sentence})
    old_dev = read_sentences(ud / "id_gsd-ud-dev.v2.0-2017-02.conllu")
    new_dev = [simplified(sentence) for sentence in read_sentences(ud / "id_gsd-ud-dev.conllu")]
    readings = Readings(list(aligned(old_dev, new_dev)), tags, deprels)
    old = read_sentences(ud / "id_gsd-ud-train.v2.0-2017-02.conllu")
    docs = nlp.pipe(_bare(nlp, sentence) for sentence in old)
    return [_reread(sentence, doc, readings, tags, deprels) for sentence, doc in zip(old, docs, strict=True)]


def _silver() -> Iterator[Sentence]:
    """Sentences of running text as ``id_berita_sm`` reads them."""
    nlp = spacy.load(model_folder(), disable=["ner"])
    nlp.add_pipe("berita_language", first=True)
    lines = (BUILD / "lm" / "train" / "text.txt").read_text(encoding="utf-8").splitlines()
    left = SILVER
    for doc in nlp.pipe(line for line in lines[PARAGRAPHS:] if line.strip()):
        for sentence in doc.sents:
            if 3 < len(sentence) < 60 and not any(token.is_space for token in sentence):
                yield [_node(token, sentence) for token in sentence]
                left -= len(sentence)
        if left < 0:
            return


def _node(token: Token, sentence: Span) -> Node:
    head, deprel = token.head.i - sentence.start + 1, token.dep_
    if token.head.i == token.i:
        head, deprel = 0, "root"
    return Node(token.text, token.pos_, str(token.morph) or "_", head, deprel, token.lemma_)


def _bare(nlp: Language, sentence: Sentence) -> Doc:
    starts = [place == 0 for place in range(len(sentence))]
    return Doc(nlp.vocab, words=[node.form for node in sentence], sent_starts=starts)


def _reread(sentence: Sentence, doc: Doc, readings: Readings, tags: Sequence[str], deprels: Sequence[str]) -> Sentence:
    found = []
    lemma = _lemmatizer()
    for node, token in zip(sentence, doc, strict=True):
        tag = readings.of_tag(node.upos) + SAME_RELATION * np.array([name == token.pos_ for name in tags])
        relation = readings.of_deprel(node.deprel)
        head = 0 if token.head.i == token.i else token.head.i + 1
        if head == node.head:
            said = "root" if token.dep_ == "ROOT" else token.dep_
            relation = relation + SAME_RELATION * np.array([name == said for name in deprels])
        deprel = "root" if node.head == 0 else deprels[int(relation.argmax())]
        feats = str(token.morph) or "_"
        upos = tags[int(tag.argmax())]
        found.append(node._replace(upos=upos, deprel=deprel, feats=feats, lemma=lemma(node.form, upos)))
    return found


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(load_lexicon())


def _conllu(number: int, sentence: Sequence[Node]) -> str:
    rows = []
    for place, node in enumerate(sentence, 1):
        cells = (place, node.form, node.lemma, node.upos, "_", node.feats, node.head, node.deprel, "_", "_")
        rows.append("\t".join(map(str, cells)))
    text = " ".join(node.form for node in sentence)
    return f"# sent_id = {number}\n# text = {text}\n" + "\n".join(rows) + "\n\n"


def _bare_word(node: Node) -> Node:
    return node._replace(head=0, deprel="root", feats="_")


def _cutter() -> Language:
    nlp = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "beritanlp.Tokenizer.v1"}}})
    nlp.add_pipe("berita_language")
    return nlp


def _labels(doc: Doc) -> str:
    digits = ["0"] * len(doc.text)
    for token in doc:
        if not token.is_space:
            digits[token.idx + len(token) - 1] = "1"
    for sentence in doc.sents:
        last = [token for token in sentence if not token.is_space][-1:]
        for token in last:
            digits[token.idx + len(token) - 1] = "2"
    return "".join(digits)


def _cut_conllu(doc: Doc) -> str:
    parts = []
    for number, sentence in enumerate(doc.sents):
        tokens = [token for token in sentence if not token.is_space]
        rows = []
        for place, token in enumerate(tokens, 1):
            misc = "_" if token.whitespace_ else "SpaceAfter=No"
            rows.append(f"{place}\t{token.text}\t_\tX\t_\t_\t{place - 1}\t{'root' if place == 1 else 'dep'}\t_\t{misc}")
        if rows:
            parts.append(f"# sent_id = {number}\n# text = {sentence.text.strip()}\n" + "\n".join(rows) + "\n\n")
    return "".join(parts)


def _tagged(nlp: Language, record: dict[str, object]) -> Iterator[list[dict[str, str]]]:
    """Sentences of a text as lists of tokens with tags."""
    doc = nlp(record["text"])
    spans = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in record["spans"]]
    doc.set_ents(spacy.util.filter_spans([span for span in spans if span is not None]))
    for sentence in doc.sents:
        tokens = [token for token in sentence if not token.is_space]
        if tokens:
            yield [{"text": t.text, "ner": f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O"} for t in tokens]


if __name__ == "__main__":
    main()
