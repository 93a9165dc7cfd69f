"""People, posts and mentions on short texts of our own."""

from __future__ import annotations

import pytest

from nirdesh.extract.people import find_entities
from nirdesh.extract.people.segment import segment
from nirdesh.extract.regions import find_regions
from nirdesh.lexicon.latin import latin


def people(text: str) -> dict[str, list[str]]:
    found = find_entities(text, find_regions(text))
    return {person.name: [post.title for post in person.posts] for person in found.people}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("जिला महामंत्री रमेश कटियार ने बैठक ली।", {"रमेश कटियार": ["जिला महामंत्री"]}),
        ("बैठक में रमेश कटियार, जिला महामंत्री, उपस्थित रहे।", {"रमेश कटियार": ["जिला महामंत्री"]}),
        (
            "प्रदेश मंत्री एवं जिला प्रभारी सुषमा वर्मा ने समीक्षा की।",
            {"सुषमा वर्मा": ["प्रदेश मंत्री", "जिला प्रभारी"]},
        ),
        ("प्रमुख सचिव कृषि मोहन लाल गुप्ता ने पत्र भेजा।", {"मोहन लाल गुप्ता": ["प्रमुख सचिव कृषि"]}),
        ("मा0 श्री सुरेश पाल जी का स्वागत हुआ।", {"सुरेश पाल": []}),
        ("मुख्य सचिव ने सभी जिलाधिकारियों को पत्र भेजा।", {}),
        ("गोविंदपुर में विकास कार्यों की बैठक हुई।", {}),
    ],
)
def test_people_and_posts(text: str, expected: dict[str, list[str]]) -> None:
    assert people(text) == expected


def test_list_without_commas() -> None:
    text = "बैठक में जिला मंत्री सरोज देवी रामपाल यादव महेश चंद्र गुप्ता शबाना अंसारी आदि उपस्थित रहे।"
    assert list(people(text)) == ["सरोज देवी", "रामपाल यादव", "महेश चंद्र गुप्ता", "शबाना अंसारी"]
    assert people(text)["रामपाल यादव"] == []


def test_spellings_unify_and_two_guptas_stay_two() -> None:
    text = (
        "जिलाधिकारी शिवराज गुप्ता ने निर्देश दिए। शिव राज गुप्ता ने कहा कि काम करें। अनिल गुप्ता ने सहमति दी। "
        "श्री गुप्ता ने धन्यवाद दिया।"
    )
    found = find_entities(text).people
    assert [person.name for person in found] == ["शिव राज गुप्ता", "अनिल गुप्ता"]
    assert [mention.kind for mention in found[1].mentions] == ["name", "short"]


def test_pronoun_goes_to_the_speaker() -> None:
    text = "जिलाधिकारी मोहन सिंह ने कहा कि सीडीओ रवि वर्मा जांच करें। उन्होंने चेतावनी भी दी।"
    speaker = find_entities(text).people[0]
    assert speaker.name == "मोहन सिंह"
    assert speaker.mentions[-1].kind == "pronoun"


def test_office_without_a_name() -> None:
    found = find_entities("मुख्य सचिव ने निर्देश दिए। मुख्य सचिव ने कहा कि संबंधित एसडीएम जाएं।")
    assert [office.id for office in found.offices] == ["मुख्य सचिव", "एसडीएम"]
    assert len(found.offices[0].mentions) == 2


def test_party_names_unify() -> None:
    found = find_entities("भारतीय जनता पार्टी की बैठक हुई। भाजपा जिलाध्यक्ष ने कहा कि पार्टी तैयार है।")
    assert [(item.id, len(item.mentions)) for item in found.organisations] == [("भारतीय जनता पार्टी", 3)]


def test_names_do_not_cross_lines() -> None:
    assert list(people("जिलाधिकारी\nरमेश कटियार सुरेश पाल मौजूद रहे")) == ["रमेश कटियार", "सुरेश पाल"]
    assert people("जिलाधिकारी\nरमेश कटियार मौजूद रहे")["रमेश कटियार"] == []


@pytest.mark.parametrize(
    ("hindi", "expected"),
    [
        ("राजेश कुमार सिंह", "Rajesh Kumar Singh"),
        ("कमलेश पाठक", "Kamlesh Pathak"),
        ("सरस्वती देवी", "Sarasvati Devi"),
        ("वी. रामन", "V. Raman"),
    ],
)
def test_latin(hindi: str, expected: str) -> None:
    assert latin(hindi) == expected


def test_segment_keeps_order_and_covers() -> None:
    words = ["गीता", "यादव", "राम", "कुमार", "वर्मा", "दीपक", "सोनकर"]
    ranges = segment(words)
    assert ranges[0][0] == 0
    assert ranges[-1][1] == len(words)
    assert ranges == [(0, 2), (2, 5), (5, 7)]


@pytest.mark.parametrize(
    "name",
    [
        "लोक स्वास्थ्य एवं परिवार कल्याण विभाग",
        "खाद्य, नागरिक आपूर्ति एवं उपभोक्ता संरक्षण विभाग",
        "सामाजिक न्याय और अधिकारिता विभाग",
        "हरियाणा राज्य प्रदूषण नियंत्रण बोर्ड",
        "केंद्रीय गृह मंत्रालय",
        "उत्तराखंड ऊर्जा निगम",
        "तकनीकी शिक्षा विभाग",
    ],
)
def test_whole_names_of_bodies(name: str) -> None:
    assert [o.name for o in find_entities(f"सोमवार को {name} ने सूची मांगी।").organisations] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("उपायुक्त सिरमौर सुमित नेगी आए।", "सिरमौर"),
        ("डीएम लखनऊ राम सिंह आए।", "लखनऊ"),
        ("रमेश वर्मा जिला उपाध्यक्ष लखनऊ, सलीम राणा सचिव आए।", "लखनऊ"),
        ("डीएम रमेश वर्मा आए। जिलाध्यक्ष लखनऊ रवाना हुए।", None),
    ],
)
def test_region_after_a_title_is_what_the_post_is_over(text: str, name: str | None) -> None:
    regions = find_regions(text)
    post = find_entities(text, regions).people[0].posts[0]
    assert next((region.name for region in regions if region.id == post.region), None) == name


@pytest.mark.parametrize(
    "name",
    [
        "झारखंड कोलियरी मजदूर यूनियन",
        "भाकियू (लोकशक्ति)",
        "हरियाणा कर्मचारी चयन आयोग",
        "चौधरी चरण सिंह विश्वविद्यालय",
        "डॉ. राममनोहर लोहिया अवध विश्वविद्यालय",
        "पटवारी संघ",
        "जम्मू-कश्मीर नेशनल कांफ्रेंस",
        "उत्तर बिहार ग्रामीण बैंक",
        "जयपुर डिस्कॉम",
        "पीवीवीएनएल",
    ],
)
def test_listed_bodies_have_no_people_titles_or_places(name: str) -> None:
    text = f"बैठक में {name} के लोगों को बुलाया गया।"
    regions = find_regions(text)
    found = find_entities(text, regions)
    assert [o.name for o in found.organisations] == [name]
    assert not regions
    assert not found.people
    assert not found.offices


@pytest.mark.parametrize(
    "name", ["सुमति मरपची", "मिनाती पोर्ते", "अनिमेष बेहेरा", "रूपम बरदलै", "त्सेरिंग नामग्याल", "जुएल नस्कर"]
)
def test_names_of_every_region(name: str) -> None:
    assert list(people(f"बैठक में {name} को सचिव बनाया गया।")) == [name]
