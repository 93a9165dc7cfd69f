"""Regions, their kinds and counts on short texts of our own."""

from __future__ import annotations

import pytest

from nirdesh.extract.regions import find_regions, lies_within
from nirdesh.mentions import Span


def regions(text: str) -> list[tuple[str, str, int | None]]:
    return [(region.name, region.kind, region.count) for region in find_regions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("सभी 52 विधानसभाओं में शिविर लगेंगे।", [("सभी 52 विधानसभाओं", "assembly_constituency", 52)]),
        (
            "सीधी एवं सिंगरौली के नेता आए।",
            [("सीधी", "city", None), ("सिंगरौली", "district", None)],
        ),
        ("मध्य प्रदेश विधानसभा चुनाव में जीत मिली।", [("मध्य प्रदेश", "state", None)]),
        ("जनपद पंचायत डभरा में शिविर लगेगा।", [("डभरा", "block", None)]),
        ("दो लाख 10 हजार बूथों पर काम होगा।", [("दो लाख 10 हजार बूथों", "party_unit", 210000)]),
        (
            "कानपुर, झांसी और चित्रकूट मंडल के अधिकारी आए।",
            [("कानपुर", "division", None), ("झांसी", "division", None), ("चित्रकूट", "division", None)],
        ),
        ("भाजपा कानपुर बुन्देलखण्ड क्षेत्र की बैठक हुई।", [("कानपुर बुन्देलखण्ड क्षेत्र", "party_region", None)]),
        ("गांवों में शिविर लगेंगे।", []),
        ("इनेलो में कई नेता शामिल हुए।", []),
        (
            "रहीमपुर, मानपुर कलां और सोनपुरवा गांवों में पानी भरा।",
            [("रहीमपुर", "village", None), ("मानपुर कलां", "village", None), ("सोनपुरवा", "village", None)],
        ),
        ("बस्ती में पानी भर गया और लोग परेशान रहे।", []),
        ("मथुरा प्रसाद ने कहा।", []),
        ("दसवां जिला सम्मेलन हुआ और वे दूसरी बार जिला सचिव बने।", []),
        ("महेंद्र गढ़वाल को प्रभारी बनाया गया।", []),
        ("दोनों पक्षों के मध्य समझौता हुआ।", []),
        ("सब निर्देशानुसार मंडल में आए।", []),
        (
            "फुलझरिया मंडल में सरिता बैरवा और कोदवाही मंडल में मोहन पाटीदार प्रभारी होंगे।",
            [("फुलझरिया मंडल", "party_unit", None), ("कोदवाही मंडल", "party_unit", None)],
        ),
        ("रमेश मंडल में गजब का साहस है।", []),
        ("मोहन को कोदवाही संकुल का समन्वयक बनाया।", [("कोदवाही संकुल", "other", None)]),
        ("गया के डीएम ने बैठक की।", [("गया", "district", None)]),
        ("हदगांव तहसील में शिविर लगेगा।", [("हदगांव", "subdistrict", None)]),
        ("बराक घाटी में शिविर लगेगा।", [("बराक घाटी", "other", None)]),
        ("पश्चिम ओडिशा से लोग आए।", [("पश्चिम ओडिशा", "other", None)]),
        ("दोनों के मध्य नागपुर में समझौता हुआ।", [("नागपुर", "city", None)]),
        ("पानीपत ग्रामीण में बैठक हुई।", [("पानीपत ग्रामीण", "other", None)]),
        ("लैंसडौन में शिविर लगेगा।", [("लैंसडौन", "city", None)]),
        ("लोग तलवंडी भाई से आए।", [("तलवंडी भाई", "city", None)]),
        ("पानीपत ग्रामीण विधानसभा में सभा हुई।", [("पानीपत ग्रामीण", "assembly_constituency", None)]),
        ("महावीर नगर में पानी नहीं आएगा।", [("महावीर नगर", "other", None)]),
        ("आगे की दस सीटें खाली रहेंगी।", []),
        ("1. रामपाल सिंह - जिला अध्यक्ष", []),
        (
            "चांडिल प्रखंड के सिंगुआती में मेला लगेगा।",
            [("चांडिल", "block", None), ("सिंगुआती", "village", None)],
        ),
        ("चांडिल प्रखंड के विकास में देर हुई।", [("चांडिल", "block", None)]),
        ("झाँसीः 19 फरवरी को शिविर लगेगा।", [("झाँसी", "city", None)]),
        ("प्रातः शिविर लगेगा।", []),
        ("आयुक्त गढ़वाल ने कहा।", [("गढ़वाल", "division", None)]),
        ("कार्यकर्ताओं को दिया गया बूथ जीतने का मंत्र", []),
        ("भक्तिनगर तक नाली बनेगी।", [("भक्तिनगर", "other", None)]),
        ("संसू, राउरकेला : हाथी आए।", [("राउरकेला", "city", None)]),
        ("बीडीओ बंजार को नोटिस मिला।", [("बंजार", "block", None)]),
        ("मौजा भदरा की जमाबंदी होगी।", [("भदरा", "village", None)]),
        (
            "ग्राम सोनौरा तहसील पुसौरी जिला रायगढ़ में शिविर लगेगा।",
            [("सोनौरा", "village", None), ("पुसौरी", "subdistrict", None), ("रायगढ़", "district", None)],
        ),
        ("खंड शिक्षा अधिकारी सिरौलीगौस मुकेश वर्मा ने कहा।", [("सिरौलीगौस", "other", None)]),
        (
            "प्रभारी\nकरमीपुरा - रमेश यादव\nडोलवाड़ा - सुरेश वर्मा\nखटवाली - श्री मोहन लाल",
            [("करमीपुरा", "other", None), ("डोलवाड़ा", "other", None), ("खटवाली", "other", None)],
        ),
    ],
)
def test_regions(text: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert regions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "एटा में राम सिंह, बस्ती में महेंद्र यादव को जिलाध्यक्ष बनाया गया।",
            [("एटा", "district"), ("बस्ती", "district")],
        ),
        ("एटा में राम सिंह ने बैठक की। बस्ती में पानी भरा।", [("एटा", "city")]),
        ("रामपुर खुर्द में शिविर लगा। रामपुर में बैठक हुई।", [("रामपुर खुर्द", "village"), ("रामपुर", "city")]),
        ("रामपुर कला महोत्सव में भीड़ रही।", [("रामपुर", "city")]),
        ("पीडीए पंचायत का आयोजन हुआ। सोनपुर पंचायत में बैठक हुई।", [("सोनपुर पंचायत", "other")]),
        ("बिभिन्न पंचायतों और अनुमंडल महासंघ के लोग आए।", []),
        ("अनिल कुशराम जिला संयोजक मनोनीत हुए।", []),
        ("बिलासपुर लोक सभा क्षेत्र के सांसद आए।", [("बिलासपुर", "parliamentary_constituency")]),
        ("मुंगेली विधान सभा क्षेत्र में बैठक हुई।", [("मुंगेली", "assembly_constituency")]),
        ("छत्तीसगढ़ विधान सभा में चर्चा हुई।", [("छत्तीसगढ़", "state")]),
        ("मंत्री सोमवार को कोटा पहुंचे। दुर्ग से लोग आए।", [("कोटा", "city"), ("दुर्ग", "city")]),
        ("खेल कोटा में भर्ती होगी। पानी की धार में बह गए।", []),
        (
            "शिमला में चार, मंडी में सात और सोलन में दो दल बने।",
            [("शिमला", "city"), ("मंडी", "city"), ("सोलन", "city")],
        ),
        ("शिमला में बैठक हुई। मंडी में सब्जी पहुंची।", [("शिमला", "city")]),
        ("मोहन को पारिवारिक न्यायालय कोटा भेजा गया।", [("कोटा", "city")]),
        ("इटावा-औरैया पैसेंजर रद्द रही, मैनपुरी में जाम लगा।", [("मैनपुरी", "city")]),
        ("इटावा, हिन्दुस्तान प्रतिनिधि। बैठक हुई।", [("इटावा", "city")]),
        ("वार्ड क्र. 4 व वार्ड क्र. 9 में जल प्रदाय बंद रहेगा।", [("वार्ड क्र. 4", "ward"), ("वार्ड क्र. 9", "ward")]),
        ("सेक्टर-7 में बैठक हुई। धनौरी सेक्टर के प्रभारी आए।", [("सेक्टर-7", "other")]),
        ("पुलिस ने डोडा चूरा पकड़ा।", []),
        ("मंत्री के पिता सागर यादव आए।", []),
        (
            "रडा, कनौणा, बलोहा, नाथूपुर, द्रोबड़ा व आसपास के गांवों में बिजली बंद रहेगी।",
            [
                ("रडा", "village"),
                ("कनौणा", "village"),
                ("बलोहा", "village"),
                ("नाथूपुर", "village"),
                ("द्रोबड़ा", "village"),
            ],
        ),
        ("नल, तार, खंभे, पंखे, दरवाजे व आसपास के गांवों में चोरी हुई।", []),
        ("छाल क्षेत्र के खेदापाली चौक में जाम लगा।", [("खेदापाली चौक", "other")]),
        (
            "प्रभारी बने : बरकागांव- रामलाल मुंडा, होयोटार - सुनीता मुंडा, कुरकुट - मोहन अंसारी।",
            [("बरकागांव", "other"), ("होयोटार", "other"), ("कुरकुट", "other")],
        ),
        ("इटावा में भोजन - रमेश यादव, पार्किंग - सुरेश वर्मा, माइक - महेश साहू।", [("इटावा", "city")]),
        ("पांगी में बर्फ गिरी। लाहुल-स्पीति में भी गिरी।", [("पांगी", "subdistrict"), ("लाहुल-स्पीति", "district")]),
        ("वहीं गुना की कमान रमेश को दी गई। दाम दो गुना बढ़े।", [("गुना", "city")]),
        ("ग्राम चौपालों का आयोजन होगा, ग्राम सचिव आएंगे।", []),
        ("5 मई 2025 पंचायत समिति सागवाड़ा में शिविर लगेगा।", [("सागवाड़ा", "block")]),
        ("धरसींवा जनपद सीईओ को नोटिस मिला।", [("धरसींवा", "block")]),
        (
            "कटरा प्रखंड के डुमरी, औराई प्रखंड के बखरीडीह व गायघाट प्रखंड के कसियाडीह में शिविर लगा।",
            [
                ("कटरा", "block"),
                ("डुमरी", "village"),
                ("औराई", "block"),
                ("बखरीडीह", "village"),
                ("गायघाट", "block"),
                ("कसियाडीह", "village"),
            ],
        ),
        (
            "5 मई को कसारीडीह, 6 मई को सेरनदाग, 7 मई को जांगू और 8 को बनहेड़ी में शिविर लगेगा।",
            [("कसारीडीह", "other"), ("सेरनदाग", "other"), ("जांगू", "other"), ("बनहेड़ी", "other")],
        ),
        ("5 मई को अध्यक्ष, 6 मई को सचिव और 7 मई को रामपुर में सभा होगी।", [("रामपुर", "city")]),
        ("5 मई को रमेश साहू, 6 मई को सुनील यादव और 7 मई को रामपुर में सभा होगी।", [("रामपुर", "city")]),
    ],
)
def test_places_of_lists_and_ordinary_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(name, kind) for name, kind, _ in regions(text)] == expected


