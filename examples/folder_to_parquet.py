"""A folder of articles to Parquet tables, and a question to them.

pip install 'beritanlp[parquet]' duckdb
python examples/folder_to_parquet.py examples/articles out
"""

import sys
from pathlib import Path

import duckdb

from beritanlp.batch import Options, run
from beritanlp.export import Format

MOST_QUOTED = """
    SELECT s.name, s.kind, sum(len(string_split(q.text, ' ')))::INT AS words, count(*) AS quotes
    FROM '{folder}/quotes.parquet' q
    JOIN '{folder}/speakers.parquet' s ON s.article = q.article AND list_contains(q.speaker_ids, s.id)
    GROUP BY ALL ORDER BY words DESC, s.name LIMIT 10
"""


def main(source: str, folder: str) -> None:
    """Write the tables, then ask who is quoted most."""
    summary = run([source], Path(folder), Options(to=Format.parquet, jobs=2))
    print(f"{summary.articles} articles, {summary.errors} failed")
    print(duckdb.sql(MOST_QUOTED.format(folder=folder)))


if __name__ == "__main__":  # the workers import this file
    main(*sys.argv[1:])
