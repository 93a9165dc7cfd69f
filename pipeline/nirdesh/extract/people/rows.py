"""Titles and names on lines of their own (a list of office-holders under their titles)."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, common, first_like, name_share, place_like, surname_like, unknown
from nirdesh.extract.people.ends import follows_name
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.people.runs import Marks, NameHit
from nirdesh.extract.words import Word, line_ranges
from nirdesh.lexicon.gazetteer import gazetteer
from nirdesh.lexicon.names import second_parts
from nirdesh.lexicon.posts import post_grammar, post_words

_Line = tuple[int, int]
_HEADS = 2  # titles that fill a line, or rows with cells, which together make a table
_SURE = 0.8  # share of name uses of a word that is a name alone
_ROW = 12  # words of a row of a table at most
_HEADER = 8  # words of the row of a table's headings at most
_BRACKET = 4  # words of a bracket between a title and its holder
_FILLED = 3  # places of a list with who is there
_AGE = 2  # digits of an age
_HALF = 0.5
_CELL_GAPS = ("punct", "hyphen")


def row_holders(
    words: list[Word], posts: list[PostSpan], hits: list[NameHit]
) -> dict[PostSpan, list[NameHit]]:
    """Holders of the titles that fill a line, where lines of titles and lines of names take turns.

    A block that begins with a title has its names below the titles, one that begins with a name above them.
    """
    titles = {(post.first, post.last): post for post in posts if not post.role}
    names: dict[int, list[NameHit]] = {}
    for hit in hits:
        names.setdefault(words[hit.first].line, []).append(hit)
    held: dict[PostSpan, list[NameHit]] = {}
    block: list[PostSpan | list[NameHit]] = []
    for line in [*line_ranges(words), (0, 0)]:
        inside = names.get(words[line[0]].line, []) if line[1] else []
        row = titles.get(line) or (inside if _only_names(words, inside, line) else None)
        if row:
            block.append(row)
            continue
        held |= _block_holders(block)
        block = []
    return held | _headings(words, posts, hits, held) | _cells(words, posts, hits)


def _headings(
    words: list[Word], posts: list[PostSpan], hits: list[NameHit], held: dict[PostSpan, list[NameHit]]
) -> dict[PostSpan, list[NameHit]]:
    """Names under titles that head parts of a list (निरीक्षक, rows of names, आरक्षक, a sentence of names)."""
    lines = {line[0]: line[1] for line in line_ranges(words)}
    heads = [p for p in posts if not p.role and lines.get(p.first) == p.last and p not in held]
    if len(heads) < _HEADS:
        return {}
    found: dict[PostSpan, list[NameHit]] = {}
    for post in heads:
        inside: list[NameHit] = []
        start = post.last
        while start in lines and not any(other.first == start for other in heads):
            end = lines[start]
            row = [hit for hit in hits if start <= hit.first < end and not _acts(words, hit)]
            if not row and (inside or end - start > _HEADER):
                break
            inside += [hit for hit in row if hit.post is None or end - start > _ROW]
            long = end - start > _ROW
            start = end
            if long:
                break
        if inside:
            found[post] = inside
    return found


def _acts(words: list[Word], hit: NameHit) -> bool:
    return hit.outer_last < len(words) and words[hit.outer_last].key in closed("agent")


def _cells(words: list[Word], posts: list[PostSpan], hits: list[NameHit]) -> dict[PostSpan, list[NameHit]]:
    """Titles of the rows of a table: a line with one name, then cells parted by dashes (क — सचिव — निदेशक)."""
    found: dict[PostSpan, list[NameHit]] = {}
    rows = 0
    for first, last in line_ranges(words):
        inside = [hit for hit in hits if first <= hit.first < last]
        if len(inside) != 1 or not _rowed(words, inside[0], last):
            continue
        name = inside[0]
        if any(not words[n].text.isdigit() for n in range(first, name.outer_first)):
            continue
        cells = [p for p in posts if name.outer_last <= p.first < last and not p.role and not p.plural
                 and words[p.first - 1].gap in (*_CELL_GAPS, "comma")]  # fmt: skip
        rows += 1
        found |= {post: [name] for post in cells}
    return found if rows >= _HEADS else {}


def _rowed(words: list[Word], name: NameHit, last: int) -> bool:
    """Whether a dash follows the name, or a comma and later a dash (क, एसडीएम सोनपुर – एसडीएम हरिपुर)."""
    gap = words[name.outer_last - 1].gap
    dashed = any(words[n].gap in _CELL_GAPS for n in range(name.outer_last, last - 1))
    return gap in _CELL_GAPS or (gap == "comma" and dashed and last - name.outer_last <= _ROW)


def _only_names(words: list[Word], hits: list[NameHit], line: _Line) -> bool:
    """Whether the line is names and list numbers alone."""
    covered = {index for hit in hits for index in range(hit.outer_first, hit.outer_last)}
    rest = [index for index in range(*line) if index not in covered]
    return bool(hits) and all(words[index].text.isdigit() for index in rest)


def _block_holders(block: list[PostSpan | list[NameHit]]) -> dict[PostSpan, list[NameHit]]:
    held: dict[PostSpan, list[NameHit]] = {}
    titles = [row for row in block if isinstance(row, PostSpan)]
    if len(titles) < 2:
        return held
    heads = isinstance(block[0], PostSpan)
    current: PostSpan | None = None
    for row in block if heads else reversed(block):
        if isinstance(row, PostSpan):
            current = row
        elif current is not None and (heads or current not in held):
            held.setdefault(current, []).extend(row)
    return held


def cell_of_place(words: list[Word], post: PostSpan, last: int) -> bool:
    """Whether a title and one unknown word, its place, are a line by themselves (थाना प्रभारी नटेरन)."""
    opens = post.first == 0 or words[post.first - 1].gap in ("line", *_CELL_GAPS)
    closes = last >= len(words) or words[last - 1].gap == "line"
    return opens and closes and unknown(words[last - 1].key)


def past_bracket(words: list[Word], index: int) -> int:
    """डीआईजी (तिरहुत रेंज) क ख: the word after the bracket that begins before ``index``."""
    if words[index - 1].gap != "bracket":
        return index
    for last in range(index, min(len(words) - 1, index + _BRACKET)):
        if words[last].gap == "bracket":
            return last + 1
        if words[last].gap not in ("space", "slash", "hyphen"):
            break
    return index


def past_given(words: list[Word], index: int) -> int:
    """चुनाव प्रभारी बनाए गए | क ख; पद पर | क ख: the word after what says that the title before is given.

    पर right after a title tells on whom something falls (सचिव पर गिरी गाज).
    """
    start = index
    while index < len(words) and words[index].key in post_grammar().given and words[index].gap == "space":
        if index == start and words[index].key in closed("apart"):
            return index
        index += 1
    return index


def paired(marks: Marks, index: int) -> bool:
    """एसडीएम भिंड-अटेर क ख: the first of two places that a hyphen joins."""
    return marks.words[index].gap == "hyphen" and marks.label[index + 1] == "region"


def town_before_name(words: list[Word], index: int) -> bool:
    """Whether a district that is a first name as well stands before a first name and a last one."""
    if index + 2 >= len(words) or words[index + 1].gap != "space":
        return False
    places = gazetteer().by_key.get(words[index].key, ())
    first, second = words[index + 1].key, words[index + 2].key
    full = first_like(first) and first not in second_parts() and surname_like(second)
    return full and not surname_like(first) and any(place.kind == "district" for place in places)


def single_slot(marks: Marks, index: int, last: int, filled: int) -> bool:
    """सोनपुर में अजयपाल, : one word that is surely a first name fills its place in a list of places.

    Where ``filled`` other places have theirs, so does a word that no list has (कोसली में शिशराम हलका प्रधान).
    """
    words = marks.words
    word = words[index]
    if last != index + 1 or marks.label[index] or place_like(word.key):
        return False
    sure = first_like(word.key) and name_share(word.key) >= _SURE
    if filled >= _FILLED and (sure or unknown(word.key)):
        titled = last < len(words) and (marks.label[last] == "post" or words[last].key in closed("dative"))
        return word.gap == "comma" or (word.gap == "space" and titled)
    return word.gap == "comma" and sure


def quoted(words: list[Word], last: int) -> bool:
    """Whether ने or के अनुसार stands at ``last``, so that who is named before it says something."""
    run = [word.key for word in words[last : last + 2]]
    if not run or words[last - 1].gap != "space":
        return False
    told = len(run) > 1 and run[0] in closed("genitive") and run[1] in closed("said_nouns")
    return told or run[0] in closed("agent")


def told_of(words: list[Word], last: int) -> bool:
    """Whether an ordinary word that bears no name follows one of kin (पुत्र क घर से निकला)."""
    after = words[last].key
    return common(after) and after not in closed("bearers") and after not in closed("memorials")


def ends_single(words: list[Word], last: int) -> bool:
    """Whether what follows one unknown word lets it be the holder's name (मंत्री क ने, not सचिव क में)."""
    if last >= len(words) or words[last - 1].gap != "space":
        return True
    after = words[last].key
    apart = after in post_words() or any(after in closed(c) for c in ("inside", "apart", "genitive"))
    return follows_name(words, last) and not apart


