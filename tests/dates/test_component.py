"""The spaCy component: what it writes on a Doc, furniture, the inferred day, words of the user."""

import pickle
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from beritanlp.annotations import KEY, annotations_of
from beritanlp.dates.component import Dates, make_dates
from beritanlp.dates.find import read


@pytest.fixture
def blank() -> spacy.Language:
    nlp = spacy.blank("xx")
    nlp.add_pipe("berita_dates")
    return nlp


def run(nlp: spacy.Language, text: str, **given: object) -> Doc:
    doc = nlp.make_doc(text)
    doc.user_data[KEY] = dict(given)
    return nlp(doc)


def test_writes_records_and_spans(blank: spacy.Language) -> None:
    doc = run(blank, "Ia tiba Senin (1/3/2021) dan pulang setiap Jumat.", published="2021-03-02")
    times = annotations_of(doc)["times"]
    assert [(time["id"], time["value"]) for time in times] == [("t1", "2021-03-01"), ("t2", "XXXX-WXX-5")]
    assert [(span.text, span.label_) for span in doc.spans["times"]] == [
        ("Senin (1/3/2021)", "DATE"),
        ("setiap Jumat", "SET"),
    ]
    assert all(doc.text[time["span"]["start"] : time["span"]["end"]] == time["span"]["text"] for time in times)


def test_a_given_date_stays_as_given(blank: spacy.Language) -> None:
    doc = run(blank, "Kemarin hujan.", published="Senin, 01 Mar 2021 07:30 WIB")
    assert annotations_of(doc)["published"] == "Senin, 01 Mar 2021 07:30 WIB"
    assert annotations_of(doc)["published_source"] == "given"
    assert annotations_of(doc)["times"][0]["value"] == "2021-02-28"


def test_furniture_is_skipped(blank: spacy.Language) -> None:
    text = "Baca juga: Gempa 5 Mei 2020. Kemarin hujan, kata dia, Senin (1/3/2021)."
    doc = run(blank, text, furniture=[(0, 28)])
    assert [time["span"]["text"] for time in annotations_of(doc)["times"]] == ["Kemarin", "Senin (1/3/2021)"]


def test_survives_bytes_and_processes(blank: spacy.Language) -> None:
    doc = run(blank, "Ia tiba kemarin.", published="2021-03-02")
    (back,) = DocBin(store_user_data=True, docs=[doc]).get_docs(blank.vocab)
    assert list(annotations_of(back)["times"]) == annotations_of(doc)["times"]
    component = pickle.loads(pickle.dumps(Dates()))
    assert isinstance(component, Dates)


def test_factory_is_registered() -> None:
    assert make_dates(spacy.blank("xx"), "berita_dates", None).lexicon is None


def test_a_users_words_are_read(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[dates.months.Mei]\nwords = ["meij"]\n[dates.vague]\nPRESENT_REF = ["zaman kiwari"]\n')
    nlp = spacy.blank("xx")
    nlp.add_pipe("berita_dates", config={"lexicon": str(file)})
    doc = run(nlp, "Pada zaman kiwari, 5 Meij 2020 dikenang.")
    assert [time["value"] for time in annotations_of(doc)["times"]] == ["PRESENT_REF", "2020-05-05"]


INFERRED = [
    # the attribution, not the plan
    (
        "Rapat digelar besok. Kata menteri, Selasa (2/3/2021), aturan akan terbit Senin (8/3/2021).",
        "2021-03-02",
    ),
    # the lede
    (
        "JAKARTA - Gempa mengguncang Lombok, Minggu (28/2/2021). Kamis (5/11/2020) gempa serupa terjadi.",
        "2021-02-28",
    ),
    # the latest of several attributions
    ("Ujar Budi, Senin (1/3/2021). Ujar Ani, Selasa (2/3/2021).", "2021-03-02"),
    # a slip of the pen is no evidence: 2 March 2022 is no Tuesday
    ("Ujar Budi, Senin (1/3/2021). Ujar Ani, Selasa (2/3/2022).", "2021-03-01"),
    # a date without a weekday is none
    ("Sejak 5 Mei 2020, kota itu sepi.", None),
    # the year is not known
    ("Ujar Budi, Senin (1/3).", None),
    ("Kemarin hujan.", None),
]


@pytest.mark.parametrize(("text", "published"), INFERRED)
def test_inferred_day(text: str, published: str | None) -> None:
    dated = read(text)
    assert dated.published == published
    assert dated.source == ("inferred" if published else "none")


def test_relative_times_count_from_the_inferred_day() -> None:
    dated = read("Kata Budi, Selasa (2/3/2021), ia datang kemarin.")
    assert [(time.value, time.anchor) for time in dated.times] == [
        ("2021-03-02", None),
        ("2021-03-01", "2021-03-02"),
    ]
