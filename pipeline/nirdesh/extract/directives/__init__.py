"""Directives: who tells whom to do what, where and by when."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from nirdesh.analyse.extensions import register_extensions


def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Component that sets ``doc._.directives``."""
    # The reader of directives looks at assignments, whose reader uses modules of this package.
    from nirdesh.extract.directives.extractor import extract_directives
    from nirdesh.extract.directives.trained import reader

    register_extensions()
    trained = reader()

    def directives(doc: Doc) -> Doc:
        doc._.directives = extract_directives(doc, trained)
        return doc

    return directives
