"""The pages in a real browser: clicks, keys, accessibility, what is loaded and how much.

Chromium of the system is used; `make browser` installs it on Debian and Ubuntu.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Page, expect, sync_playwright
from typer.testing import CliRunner

from nirdesh.cli import app
from nirdesh.explore.app import make_app
from nirdesh.store import load

HERE = Path(__file__).parent
LINES = (HERE / "data" / "records.jsonl").read_text("utf-8").splitlines()
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed; `make browser` installs it"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
_CHOSEN = re.compile(r"\bon\b")
TABLES = ["/n", "/n/directives", "/n/entities/1", "/n/due_soon?from_day=2020-01-01"]
PAGES = [
    "/",
    "/search",
    "/timeline",
    "/calendar?month=2023-06",
    "/map",
    "/network",
    "/entity/1",
    "/report/{report}",
]
AXE = gzip.decompress((HERE / "vendor" / "axe.min.js.gz").read_bytes()).decode()


class Site:
    """A server on a free port, and where its screenshots go."""

    def __init__(self, database: Path, shots: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        config = uvicorn.Config(
            make_app(database, token="secret").app(), host="127.0.0.1", port=port, log_level="error"
        )
        self.server = uvicorn.Server(config)
        self.database, self.shots, self.address = database, shots, f"http://127.0.0.1:{port}"
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        for _ in range(200):
            if self.server.started:
                break
            time.sleep(0.05)

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(10)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    load(LINES, folder / "n.db")
    made = Site(folder / "n.db", Path(os.environ.get("SCREENSHOTS", folder)))
    made.shots.mkdir(exist_ok=True, parents=True)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


@pytest.fixture
def page(browser: Any, site: Site) -> Iterator[Page]:
    """A page that fails the test when it asks another machine for anything or has an error."""
    made = browser.new_page(base_url=site.address, viewport={"width": 1280, "height": 900})
    troubles: list[str] = []
    made.on(
        "request",
        lambda request: request.url.startswith((site.address, "data:")) or troubles.append(request.url),
    )
    made.on("pageerror", lambda error: troubles.append(str(error)))
    made.on("console", lambda message: message.type == "error" and troubles.append(message.text))
    yield made
    made.close()
    assert not troubles


def report_id() -> str:
    return str(json.loads(LINES[0])["report"]["id"])


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_accessible_and_light(page: Page, site: Site, address: str) -> None:
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body()) if response.ok else 0))
    page.goto(address.format(report=report_id()))
    page.wait_for_load_state("networkidle")
    name = address.strip("/").split("?")[0].split("/")[0] or "overview"
    page.screenshot(path=site.shots / f"{name}.png")
    assert sum(sizes) < 500_000
    found = _axe(page)
    serious = [
        (one["id"], one["nodes"][0]["html"])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    assert not serious


@pytest.mark.parametrize("address", TABLES)
def test_datasettes_own_pages_are_accessible_too(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    found = [
        (one["id"], one["nodes"][0]["html"][:200])
        for one in _axe(page)["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    assert not found


def _axe(page: Page) -> Any:
    """Accessibility findings; DevTools may run the checker in spite of the page's policy."""
    session = page.context.new_cdp_session(page)
    session.send("Runtime.evaluate", {"expression": AXE})
    made = session.send(
        "Runtime.evaluate",
        {"expression": "axe.run().then(r => JSON.stringify(r))", "awaitPromise": True, "returnByValue": True},
    )
    return json.loads(made["result"]["value"])


def test_search_facet_report_evidence_and_correction(page: Page, site: Site) -> None:
    page.goto("/-/sign-in?token=secret")
    page.get_by_label("Search directives, in either script").fill("nalon ki safai")
    with page.expect_navigation(url="**/search?**"):
        page.keyboard.press("Enter")
    latin = page.locator("table.directives tbody tr").all_inner_texts()
    page.get_by_label("Words").fill("नालों की सफाई")
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name="Search").click()
    assert page.locator("table.directives tbody tr").all_inner_texts() == latin != []
    with page.expect_navigation():
        page.get_by_role("link", name="Clear").click()
    everything = page.locator("#total").inner_text()
    with page.expect_navigation():
        page.locator(".facet").first.get_by_role("link", name="order").click()
    assert page.locator("#total").inner_text() != everything
    assert set(page.locator("table.directives tbody .kind").all_inner_texts()) == {"order"}
    page.goto("/search?q=nalon+ki+safai&to=ramakant")
    action = page.locator("table.directives tbody a").last
    told = action.inner_text()
    with page.expect_navigation(url="**/report/**"):
        action.click()
    card = page.locator(".card.on")
    expect(card).to_contain_text(told)
    card.get_by_role("link", name="Evidence").click()
    expect(page.locator(".text .on").first).to_be_visible()
    assert told in page.locator(".text .on").evaluate_all("all => all.map(one => one.textContent).join('')")
    page.screenshot(path=site.shots / "evidence.png")
    card = page.locator(".card.on")
    card.get_by_text("Correct", exact=True).click()
    card.get_by_label("corrected", exact=True).check()
    card.get_by_label("Right kind, if corrected").select_option("obligation")
    card.get_by_label("Your name").fill("रीता")
    card.get_by_label("Note").fill("लिखित")
    with page.expect_navigation():
        card.get_by_role("button", name="Save").click()
    page.get_by_text("corrected, says रीता").wait_for()
    page.screenshot(path=site.shots / "corrected.png")
    out = (
        CliRunner()
        .invoke(app, ["query", "-d", str(site.database), "--verdict", "corrected", "-f", "jsonl"])
        .stdout
    )
    assert json.loads(out)["action"] == told


def test_the_keyboard_is_enough(page: Page) -> None:
    page.goto(f"/report/{report_id()}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".card").nth(1)).to_have_class(_CHOSEN)
    page.keyboard.press("e")
    expect(page).to_have_url(re.compile("#e-d-"))
    page.keyboard.press("k")
    expect(page.locator(".card").nth(0)).to_have_class(_CHOSEN)


def test_charts_stand_for_their_tables(page: Page) -> None:
    page.goto("/")
    bars = page.locator("[data-chart=months] rect title").all_text_contents()
    counted = sum(int(text.rpartition(" ")[2]) for text in bars)
    dated = [line for line in LINES if json.loads(line)["report"]["published"]]
    assert counted == sum(len(json.loads(line)["directives"]) for line in dated)
    page.goto("/network")
    assert (
        page.locator("[data-chart=network] line").count() == page.locator("main table tbody tr").count() > 10
    )
    page.goto("/map")
    assert page.locator("#map path.leaflet-interactive").count() > 0
    page.goto("/calendar?month=2023-06")
    assert page.locator(".calendar li a").count() == 2


def test_the_page_for_e_mail_stands_alone(browser: Any, site: Site, tmp_path: Path) -> None:
    assert (
        CliRunner().invoke(app, ["report", str(tmp_path / "o.html"), "-d", str(site.database)]).exit_code == 0
    )
    fresh = browser.new_page()
    asked: list[str] = []
    fresh.on("request", lambda request: asked.append(request.url))
    fresh.goto((tmp_path / "o.html").as_uri())
    assert asked == [(tmp_path / "o.html").as_uri()]
    found = _axe(fresh)
    assert not [one["id"] for one in found["violations"] if one["impact"] in ("serious", "critical")]
    fresh.screenshot(path=site.shots / "one-page.png")
    fresh.close()
