"""Find cue verbs that the word lists do not have yet: what stands after a quotation mark, before a name.

python examples/cue_verbs.py examples/articles/*.txt
"""

import sys
from collections import Counter
from pathlib import Path

import beritanlp

nlp = beritanlp.load()
known, candidates = Counter[str](), Counter[str]()
for path in sys.argv[1:]:
    doc = nlp(Path(path).read_text(encoding="utf-8"))
    article = doc._.article
    known.update(quote.cue.text.lower() for quote in article.quotes if quote.cue)
    people = {mention.start for person in article.people for mention in person.mentions}
    for before, token, after in zip(doc, doc[1:], doc[2:], strict=False):
        if before.text in {'"', "”", ","} and token.pos_ == "VERB" and after.idx in people:
            candidates[token.lower_] += 1

print("cues found:", ", ".join(f"{word} {count}" for word, count in known.most_common(12)))
print("\n# add what is a verb of saying to a file and load it: beritanlp.load(lexicon='kata-saya.toml')")
print("[cues.stance.neutral]")
print(f"verbs = {sorted(word for word in candidates if word not in known)}".replace("'", '"'))
