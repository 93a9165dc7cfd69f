"""Who is to act where the words around it could mislead: things before the doer, lists, groups, meetings."""

from __future__ import annotations

import pytest

from nirdesh.api import read_text


def whom(text: str) -> list[list[str]]:
    """Addressees of each directive, by name or as quoted."""
    record = read_text(text, published="2024-03-01")
    names = {person.id: person.name for person in record.people}
    return [[names[a.person] if a.person else a.text for a in d.addressees] for d in record.directives]


_BDO = "सोनपुर। बीडीओ मोहन ठाकुर ने कहा कि "


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("मूल प्रमाणपत्र स्कूल मुखिया 5 मई तक जमा करें।", "स्कूल मुखिया"),
        ("टूटे खंभे बिजली विभाग द्वारा 5 मई तक बदले जाएंगे।", "बिजली विभाग"),
        ("पोस्टर और बैनर मेला समिति द्वारा 5 मई तक हटाए जाएंगे।", "मेला समिति"),
        ("मशीन का तेल सफाई निरीक्षक 5 मई तक उपलब्ध कराएंगे।", "सफाई निरीक्षक"),
        ("खराब चापाकल संबंधित कनीय अभियंता 5 मई तक ठीक कराएं।", "संबंधित कनीय अभियंता"),
        ("मतदाता पर्चियां सभी बीएलओ 5 मई तक बांटें।", "सभी बीएलओ"),
        ("सभी टैंकर चालक 5 मई तक कागजात जमा करें।", "सभी टैंकर चालक"),
        ("जिले की स्वास्थ्य टीम 5 मई तक रिपोर्ट भेजेगी।", "जिले की स्वास्थ्य टीम"),
    ],
)
def test_what_is_acted_on_may_stand_before_who_acts(text: str, doer: str) -> None:
    assert whom(_BDO + text) == [[doer]]
