"""Lemmas as edits of the word's end: how many characters go and what comes instead."""

from __future__ import annotations

import unicodedata


def edit_of(form: str, lemma: str) -> str:
    """The edit that makes a lemma of a form: ``<characters to cut>+<new end>``, or ``=<lemma>``.

    The second stands where form and lemma share no beginning.

    Example:
        >>> edit_of("लड़कों", "लड़का"), edit_of("गया", "जा"), edit_of("घर", "घर")
        ('2+ा', '=जा', '0+')
    """
    form, lemma = unicodedata.normalize("NFC", form), unicodedata.normalize("NFC", lemma)
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    if same == 0:
        return f"={lemma}"
    return f"{len(form) - same}+{lemma[same:]}"


def apply_edit(form: str, edit: str) -> str:
    """The lemma that an edit makes of a form; a form too short for it stays as it is.

    Example:
        >>> apply_edit("लड़कों", "2+ा"), apply_edit("गया", "=जा"), apply_edit("व", "3+")
        ('लड़का', 'जा', 'व')
    """
    if edit.startswith("="):
        return edit[1:]
    cut, _, new = edit.partition("+")
    form = unicodedata.normalize("NFC", form)
    count = int(cut)
    if count >= len(form):
        return form
    return form[: len(form) - count] + new
