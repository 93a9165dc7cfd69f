"""Items that the grammar reads: a stretch of text with its categories and their values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from nirdesh.extract.dates.lexicon import Cats, Lexicon, NumberWord, Phrase, guard_words, load
from nirdesh.extract.dates.tokens import Token

MAX_ISLAND: Final = 200  # items; keeps the work linear on text that is nothing but dates


@dataclass(slots=True)
class Item:
    """One terminal or reduced symbol of the grammar; ``cats`` maps category to value."""

    start: int
    end: int
    cats: Cats


@dataclass(frozen=True, slots=True)
class Digits:
    """Digits as written: their value and how many there are (09 and 9 differ)."""

    value: int
    width: int


def _digit_item(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Item, int] | None:
    """Digits with what is glued to them: decimals, thousands groups, ordinal suffixes."""
    token = tokens[i]
    form, end = token.form, token.end
    n = len(tokens)
    following = tokens[i + 1] if i + 1 < n else None
    value = Fraction(int(form)) if len(form) < 20 else None
    if value is None:
        return None
    if following is None or following.start != end:
        # A space before the suffix is common in print: 21 वीं सदी.
        if (
            following is not None
            and following.start == end + 1
            and following.form in lexicon.ordinal_suffixes
            and following.form[0] == "व"
        ):
            return Item(token.start, following.end, _ordinal_cats(value)), i + 2
        cats = _digit_cats(form, value)
        if following is not None and following.form in guard_words("measured"):
            cats.pop("y4", None)  # 1 जनवरी से 1500 रुपए
        return Item(token.start, end, cats), i + 1
    if following.form in lexicon.ordinal_suffixes:
        return Item(token.start, following.end, _ordinal_cats(value)), i + 2
    third = tokens[i + 2] if i + 2 < n and tokens[i + 2].start == following.end else None
    if (
        following.form == "."
        and third is not None
        and third.form.isdecimal()
        and not _chained(tokens, i, ".-/")
    ):
        cats = {
            "num": Fraction(form + "." + str(int("1" + third.form))[1:]),
            "dec": (Digits(int(form), len(form)), Digits(int(third.form), len(third.form))),
        }
        return Item(token.start, third.end, cats), i + 3
    if following.form == "," and third is not None and third.form.isdecimal():
        grouped = _thousands(tokens, i)
        if grouped is not None:
            return grouped
    return Item(token.start, end, _digit_cats(form, value)), i + 1


def _chained(tokens: list[Token], i: int, separators: str) -> bool:
    """Whether D.D continues as D.D.D on either side, so that it is a date or a version and no decimal."""
    if (
        i >= 2
        and tokens[i - 1].form in separators
        and tokens[i - 1].end == tokens[i].start
        and tokens[i - 2].form.isdecimal()
    ):
        return True
    j = i + 3
    return (
        j + 1 < len(tokens)
        and tokens[j].form in separators
        and tokens[j].start == tokens[j - 1].end
        and tokens[j + 1].form.isdecimal()
        and tokens[j + 1].start == tokens[j].end
    )


def _thousands(tokens: list[Token], i: int) -> tuple[Item, int] | None:
    """4,23,523 and 1,234,567: groups of two or three digits, the last of three, no spaces."""
    digits, j = tokens[i].form, i
    if len(digits) > 3:
        return None
    while (
        j + 2 < len(tokens)
        and tokens[j + 1].form == ","
        and tokens[j + 1].start == tokens[j].end
        and tokens[j + 2].start == tokens[j + 1].end
        and tokens[j + 2].form.isdecimal()
        and len(tokens[j + 2].form) in (2, 3)
    ):
        digits += tokens[j + 2].form
        j += 2
    if j == i or len(tokens[j].form) != 3 or len(digits) > 19:
        return None
    return Item(tokens[i].start, tokens[j].end, {"num": Fraction(int(digits)), "grouped": True}), j + 1


def _digit_cats(form: str, value: Fraction) -> Cats:
    n = int(value)
    width = len(form)
    cats: Cats = {"num": value, "dig": Digits(n, width)}
    if width <= 2:
        if 1 <= n <= 31:
            cats["dd"] = n
        if n <= 24:
            cats["hh"] = n
        if n < 60:
            cats["mm"] = n
        if width == 2:
            cats["yy"] = n
    elif width == 4 and 1000 <= n <= 2200:
        cats["y4"] = n
    return cats


def _ordinal_cats(value: Fraction) -> Cats:
    cats: Cats = {"ord": value}
    if value.denominator == 1 and 1 <= value <= 31:
        cats["dord"] = int(value)
    return cats


def word_number_cats(value: Fraction, ordinal: bool, simple: bool) -> Cats:
    """Categories of a number written in words; ``simple`` where it is one word below hundred."""
    if ordinal:
        return _ordinal_cats(value)
    cats: Cats = {"num": value, "wordnum": True}
    if value.denominator == 1:
        n = int(value)
        if simple:
            if 1 <= n <= 31:
                cats["dd"] = n
            if n <= 24:
                cats["hh"] = n
            if n < 60:
                cats["mm"] = n
            if 10 <= n <= 99:
                cats["yy"] = n
        elif 1000 <= n <= 2200:
            cats["y4"] = n
    return cats


@dataclass(slots=True)
class _Sum:
    """Running state of a number in words: what is added up, the group being built, and the last scale."""

    total: Fraction = Fraction(0)
    group: Fraction | None = None
    pending: Fraction | None = None  # सवा, साढ़े, पौने wait for what follows
    scale: Fraction = Fraction(10**30)
    hundred: bool = False
    tens: bool = False
    words: int = 0

    def value(self) -> Fraction | None:
        """The number so far; None where nothing stands."""
        if self.pending is not None and self.group is None:
            alone = 1 + self.pending
            return self.total + alone if self.words == 1 else None
        if self.group is None:
            return self.total if self.words else None
        return self.total + self.group


def _feed(state: _Sum, kind: str, value: Fraction) -> bool:
    """Take one number word; False where it cannot continue the number (दस पैंतालीस is two numbers)."""
    if kind in ("unit", "value", "tens"):
        return _feed_small(state, kind, value)
    if kind == "frac":
        if state.words:
            return False
        state.pending = value
        return True
    base = state.group if state.group is not None else Fraction(1) + (state.pending or 0)
    if kind == "hundred":
        if state.hundred or (state.group is not None and state.group >= 100):
            return False
        state.group, state.pending, state.hundred = base * 100, None, True
        return True
    if kind in ("mult", "dozen") and value < state.scale:
        state.total += base * value
        state.group, state.pending, state.hundred, state.scale = None, None, False, value
        return True
    return False


def _feed_small(state: _Sum, kind: str, value: Fraction) -> bool:
    """A number below hundred, by itself or after सौ, साढ़े or an English ten (फिफ्टी टू)."""
    after_ten = kind == "unit" and state.tens and value < 10
    free = state.group is None or (state.hundred and kind != "value" and state.group % 100 == 0)
    if not after_ten and not free:
        return False
    if state.pending is not None and kind != "unit":
        return False
    state.group = (state.group or Fraction(0)) + value + (state.pending or 0)
    state.pending, state.tens = None, kind == "tens"
    return True


def parse_number(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Item, int] | None:
    """Read the longest number at token ``i``: digits, words or both (1 लाख 41 हजार, डेढ़ सौ, पौने दो).

    Returns:
        The item and the index of the token after it, or None.
    """
    first = tokens[i]
    numbers = lexicon.numbers
    if first.form.isdecimal():
        found = _digit_item(tokens, i, lexicon)
        if found is None:
            return None
        item, j = found
        follower = numbers.get(tokens[j].form) if j < len(tokens) else None
        if follower is None or follower.kind not in ("hundred", "mult", "dozen") or "num" not in item.cats:
            return found
        state = _Sum(words=1, group=Fraction(str(item.cats["num"])))
        return _continue(tokens, j, state, numbers, item) or found
    word = numbers.get(first.form)
    if word is None:
        return None
    if word.kind in ("half", "quarter"):
        return Item(first.start, first.end, {"num": word.value, "half": True}), i + 1
    if word.ordinal:
        return Item(first.start, first.end, word_number_cats(word.value, True, True)), i + 1
    return _continue(tokens, i, _Sum(), numbers, None)


def _continue(
    tokens: list[Token],
    i: int,
    state: _Sum,
    numbers: Mapping[str, NumberWord],
    head: Item | None,
) -> tuple[Item, int] | None:
    start = head.start if head is not None else tokens[i].start
    end, j = (head.end if head is not None else start), i
    ordinal = False
    while j < len(tokens):
        token = tokens[j]
        if token.form.isdecimal():
            # 4 हजार 3 सौ, साढ़े 7: digits continue after a scale or a fraction word.
            if state.group is not None or len(token.form) > 4 or (state.pending is None and state.total == 0):
                break
            if state.pending is None and Fraction(int(token.form)) >= state.scale:
                break
            state.group = Fraction(int(token.form)) + (state.pending or 0)
            state.pending = None
        else:
            word = numbers.get(token.form)
            if word is None or word.kind in ("half", "quarter"):
                break
            if word.ordinal and state.words == 0:
                break
            if not _feed(state, word.kind, word.value):
                break
            ordinal = word.ordinal
        state.words += 1
        end = token.end
        j += 1
        if ordinal:
            break
    value = state.value()
    if value is None:
        return None
    simple = state.words == 1 and value < 100
    return Item(start, end, word_number_cats(value, ordinal, simple)), j


def longest_phrase(tokens: list[Token], i: int, phrases: dict[str, Phrase]) -> tuple[Cats, int] | None:
    """Categories of the longest lexicon phrase at token ``i`` and the index after it."""
    node = phrases.get(tokens[i].form)
    best: tuple[Cats, int] | None = None
    j = i
    while node is not None:
        j += 1
        if node.cats:
            best = (node.cats, j)
        if j >= len(tokens):
            break
        node = node.next.get(tokens[j].form)
    return best


def scan(tokens: list[Token], prose: bool = True) -> list[list[Item]]:
    """Split the tokens into islands: runs of items that the lexicon knows."""
    lexicon = load()
    islands: list[list[Item]] = [[]]
    i = 0
    while i < len(tokens):
        item, i = _item_at(tokens, i, lexicon, prose)
        if islands[-1] and (item is None or len(islands[-1]) >= MAX_ISLAND):
            islands.append([])
        if item is not None:
            islands[-1].append(item)
    return islands if islands[-1] else islands[:-1]


def _item_at(tokens: list[Token], i: int, lexicon: Lexicon, prose: bool) -> tuple[Item | None, int]:
    """The item at token ``i`` and the index after it; None for a word that is none of ours."""
    form, phrases = tokens[i].form, lexicon.phrases
    phrase = longest_phrase(tokens, i, phrases) if form in phrases else None
    if phrase is not None and "prose" in phrase[0] and not prose:
        single = phrases[form].cats
        phrase = (single, i + 1) if single else None
    if phrase is not None and "noise" in phrase[0] and phrases[form].cats and i:
        phrase = (phrases[form].cats, i + 1) if tokens[i - 1].form.isdecimal() else phrase  # 5 मार्च की तैयारी
    # दो जून की रोटी, फ्लैग मार्च; in prose also आज के दौर में
    if phrase is not None and not {"noise", "prose"}.isdisjoint(phrase[0]):
        return None, phrase[1]
    number = parse_number(tokens, i, lexicon) if form in lexicon.numbers or form[0].isdecimal() else None
    if number is not None and (phrase is None or number[1] >= phrase[1]):
        item, j = number
        if phrase is not None and phrase[1] == j:
            item.cats.update({k: v for k, v in phrase[0].items() if k not in item.cats})
        return item, j
    if phrase is None:
        return None, i + 1
    cats = dict(phrase[0])
    if "mdot" in cats:  # मा. is a month to an assistant; in prose it may be माननीय
        cats["mabbr" if prose else "month"] = cats.pop("mdot")
    return Item(tokens[i].start, tokens[phrase[1] - 1].end, cats), phrase[1]
