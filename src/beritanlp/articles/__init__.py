"""Read articles: text with its title, address and date of publication."""

from beritanlp.articles.raw import RawArticle, read_text_file

__all__ = ["RawArticle", "read_text_file"]
