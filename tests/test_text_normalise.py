from __future__ import annotations

import time
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nirdesh.text import characters, keys
from nirdesh.text.alignment import identity
from nirdesh.text.data import table
from nirdesh.text.normalise import key, normalise

HINDI = 'कखगघचजटडढतथदधनपफबभमयरलवशषसहअआइईउएऐओऔािीुूृेैोौॉॅंँः़्।॥०१५ \u200c\u200d\u00a0\u0958\u095c\u0929.,:|lI0"”=\n\r'
ANY = st.one_of(st.text(max_size=60), st.text(alphabet=HINDI, max_size=60))


@settings(max_examples=300, deadline=None)
@given(ANY, st.sampled_from(["analysis", "display", "key"]))
def test_never_crashes_is_idempotent_and_every_span_maps(raw: str, profile: Any) -> None:
    a = normalise(raw, profile)
    assert normalise(a.text, profile).text == a.text
    assert unicodedata.is_normalized("NFC", a.text)
    last = 0
    for k in range(len(a.text)):
        start, end = a.to_raw(k, k + 1)
        assert last <= start <= end <= len(raw)
        last = start
    assert all(0 <= r.start <= r.end <= len(raw) for r in a.repairs)


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_key_is_the_same_with_and_without_alignment(raw: str) -> None:
    plain = characters.plain(raw)
    assert keys.fold(identity(plain)).text == keys.key(raw)
    assert key(key(raw)) == key(raw)


def data_examples() -> list[tuple[str, str, str]]:
    chars, signs = table("characters.toml"), table("signs.toml")
    found = [(r["rule"], *r["example"]) for r in (*chars["fold"], *chars["drop"])]
    found += [(r["id"], *r["example"]) for r in signs["rule"]]
    return found


@pytest.mark.parametrize(("rule", "raw", "clean"), data_examples())
def test_every_data_rule_mends_its_example(rule: str, raw: str, clean: str) -> None:
    a = normalise(raw)
    assert a.text == unicodedata.normalize("NFC", clean)
    assert a.repairs


def test_every_data_rule_leaves_its_counter_example() -> None:
    chars, signs = table("characters.toml"), table("signs.toml")
    for r in (*chars["fold"], *chars["drop"], *signs["rule"]):
        clean = unicodedata.normalize("NFC", r["untouched"])
        assert normalise(clean).text == clean


def test_keys_join_and_part_as_their_data_says() -> None:
    data = table("keys.toml")
    for r in (*data["fold"], *data["rule"]):
        assert key(r["same"][0]) == key(r["same"][1]), r["id"]
        assert key(r["other"][0]) != key(r["other"][1]), r["id"]


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("बैठक हुई है|सब आए", "बैठक हुई है। सब आए"),
        ("सब आए l फिर गए", "सब आए। फिर गए"),
        ("काम पूरा करेंगे I", "काम पूरा करेंगे।"),
        ("होम | देश | खेल", "होम | देश | खेल"),
        ("कक्षा I में", "कक्षा I में"),
        ("आदेश दिया है.जिसमें", "आदेश दिया है। जिसमें"),
        ("उ.प्र. में डॉ. राय", "उ.प्र. में डॉ. राय"),
        ("उ0प्र0 के डा॰ राय", "उ.प्र. के डा. राय"),
        ("अत: प्रात: 10:30 बजे दु:ख", "अतः प्रातः 10:30 बजे दुःख"),
        ("अध्यक्ष: राम, समय ः 10", "अध्यक्ष: राम, समय : 10"),
        ("दर 4.5 रही", "दर 4.5 रही"),
        ("पहला<br>दूसरा&nbsp;शब्द", "पहला\nदूसरा शब्द"),
        ("क < ख और ग > घ", "क < ख और ग > घ"),
        ("हैं  ।  फिर", "हैं। फिर"),
    ],
)
def test_marks(raw: str, clean: str) -> None:
    assert normalise(raw).text == clean


def test_display_keeps_what_was_published() -> None:
    assert normalise("“डाॅ” १२ – मंे", "display").text == "“डॉ” १२ – में"


