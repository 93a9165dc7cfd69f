"""Noun phrases before a case marker (ने, को, से, द्वारा), read leftwards from the marker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nirdesh.extract.clauses.actors import actor_class, weak_actors
from nirdesh.extract.clauses.bodies import last_bodies, outside_modifiers
from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed, fold
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.mentions import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words ``start`` to ``end`` (excluded) of a sentence, before the case marker at ``marker``."""

    sentence: Sentence
    start: int
    end: int
    marker: int
    case: str

    @property
    def span(self) -> Span:
        """Offsets of the phrase without its marker."""
        return self.sentence.span(self.start, self.end)

    @property
    def text(self) -> str:
        """Words of the phrase."""
        return self.sentence.text(self.start, self.end)


_NE, _KO, _SE, _DVARA, _KA, _KE, _MORE, _WITHOUT = (
    fold(m) for m in ("ने", "को", "से", "द्वारा", "का", "के", "अतिरिक्त", "बिना")
)
_THIS, _FORMER, _TIME, _REMAINING = (fold(m) for m in ("यह", "पूर्व", "समय", "रहते"))
_SPLIT_CASES = frozenset(fold(m) for m in ("में", "पर", "से", "तक"))


def phrase_start(clause: Clause, end: int, floor: int, entities: Entities) -> int:
    """First word of the noun phrase that ends before word ``end``."""
    words = clause.sentence.words
    at = {i: (g.start, g.end, _role(g)) for g in clause.groups for i in range(g.start, g.end)}
    governed = acting = False
    j = end - 1
    while j >= floor:
        word = words[j]
        key = word.key
        following = words[j + 1].key if j + 1 < end else ""
        if key in closed("after_genitive") and j > floor and words[j - 1].key.endswith(_KE):
            break  # इसके लिए | प्रधानाध्यापक
        if _postposition(words, j, floor) and not governed and not _within_body(word, entities):
            break  # वर्षा के चलते | यातायात पुलिस
        if key == _WITHOUT and j + 2 < end:
            return _trim(clause, j + 2, end)  # बिना अनुमति | कोई विधायक
        if key == _REMAINING and j > floor and words[j - 1].key == _TIME:
            break  # समय रहते | सभी बीएलओ
        if key == _MORE and j > floor and words[j - 1].key in closed("genitive_pronouns"):
            break  # इसके अतिरिक्त | थाना प्रभारियों; राज्य के अतिरिक्त सचिव is one phrase
        if j in at:
            start, past, mood = at[j]
            if past + 2 < end and words[past + 1].key in closed("bids"):
                return _trim(clause, past + 2, end)  # जांच करने के निर्देश | पटवारियों
            before = at[j][1] + 1 if at[j][1] + 1 < end else end
            if key.endswith("ा") and any(
                k < len(words) and words[k].key in closed("case_markers") for k in (before, end)
            ):
                break  # काम सौंपा गया | सचिव ने: a direct form modifies no noun before a case marker
            if not _modifies(mood, words[at[j][1]].key if at[j][1] < len(words) else ""):
                break
            governed = acting = True
            j = start - 1
            continue
        if key in closed("governing_adjectives"):
            governed = True
        elif word.punct:
            if not (_list_comma(clause, j, floor, end, entities) or _within_body(word, entities)):
                break
        elif key in closed("list_conjunctions"):
            if j - 1 in at or (j - 1 >= floor and words[j - 1].key in closed("case_markers")):
                break
            worked = j - 2 >= floor and words[j - 1].is_noun(closed("action_nouns"))
            if worked and words[j - 2].key in closed("genitives"):
                break
        elif (
            (j < end - 1 and _action_noun(clause, j, floor))
            or key in closed("subject_pronouns")
            or key in closed("oblique_pronouns")
            or key == fold("वे")
            or (key in closed("speakers_alone") and following and following not in closed("we_who"))
        ):
            break
        elif key in (_NE, _KO) or key in closed("np_stops"):
            if (
                not (governed and key in closed("governed_stops"))
                and not _within_body(word, entities)
                and not entities.in_post(word)
                and not _former(words, j, floor, entities)
            ):
                break
        elif key == _KA and (
            following in closed("plural_quantifiers")
            or (not acting and end < len(words) and words[end].key in closed("case_markers"))
        ):
            break  # मामलों का | संबंधित तहसीलदार द्वारा: a direct genitive belongs to no oblique noun, no plural
        elif key == _SE and following and j > floor and words[j - 1].key == following:
            pass  # कम से कम पांच महिलाओं को
        elif key in _SPLIT_CASES:
            manner = j > floor and words[j - 1].key in closed("manners")  # फोन पर | संबंधित अधिकारियों
            apart = key != _SE and following in closed("governed_by_from")  # स्थिति में | संबंधित सचिव
            if (
                manner
                or apart
                or (not governed and not (key == fold("तक") and following in closed("genitives")))
            ):
                break
        elif entities.in_date(word) and not governed and following not in closed("genitives"):
            break
        j -= 1
    if j >= floor and words[j].key == _THIS and end < len(words) and words[end].key in closed("case_markers"):
        j = _past_noun(words, j, end)
    return _trim(clause, j + 1, end)


