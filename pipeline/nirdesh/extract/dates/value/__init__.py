"""From what an expression says to its value, against an anchor."""

from nirdesh.extract.dates.value import days, festivals, lengths, spans, times, units
from nirdesh.extract.dates.value.core import Context, Value, resolve
from nirdesh.extract.dates.value.times import rrule

__all__ = ["Context", "Value", "days", "festivals", "lengths", "resolve", "rrule", "spans", "times", "units"]
