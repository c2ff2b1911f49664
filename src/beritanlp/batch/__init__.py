"""Folders of articles to files of records: in shards, in several processes or on a cluster, resumable."""

from beritanlp.batch.runner import Options, Step, Summary, run
from beritanlp.errors import RunError

__all__ = ["Options", "RunError", "Step", "Summary", "run"]
