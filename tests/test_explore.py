"""The pages of `nirdesh explore` and `nirdesh report`, asked without a browser."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from nirdesh.cli import app
from nirdesh.errors import NirdeshError
from nirdesh.explore.app import HERE, make_app
from nirdesh.explore.highlight import marks, pieces
from nirdesh.record import Record
from nirdesh.store import load, open_database
from nirdesh.store.corrections import corrections_of
from nirdesh.store.query import Question, ask

DATA = Path(__file__).parent / "data"
LINES = (DATA / "records.jsonl").read_text("utf-8").splitlines()
FIRST = json.loads(LINES[0])
REPORT = FIRST["report"]["id"]
DIRECTIVE = FIRST["directives"][0]["id"]
PAGES = ["/", "/search", "/timeline", "/calendar", "/map", "/network", "/entity/1", f"/report/{REPORT}"]
BEARER = {"authorization": "Bearer secret"}
HOSTILE = (
    "<script>alert(1)</script>'\"; DROP TABLE reports; -- \u202e{{7*7}} javascript:alert(1)"
    " <img src=x onerror=alert(1)>"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    load(LINES, tmp_path / "n.db")
    return tmp_path / "n.db"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("shown") / "n.db"
    load(LINES, path)
    return make_app(path, token="secret")


def get(site: Any, address: str, **more: Any) -> Any:
    return asyncio.run(site.client.get(address, **more))


def post(site: Any, address: str, **more: Any) -> Any:
    return asyncio.run(site.client.post(address, **more))


@pytest.mark.parametrize("address", [*PAGES, "/n", "/n/directives", "/n/due_soon?from_day=2020-01-01"])
def test_every_page_answers_and_loads_only_from_here(shown: Any, address: str) -> None:
    answer = get(shown, address)
    assert answer.status_code == 200
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    loaded = re.findall(r"<(?:script|link|img|iframe)[^>]+>", answer.text)
    sources = [re.findall(r'(?:src|href)="([^"]+)"', tag) for tag in loaded if 'rel="alternate"' not in tag]
    assert all(source[0].startswith("/") for source in sources if source), sources


def test_assets_name_no_other_machine() -> None:
    for file in (HERE / "assets").glob("*.*"):
        assert not re.findall(r"https?://|//[a-z]+\.", file.read_text("utf-8").replace("// ", "")), file
    size = sum(file.stat().st_size for file in (HERE / "assets").rglob("*.*"))
    assert size < 400_000


def test_search_and_facets_as_json(shown: Any) -> None:
    hindi, latin = (
        get(shown, "/search", params={"q": text, "_format": "json"}).json()
        for text in ("नालों की सफाई", "nalon ki safai")
    )
    assert hindi == latin
    assert [row["issuers"] for row in hindi["rows"]] == ["सुरभि त्रिवेदी"] * hindi["total"]
    everything = get(shown, "/search?_format=json").json()
    kinds = {row["value"]: row["count"] for row in everything["facets"]["modality"]}
    assert sum(kinds.values()) == everything["total"]
    one = get(shown, "/search", params={"modality": "order", "_format": "json"}).json()
    assert one["total"] == kinds["order"]
    year = get(shown, "/search", params={"since": "2018", "until": "2018", "_format": "json"}).json()
    assert {row["published"][:4] for row in year["rows"]} == {"2018"}


def test_tables_are_searched_in_any_script(shown: Any) -> None:
    rows = get(shown, "/n/entities.json", params={"_q": "meenakshi", "_shape": "array"}).json()
    assert {row["name"] for row in rows} == {"मीनाक्षी श्रीनेत", "मीनाक्षी रंगा"}
    assert get(shown, "/n/directives.json?_q=nalon+ki+safai&_shape=array").json()
    assert get(shown, "/n/directives.json?_q=%22%22&_shape=array").json() == []


def test_a_report_is_cut_without_loss_and_every_link_has_its_end(shown: Any) -> None:
    for line in LINES:
        record = Record.from_json(line)
        made = list(pieces(record.report.text, marks(record)))
        assert "".join(piece.text for piece in made) == record.report.text
        html = get(shown, f"/report/{record.report.id}").text
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(ids) == len(set(ids))
        targets = set(re.findall(r'href="#([^"]+)"', html))
        assert targets <= set(ids)
        assert {f"e-d-{row.id}" for row in record.directives} <= targets


def test_what_is_not_there_is_said(shown: Any) -> None:
    for address in (
        "/report/none", "/entity/999999", "/calendar?month=2020-13", "/calendar?month=x",
    ):  # fmt: skip
        answer = get(shown, address)
        assert answer.status_code == 404
        assert "Not found" in answer.text
    assert [get(shown, address).status_code for address in ("/none", "/a/b/c/d", "/a/b/c/d.json")] == [
        404
    ] * 3
    assert "2 deadlines" in get(shown, "/calendar?month=2023-06").text


@pytest.mark.parametrize(
    ("method", "address"),
    [("TRACE", "/"), ("POST", "/n/reports.json"), ("NONE", "/search"), ("PUT", "/correct")],
)
def test_methods_that_mean_nothing_are_refused(shown: Any, method: str, address: str) -> None:
    answer = asyncio.run(shown.client.request(method, address))
    assert (answer.status_code, "GET" in answer.headers["allow"]) == (405, True)


@pytest.mark.parametrize("address", ["/n/reports.json?a%00=1", "/n/a~00.json", "/n/reports?_facet=%00"])
def test_a_null_character_is_refused_where_it_would_be_a_name(shown: Any, address: str) -> None:
    assert get(shown, address).status_code == 400


def test_only_the_token_may_correct(path: Path) -> None:
    site = make_app(path, token="secret")
    body = {"directive": DIRECTIVE, "verdict": "wrong", "who": "रीता", "note": "test"}
    assert post(site, "/correct", json=body).status_code == 403
    assert post(site, "/correct", json=body, headers={"authorization": "Bearer guess"}).status_code == 403
    assert get(site, "/correct", headers=BEARER).status_code == 405
    assert get(site, "/-/sign-in?token=guess").status_code == 403
    assert corrections_of(open_database(path)) == []
    assert post(site, "/correct", json=body, headers=BEARER).json() == {
        "directive": DIRECTIVE,
        "verdict": "wrong",
    }
    (kept,) = corrections_of(open_database(path))
    assert (kept.who, kept.via, kept.note) == ("रीता", "explore", "test")
    assert [row["id"] for row in ask(open_database(path), Question(verdict="wrong"))] == [DIRECTIVE]
    for wrong in (
        {},
        {"directive": DIRECTIVE},
        {**body, "verdict": "x"},
        {**body, "who": 3},
        {**body, "changes": []},
        [],
    ):
        answer = post(site, "/correct", json=wrong, headers=BEARER)
        assert answer.status_code == 400, wrong
        assert answer.json()["error"] == "bad-correction"
    assert (
        post(
            site, "/correct", content="{", headers={**BEARER, "content-type": "application/json"}
        ).status_code
        == 400
    )


def test_a_form_needs_the_cookie_and_its_own_token(path: Path) -> None:
    site = make_app(path, token="secret")
    signed = get(site, "/-/sign-in?token=secret")
    cookie = signed.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    cookies = {"nirdesh_token": "secret"}
    form = {"directive": DIRECTIVE, "verdict": "right", "who": "a"}
    assert post(site, "/correct", data=form, cookies=cookies).status_code == 403  # no csrftoken
    page = get(site, f"/report/{REPORT}", cookies=cookies)
    token = re.search(r'name="csrftoken" value="([^"]+)"', page.text)
    assert token
    cookies["ds_csrftoken"] = page.cookies["ds_csrftoken"]
    answer = post(site, "/correct", data={**form, "csrftoken": token[1]}, cookies=cookies)
    assert (answer.status_code, answer.headers["location"]) == (302, f"/report/{REPORT}#d-{DIRECTIVE}")
    assert "right, says a" in get(site, f"/report/{REPORT}").text


def test_reading_only(path: Path) -> None:
    site = make_app(path, read_only=True)
    assert post(site, "/correct", json={}, headers=BEARER).status_code == 403
    assert site.get_database("n").is_mutable is False
    assert "Correct" not in get(site, f"/report/{REPORT}").text.replace("Corrections", "")


def test_nothing_else_can_be_written_and_other_names_are_refused(shown: Any) -> None:
    for statement in ("delete from reports", "drop table reports", "attach 'x' as y"):
        assert get(shown, "/n.json", params={"sql": statement}).status_code == 400
    assert get(shown, "/n.db").status_code in (403, 404)
    assert get(shown, "/", headers={"host": "evil.example"}).status_code == 400
    assert get(shown, "/", headers={"host": "127.0.0.1:8011"}).status_code == 200
    with pytest.raises(NirdeshError, match="no-database"):
        make_app("/none.db")


def test_the_server_listens_to_this_machine_only(path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = CliRunner().invoke(app, ["explore", str(path), "--port", str(port)])
        assert (result.exit_code, "port-taken" in result.output) == (2, True)
    script = [sys.executable, "-m", "nirdesh.cli", "explore", str(path), "--port", str(port)]
    with subprocess.Popen(script, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            assert server.stdout.readline() == f"Reading: http://127.0.0.1:{port}/\n"
            assert "/-/sign-in?token=" in server.stdout.readline()
            for _ in range(100):
                with (
                    contextlib.suppress(OSError),
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/map") as page,
                ):
                    assert page.status == 200
                    break
                time.sleep(0.2)
            listening = Path("/proc/net/tcp")
            if listening.exists():
                rows = [
                    row.split()[1] for row in listening.read_text().splitlines()[1:] if row.split()[3] == "0A"
                ]
                assert [row for row in rows if row.endswith(f":{port:04X}")] == [f"0100007F:{port:04X}"]
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A record in which every free text is an attack."""
    record = json.loads(LINES[0])
    record["report"] |= {
        "title": HOSTILE,
        "publisher": HOSTILE,
        "author": HOSTILE,
        "url": "javascript:alert(1)",
        "source": HOSTILE,
        "place": HOSTILE,
    }
    record["report"]["text"] += f"\n{HOSTILE}"
    record["people"][0]["name"] = record["people"][0]["latin"] = HOSTILE
    record["regions"][0]["name"] = HOSTILE
    record["directives"][0]["action"]["text"] = HOSTILE
    record["directives"][0]["addressees"][0]["text"] = HOSTILE
    record["events"][0]["name"] = HOSTILE
    record["problems"] = [{"stage": "extract", "code": "x", "message": HOSTILE}]
    path = tmp_path_factory.mktemp("hostile") / "n.db"
    load([json.dumps(record)], path)
    return path


