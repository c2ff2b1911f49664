"""Take the picture of README.md: an example article as a notebook shows it, in headless Chromium.

python tools/picture.py
"""

from __future__ import annotations

import subprocess
import tempfile
import tomllib
from pathlib import Path

import beritanlp
from beritanlp.display import article_html

ROOT = Path(__file__).parents[1]
ARTICLE = "penipuan-tiket-konser.txt"
PICTURE = ROOT / "docs" / "_static" / "article.png"
SIZE = "800,640"


def main() -> None:
    """Write the picture."""
    folder = ROOT / "examples" / "articles"
    rows = tomllib.loads((folder / "index.toml").read_text(encoding="utf-8"))["article"]
    about = next(row for row in rows if row["file"] == ARTICLE)
    text = (folder / ARTICLE).read_text(encoding="utf-8")
    article = beritanlp.extract(text, published=about["published"], title=about["title"])
    page = f'<meta charset="utf-8"><body style="margin:20px 28px">{article_html(article, tables=False)}'
    with tempfile.TemporaryDirectory() as work:
        html = Path(work, "article.html")
        html.write_text(page, encoding="utf-8")
        options = ("--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={SIZE}")
        subprocess.run(
            ["chromium", *options, f"--screenshot={PICTURE}", html.as_uri()], check=True, capture_output=True
        )


if __name__ == "__main__":
    main()
