"""spaCy factories of the extractors; each is imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from spacy.language import Language
from spacy.tokens import Doc

Component = Callable[[Doc], Doc]


def _make(area: str, nlp: Language, name: str) -> Component:
    """Ask ``nirdesh.extract.<area>`` for its component."""
    component: Component = import_module(f"nirdesh.extract.{area}").create(nlp, name)
    return component


@Language.factory("nirdesh_dates", assigns=["doc._.dates"])
def make_dates(nlp: Language, name: str) -> Component:
    """Time expressions."""
    return _make("dates", nlp, name)


@Language.factory("nirdesh_people", assigns=["doc._.people", "doc._.offices", "doc._.organisations"])
def make_people(nlp: Language, name: str) -> Component:
    """People, offices and organisations."""
    return _make("people", nlp, name)


@Language.factory("nirdesh_regions", assigns=["doc._.regions"])
def make_regions(nlp: Language, name: str) -> Component:
    """Regions and places."""
    return _make("regions", nlp, name)


@Language.factory("nirdesh_directives", assigns=["doc._.directives"])
def make_directives(nlp: Language, name: str) -> Component:
    """Directives."""
    return _make("directives", nlp, name)


@Language.factory("nirdesh_assignments", assigns=["doc._.assignments"])
def make_assignments(nlp: Language, name: str) -> Component:
    """Assignments of posts and duties."""
    return _make("assignments", nlp, name)


@Language.factory("nirdesh_events", assigns=["doc._.events"])
def make_events(nlp: Language, name: str) -> Component:
    """Events."""
    return _make("events", nlp, name)