def test_hostile_text_is_shown_as_text(hostile: Path, tmp_path: Path) -> None:
    site = make_app(hostile, token="secret")
    for address in [
        *PAGES,
        f"/search?q={HOSTILE[:30]}",
        f"/search?issuer={HOSTILE}",
        "/n/reports",
        "/n/directive_list",
    ]:
        html = get(site, address).text
        assert "<script>alert" not in html, address
        assert "<img src=x" not in html, address
        assert 'href="javascript:' not in html, address
    assert "&lt;script&gt;alert" in get(site, f"/report/{REPORT}").text
    result = CliRunner().invoke(app, ["report", str(tmp_path / "o.html"), "-d", str(hostile)])
    assert result.exit_code == 0, result.output
    html = (tmp_path / "o.html").read_text("utf-8")
    assert "<script" not in html
    assert "&lt;script&gt;alert" in html
    for form in ("table", "md", "csv", "jsonl"):
        out = CliRunner().invoke(app, ["query", "-d", str(hostile), "--format", form]).output
        assert "alert(1)" in out
        assert "\x1b" not in out
        if form == "md":
            assert "<script>" not in out


def test_a_line_of_ten_megabytes(tmp_path: Path) -> None:
    record = json.loads(LINES[0])
    record["report"]["text"] += "\n" + "अ आ क" * 700_000
    assert len(record["report"]["text"].encode()) > 7_000_000
    load([json.dumps(record, ensure_ascii=False)], tmp_path / "n.db")
    site = make_app(tmp_path / "n.db", read_only=True)
    assert get(site, f"/report/{REPORT}").status_code == 200
    assert get(site, "/search?q=safai").status_code == 200


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            [
                "q",
                "issuer",
                "to",
                "region",
                "party",
                "since",
                "until",
                "modality",
                "verdict",
                "page",
                "_format",
            ]
        ),
        st.text(max_size=40),
    )
)
def test_no_address_breaks_the_search(shown: Any, params: dict[str, str]) -> None:
    params = {name: value.encode("utf-8", "ignore").decode() for name, value in params.items()}
    assert get(shown, "/search", params=params).status_code == 200


def test_one_page_holds_everything(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.html"
    result = CliRunner().invoke(app, ["report", str(out), "-d", str(path), "--region", "बहराइच"])
    assert "7 directives written" in result.output
    html = out.read_text("utf-8")
    assert "शहर के सभी बड़े नालों की तलीझाड़ सफाई पूरी कराएं" in html
    assert not re.search(r'(?:src|href)="(?!#)', html)
    assert not re.search(r"url\(|@import|<script", html)
