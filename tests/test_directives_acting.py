"""Who acts where no list knows the noun, whom an order tells late, and terms that are granted afterwards."""

from __future__ import annotations

import pytest
from test_directives_whom import whom

from nirdesh.api import read_text

_BDO = "सोनपुर। बीडीओ मोहन ठाकुर ने "
