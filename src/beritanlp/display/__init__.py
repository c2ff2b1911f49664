"""Pictures of records: articles with their marks, charts, a page over a whole batch.

>>> from beritanlp import display, extract
>>> article = extract("Presiden Joko Widodo tiba di Solo, Senin (13/4/2020).")
>>> "Joko Widodo" in display.article_html(article)
True
"""

from beritanlp.display.article import article_html, record_html
from beritanlp.display.charts import map, timeline, who_said_what
from beritanlp.display.report import report_html, write_report

__all__ = ["article_html", "map", "record_html", "report_html", "timeline", "who_said_what", "write_report"]
