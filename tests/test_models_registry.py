"""The registry of models: cards, digests, missing and damaged files, the download from a local server."""

from __future__ import annotations

import hashlib
import io
import json
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from nirdesh.analyse.models import CARD, digest, list_models, model_path, read_card, verify
from nirdesh.errors import NirdeshError


@pytest.fixture
def models(tmp_path: Path) -> Path:
    folder = tmp_path / "hi_nirdesh"
    (folder / "part").mkdir(parents=True)
    (folder / "part" / "weights").write_bytes(b"1234")
    size, sha256 = digest(folder)
    card = {"version": "1", "licence": "L", "size": size, "sha256": sha256, "figures": {"las": 90.1}}
    (folder / CARD).write_text(json.dumps(card), encoding="utf-8")
    return tmp_path


def test_a_whole_model_is_verified(models: Path) -> None:
    assert verify("hi_nirdesh", models).figures == {"las": 90.1}
    assert model_path("hi_nirdesh", models) == models / "hi_nirdesh"


@pytest.mark.parametrize("harm", ["change", "remove", "add"])
def test_a_damaged_model_says_what_to_run(models: Path, harm: str) -> None:
    weights = models / "hi_nirdesh" / "part" / "weights"
    if harm == "change":
        weights.write_bytes(b"1235")
    elif harm == "remove":
        weights.unlink()
    else:
        weights.with_name("more").write_bytes(b"")
    with pytest.raises(NirdeshError, match=r"bad-model: .*make models"):
        verify("hi_nirdesh", models)


def test_a_missing_model_is_listed_with_its_problem(models: Path) -> None:
    found = {model.name: model for model in list_models(models)}
    assert found["hi_nirdesh"].problem is None
    assert "no-model" in str(found["stanza"].problem)


def test_a_broken_card_is_an_error_of_ours(models: Path) -> None:
    (models / "hi_nirdesh" / CARD).write_text("{", encoding="utf-8")
    with pytest.raises(NirdeshError, match="bad-model"):
        read_card("hi_nirdesh", models)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    root = tmp_path / "web"
    (root / "models").mkdir(parents=True)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr("pos/own.pt", b"weights")
    (root / "models" / "default.zip").write_bytes(archive.getvalue())
    listing = {
        "hi": {"lang_name": "Hindi", "default_md5": hashlib.md5(archive.getvalue()).hexdigest()},
        "url": "none",
    }
    (root / "resources_9.9.json").write_text(json.dumps(listing), encoding="utf-8")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root))) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


def test_the_official_package_comes_from_the_address_given(server: str, tmp_path: Path) -> None:
    pytest.importorskip("stanza")
    from nirdesh.analyse.download import download_stanza

    folder = download_stanza(tmp_path / "stanza", base_url=server, version="9.9")
    assert (folder / "pos" / "own.pt").read_bytes() == b"weights"


def test_an_address_without_the_package_is_an_error_of_ours(server: str, tmp_path: Path) -> None:
    pytest.importorskip("stanza")
    from nirdesh.analyse.download import download_stanza

    with pytest.raises(NirdeshError, match="no-download"):
        download_stanza(tmp_path / "stanza", base_url=f"{server}/nowhere", version="9.9")
