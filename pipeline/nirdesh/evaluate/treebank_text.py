"""Documents of the Hindi Dependency Treebank as running text, and quotes of them by token number."""

from __future__ import annotations

import lzma
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import regex

from nirdesh.errors import NirdeshError
from nirdesh.train.treebank import NULL_FORMS

TREEBANK: Final = "treebank/hdtb-ssf-train.conllx.xz"
_CLOSING: Final = frozenset(",.।?!);:…|")
_PART: Final = regex.compile(r"(\d+):(\d+)(?:-(?:(\d+):)?(\d+))?")


@dataclass(slots=True)
class TreebankDocument:
    """A document of the treebank as running text.

    Attributes:
        published: ISO day of its ``date`` comments, or None.
        spans: Sentence and token number -> offsets in ``text``.
    """

    id: str
    published: str | None = None
    text: str = ""
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def add(self, number: int, tokens: Mapping[int, str]) -> None:
        """Append a sentence (token number -> form) after a blank."""
        forms = list(tokens.values())
        text = self.text + " " if self.text else ""
        for token, blank in zip(tokens, blanks(forms), strict=True):
            start = len(text)
            text += tokens[token]
            self.spans[number, token] = (start, len(text))
            text += " " * blank
        self.text = text

    def quote(self, reference: str) -> str:
        """The words that a reference such as ``3:5-9`` stands for.

        Raises:
            NirdeshError: ``bad-reference`` if it is malformed or points outside the document.
        """
        return " ".join(self._part(part, reference) for part in reference.split("+"))

    def _part(self, part: str, reference: str) -> str:
        found = _PART.fullmatch(part)
        if found is not None:
            sentence, first, other, last = found.groups()
            start = self.spans.get((int(sentence), int(first)))
            end = self.spans.get((int(other or sentence), int(last or first)))
            if start is not None and end is not None and start[0] < end[1]:
                return self.text[start[0] : end[1]]
        raise NirdeshError("bad-reference", f"{reference} is no run of tokens of document {self.id}.")


def blanks(forms: list[str]) -> list[bool]:
    """Whether a blank follows each token of a sentence in ordinary print.

    Example:
        >>> forms = ["(", "नाम", ")", "ने", "'", "साथ", "-", "साथ", "'", "कहा", "।"]
        >>> "".join(f + " " * b for f, b in zip(forms, blanks(forms)))
        "(नाम) ने 'साथ-साथ' कहा।"
    """
    after: list[bool] = []
    opened: set[str] = set()
    for form, following in zip(forms, [*forms[1:], ""], strict=True):
        glued = form in ("-", "/", "(") or following in ("-", "/") or (following[:1] in _CLOSING)
        if form in ("'", '"'):
            glued = glued or form not in opened
            opened ^= {form}
        if following in opened:
            glued = True
        after.append(bool(following) and not glued)
    return after


def read_documents(path: Path, wanted: Collection[str]) -> dict[str, TreebankDocument]:
    """The wanted documents of the treebank, empty nodes left out, in NFC.

    Raises:
        NirdeshError: ``no-treebank`` if the file is missing, ``bad-reference`` if a document is not in it.
    """
    if not path.is_file():
        raise NirdeshError(
            "no-treebank",
            f"The Hindi Dependency Treebank is not at {path}.",
            hint=f"Give a folder that holds {TREEBANK} (or data/{TREEBANK}) with --data; "
            "it can't be part of this repository.",
        )
    documents: dict[str, TreebankDocument] = {}
    for comments, tokens in _sentences(path):
        if comments["doc"] in wanted:
            document = documents.setdefault(comments["doc"], TreebankDocument(comments["doc"]))
            document.published = document.published or iso_day(comments.get("date", ""))
            document.add(int(comments["sent_id"].rsplit("-s", 1)[1]), tokens)
    missing = sorted(set(wanted) - set(documents))
    if missing:
        raise NirdeshError("bad-reference", f"The treebank has no document {', '.join(missing)}.")
    return documents


def _sentences(path: Path) -> Iterator[tuple[dict[str, str], dict[int, str]]]:
    comments: dict[str, str] = {}
    tokens: dict[int, str] = {}
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# "):
                name, _, value = line[2:].partition("=")
                comments[name.strip()] = value.strip()
            elif line.strip():
                number, form = line.split("\t")[:2]
                if not form.startswith(NULL_FORMS):
                    tokens[int(number)] = unicodedata.normalize("NFC", form).replace("-JOIN", "-")
            elif tokens:
                yield comments, tokens
                comments, tokens = {}, {}
    if tokens:
        yield comments, tokens


def iso_day(comment: str) -> str | None:
    """A ``date`` comment (day/month/year, ``99/99/9999`` where unknown) as an ISO day.

    Example:
        >>> iso_day("5/6/2004"), iso_day("99/99/9999"), iso_day("")
        ('2004-06-05', None, None)
    """
    parts = [int(part) for part in comment.split("/") if part.isdecimal()]
    if len(parts) != 3 or parts[1] > 12:
        return None
    day, month, year = parts
    return f"{year:04}-{month:02}-{day:02}"
