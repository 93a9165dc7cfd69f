"""Who gives a directive where no clause of its own says it: meetings, sources, orders without an agent."""

from __future__ import annotations

import pytest

from nirdesh.api import read_text
from nirdesh.extract.directives import extractor
from nirdesh.ingest.build import to_report
from nirdesh.ingest.document import Document
from nirdesh.report import Report
from nirdesh.run.pipeline import Pipeline


@pytest.fixture(autouse=True)
def _all_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The judge, which is fitted, has tests of its own."""
    monkeypatch.setattr(extractor, "sure", lambda: 0.0)
    monkeypatch.setattr(extractor, "threshold", lambda: 0.0)


def issuers(text: str) -> list[list[str]]:
    """Names of the issuers of each directive."""
    record = read_text(text, published="2024-03-01")
    names = {person.id: person.name for person in record.people}
    names |= {body.id: body.name for body in record.organisations}
    names |= {office.id: office.title for office in record.offices}
    return [[names[who] for who in d.issuers] for d in record.directives]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("व्यापार मंडल की बैठक हुई। बैठक में तय हुआ कि सभी बाजार रविवार को बंद रहेंगे।", "व्यापार मंडल"),
        ("माली समाज की बैठक में निर्णय लिया गया कि विवाह में डीजे नहीं बजाया जाएगा।", "माली समाज"),
        ("नगर परिषद की मासिक बैठक में शहर में पांच शौचालय बनाने का फैसला लिया गया।", "नगर परिषद"),
        ("स्वास्थ्य विभाग की समीक्षा बैठक में तय हुआ कि 5 मई तक सभी केंद्र खोले जाएंगे।", ""),
        ("व्यापार मंडल की बैठक हुई। उधर ग्रामीणों की पंचायत में तय हुआ कि 5 मई को धरना दिया जाएगा।", ""),
    ],
)
def test_a_decision_is_by_the_body_that_met(text: str, expected: str) -> None:
    assert issuers(text) == [[expected] if expected else []]


def test_an_order_without_agent_is_by_the_only_one_who_speaks() -> None:
    text = "बैठक में सचिव रमा देशवाल ने बताया कि सभी विभाग योजना भेजेंगे।\n5 मई तक नाले साफ करने के निर्देश दिए गए।"
    assert issuers(text) == [["रमा देशवाल"], ["रमा देशवाल"]]


def test_who_is_told_of_as_a_source_goes_on() -> None:
    text = "सचिव रमा देशवाल के अनुसार रविवार को सभी बाजार बंद रहेंगे। दुकानदार 5 मई तक बिल जमा करा दें।"
    assert issuers(text) == [["रमा देशवाल"], ["रमा देशवाल"]]


@pytest.mark.parametrize(
    "source",
    [
        "सचिव रमा देशवाल की मानें तो",
        "सचिव रमा देशवाल के पत्र में कहा गया है कि",
        "सचिव रमा देशवाल से मिले निर्देश के अनुसार",
        "सचिव रमा देशवाल से प्राप्त पत्र के अनुसार",
        "सचिव रमा देशवाल के स्तर से जारी आदेश में कहा गया है कि",
        "सचिव रमा देशवाल का आदेश जारी हो गया है। आदेश में कहा गया है कि",
    ],
)
def test_a_document_speaks_for_who_issued_it(source: str) -> None:
    assert issuers(f"सोनपुर। {source} सभी दुकानदारों को 5 मई तक लाइसेंस बनवाना होगा।") == [["रमा देशवाल"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "सोनपुर। यातायात पुलिस ने एडवाइजरी जारी की है। बसें बाईपास से मोड़ी जाएंगी। "
            "लोगों से घर में रहने की अपील की गई है।",
            ["यातायात पुलिस", "यातायात पुलिस"],
        ),
        ("सोनपुर। व्यापार मंडल की ओर से 5 मई को शिविर लगाया जाएगा।", ["व्यापार मंडल"]),
        (
            "सोनपुर। समीक्षा बैठक हुई। अध्यक्षता सीडीओ रमा देशवाल ने की। बीडीओ को 5 मई तक सूची देने के निर्देश दिए गए।",
            ["रमा देशवाल"],
        ),
        ("सोनपुर। सचिव रमा देशवाल मेला क्षेत्र पहुंचीं। संस्था को 5 मई तक काम पूरा करने को कहा।", ["रमा देशवाल"]),
        ('सोनपुर। "सभी बूथ अध्यक्ष 5 मई तक सूची जमा कर दें", यह कहना है सचिव रमा देशवाल का।', ["रमा देशवाल"]),
    ],
)
def test_who_issued_led_or_came_speaks(text: str, expected: list[str]) -> None:
    assert issuers(text) == [[name] for name in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "सोनपुर। पटना हाईकोर्ट ने मेले पर सुनवाई की। "
            "न्यायमूर्ति रमा देशवाल और न्यायमूर्ति मोहन ठाकुर की खंडपीठ ने निगम को फटकार लगाई। "
            "खंडपीठ ने निगम को 5 मई तक जवाब दाखिल करने का निर्देश दिया।",
            ["पटना हाईकोर्ट"],
        ),
        (
            "सोनपुर। पटना हाईकोर्ट ने जिला न्यायालय से रिपोर्ट मांगी है। "
            "कोर्ट ने निगम को 5 मई तक सूची देने का निर्देश दिया।",
            ["पटना हाईकोर्ट", "पटना हाईकोर्ट"],
        ),
        (
            "सोनपुर। पटना हाईकोर्ट ने याचिका स्वीकार कर ली है। साथ ही निगम को 5 मई तक हलफनामा दाखिल करने को कहा है।",
            ["पटना हाईकोर्ट"],
        ),
    ],
)
def test_a_bench_and_a_bare_court_are_the_court_that_acted(text: str, expected: list[str]) -> None:
    assert issuers(text) == [[name] for name in expected]


def test_what_others_will_do_after_somebody_else_acted_is_the_reports() -> None:
    text = "सोनपुर। सचिव रमा देशवाल ने कहा कि सभी बाजार 5 मई को बंद रहेंगे। "
    text += "व्यापार मंडल ने इसका विरोध किया है। महासंघ 6 मई को अपील करेगा।"
    assert issuers(text) == [["रमा देशवाल"], []]


def test_who_signs_a_paper_gives_the_order_that_it_gives() -> None:
    text = (
        "यूनियन की बैठक श्री मोहन ठाकुर की अध्यक्षता में सम्पन्न हुई। समस्त शाखा सचिवों को निर्देश दिया जाता है कि वे "
        "दस साथियों के नाम महामंत्री को भेजें।\n\nभवदीय\nसलीम बारी\nमहामंत्री\n"
    )
    assert issuers(text) == [["सलीम बारी"]]


def test_what_a_village_assembly_decides() -> None:
    text = (
        "ग्राम बरखेड़ा में सरपंच रमा देशवाल की अध्यक्षता में ग्रामसभा रखी गई जिसमें निम्न निर्णय लिए गए\n"
        "1.गांव में शराब बेचना प्रतिबंधित रहेगा\n2.तालाब में कपड़ा धोना मना है\n"
    )
    assert issuers(text) == [["ग्रामसभा"], ["ग्रामसभा"]]


@pytest.mark.parametrize(("title", "short"), [("वाइस चांसलर", "वी.सी."), ("प्रबंध निदेशक", "एम.डी.")])
def test_a_title_and_its_letters_are_one_post(title: str, short: str) -> None:
    text = f"{title} डॉ. मोहन ठाकुर ने केंद्र देखा। {short} ने सभी वार्डनों को निर्देश दिए कि वे रोजाना खाना चैक करें।"
    assert issuers(text) == [["मोहन ठाकुर"]]


def whom(text: str) -> list[list[str]]:
    """Names or words of those whom each directive tells."""
    record = read_text(text, published="2024-03-01")
    names = {person.id: person.name for person in record.people}
    return [[names.get(a.person or "", a.text) for a in d.addressees] for d in record.directives]


@pytest.mark.parametrize(
    ("cause", "expected"),
    [
        ("ठेकेदारों द्वारा समय पर काम न करने पर", "रमा देशवाल"),
        ("बैंकों द्वारा ऋण न दिए जाने के कारण", "रमा देशवाल"),
        ("कार्यदायी संस्था द्वारा सड़क खोदकर छोड़ देने पर", "रमा देशवाल"),
        ("उपायुक्त द्वारा बैठक से अनुपस्थित रहने पर", "उपायुक्त"),
    ],
)
def test_whose_act_an_order_answers_does_not_order(cause: str, expected: str) -> None:
    text = f"सचिव रमा देशवाल ने समीक्षा की। {cause} सभी का भुगतान रोकने के निर्देश अधिशासी अभियंता को दिए।"
    assert issuers(text) == [[expected]]


def test_what_was_said_is_the_word_of_who_presided() -> None:
    text = "सभी विभाग 10 मार्च तक आवेदन निपटाएं। सचिव रमा देशवाल की अध्यक्षता में हुई बैठक में उक्त बातें कही गईं।"
    assert issuers(text) == [["रमा देशवाल"]]


@pytest.mark.parametrize("by", ["के आह्वान पर", "की अपील पर"])
def test_who_calls_upon_others_issues_what_they_will_do(by: str) -> None:
    text = f"किसान नेता रमा देशवाल {by} किसान 5 मार्च को टोल पर धरना देंगे और ज्ञापन सौंपेंगे।"
    assert issuers(text) == [["रमा देशवाल"], ["रमा देशवाल"]]


def test_an_order_in_the_present_passive_is_the_text_of_who_spoke_before() -> None:
    text = (
        "संघ की अध्यक्ष रमा देशवाल ने बताया कि हड़ताल जारी है।\nआज इसका पांचवां दिन है।\n"
        "सभी ब्लॉक अध्यक्षों को आदेशित किया जाता है कि 5 मार्च को सीहोर पहुंचें।"
    )
    assert issuers(text) == [["रमा देशवाल"]]


@pytest.mark.parametrize(
    "charge",
    [
        "सचिव रमा देशवाल ने जांच दल का गठन किया है, जो",
        "सचिव रमा देशवाल ने तीन सदस्यीय समिति बनाई है जो",
        "सचिव रमा देशवाल द्वारा समिति गठित की गई है, जो",
    ],
)
def test_who_forms_a_body_issues_what_it_is_to_do(charge: str) -> None:
    verb = "देगा" if "दल" in charge else "देगी"
    assert issuers(f"{charge} 10 मार्च तक रिपोर्ट {verb}।") == [["रमा देशवाल"]]


def test_a_bare_title_is_not_the_holder_of_a_lesser_post_named_after_it() -> None:
    text = "कलेक्टर ने अपर कलेक्टर रमा देशवाल को जांच करने को कहा। कलेक्टर ने उन्हें 5 मार्च तक रिपोर्ट देने को कहा।"
    assert (issuers(text), whom(text)) == ([["कलेक्टर"]] * 2, [["रमा देशवाल"]] * 2)


def test_two_posts_of_one_are_one_issuer() -> None:
    text = "उपायुक्त सह जिला दंडाधिकारी ने सभी बीडीओ को जांच करने का निर्देश दिया।"
    assert issuers(text) == [["उपायुक्त सह जिला दंडाधिकारी"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("एसडीएम रमा देशवाल ने अभियंता से फोन पर बात की और कहा कि मजदूर लगाकर पाइप ठीक कराएं।", ["अभियंता"]),
        ("सचिव रमा देशवाल ने कहा कि सभी जोनल अधिकारी सफाईकर्मी लगाकर नाले साफ कराएं।", ["सभी जोनल अधिकारी"]),
        ("सचिव रमा देशवाल ने कहा कि सभी शिक्षक बच्चों को लेकर मैदान पहुंचें।", ["सभी शिक्षक"]),
        ("सचिव रमा देशवाल ने कहा कि मांगी गई जानकारी बीईओ कल तक उपलब्ध कराएंगे।", ["बीईओ"]),
        ("सचिव रमा देशवाल ने कहा कि आवश्यक अभिलेख लेखपाल मौके पर लाएं।", ["लेखपाल"]),
    ],
)
def test_what_is_put_to_work_or_brought_does_not_act(text: str, expected: list[str]) -> None:
    assert whom(text) == [expected]


def test_what_one_leaves_does_not_act() -> None:
    text = "सचिव रमा देशवाल ने कहा कि सभी थानेदार नई जगह पहुंचें और मामले सौंपकर ही थाना छोड़ें।"
    assert whom(text) == [["सभी थानेदार"], ["सभी थानेदार"]]


@pytest.mark.parametrize(
    "act",
    [
        "सहायक अभियंता को हटाने",
        "लापरवाह जेई को चेतावनी देने",
        "ग्राम सचिव को प्रतिकूल प्रविष्टि देने",
        "अनुपस्थित चिकित्सक को स्पष्टीकरण जारी करने",
        "लिपिक को पद से अलग करने",
        "प्रधानाध्यापक को जांच पूरी होने तक कार्य से विरत रखने",
        "ठेकेदार को काली सूची में डालने",
        "एमओ को शोकॉज करने",
    ],
)
def test_whom_an_act_befalls_is_not_told_to_do_it(act: str) -> None:
    assert whom(f"सचिव रमा देशवाल ने {act} के निर्देश दिए।") == [[]]


@pytest.mark.parametrize("act", ["रिपोर्ट देने", "अतिक्रमण हटाने", "गांव में टीम भेजने", "स्पष्टीकरण देने"])
def test_who_is_to_give_move_or_explain_something_is_told(act: str) -> None:
    assert whom(f"सचिव रमा देशवाल ने तहसीलदार को {act} के निर्देश दिए।") == [["तहसीलदार"]]


def test_of_whom_a_reason_is_told_are_those_who_plan() -> None:
    text = "सचिव रमा देशवाल ने बताया कि आउटसोर्स कर्मी ठगा महसूस कर रहे है इसलिए 5 मार्च को धरना देंगे।"
    assert whom(text) == [["आउटसोर्स कर्मी"]]


def test_a_title_before_what_each_has_of_his_own_means_all_who_hold_it() -> None:
    text = "ब्लॉक अध्यक्ष अजय सिंह आए। सचिव रमा देशवाल ने कहा कि ब्लॉक अध्यक्ष अपने-अपने ब्लॉक में 5 मार्च को बैठक करेंगे।"
    assert whom(text) == [["ब्लॉक अध्यक्ष"]]


def test_who_acted_right_before_bids() -> None:
    text = "परिषद ने अजय वर्मा को समन्वयक बनाया है, प्राचार्य उन्हीं से संपर्क करें। सचिव रमा देशवाल ने बधाई दी।"
    assert issuers(text) == [["परिषद"]]


@pytest.mark.parametrize("pointer", ["हैं जो इस प्रकार हैं।", "हैं। जो निम्नानुसार हैं।", "हैं:"])
def test_the_items_of_a_list_are_of_who_laid_them_down(pointer: str) -> None:
    text = (
        "सचिव रमा देशवाल ने खिलाड़ियों से ट्रायल में आने की अपील की।\n"
        f"राज्य संघ ने ट्रायल के लिए नियम भेजे {pointer}\n1. खिलाड़ी 5 मार्च तक पंजीयन करा लें।"
    )
    assert issuers(text)[1:] == [["राज्य संघ"]]


def test_pictures_mark_items() -> None:
    text = (
        "एसडीएम रमा देशवाल ने धारा 163 के तहत निषेधाज्ञा लागू की है।\nप्रमुख बिंदु:\n"
        "✅ मुख्य गेट पर धरना प्रतिबंधित रहेगा।\n✅ कोई भी व्यक्ति वाहनों को नहीं रोकेगा।"
    )
    assert issuers(text)[1:] == [["रमा देशवाल"], ["रमा देशवाल"]]


def test_each_place_of_a_list_has_its_own_doer() -> None:
    text = "रमा देशवाल ने बताया कि हरदा में तहसीलदार, सोनपुर मे बीडीओ और छपरा में एसडीएम 5 मार्च को मौजूद रहेंगे।"
    assert whom(text)[-1] == ["एसडीएम"]


def test_what_goes_on_does_not_end_who_speaks() -> None:
    text = "संघ की अध्यक्ष रमा देशवाल ने कहा कि तौल बंद है। व्यापारियों को नोटिस दिए जा रहे हैं। 5 मार्च से मंडी बंद रहेगी।"
    assert issuers(text) == [["रमा देशवाल"]]


def test_officials_whose_own_act_is_banned() -> None:
    text = "एसडीएम रमा देशवाल ने पटवारियों के मुख्यालय छोड़ने पर रोक लगा दी है।"
    assert whom(text) == [["पटवारियों"]]


def test_an_order_is_of_who_gave_the_posts_before_it_in_the_paragraph() -> None:
    text = (
        "अफसर बदले गए\n\nरायपुर। दो जिलों के कलेक्टरों ने आदेश जारी किए हैं।\n\n"
        "महासमुंद कलेक्टर रमा देशवाल ने तहसीलदार मोहन ठाकुर को पिथौरा में पदस्थ किया है।\n\n"
        "इधर बालोद कलेक्टर मीना साहू ने तहसीलदार सलीम बारी को गुरूर में पदस्थ किया है। "
        "आदेश में कहा गया है कि सभी अधिकारी 3 नवंबर तक पदभार ग्रहण करें।\n"
    )
    report = to_report(Document(source="x", place="x", text=text, published="2022-10-28"))
    assert isinstance(report, Report)
    record = Pipeline("spacy").record(report)
    (issuers,) = [d.issuers for d in record.directives]
    assert [p.name for p in record.people if p.id in issuers] == ["मीना साहू"]


def test_who_is_named_under_a_quotation_said_it_and_nothing_above() -> None:
    text = (
        "तारीख बढ़ी\n\nजगदलपुर। स्कूल ने सुधार की तारीख बढ़ाई है। देर से सुधार कराने वालों को शुल्क देना होगा।\n\n"
        "इनका कहना है\n\nसूचना भेज दी गई है। छात्र अंतिम दिन का इंतजार न करें।\nरमा देशवाल, समन्वयक\n\n"
        "सभी केंद्र प्रतियां संभालकर रखें।\n-मोहन ठाकुर, प्राचार्य\n"
    )
    report = to_report(Document(source="x", place="x", text=text, published="2022-10-28"))
    assert isinstance(report, Report)
    record = Pipeline("spacy").record(report)
    people = {person.id: person.name for person in record.people}
    told = {d.action.text: [people.get(i, i) for i in d.issuers] for d in record.directives}
    assert told["अंतिम दिन का इंतजार न करें"] == ["रमा देशवाल"]
    assert told["प्रतियां संभालकर रखें"] == ["मोहन ठाकुर"]
    assert not any(set(ids) & set(people.values()) for action, ids in told.items() if "शुल्क" in action)
