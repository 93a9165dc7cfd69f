"""Records in SQLite: loading, asking, correcting, passing on."""

from nirdesh.store.database import create, open_database
from nirdesh.store.load import Loaded, load

__all__ = ["Loaded", "create", "load", "open_database"]
