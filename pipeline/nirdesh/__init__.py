"""Nirdesh (निर्देश, directive): structured records of directives and assignments from Hindi reports."""

__version__ = "0.1.0"
__all__ = ["__version__", "load", "read", "read_text", "to_pandas"]


def __getattr__(name: str) -> object:
    # Looked up when it is asked for: importing nirdesh loads nothing.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("nirdesh.api"), name)
