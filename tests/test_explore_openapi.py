"""The JSON side of `nirdesh explore` against its own description, asked by schemathesis on this machine."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from hypothesis import HealthCheck, settings

from nirdesh.explore.app import make_app
from nirdesh.explore.openapi import PATH, description
from nirdesh.store import load

schemathesis = pytest.importorskip("schemathesis")
LINES = (Path(__file__).parent / "data" / "records.jsonl").read_text("utf-8").splitlines()
DIRECTIVE = json.loads(LINES[0])["directives"][0]["id"]
TOKEN = {"authorization": "Bearer secret"}
_checks = import_module("schemathesis.specs.openapi.checks")
CONFORMANCE = [
    schemathesis.checks.not_a_server_error,
    _checks.status_code_conformance,
    _checks.content_type_conformance,
    _checks.response_schema_conformance,
]
BOUNDED = settings(
    max_examples=30, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


def described(mode: Any) -> Any:
    made = schemathesis.openapi.from_dict(description("n"))
    made.config.generation.update(modes=[mode])
    return made


sensible = described(schemathesis.GenerationMode.POSITIVE)
senseless = described(schemathesis.GenerationMode.NEGATIVE)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("described") / "n.db"
    load(LINES, path)
    site = make_app(path, token="secret")
    server = uvicorn.Server(uvicorn.Config(site.app(), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()
    for database in site.databases.values():
        database.close()


def test_the_server_gives_its_description(address: str) -> None:
    given = schemathesis.openapi.from_url(address + PATH)
    assert given.raw_schema == description("n")


@sensible.parametrize()
@BOUNDED
def test_every_answer_is_as_described(case: Any, address: str) -> None:
    case.call_and_validate(base_url=address, headers=TOKEN, checks=CONFORMANCE)


@senseless.parametrize()
@BOUNDED
def test_nothing_that_is_sent_breaks_the_server(case: Any, address: str) -> None:
    case.call_and_validate(base_url=address, headers=TOKEN, checks=CONFORMANCE[:1])


@pytest.mark.parametrize(
    ("headers", "directive", "status"), [({}, DIRECTIVE, 403), (TOKEN, DIRECTIVE, 200), (TOKEN, "none", 400)]
)
def test_corrections_answer_as_described(
    address: str, headers: dict[str, str], directive: str, status: int
) -> None:
    case = sensible["/correct"]["POST"].Case(
        body={"directive": directive, "verdict": "right", "who": "a"}, media_type="application/json"
    )
    answer = case.call(base_url=address, headers=headers)
    assert answer.status_code == status
    case.validate_response(answer, checks=CONFORMANCE)
