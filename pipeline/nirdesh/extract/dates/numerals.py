"""Numerals of Hindi text: numbers, fractions, percentages, ranges and ordinals with their values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Final, Literal

from nirdesh.extract.dates.grammar import Action, Layer, Slots, compile_rules, run_layer
from nirdesh.extract.dates.items import Item, longest_phrase, parse_number
from nirdesh.extract.dates.lexicon import Cats, Lexicon, Phrase, add_phrase, load, read_rows
from nirdesh.extract.dates.tokens import Token, tokenise

Kind = Literal["number", "range", "percent", "ordinal", "basic"]
_MAX_EXPONENT: Final = 400


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral with its place and value as text (``103.333333333333``, ``[10,15)``, ``22%``, ``end-1``)."""

    start: int
    end: int
    value: str


_ACTIONS: Final[dict[str, Action]] = {}


def _action(function: Action) -> Action:
    _ACTIONS[function.__name__] = function
    return function


def text_of(value: Fraction | float) -> str:
    """A value with fifteen significant digits.

    Example:
        >>> text_of(Fraction(310, 3)), text_of(Fraction(4))
        ('103.333333333333', '4')
    """
    if isinstance(value, Fraction) and value.denominator == 1:
        return str(int(value))
    return f"{float(value):.15g}"


def _num(value: Fraction | float) -> Cats:
    return {"num": value, "made": True}


def _glued(slots: Slots) -> bool:
    items: list[Item] = slots["@"]
    return all(items[k].end == items[k + 1].start for k in range(len(items) - 1))


@_action
def n_exponent(slots: Slots) -> Cats | None:
    """1e10, 12.32e+14."""
    if not _glued(slots):
        return None
    return _scaled(Fraction(slots["a"]), Fraction(10), slots)


@_action
def n_power(slots: Slots) -> Cats | None:
    """1.1^+23, 2.5^-1."""
    if not _glued(slots):
        return None
    return _scaled(Fraction(1), Fraction(slots["a"]), slots)


def _scaled(factor: Fraction, base: Fraction, slots: Slots) -> Cats | None:
    power = Fraction(slots["b"])
    signs = sum("da" in item.cats or "minus" in item.cats for item in slots["@"][2:-1])
    if power.denominator != 1 or power > _MAX_EXPONENT or base == 0:
        return None
    return _num(factor * base ** (int(power) * (-1) ** signs))


@_action
def n_spaced(slots: Slots) -> Cats | None:
    """1 414 021 100: groups of three digits with blanks between."""
    groups = [slots[key] for key in "abcd" if key in slots]
    items: list[Item] = slots["@"]
    if any(group.width != 3 for group in groups[1:]) or groups[0].width > 3:
        return None
    if any(items[k + 1].start - items[k].end != 1 for k in range(len(items) - 1)):
        return None
    total = 0
    for group in groups:
        total = total * 1000 + group.value
    return _num(Fraction(total))


@_action
def n_point(slots: Slots) -> Cats | None:
    """दो सौ दशमलव शून्य तीन."""
    whole = Fraction(slots["a"])
    digits = "".join(text_of(Fraction(slots[key])) for key in "bc" if key in slots)
    if whole.denominator != 1 or not digits.isdecimal():
        return None
    return _num(whole + Fraction(int(digits), 10 ** len(digits)))


@_action
def n_slash(slots: Slots) -> Cats | None:
    """4/5."""
    a, b = slots["a"], slots["b"]
    if not _glued(slots) or b.value == 0 or max(a.width, b.width) > 3:
        return None
    return _num(Fraction(a.value, b.value))


@_action
def n_over(slots: Slots) -> Cats | None:
    """पांच बटा आठ, तीन में से एक."""
    below = Fraction(slots["b"])
    return _num(Fraction(slots["a"]) / below) | {"part": True} if below else None


@_action
def n_over_ord(slots: Slots) -> Cats | None:
    """एक का आठवां."""
    below = Fraction(slots["b"])
    return _num(Fraction(slots["a"]) / below) | {"part": True} if below > 2 else None


@_action
def n_split(slots: Slots) -> Cats | None:
    """माइनस एक सौ पैंतीसवां: hundred thirty-fifths, not the 135th."""
    above, below = slots["s"]
    return _num(-Fraction(above) / Fraction(below))


@_action
def n_times(slots: Slots) -> Cats | None:
    """एक चौथाई, आधा दर्जन."""
    return _num(Fraction(slots["a"]) * Fraction(slots.get("q", slots.get("d")))) | {"part": True}


