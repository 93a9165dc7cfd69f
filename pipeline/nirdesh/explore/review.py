"""Signing in with the token, and correcting a directive."""

from __future__ import annotations

import hmac
import json
from typing import Any
from urllib.parse import parse_qsl

from nirdesh.errors import NirdeshError
from nirdesh.explore.setup import COOKIE, setup_of
from nirdesh.store.corrections import Correction, add_all

_MOST = 20_000


def holds_token(datasette: Any, given: str | None) -> bool:
    """Whether somebody gave this server's token."""
    token = setup_of(datasette).token
    return bool(token and given) and hmac.compare_digest(str(token).encode(), str(given).encode())


async def sign_in(datasette: Any, request: Any) -> Any:
    """Keep the token in a cookie and go to the first page."""
    from datasette.utils.asgi import Response

    given = request.args.get("token")
    if not holds_token(datasette, given):
        return Response.text(
            "This token does not fit. Open the address that `nirdesh explore` printed.", status=403
        )
    answer = Response.redirect("/")
    answer.set_cookie(COOKIE, given, httponly=True, samesite="strict")
    return answer


async def correct(datasette: Any, request: Any) -> Any:
    """Write one correction; a form goes back to its report, JSON gets JSON."""
    from datasette.utils.asgi import Response

    if request.method != "POST":
        return Response.text("Corrections are sent with POST.", status=405, headers={"allow": "POST"})
    if request.actor is None:
        message = "Corrections need the token: open the address that `nirdesh explore` printed."
        return Response.json({"error": "no-token", "message": message}, status=403)
    if not setup_of(datasette).writable:
        message = "The database is open for reading only."
        return Response.json({"error": "read-only", "message": message}, status=403)
    is_json = request.headers.get("content-type", "").startswith("application/json")
    try:
        given = _given(await request.post_body(), is_json)
        database = datasette.get_database(setup_of(datasette).name)
        await database.execute_write_fn(lambda connection: add_all(connection, [given]))
    except NirdeshError as error:
        return Response.json({"error": error.code, "message": str(error)}, status=400)
    if is_json:
        return Response.json({"directive": given.directive, "verdict": given.verdict})
    query = "SELECT r.id FROM directives d JOIN reports r ON r.n = d.report WHERE d.id = ?"
    row = (await database.execute(query, [given.directive])).first()
    return Response.redirect(f"/report/{row[0]}#d-{given.directive}")


def _given(body: bytes, is_json: bool) -> Correction:
    if len(body) > _MOST:
        raise NirdeshError("bad-correction", "The correction is too long.", hint="Shorten the note.")
    fields: Any = None if is_json else dict(parse_qsl(body.decode("utf-8", "replace"), max_num_fields=50))
    if is_json:
        try:
            fields = json.loads(body)
        except ValueError as error:
            raise NirdeshError(
                "bad-correction", f"The body is no JSON: {error}.", hint="Send an object."
            ) from error
    if not isinstance(fields, dict):
        raise NirdeshError("bad-correction", "The body is no JSON object.", hint="Send an object.")
    texts = {name: fields.get(name) or "" for name in ("directive", "verdict", "who", "modality", "note")}
    if not all(isinstance(value, str) for value in texts.values()):
        raise NirdeshError("bad-correction", "A field is no text.", hint="Send texts.")
    changes = fields.get("changes", {})
    if not isinstance(changes, dict):
        raise NirdeshError("bad-correction", "changes is no object.", hint='Send {"when": ["…"]}.')
    if texts["verdict"] == "corrected" and texts["modality"]:
        changes = changes | {"modality": texts["modality"]}
    note = texts["note"].strip() or None
    return Correction(
        texts["directive"], texts["verdict"], texts["who"], changes=changes, note=note, via="explore"
    )
