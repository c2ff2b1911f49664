"""Charts of one article or many, as altair charts: show them in a notebook or save them as HTML or PNG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from beritanlp.display.colours import MARKS
from beritanlp.display.marks import entities_of
from beritanlp.display.towns import towns_of
from beritanlp.errors import ExtraError, InputError
from beritanlp.export.frames import to_frames
from beritanlp.records import Article

if TYPE_CHECKING:
    import altair as alt

_WIDTH = 640
_ROW = 24  # pixels a name takes
_LABELS = 12  # places that are named on a map: more lie over each other
_MARGIN = 2.0  # degrees around the places of a map


def timeline(articles: Article | Iterable[Article]) -> alt.Chart:
    """Events on a line of time, a row for each type; those without a day of their own stand at that of publication.

    Returns
    -------
    altair.Chart
        ``chart.save("timeline.html", inline=True)`` needs no network to be shown; ``chart.save("timeline.png")``.

    Raises
    ------
    ExtraError
        When altair or pandas is missing.
    InputError
        When no event has a day.

    Examples
    --------
    >>> from beritanlp import extract
    >>> chart = timeline(extract("Polisi menangkap Budi Santoso di Solo, Senin (6/1/2025)."))
    >>> chart.data["type"].tolist()
    ['ARREST']
    """
    altair = _altair()
    events = to_frames(articles)["events"].dropna(subset="day")
    if events.empty:
        raise InputError("no event with a day: give the articles' dates of publication")
    shown = events.assign(participants=events["participants"].str.join(", "))
    shown = shown[["day", "type", "status", "text", "participants", "place", "time", "evidence"]]
    shown = shown.astype({"type": "str", "status": "str"})
    chart: alt.Chart = (
        altair.Chart(shown, title="Events", width=_WIDTH)
        .mark_circle(size=90, opacity=0.7)
        .encode(
            x=altair.X("day:T", title=None),
            y=altair.Y("type:N", title=None),
            color=altair.Color("status:N", sort=["happened", "planned", "negated", "hypothetical"]),
            tooltip=["day:T", "type", "text", "participants", "place", "time", "evidence"],
        )
    )
    return chart


def who_said_what(articles: Article | Iterable[Article], top: int = 20) -> alt.LayerChart:
    """Speakers on the left, the people, bodies and places they speak of in their quotes on the right.

    Parameters
    ----------
    articles
        One article or many.
    top
        How many speakers and how many names to show, those with the most words first.

    Returns
    -------
    altair.LayerChart
        The width of a line is the number of quotes; a speaker's dot grows with the words that are quoted.

    Raises
    ------
    ExtraError
        When altair or pandas is missing.
    InputError
        When nobody is quoted.

    Examples
    --------
    >>> from beritanlp import extract
    >>> chart = who_said_what(extract('"Kementan harus mundur," kata Budi Santoso di Solo, Senin.'))
    >>> [row["name"] for row in chart.layer[1].data.values]
    ['Budi Santoso']
    """
    altair = _altair()
    words, edges = _said([articles] if isinstance(articles, Article) else articles)
    if not words:
        raise InputError("nobody is quoted in these articles")
    speakers = [name for name, _ in words.most_common(top)]
    spoken_of = Counter[str]()
    for (speaker, name), count in edges.items():
        if speaker in speakers:
            spoken_of[name] += count
    names = [name for name, _ in spoken_of.most_common(top)]
    chart: alt.LayerChart = altair.layer(
        _lines(altair, speakers, names, edges),
        *_column(altair, speakers, 0, words, "words"),
        *_column(altair, names, 1, spoken_of, "quotes"),
        title="Who speaks of whom",
    )
    chart = chart.resolve_scale(size="independent").configure_view(stroke=None)
    return chart


def map(articles: Article | Iterable[Article], world: bool = False) -> alt.LayerChart:
    """Places with coordinates, as large as they are often mentioned, over the towns of the gazetteer in grey.

    Parameters
    ----------
    articles
        One article or many.
    world
        Show places abroad too. Without it the map is of Indonesia, if a place there is mentioned.

    Raises
    ------
    ExtraError
        When altair or pandas is missing.
    InputError
        When no place has coordinates.

    Examples
    --------
    >>> from beritanlp import extract
    >>> chart = map(extract("Banjir merendam Demak dan Kudus."))
    >>> chart.layer[1].data["name"].tolist()
    ['Demak', 'Kudus']
    """
    altair = _altair()
    places = to_frames(articles)["places"].dropna(subset=["lat", "lon"])
    if not world and (places["country"] == "ID").any():
        places = places[places["country"] == "ID"]
    if places.empty:
        raise InputError("no place with coordinates in these articles")
    keys = ["name", "lat", "lon"]
    shown = places.groupby(keys, as_index=False).agg(mentions=("mentions", "sum"), articles=("article", "nunique"))
    x = altair.X("lon:Q", title=None, scale=altair.Scale(domain=_range(shown["lon"]), nice=False))
    y = altair.Y("lat:Q", title=None, scale=altair.Scale(domain=_range(shown["lat"]), nice=False))
    ground = altair.Data(values=[{"lat": lat, "lon": lon} for lat, lon in towns_of()])
    towns = altair.Chart(ground).mark_circle(size=6, color="#999", opacity=0.5, clip=True).encode(x=x, y=y)
    dots = (
        altair.Chart(shown)
        .mark_circle(color=MARKS["place"], opacity=0.7)
        .encode(x=x, y=y, size="mentions:Q", tooltip=["name", "mentions", "articles"])
    )
    told = shown.nlargest(_LABELS, "mentions")
    labels = altair.Chart(told).mark_text(dy=-10, fontSize=10, clip=True).encode(x=x, y=y, text="name")
    chart: alt.LayerChart = altair.layer(towns, dots, labels, title="Places", width=_WIDTH, height=_WIDTH // 2)
    return chart


def _altair() -> Any:
    try:
        import altair
    except ImportError as error:
        raise ExtraError("charts need altair: pip install 'beritanlp[notebook]'") from error
    return altair


def _said(articles: Iterable[Article]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Words of each speaker, and how often each speaks of each name."""
    words, edges = Counter[str](), Counter[tuple[str, str]]()
    for article in articles:
        entities = entities_of(article)
        speakers = {speaker.id: speaker for speaker in article.speakers}
        for quote in article.quotes:
            inside = {
                entity.id: entity.name
                for entity in entities
                if any(quote.span.start <= m.start < quote.span.end and not m.pronoun for m in entity.mentions)
            }
            for speaker in (speakers[number] for number in quote.speakers):
                words[speaker.name] += len(quote.span.text.split())
                edges.update((speaker.name, name) for key, name in inside.items() if key != speaker.entity)
    return words, edges