@_action
def n_sum(slots: Slots) -> Cats | None:
    """3 सौ और 21, बीस और तीन बटे पांच: what follows is smaller than the last scale."""
    a, b = Fraction(slots["a"]), Fraction(slots["b"])
    first, last = slots["@"][0], slots["@"][-1]
    if "part" in last.cats and a.denominator == 1 and 0 < b < 1:
        return _num(a + b)
    scale = first.cats.get("scale")
    if isinstance(scale, Fraction) and 0 < b < scale and a.denominator == 1 and b.denominator == 1:
        return _num(a + b)
    return None


@_action
def n_sum3(slots: Slots) -> Cats | None:
    """बीस और तीन और तीन बटे पांच."""
    if "part" not in slots["@"][-1].cats:
        return None
    a, b, c = (Fraction(slots[key]) for key in "abc")
    return _num(a + b + c) if a % 10 == 0 and 0 < b < 10 and 0 < c < 1 else None


@_action
def n_minus(slots: Slots) -> Cats | None:
    """माइनस पांच, -5."""
    return _num(-slots["a"])


@_action
def n_drop(slots: Slots) -> Cats | None:
    """A sign that changes nothing, or no operator."""
    return {"dropped": True}


@_action
def n_percent(slots: Slots) -> Cats | None:
    """बीस प्रतिशत."""
    return {"out": text_of(slots["a"]) + "%"}


def _range(low: Any, high: Any, left: str, right: str) -> Cats:
    ends = [text_of(end) if end is not None else "" for end in (low, high)]
    cats: Cats = {"out": f"{left}{ends[0]},{ends[1]}{right}"}
    if high is None:
        cats["rlow"] = (low, left)
    if low is None:
        cats["rhigh"] = (high, right)
    return cats


@_action
def r_gt(slots: Slots) -> Cats | None:
    """तीस से ज्यादा."""
    return _range(slots["a"], None, "(", ")")


@_action
def r_ge(slots: Slots) -> Cats | None:
    """200 या ज्यादा."""
    return _range(slots["a"], None, "[", ")")


@_action
def r_lt(slots: Slots) -> Cats | None:
    """30 से कम."""
    return _range(None, slots["a"], "(", ")")


@_action
def r_le(slots: Slots) -> Cats | None:
    """700 तक."""
    return _range(None, slots["a"], "(", "]")


@_action
def r_eq(slots: Slots) -> Cats | None:
    """5000 के बराबर."""
    return _range(slots["a"], slots["a"], "[", "]")


@_action
def r_between(slots: Slots) -> Cats | None:
    """20 और 30 के बीच."""
    return _range(slots["a"], slots["b"], "[", ")") if slots["a"] < slots["b"] else None


@_action
def r_both(slots: Slots) -> Cats | None:
    """बीस से बड़ी और पैंतीस के समान या उससे कम."""
    (low, left), (high, right) = slots["a"], slots["b"]
    return _range(low, high, left, right) if low < high else None


@_action
def o_before_last(slots: Slots) -> Cats | None:
    """आखिरी से पहले का."""
    return {"out": "end-1"}


@_action
def o_from_last(slots: Slots) -> Cats | None:
    """अंतिम से दूसरा."""
    return {"out": f"end-{int(slots['n']) - 1}"}


@_action
def o_last(slots: Slots) -> Cats | None:
    """अंतिम."""
    return {"out": "end+0"}


@_action
def o_next(slots: Slots) -> Cats | None:
    """अगली."""
    return {"out": "current+1"}


@_action
def o_prev(slots: Slots) -> Cats | None:
    """पिछला वाला."""
    return {"out": "current-1"}


@_action
def o_curr(slots: Slots) -> Cats | None:
    """करेंट."""
    return {"out": "current+0"}


@cache
def _grammar() -> tuple[list[Layer], dict[str, Phrase]]:
    phrases: dict[str, Phrase] = {}
    for forms, category, value in read_rows("numeral_words.tsv"):
        for form in forms.split("|"):
            add_phrase(phrases, form, category, value)
    return compile_rules(read_rows("numeral_rules.tsv"), _ACTIONS), phrases


