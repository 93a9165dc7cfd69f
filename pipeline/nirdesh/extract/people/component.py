"""The spaCy component that sets ``doc._.people``, ``doc._.offices`` and ``doc._.organisations``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nirdesh.analyse.extensions import register_extensions
from nirdesh.extract.clauses.words import text_of
from nirdesh.extract.people.find import Resolver, find_entities
from nirdesh.extract.people.names import Names
from nirdesh.extract.people.places import office_within_known, within_known, without_names
from nirdesh.extract.people.pronouns import Pronouns
from nirdesh.extract.people.runs import NameHit
from nirdesh.extract.people.trained import tagger
from nirdesh.mentions import Person, Post, Span


def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component; regions, where they are set, keep places from becoming people."""
    register_extensions()
    trained = tagger(nlp)

    def people(doc: Doc) -> Doc:
        return annotate(doc, lambda names: trained.complete(names, doc))

    return people


def seen(doc: Doc) -> list[Span]:
    """Where the analyser saw people."""
    return [Span(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PERSON"]


def annotate(
    doc: Doc,
    complete: Callable[[Names], list[NameHit]] = Names.collect,
    pronouns: Resolver = Pronouns,
) -> Doc:
    """Set ``doc._.people``, ``doc._.offices``, ``doc._.organisations``; places in names are no regions."""
    found = find_entities(text_of(doc), doc._.regions, seen(doc), complete, pronouns)
    doc._.regions = without_names(doc._.regions, found.people)
    known = frozenset(region.id for region in doc._.regions)
    doc._.people = tuple(within_known(_as_published(doc, person), known) for person in found.people)
    doc._.offices = tuple(office_within_known(office, known) for office in found.offices)
    doc._.organisations = found.organisations
    return doc


def _as_published(doc: Doc, person: Person) -> Person:
    """Keep the report's own mark of abbreviation in names and titles (एस0पी0 for the normalised एस.पी.)."""
    aligned = doc._.aligned
    if aligned is None:
        return person
    posts = tuple(replace(post, title=_title_as_published(doc, post)) for post in person.posts)
    person = replace(person, posts=posts) if posts != person.posts else person
    if "." not in person.name:
        return person
    for mention in person.mentions:
        at = text_of(doc).find(person.name, mention.span.start, mention.span.end)
        if at >= 0:
            start, end = aligned.to_raw(at, at + len(person.name))
            raw = aligned.raw[start:end]
            if "0" in raw and raw.replace("0", ".").startswith(person.name.rstrip(".")):
                return replace(person, name=raw)
    return person


def _title_as_published(doc: Doc, post: Post) -> str:
    """पु0अ0नि0 for पु.अ.नि, where the title was written so."""
    if "." not in post.title:
        return post.title
    start, end = doc._.aligned.to_raw(post.span.start, post.span.end)
    raw: str = doc._.aligned.raw[start : end + 1]
    written = raw.replace("0", ".").startswith(post.title)
    return raw.strip(" .") if "0" in raw and written else post.title
