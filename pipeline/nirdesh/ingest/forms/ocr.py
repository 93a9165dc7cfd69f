"""Pictures of text by Tesseract's Hindi model, where it is installed; slow, and only when asked for."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Final

from nirdesh.ingest.forms import refused

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_DOTS_PER_INCH: Final = 300
_LONGEST_EDGE: Final = 6_000
_SECONDS: Final = 120


def recognise(page: PdfPage) -> str:
    """The text of a page, drawn and read.

    Raises:
        NirdeshError: ``no-ocr`` where Tesseract or its Hindi model is missing, ``ocr-failed``.
    """
    if shutil.which("tesseract") is None:
        hint = "Install tesseract-ocr and tesseract-ocr-hin, or leave --ocr out."
        raise refused("no-ocr", "Tesseract is not installed.", hint)
    scale = min(_DOTS_PER_INCH / 72, _LONGEST_EDGE / max(1.0, *page.get_size()))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        raw = bytes(bitmap.buffer)
    finally:
        bitmap.close()
    rows = (raw[row * stride : row * stride + width] for row in range(height))
    picture = b"P5 %d %d 255\n" % (width, height) + b"".join(rows)
    command = ["tesseract", "stdin", "stdout", "-l", "hin+eng", "--dpi", str(_DOTS_PER_INCH)]
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise refused("ocr-failed", "OCR of a page took too long.", "Leave --ocr out.") from error
    if done.returncode:
        words = done.stderr.decode("utf-8", "replace").strip().splitlines()
        hint = "Check that the Hindi model is installed (tesseract --list-langs)."
        raise refused("ocr-failed", f"Tesseract failed: {words[-1] if words else 'no message'}.", hint)
    blocks = done.stdout.decode("utf-8", "replace").replace("\f", "").split("\n\n")
    return "\n".join(" ".join(block.split()) for block in blocks if block.strip())
