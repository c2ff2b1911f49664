"""Write lexicon/name_words.tsv: words of running text that are parts of names, and of whose.

    python models/recipe/name_words.py

After the step ``label`` of ``build.py``: counts, over all running text, how often the teachers take a word for a part
of a person's name (P), a body's (O) or a place's (L).
"""

import numpy as np
from build import LABELS, gold_texts, running_text
from distil import windows_of
from tagging import label_set

from beritanlp.lexicon import FOLDER

KINDS = {"P": ("PER",), "O": ("ORG", "NOR"), "L": ("GPE", "LOC", "FAC")}
FEWEST = 2  # times in running text
LOWEST_SHARE = 0.4  # of them in a name of the kind
SHORTEST = 2  # letters
CHUNK = 500  # windows read at a time


def main() -> None:
    """Count and write."""
    corpus = running_text()
    windows = windows_of(corpus)
    entities = np.load(LABELS / "entities.npy", mmap_mode="r")
    labels = label_set(gold_texts())
    columns = [[i for i, label in enumerate(labels) if label[2:] in names] for names in KINDS.values()]
    seen = np.bincount(windows.reshape(-1), minlength=len(corpus.types))
    named = np.zeros((len(corpus.types), len(KINDS)))
    for at in range(0, len(windows), CHUNK):
        chunk = entities[at : at + CHUNK].astype(np.float32)
        shares = np.stack([chunk[:, :, column].sum(-1) for column in columns], -1)
        np.add.at(named, windows[at : at + CHUNK].reshape(-1), shares.reshape(-1, len(KINDS)))
    rows = []
    for word, count, sums in zip(corpus.types, seen, named, strict=True):
        kinds = "".join(kind for kind, total in zip(KINDS, sums, strict=True) if total >= LOWEST_SHARE * count)
        if count >= FEWEST and kinds and is_name_like(word):
            rows.append(f"{word}\t{kinds}\n")
    (FOLDER / "name_words.tsv").write_text("word\tkinds\n" + "".join(sorted(rows)), encoding="utf-8")
    print(f"{len(rows)} words")


def is_name_like(word: str) -> bool:
    """A capital and more letters, marks allowed: `Ma'ruf`, `Jong-un`, `BNPB`."""
    letters = word.replace("'", "").replace("-", "").replace(".", "")
    return len(letters) >= SHORTEST and letters.isalpha() and word[0].isupper()


if __name__ == "__main__":
    main()
