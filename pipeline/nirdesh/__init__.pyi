from nirdesh.api import load as load
from nirdesh.api import read as read
from nirdesh.api import read_text as read_text
from nirdesh.api import to_pandas as to_pandas

__version__: str
