"""The report: its data, its errors, and what a browser makes of it."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from typer.testing import CliRunner

import beritanlp
from beritanlp.cli import app
from beritanlp.display import article_html, report_html, write_report
from tests.conftest import ARTICLES

HOSTILE = (
    'Polisi menangkap <script>document.title="rusak"</script></script><!-- Budi Santoso 😀 di Solo, Senin (6/1/2025).'
)


@pytest.fixture(scope="module")
def articles(nlp: Language) -> list[beritanlp.Article]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    return list(beritanlp.extract_many([*texts, HOSTILE], nlp=nlp))


@pytest.fixture(scope="module")
def records(articles: list[beritanlp.Article], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("records") / "arsip.jsonl"
    path.write_text("".join(f"{article.model_dump_json()}\n" for article in articles), encoding="utf-8")
    return path


def data_of(page: str) -> dict[str, Any]:
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert match
    return json.loads(match[1])


def test_data(articles: list[beritanlp.Article]) -> None:
    page = report_html(articles, "Uji <b>")
    data = data_of(page)
    assert data["title"] == "Uji <b>"
    assert [row["text"] for row in data["articles"]] == [article.text for article in articles]
    assert [len(row["quotes"]) for row in data["articles"]] == [len(article.quotes) for article in articles]
    assert page.count("<script") == 2
    assert not re.search(r'(src|href)="', page)


def test_command(records: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["report", str(records), "-o", str(tmp_path / "r.html"), "--limit", "3"])
    assert done.exit_code == 0, done.output
    assert "3 articles; --limit takes more" in done.output
    assert len(data_of((tmp_path / "r.html").read_text(encoding="utf-8"))["articles"]) == 3


def test_folders_and_packed_files(records: Path, tmp_path: Path) -> None:
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(records.read_bytes()))
    shutil.copy(records, tmp_path / "a.jsonl")
    (tmp_path / "errors.jsonl").write_text("{}\n", encoding="utf-8")
    assert write_report([tmp_path], tmp_path / "r.html") == 2 * len(records.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("arsip.db", "x", "the report reads JSON lines"),
        ("satu.jsonl", '{"id": 1}\n', "line 1: no record of this version"),
        ("dua.jsonl", "[]\nrusak\n", "line 1"),
        ("tiga.jsonl.gz", "bukan gzip", "give JSON lines"),
        ("kosong", None, "no such file"),
    ],
)
def test_other_input_is_told(name: str, content: str | None, message: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(beritanlp.InputError, match=message) as error:
        write_report([path], tmp_path / "r.html")
    assert name in str(error.value)


def test_a_page_that_cannot_be_written_is_told(records: Path, tmp_path: Path) -> None:
    with pytest.raises(beritanlp.InputError, match=r"nowhere.*No such file.*--output"):
        write_report([records], tmp_path / "nowhere" / "r.html")


# ---- in a browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="browser tests need selenium")
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("browser tests need Debian's packages chromium and chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1300,1400"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=driver))
    yield started
    started.quit()


def one(browser: Any, selector: str) -> Any:
    return browser.find_element("css selector", selector)


def wait_for(browser: Any, text: str) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(browser, 10).until(lambda _: text in one(browser, "#summary").text)


def test_the_page_filters_and_shows_articles(
    browser: Any, articles: list[beritanlp.Article], records: Path, tmp_path: Path
) -> None:
    write_report([records], tmp_path / "r.html", title="Arsip <i>uji</i>")
    browser.get((tmp_path / "r.html").as_uri())
    total = len(articles)
    wait_for(browser, f"{total} of {total} articles")
    assert one(browser, "h1").text == "Arsip <i>uji</i>"
    assert len(browser.find_elements("css selector", "#articles article")) == total

    one(browser, "#f-words").send_keys("banjir")
    wanted = sum("banjir" in article.text.lower() for article in articles)
    assert 0 < wanted < total
    wait_for(browser, f"{wanted} of {total} articles")
    assert len(browser.find_elements("css selector", "#articles article")) == wanted

    one(browser, "button[type=reset]").click()
    wait_for(browser, f"{total} of {total}")
    first = one(browser, "#speakers tr.pick")
    name = first.find_element("css selector", "td").text
    first.click()
    wanted = sum(any(s.name == name for s in article.speakers if s.quotes) for article in articles)
    wait_for(browser, f"{wanted} of {total} articles")

    one(browser, "button[type=reset]").click()
    wait_for(browser, f"{total} of {total}")
    one(browser, "#f-words").send_keys("menangkap rusak")
    wait_for(browser, f"1 of {total}")
    one(browser, "#articles article").click()
    shown = one(browser, "#reader .b-text")
    assert shown.get_attribute("textContent") == HOSTILE
    assert shown.find_element("css selector", ".b-event").text == "menangkap"
    assert shown.find_element("css selector", ".b-time").text == "Senin (6/1/2025)"  # offsets hold after an emoji
    assert browser.title == "Arsip <i>uji</i>"
    assert [line for line in browser.get_log("browser") if line["level"] == "SEVERE"] == []


def test_an_article_shows_as_text_in_a_browser(browser: Any, nlp: Language, tmp_path: Path) -> None:
    page = tmp_path / "article.html"
    page.write_text(f"<meta charset=utf-8>{article_html(beritanlp.extract(HOSTILE, nlp=nlp))}", encoding="utf-8")
    browser.get(page.as_uri())
    assert one(browser, ".b-text").get_attribute("textContent") == HOSTILE
    assert browser.title != "rusak"
    assert "ARREST" in one(browser, ".b-text .b-event").get_attribute("title")
    assert one(browser, "details").get_attribute("open") is None
