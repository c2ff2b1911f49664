"""Folders of articles to files of records: in shards, in several processes or on a cluster, resumable."""

from beritanlp.batch.runner import Options, RunError, Step, Summary, run

__all__ = ["Options", "RunError", "Step", "Summary", "run"]
