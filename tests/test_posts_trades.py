"""Trades and titles that announce a name, on short texts of our own."""

from __future__ import annotations

import pytest

from nirdesh.extract.people import find_entities


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("मौके पर होमगार्ड राकेश धाकड़ ने कहा कि रास्ता बंद है।", "होमगार्ड"),
        ("मौके पर कौंसलर राकेश धाकड़ मौजूद रहे।", "कौंसलर"),
        ("नगर निगम कमिश्नर राकेश धाकड़ ने नाले देखे।", "नगर निगम कमिश्नर"),
        ("डीन स्टूडेंट वेलफेयर राकेश धाकड़ ने सूची दी।", "डीन स्टूडेंट वेलफेयर"),
        ("घाट पर नगर सैनिक राकेश धाकड़ तैनात रहे।", "नगर सैनिक"),
        ("विषय वाद विशेषज्ञ, कृषि राकेश धाकड़ मौजूद रहे।", "विषय वाद विशेषज्ञ"),
        ("कोषांग की कमान सदर एसडीओ राकेश धाकड़ के पास रहेगी।", "एसडीओ"),
    ],
)
def test_title(text: str, title: str) -> None:
    people = find_entities(text).people
    assert [[post.title for post in person.posts] for person in people] == [[title]]
