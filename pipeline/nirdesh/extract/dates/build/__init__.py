"""What the rules of the grammar build: the actions, registered by name when their modules are imported."""

from nirdesh.extract.dates.build import calendar, clock, digits, joins, lengths, spans, units
from nirdesh.extract.dates.build.core import ACTIONS

__all__ = ["ACTIONS", "calendar", "clock", "digits", "joins", "lengths", "spans", "units"]
