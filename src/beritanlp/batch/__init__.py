"""Folders of articles to files of records: in shards, in several processes or on a cluster, resumable."""

from beritanlp.batch.runner import OnError, Options, Runner, Step, Summary, run
from beritanlp.batch.worker import Job
from beritanlp.errors import RunError

__all__ = ["Job", "OnError", "Options", "RunError", "Runner", "Step", "Summary", "run"]
