"""What an action is to reach: text, value and unit of its target."""

import pytest

from nirdesh.api import read_text
from nirdesh.extract.directives.target import number
from nirdesh.record.models import TargetRow


def target(action: str) -> TargetRow | None:
    """The target of the one directive of a report."""
    text = f"सोनपुर। बीडीओ मोहन ठाकुर ने कहा कि सभी लिपिक {action}।"
    (found,) = read_text(text, published="2024-03-01").directives
    return found.target


@pytest.mark.parametrize(
    ("action", "text", "value", "unit"),
    [
        ("हर गांव से कम से कम पांच ट्रैक्टर लेकर पहुंचें", "कम से कम पांच ट्रैक्टर", 5, "ट्रैक्टर"),
        ("प्रत्येक बूथ पर 5 कार्यकर्ता तैनात करें", "5 कार्यकर्ता", 5, "कार्यकर्ता"),
        ("सभी 52 विधानसभाओं में कंट्रोल रूम खोलें", "सभी 52 विधानसभाओं", 52, "विधानसभा"),
        ("रोज सात हजार आयुष्मान कार्ड बनाएं", "सात हजार आयुष्मान कार्ड", 7000, "आयुष्मान कार्ड"),
        ("प्रत्येक घाट पर चार-चार गोताखोर लगाएं", "चार-चार गोताखोर", 4, "गोताखोर"),
        ("तीनों स्टेशनों पर बोर्ड लगाएं", "तीनों स्टेशनों", 3, "स्टेशन"),
        ("एक दिन में 50 से अधिक फार्म जमा न करें", "50 से अधिक फार्म", 50, "फार्म"),
        ("गोदाम में 2.5 लाख बोरे रखें", "2.5 लाख बोरे", 250_000, "बोरा"),
        ("सितंबर तक 85 प्रतिशत लक्ष्य पूरा करें", "85 प्रतिशत", 85, "प्रतिशत"),
        ("अपने साथ दो दिन का राशन लेकर चलें", "दो दिन", 2, "दिन"),
        ("प्रत्येक मतदान केन्द्र पर पानी रखवाएं", "प्रत्येक मतदान केन्द्र", None, "मतदान केन्द्र"),
        ("हर बैठक में अधिक से अधिक 20 लोग बुलाएं", "अधिक से अधिक 20 लोग", 20, "लोग"),
        ("सीढ़ी की ऊंचाई साढ़े तीन फीट रखें", "साढ़े तीन फीट", 3.5, "फीट"),
        ("गोदाम में सवा सौ बोरे रखें", "सवा सौ बोरे", 125, "बोरा"),
        ("मेले में पौने दो लाख पौधे बांटें", "पौने दो लाख पौधे", 175_000, "पौधा"),
        ("हर वार्ड में एक टंकी लगवाएं", "एक टंकी", 1, "टंकी"),
    ],
)
def test_a_count_goes_before_the_group_it_holds_for(
    action: str, text: str, value: float | None, unit: str
) -> None:
    found = target(action)
    assert found is not None
    assert (found.text, found.value, found.unit) == (text, value, unit)


@pytest.mark.parametrize(
    "action",
    [
        "सूची हर हाल में भेजें",
        "सूची दो दिन में भेजें",
        "शिकायत 100 नंबर पर लिखाएं",
        "मशीनें 24 घंटे में ठीक कराएं",
        "सभी अधिकारी को सूची दें",
        "गाड़ी 08133 दिल्ली भेजें",
    ],
)
def test_what_only_looks_like_a_target_is_none(action: str) -> None:
    assert target(action) is None


def test_numbers_that_are_too_long_are_none() -> None:
    assert number("१२") == 12
    assert number("1" * 20) is None
