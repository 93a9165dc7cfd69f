"""Who is who across reports: sightings of people grouped by name, post, place and time."""

from nirdesh.link.names import alike, name_words
from nirdesh.link.people import Identity, Sighting, find, identify, sightings

__all__ = ["Identity", "Sighting", "alike", "find", "identify", "name_words", "sightings"]