ADVERSARIAL = ["न्", "्र्", "न्र्त", "l", "| ", "।", " ।", "<a", "!", "&#", "ा़", "़्", "कि्", "है.", "ं:"]


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_time_grows_with_the_length_only(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        start = time.perf_counter()
        normalise(text)
        return time.perf_counter() - start

    seconds(10)
    small = min(seconds(2_000) for _ in range(2))
    assert seconds(16_000) < 8 * small * 5 + 0.3


WRAPPED = (
    "जल निगम के अभियंता ने मंगलवार को तीन गांवों\n"
    "का दौरा किया। उन्होंने ठेकेदार से कहा कि टंकी\n"
    "की सफाई इसी सप्ताह पूरी कर ली जाए और पानी\n"
    "के नमूने जांच को भेजे जाएं।\n"
    "ग्रामीणों ने उन्हें एक मांगपत्र भी सौंपा।"
)


def test_lines_cut_at_a_width_are_joined_and_paragraphs_stay() -> None:
    clean = normalise(WRAPPED)
    assert clean.text.split("\n") == [
        " ".join(WRAPPED.split("\n")[:4]),
        "ग्रामीणों ने उन्हें एक मांगपत्र भी सौंपा।",
    ]
    start = clean.text.index("टंकी की सफाई")
    assert clean.raw[slice(*clean.to_raw(start, start + 12))] == "टंकी\nकी सफाई"
    assert normalise(clean.text).text == clean.text


def test_rows_of_a_list_are_not_joined() -> None:
    rows = "\n".join(f"अध्यक्ष मोहन ठाकुर {n}, ग्राम पंचायत रामनगर, विकास खंड सदर" for n in range(2, 8))
    assert normalise(rows).text == rows


def test_bars_between_cells_are_no_stops() -> None:
    assert normalise("नाम | कहां थे | कहां भेजा\nरमा | सागर | दमोह").text.startswith("नाम | कहां थे | कहां भेजा\n")
    assert normalise("रमा सागर गए | मोहन घर आए | सब मिले |").text == "रमा सागर गए। मोहन घर आए। सब मिले।"


def test_lines_of_a_paragraph_with_blank_lines_between_are_joined() -> None:
    head = "पहली से 15 जून तक चलेगा दल का पखवाड़ा और जिले में होंगे शिविर"
    dateline = "बिलासपुर, 24 मई।"
    lines = [
        "जिलाध्यक्ष रमेश वर्मा की अध्यक्षता में आयोजित कार्यशाला में आज दल",
        "पखवाड़े को लेकर रणनीति बनाई गई। इस मौके पर पंचायत के पूर्व प्रधान",
        "के निधन पर शोक जताया गया। कार्यशाला में जिला प्रभारी सलीम राणा ने",
        "पखवाड़े की रूपरेखा रखी। कहा कि इस दौरान सम्मेलन और गोष्ठी का आयोजन",
        "किया जाएगा। साथ ही चार को झंडूता में रैली और आठ जून को सदर में भी",
        "गोष्ठी रखी गई है। मंडल अध्यक्ष हर कार्यक्रम की रिपोर्ट उसी दिन डालें",
        "और मंच पर पांच से अधिक लोग न बैठें।",
    ]
    text = normalise("\n\n".join([head, dateline, *lines]) + "\n").text
    assert text.rstrip().split("\n\n") == [head, dateline, " ".join(lines)]
    rows = "\n\n".join(f"{n} सलीम राणा को सागर से दमोह के पुलिस थाने में भेजा गया" for n in range(10))
    assert normalise(rows).text.count("\n\n") == 9


def test_a_visarga_for_a_colon_becomes_one() -> None:
    assert normalise("देहरादूनः जिले में बैठक हुई। झाँसीः 19 फरवरी").text.startswith("देहरादून: जिले में")
    assert normalise("अतः सब प्रातः आएं। क्रमशः पुनः छः बजे, नियमतः दुःख में").text.count("ः") == 7
