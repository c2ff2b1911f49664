"""Read articles: text with its title, address and date of publication, from the files people have."""

from beritanlp.articles.fields import Fields
from beritanlp.articles.raw import RawArticle

__all__ = ["Fields", "RawArticle"]