def aged(marks: Marks, index: int) -> bool:
    """रामधन (45) निवासी, निखिल (25) पुत्र, मां बिटोला (65): a word with an age and whose it is."""
    words = marks.words
    if _of_years(marks, index):
        return True
    if words[index].gap != "bracket" or index + 3 > len(words) or marks.label[index]:
        return False
    key, age = words[index].key, words[index + 1]
    after = words[index + 2].key
    told = any(after in closed(name) for name in ("kin_links", "resident", "kin_roles"))
    told = told or (index > 0 and words[index - 1].key in closed("kin_roles"))
    old = age.text.isdigit() and len(age.text) <= _AGE and age.gap == "bracket"
    return old and told and (unknown(key) or name_share(key) >= _HALF) and not place_like(key)


def _of_years(marks: Marks, index: int) -> bool:
    """30 वर्षीय सावित्री: a first name after an age, or a word there that the model takes for one."""
    words = marks.words
    if index <= 1 or words[index - 1].key not in closed("of_years") or marks.label[index]:
        return False
    if words[index - 1].gap != "space" or not words[index - 2].text.isdigit():
        return False
    key = words[index].key
    sure = first_like(key) and name_share(key) >= _SURE and not place_like(key)
    return sure or (marks.seen[index] and unknown(key) and follows_name(words, index + 1))
