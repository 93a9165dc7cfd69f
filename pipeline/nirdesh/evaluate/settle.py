"""Settles two annotations of a report by rule: the first stands, what the second reads otherwise is allowed.

``python -m nirdesh.evaluate.settle corpus w`` does it for every report whose name starts so. A field that the
second fills otherwise becomes an alternative; dates, regions, directives and assignments that only the second
has are optional.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from nirdesh.evaluate.matching import directive_similarity, edtf_key, edtf_keys, match, name_key, word_f1

Item = dict[str, Any]


def settle(first: Item, second: Item) -> Item:
    """One annotation from two of the same report, both in the format of the guide.

    Example:
        >>> one = {"regions": [{"text": "धार", "kind": "city"}]}
        >>> two = {"regions": [{"text": "धार", "kind": "district"}, {"text": "मांडू", "kind": "city"}]}
        >>> [(r["text"], r.get("kind_alt"), r.get("optional")) for r in settle(one, two)["regions"]]
        [('धार', ['district'], None), ('मांडू', None, True)]
    """
    out, second = _listed(first), _listed(second)
    _both(out, second, "dates", _same_text, _date)
    _both(out, second, "regions", _same_text, _region)
    _both(out, second, "directives", _same_directive, _directive)
    _both(out, second, "assignments", _same_assignment, _assignment)
    names = {region["text"] for region in out.get("regions", ())}
    for one in out.get("directives", ()):
        one["regions"] = [_as_listed(name, names) for name in one.get("regions", ())]
    for one in (*out.get("directives", ()), *out.get("assignments", ())):
        used = one.get("regions") or [one.get("region")]
        missing = [name for name in used if name and name not in names]
        if missing:
            raise ValueError(f"{out.get('id')}: place not among the regions: {missing}")
    return out


_LISTED = ("value_alt", "kind_alt", "modality_alt", "role_alt", "region_alt", "change_alt", "org_alt")


def _listed(annotation: Item) -> Item:
    """A copy in which a second reading that stands by itself is a list of one.

    Example:
        >>> _listed({"regions": [{"text": "धार", "kind_alt": "city"}]})
        {'regions': [{'text': 'धार', 'kind_alt': ['city']}]}
    """
    out: Item = json.loads(json.dumps(annotation))
    for items in out.values():
        for item in items if isinstance(items, list) else ():
            for name in _LISTED:
                if isinstance(item.get(name), str):
                    item[name] = [item[name]]
    return out


def _both(
    out: Item,
    second: Item,
    name: str,
    alike: Callable[[Item, Item], float],
    allow: Callable[[Item, Item], None],
) -> None:
    mine, other = out.setdefault(name, []), second.get(name, [])
    pairs = match(mine, other, alike, 0.5)
    for i, j in pairs.items():
        allow(mine[i], other[j])
    rest = [item for j, item in enumerate(other) if j not in pairs.values()]
    mine += [{**item, "optional": True} for item in rest if not any(_shares_text(item, one) for one in mine)]


def _as_listed(name: str, names: set[str]) -> str:
    """A place as the settled list writes it: बालको there may be called बालको जोन."""
    longer = sorted(n for n in names if f" {name} " in f" {n} ")
    return longer[0] if name not in names and longer else name


def _same_text(one: Item, two: Item) -> float:
    return float(one["text"].split() == two["text"].split())


def _shares_text(item: Item, one: Item) -> bool:
    """Whether one date or place stands in the other, which it would compete with."""
    text, other = item.get("text", ""), one.get("text", "")
    return bool(text and other) and (text in other or other in text)


def _same_directive(one: Item, two: Item) -> float:
    return directive_similarity((one["action"], one["evidence"]), (two["action"], two["evidence"]))


def _same_assignment(one: Item, two: Item) -> float:
    if name_key(one["assignee"]) != name_key(two["assignee"]):
        return 0.0
    roles = [[item["role"], *item.get("role_alt", ())] for item in (one, two)]
    return max(word_f1(mine, other) for mine in roles[0] for other in roles[1])


def _date(one: Item, two: Item) -> None:
    if two.get("value") and edtf_key(one.get("value")) != edtf_key(two["value"]):
        _add(one, "value_alt", [two["value"]])


def _region(one: Item, two: Item) -> None:
    _add(one, "kind_alt", [kind for kind in (two["kind"], *two.get("kind_alt", ())) if kind != one["kind"]])


def _directive(one: Item, two: Item) -> None:
    for name in ("issuer", "addressee"):
        _other(one, two, name)
    _add(
        one,
        "modality_alt",
        [m for m in (two["modality"], *two.get("modality_alt", ())) if m != one["modality"]],
    )
    if edtf_keys(one["when"]) != edtf_keys(two["when"]):
        _add(one, "when_alt", [two["when"]])
    if two.get("optional"):
        one["optional"] = True


def _assignment(one: Item, two: Item) -> None:
    _other(one, two, "by")
    _add(one, "role_alt", [r for r in (two["role"], *two.get("role_alt", ())) if r != one["role"]])
    if two.get("region") != one.get("region"):
        _add(one, "region_alt", [two["region"] or ""])
    if two.get("optional"):
        one["optional"] = True


def _other(one: Item, two: Item, name: str) -> None:
    """The second reading of names, beside those that the first allows already."""
    if sorted(map(name_key, one[name])) == sorted(map(name_key, two[name])):
        return
    had = one.get(f"{name}_alt")
    if had is None:
        one[f"{name}_alt"] = two[name]
        return
    readings = had if isinstance(had, list) and had and isinstance(had[0], list) else [had]
    one[f"{name}_alt"] = [*readings, *([two[name]] if two[name] not in readings else [])]


def _add(one: Item, name: str, values: list[Any]) -> None:
    had = one.get(name) or []
    had = had if isinstance(had, list) else [had]
    new = [value for value in values if value not in had]
    if new:
        one[name] = [*had, *new]


def main(argv: Sequence[str] | None = None) -> None:
    """Write ``annotation/settled`` for the reports of a prefix that were annotated twice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("prefix", help="how the names of the reports start, such as w")
    chosen = parser.parse_args(argv)
    folder = chosen.corpus / "annotation"
    for path in sorted((folder / "first").glob(f"{chosen.prefix}*.json")):
        first = json.loads(path.read_bytes())
        made = settle(first, json.loads((folder / "second" / path.name).read_bytes()))
        text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
        (folder / "settled" / path.name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
