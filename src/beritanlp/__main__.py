"""``python -m beritanlp`` is the command line."""

from beritanlp.cli import main

main()