def _former(words: Sequence[Word], j: int, floor: int, entities: Entities) -> bool:
    """पूर्व छात्रों को: an adjective, not पूर्व after a time or another noun (से पूर्व, 5 मई के पूर्व, तीन दिन पूर्व)."""
    if words[j].key != _FORMER or actor_class(words[j + 1]) is None:
        return False
    before = words[j - 1] if j > floor else None
    if before is None:
        return j == 0 or words[j - 1].key in (_NE, _KO) or words[j - 1].punct
    opens = before.punct or before.key in closed("quantifiers") | closed("list_conjunctions")
    return opens and not entities.in_date(before)


def _past_noun(words: Sequence[Word], this: int, end: int) -> int:
    """यह कार्यक्रम | जिला प्रशासन द्वारा: the noun after यह has no case marker, so that the phrase follows it."""
    noun = this + 1
    while noun < end and words[noun].pos == "ADJ":
        noun += 1
    return noun if noun < end - 1 and actor_class(words[noun]) is None else this


def _postposition(words: Sequence[Word], j: int, floor: int) -> bool:
    """Whether the word at ``j`` makes a postposition with के before it (के चलते, के दौरान)."""
    genitive = j > floor and words[j - 1].key in closed("genitives")
    return genitive and words[j].key in closed("postposition_nouns")


def _within_body(word: Word, entities: Entities) -> bool:
    """Whether a word stands inside the name of a body, not first (खाद्य, नागरिक आपूर्ति … विभाग)."""
    return any(r.kind == "organisation" and r.span.start < word.start < r.span.end for r in entities.refs)


def _action_noun(clause: Clause, j: int, floor: int) -> bool:
    """An action noun with its genitive right before the phrase is an object (दावों का परीक्षण | अधिकारी करें).

    So is one before a quantifier, which opens a phrase (अधिक से अधिक जांच | समस्त निरीक्षक द्वारा).
    """
    words = clause.sentence.words
    if not words[j].is_noun(closed("action_nouns")) or j - 1 < floor:
        return False
    following = words[j + 1]
    if (
        following.key in closed("case_markers")
        or following.key in closed("list_conjunctions")
        or following.punct
    ):
        return False
    if following.verbs or following.key in closed("governing_adjectives"):
        return False
    if following.key in closed("quantifiers"):
        return True
    if words[j - 1].key == _KE and actor_class(following) == "office":
        return False  # नगर निगम के सफाई निरीक्षक
    if words[j].key in closed("masculine_actions") and following.key in closed("feminine_bodies"):
        return words[j - 1].key in closed("genitives") - closed("feminine_genitive")  # कालेज की | प्रबंध समिति
    while j - 1 > floor and words[j - 1].pos == "ADJ":
        j -= 1  # गांवों की साप्ताहिक बैठक | सचिव लेंगे
    return words[j - 1].key in closed("genitives") | closed("relative_genitives")


def _role(group: VerbGroup) -> str:
    """Mood of a group, with ``adverbial`` for करते हुए, which no noun phrase contains."""
    adverbial = group.mood == "part" and group.forms[0].form == "impf" and group.forms[-1].stem == fold("हो")
    return "adverbial" if adverbial else group.mood


def _modifies(mood: str, after: str) -> bool:
    """Whether a verb inside a phrase is a modifier of its noun (बनाए गए पदाधिकारी, रहने वाले लोग)."""
    if mood == "part":
        return True
    return (mood == "inf" and after.startswith(fold("वाल"))) or (
        mood == "inf" and after in closed("genitives")
    )