def _number_at(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Item, int] | None:
    token = tokens[i]
    glued_next = i + 1 < len(tokens) and tokens[i + 1].start == token.end
    glued_before = i > 0 and tokens[i - 1].end == token.start
    if token.form == "." and glued_next and tokens[i + 1].form.isdecimal():
        if glued_before and tokens[i - 1].form.isdecimal():
            return None
        digits = tokens[i + 1]
        if _unit_glued(tokens, i + 2, lexicon):
            return None
        return Item(
            token.start, digits.end, {"num": Fraction(int(digits.form), 10 ** len(digits.form))}
        ), i + 2
    if not (token.form in lexicon.numbers or token.form[0].isdecimal()):
        return None
    found = parse_number(tokens, i, lexicon)
    if found is None:
        return None
    item, j = found
    if tokens[j - 1].form[-1].isdecimal() and _unit_glued(tokens, j, lexicon):
        return Item(item.start, item.end, {"glued": True}), j + 1
    _annotate(item, tokens[i:j], lexicon)
    return found


def _unit_glued(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """180मिलि, 1मि: a unit written onto the digits makes a measure, not a number."""
    if j >= len(tokens) or tokens[j].start != tokens[j - 1].end:
        return False
    word = tokens[j].form
    return (word.isalpha() and word not in lexicon.numbers and word != "e") or "\u0900" <= word[0] <= "\u0963"


def _annotate(item: Item, words: list[Token], lexicon: Lexicon) -> None:
    """Note the last scale (सौ, हजार), and how a final ordinal could be split off."""
    last = lexicon.numbers.get(words[-1].form)
    if last is not None and last.kind in ("hundred", "mult"):
        item.cats["scale"] = last.value
    if "half" in item.cats and last is not None:
        item.cats["half" if last.kind == "half" else "quarter"] = last.value
    if last is not None and last.kind == "dozen" and len(words) == 1:
        item.cats["dozenw"] = last.value
    if last is not None and last.ordinal and len(words) > 1:
        head = parse_number(words[:-1], 0, lexicon)
        if head is not None and head[1] == len(words) - 1 and "num" in head[0].cats:
            item.cats["sord"] = (head[0].cats["num"], last.value)


def _scan(tokens: list[Token]) -> Iterator[list[Item]]:
    lexicon = load()
    _, phrases = _grammar()
    current: list[Item] = []
    i = 0
    while i < len(tokens):
        number = _number_at(tokens, i, lexicon)
        phrase = longest_phrase(tokens, i, phrases)
        if number is not None and (phrase is None or number[1] >= phrase[1]):
            item, i = number
            if phrase is not None:
                item.cats.update({k: v for k, v in phrase[0].items() if k not in item.cats})
            current.append(item)
        elif phrase is not None:
            cats = dict(phrase[0])
            if "da" in cats and _is_minus(tokens, i):
                cats["minus"] = 1
            current.append(Item(tokens[i].start, tokens[phrase[1] - 1].end, cats))
            i = phrase[1]
        else:
            if current:
                yield current
            current = []
            i += 1
    if current:
        yield current


def _is_minus(tokens: list[Token], i: int) -> bool:
    """A dash before digits is a minus unless a number or word stands right before it."""
    if i + 1 >= len(tokens) or not (tokens[i + 1].form[0].isdecimal() or tokens[i + 1].form == "."):
        return False
    if i == 0:
        return True
    before = tokens[i - 1]
    return before.form in "<>=^" or (before.end < tokens[i].start and tokens[i + 1].start == tokens[i].end)


def numerals(text: str, kind: Kind) -> list[Numeral]:
    """Numerals of one kind in a text.

    Example:
        >>> [(n.value, n.start, n.end) for n in numerals("डेढ़ सौ रुपये और 1 लाख 41 हजार", "number")]
        [('150', 0, 7), ('141000', 17, 30)]
        >>> [n.value for n in numerals("अंतिम से दूसरा", "ordinal")]
        ['end-1']
    """
    layers, _ = _grammar()
    tokens = tokenise(text)
    found: list[Numeral] = []
    for items in _scan(tokens):
        for layer in layers:
            run_layer(layer, items, kind)
        for k, item in enumerate(items):
            value = _answer(item, items[k - 1] if k else None, kind)
            if value is not None:
                found.append(Numeral(item.start, item.end, value))
    return found


def _answer(item: Item, before: Item | None, kind: Kind) -> str | None:
    cats: Mapping[str, Any] = item.cats
    if "out" in cats:
        return str(cats["out"])
    if kind == "number" and "num" in cats:
        return text_of(cats["num"])
    if kind in ("ordinal", "basic") and "ord" in cats:
        if "pehle" in cats and before is not None and ("se" in before.cats or "ka" in before.cats):
            return None
        return text_of(cats["ord"])
    return None
