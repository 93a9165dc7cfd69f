"""Rich text (.rtf) by striprtf; fonts are not told, so old ones are recognised by the text itself."""

from __future__ import annotations

from nirdesh.ingest.forms import Formed, refused
from nirdesh.ingest.forms.legacy_runs import DOUBT, unmarked


def read(blob: bytes, ocr: bool = False) -> Formed:
    """Text of a document.

    Raises:
        NirdeshError: ``broken-document``.

    Example:
        >>> read(rb"{\\rtf1\\ansi\\uc1 \\u2360?\\u2330?\\u2367?\\u2357?\\par}").text.strip()
        'सचिव'
    """
    from striprtf.striprtf import rtf_to_text

    if not blob.lstrip().startswith(b"{\\rtf"):
        raise refused("broken-document", "It is no rich text.", "Check the file's ending.")
    try:
        text: str = rtf_to_text(blob.decode("cp1252", "replace"), encoding="cp1252", errors="replace")
    except (ValueError, LookupError, IndexError, KeyError, OverflowError) as error:
        message = f"The document is damaged ({type(error).__name__})."
        raise refused("broken-document", message, "Open and save it again.") from error
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text, legacy = unmarked(text)
    return Formed(text, (DOUBT,) if legacy else ())