def _list_comma(clause: Clause, j: int, floor: int, end: int, entities: Entities) -> bool:
    """Whether the comma (or bracket, hyphen) at ``j`` joins members of one list."""
    words = clause.sentence.words
    if words[j].text == ")" and _opens(clause, j):
        return False  # (रमेश की रिपोर्ट) संघ ने
    if words[j].text in ("-", "/", "(", ")", ".", "‘", "’", "'", '"', "“", "”"):
        return True
    if words[j].text != "," or j <= floor:
        return False
    if any(j - 1 in range(g.start, g.end) for g in clause.groups):
        return False
    left = words[j - 1]
    if left.key in closed("case_markers") or left.key in closed("np_stops"):
        return False
    listed = any(w.key in closed("list_conjunctions") for w in words[j:end]) or left.text.endswith(
        ("ों", "यों", "ओं")
    )
    named = any(r.span.end == left.end for r in entities.refs)
    placed = any(place.end == left.end for place, _ in entities.regions)
    governed = any(w.key in closed("genitives") for w in words[j:end])
    governed = governed or words[end - 1].is_noun(closed("governing_bodies")) or _stationed(words, end)
    if placed and listed and governed:
        return True  # चंबा, मंडी और कुल्लू के उपायुक्तों को; पंजाब, हरियाणा तथा दिल्ली सरकारों को
    kinds = left.is_noun(weak_actors("bodies")) and any(
        w.key in closed("list_conjunctions") for w in words[j:end]
    )
    if kinds and actor_class(words[end - 1]) == "office":
        return True  # होटल, ढाबा और धर्मशाला संचालक
    return named or (actor_class(left) is not None and (listed or actor_class(words[end - 1]) is not None))


def _stationed(words: Sequence[Word], end: int) -> bool:
    """पाली, बूंदी और टोंक कलेक्टरों को: the officers of all the places before them."""
    plural = words[end - 1].text.endswith(("ों", "यों", "ओं"))
    return plural and actor_class(words[end - 1]) == "office"


def _opens(clause: Clause, closing: int) -> bool:
    """Whether the bracket that closes at ``closing`` is the first thing of its clause."""
    words = clause.sentence.words
    opening = next((j for j in range(closing - 1, clause.start - 1, -1) if words[j].text == "("), None)
    return opening == clause.start


def _trim(clause: Clause, start: int, end: int) -> int:
    words = clause.sentence.words
    skip = closed("coordinators") | closed("particles") | closed("negation") | closed("genitives")
    while start < end - 1 and (words[start].punct or words[start].key in skip):
        start += 1
    led = start + 1
    while led < end - 1 and words[start].key in _SPLIT_CASES and words[led].verbs:
        led += 1  # पेंच कसने में जुटी | बसपा
    return start if led == start + 1 else led


def marked(
    clause: Clause, first: int, last: int, entities: Entities, cases: frozenset[str]
) -> Iterator[Phrase]:
    """Phrases with one of ``cases`` whose marker stands between words ``first`` and ``last`` (excluded)."""
    words = clause.sentence.words
    for i in range(first, last):
        if words[i].key not in cases or i == first or led_from(clause, i):
            continue
        if _received(clause, i) or is_occasion(words, i):
            continue
        end = i
        if words[i].key == _DVARA and words[i - 1].key == _KE and i - 1 > first:
            end = i - 1
        end = _before_gloss(words, first, end)
        named = any(r.span.end == words[end - 1].end for r in entities.refs)  # रमा जी, whose name includes it
        while end > first + 1 and (
            (words[end - 1].key == fold("जी") and not named) or words[end - 1].text in (")", '"', "”", "’")
        ):
            end -= 1
        if words[end - 1].punct:
            end = i
        start = phrase_start(clause, end, first, entities)
        if start < end:
            yield Phrase(clause.sentence, start, end, i, words[i].key)


def led_from(clause: Clause, i: int) -> bool:
    """शिक्षा विभाग से | आए अधिकारी को: से before a participle or an adjective that governs it marks nobody."""
    words = clause.sentence.words
    if words[i].key != _SE or i + 1 >= len(words):
        return False
    comes = any(g.start == i + 1 and g.mood == "part" and _role(g) == "part" for g in clause.groups)
    if any(g.host == i + 1 and g.start == i + 2 for g in clause.groups):
        return comes  # लोगों से | शामिल होने की अपील
    return comes or words[i + 1].key in closed("governing_adjectives")


def _received(clause: Clause, i: int) -> bool:
    """पार्टी को मिली | जीत: को before what somebody got, which modifies a noun, marks nobody who acts."""
    if clause.sentence.words[i].key != _KO:
        return False
    return any(
        g.start == i + 1 and g.mood == "part" and g.stem in closed("received_verbs") for g in clause.groups
    )


def is_occasion(words: Sequence[Word], i: int) -> bool:
    """चुनाव को लेकर, गर्मी को देखते हुए, मेले को ध्यान में रखते हुए: को marks what something is about."""
    if words[i].key != _KO or i + 1 >= len(words):
        return False
    minded = i + 2 < len(words) and words[i + 2].key in closed("locatives")
    return words[i + 1].key in closed("occasioning") | (closed("minding") if minded else frozenset())


