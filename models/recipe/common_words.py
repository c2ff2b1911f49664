"""Write lexicon/common_words.txt: words of running text that are hardly ever a name.

    python models/recipe/common_words.py --data ../shared/data

A word counts when it follows a word in small letters, so that its capital means something; kept are those seen in
small letters often, and with a capital much less often.
"""

import argparse
import lzma
from collections import Counter
from pathlib import Path

import regex

from beritanlp.lexicon import FOLDER

INSIDE = regex.compile(r"(?<=\p{Ll}{2} )(\p{L}\p{Ll}{2,})(?![\w-])")
FEWEST = 12  # times in small letters
HIGHEST_SHARE = 0.3  # with a capital, per time in small letters


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with corpora/")
    args = parser.parse_args()
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    with lzma.open(args.data / "corpora/nonlegal.txt.xz", "rt", encoding="utf-8") as text:
        for line in text:
            for word in INSIDE.findall(line):
                (small if word.islower() else capital)[word.lower()] += 1
    kept = sorted(word for word, n in small.items() if n >= FEWEST and capital[word] < HIGHEST_SHARE * n)
    (FOLDER / "common_words.txt").write_text("".join(f"{word}\n" for word in kept), encoding="utf-8")
    print(f"{len(kept)} words")


if __name__ == "__main__":
    main()