def test_dateline_is_a_city_and_codes_are_given() -> None:
    found = find_regions("औरैया। उत्तर प्रदेश के इटावा जिले में बैठक हुई।")
    assert [(region.name, region.kind) for region in found] == [
        ("औरैया", "city"),
        ("उत्तर प्रदेश", "state"),
        ("इटावा", "district"),
    ]
    assert found[2].codes.lgd == "139"
    assert found[2].within == "r2"
    assert found[1].codes.wikidata == "Q1498"


def test_name_of_an_abbreviated_state_keeps_its_last_dot() -> None:
    (region,) = find_regions("उ.प्र. में बैठक हुई।")
    assert (region.name, region.kind) == ("उ.प्र.", "state")
    assert region.mentions[0].span.end == len("उ.प्र.")


def test_model_adds_a_name_beside_a_listed_place() -> None:
    text = "इटावा व झुमड़ौंठा के लोग आए।"
    start = text.index("झुमड़ौंठा")
    seen = [Span(start, start + len("झुमड़ौंठा"))]
    assert [region.name for region in find_regions(text)] == ["इटावा"]
    assert [region.name for region in find_regions(text, (), seen)] == ["इटावा", "झुमड़ौंठा"]


def test_containment_in_a_report_and_between_any_two_regions() -> None:
    text = "भाजपा कानपुर बुंदेलखंड क्षेत्र के झांसी जिले की मऊरानीपुर विधानसभा और उत्तर प्रदेश के आगरा जिले में काम होगा।"
    party, district, seat, state, other = find_regions(text)
    assert (seat.within, district.within, party.within, other.within) == ("r2", "r1", "r4", "r4")
    assert district.codes.census is not None
    assert lies_within(seat, party)
    assert lies_within(seat, state)
    assert lies_within(seat, other) is False
    (village,) = find_regions("संगतपुर गांव में सभा होगी।")
    assert lies_within(village, state) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("हरियाणा के टोहाना में सभा होगी।", "टोहाना"),
        ("मध्य प्रदेश के रहली में सभा होगी।", "रहली"),
        ("बिहार के अगिआंव में सभा होगी।", "अगिआंव"),
    ],
)
def test_names_of_one_consonant_and_other_spellings_are_known_by_their_sound(text: str, name: str) -> None:
    assert name in [region.name for region in find_regions(text)]


def test_blocks_and_tehsils_of_other_states_lie_in_their_districts() -> None:
    regions = find_regions("बिहार के मधुबनी जिले के झंझारपुर प्रखंड और फुलपरास प्रखंड में बैठक होगी।")
    assert [(region.name, region.kind, region.within) for region in regions] == [
        ("बिहार", "state", None),
        ("मधुबनी", "district", "r1"),
        ("झंझारपुर", "block", "r2"),
        ("फुलपरास", "block", "r2"),
    ]
    assert all(region.codes.lgd for region in regions)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("ग्राम सुढेला में बैठक हुई। सुढेला में पौधे लगे। सुढेला सरपंच आए।", 3),
        ("ग्राम सुढेला में बैठक हुई। श्री सुढेला से बात हुई।", 1),
    ],
)
def test_a_village_is_named_again_without_its_type_word(text: str, count: int) -> None:
    (village,) = find_regions(text)
    assert len(village.mentions) == count