def _before_gloss(words: Sequence[Word], first: int, end: int) -> int:
    """End of a phrase without its gloss, in Latin letters or of a body: राजस्व विभाग (Revenue) ने."""
    if words[end - 1].text != ")":
        return end
    opening = next((j for j in range(end - 2, first, -1) if words[j].text == "("), None)
    if opening is None:
        return end
    latin = all(w.text.isascii() for w in words[opening:end])
    short = end - opening == 3 and actor_class(words[opening + 1]) == "office"  # बूथ लेवल अधिकारी (बीएलओ)
    return opening if latin or short or actor_class(words[opening - 1]) == "body" else end


def heads(phrase: Phrase, entities: Entities) -> list[Ref]:
    """Entities that a phrase is about: no genitive modifiers, people before posts and bodies."""
    words = phrase.sentence.words
    ends = {words[k].end: words[k + 1].key for k in range(phrase.start, phrase.end - 1)}
    last = head_word(phrase)
    bench = words[last].is_noun(closed("benches"))
    of_judges = last > phrase.start and words[last - 1].key in closed("genitives")
    bench = bench or (of_judges and words[last].is_noun(closed("courts")))  # न्यायाधीश क ख और ग घ की अदालत
    own = words[phrase.start : last]  # उनके | वकील रमा देशवाल
    possessors = {Span(w.start, w.end) for w in own if w.key in closed("genitive_pronouns")}
    found = []
    for ref in entities.inside(phrase.span):
        following = ends.get(ref.span.end, "")
        judge = bench and ref.kind == "person"  # न्यायाधीश क ख और ग घ की खंडपीठ
        if (following in closed("genitives") and not judge) or following in _SPLIT_CASES:
            continue
        if ref.kind == "person" and (_names_institute(phrase, ref) or ref.span in possessors):
            continue
        of_post = ref.kind == "person" and ref.mention == "post"
        quantified = words[phrase.start].key in closed("quantifiers")
        if of_post and (quantified or ref.span.end < phrase.span.end - _SLACK):
            continue  # सभी शाखा सचिव is a class, and बनाए गए पदाधिकारी follows its modifier
        found.append(ref)
    whole = words[phrase.start : phrase.end]
    people = outside_modifiers(whole, found)
    if people:
        return people
    least = phrase.span.end - _SLACK if actor_class(words[last]) == "body" else 0
    offices = [r for r in found if r.kind == "office" and r.span.end >= least]  # राजस्थान शिक्षक संघ
    found = [r for r in found if r.kind != "office"]
    return offices or last_bodies(whole, found)


def phrase_text(phrase: Phrase, ref: Ref) -> str:
    """The words of ``phrase`` that name ``ref``."""
    inside = [w for w in phrase.sentence.words if ref.span.start <= w.start < ref.span.end]
    return " ".join(w.text for w in inside)


def _names_institute(phrase: Phrase, ref: Ref) -> bool:
    """Whether a name opens that of an institute (रानी दुर्गावती कृषि विश्वविद्यालय ने)."""
    for word in phrase.sentence.words[phrase.start : phrase.end]:
        if word.start < ref.span.end:
            continue
        if word.is_noun(closed("institutes")):
            return ref.mention != "post"
        single = word.start - ref.span.end <= 1 and " " not in phrase_text(phrase, ref)
        if single and actor_class(word) == "body":
            return ref.mention != "post"  # पूजा समिति
        if word.punct or word.verbs or word.key in closed("case_markers") | closed("list_conjunctions"):
            return False
    return False


_SLACK = 4  # code points after a name: जी and a space


def head_word(phrase: Phrase) -> int:
    """Index of the phrase's last content word."""
    words = phrase.sentence.words
    j = phrase.end - 1
    while j > phrase.start and (words[j].punct or words[j].key in closed("after_heads")):
        j -= 1
    return j


def weak_class(phrase: Phrase) -> str | None:
    """सभी होटलों को, मुख्यालय द्वारा, पुलिस बल को: a word that acts only where the words around it show it."""
    words = phrase.sentence.words
    last = head_word(phrase)
    counted = words[phrase.start].key in closed("quantifiers")
    if words[last].is_noun(weak_actors("bodies")):
        opened = last > phrase.start and words[last - 1].key in weak_actors("openers")
        return "body" if counted or opened or phrase.case not in (_KO, _SE) else None
    return "public" if counted and words[last].is_noun(weak_actors("people")) else None