def _column(altair: Any, names: list[str], x: int, weights: Counter[str], what: str) -> tuple[Any, Any]:
    rows = [{"name": name, "x": x, "y": -place, what: weights[name]} for place, name in enumerate(names)]
    base = altair.Chart(altair.Data(values=rows), width=_WIDTH // 2, height=_ROW * max(len(names), 4))
    where = _where(altair)
    colour = MARKS["quote"] if what == "words" else MARKS["person"]
    dots = base.mark_circle(color=colour, opacity=1).encode(
        **where, size=altair.Size(f"{what}:Q", legend=None), tooltip=["name:N", f"{what}:Q"]
    )
    text = base.mark_text(align="right" if x == 0 else "left", dx=-12 if x == 0 else 12).encode(**where, text="name:N")
    return dots, text


def _lines(altair: Any, speakers: list[str], names: list[str], edges: Counter[tuple[str, str]]) -> Any:
    ends = [(speaker, name, n) for (speaker, name), n in edges.items() if speaker in speakers and name in names]
    rows = [
        {"speaker": one, "of": other, "n": n, "x": 0, "x2": 1, "y": -speakers.index(one), "y2": -names.index(other)}
        for one, other, n in ends
    ]
    return (
        altair.Chart(altair.Data(values=rows))
        .mark_rule(opacity=0.4)
        .encode(
            **_where(altair),
            x2="x2:Q",
            y2="y2:Q",
            strokeWidth=altair.StrokeWidth("n:Q", legend=None, scale=altair.Scale(range=[1, 6])),
            tooltip=["speaker:N", "of:N", altair.Tooltip("n:Q", title="quotes")],
        )
    )


def _where(altair: Any) -> dict[str, Any]:
    x = altair.X("x:Q", axis=None, scale=altair.Scale(domain=[0, 1]))
    return {"x": x, "y": altair.Y("y:Q", axis=None)}


def _range(degrees: Any) -> list[float]:
    return [float(degrees.min()) - _MARGIN, float(degrees.max()) + _MARGIN]
