"""Compile the gazetteer from official lists.

python -m nirdesh.train.gazetteer --data ../shared
"""

from __future__ import annotations

import argparse
import csv
import gzip
import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from nirdesh.lexicon.files import data_path, table
from nirdesh.lexicon.keys import fold_name
from nirdesh.lexicon.latin import latin
from nirdesh.lexicon.skeleton import likeness, skeleton

COLUMNS: Final = (
    "id",
    "kind",
    "name",
    "aliases",
    "within",
    "lgd",
    "eci",
    "wikidata",
    "lat",
    "lon",
    "en",
    "census",
)
HEADER: Final = """\
# Gazetteer of Indian regions (version 1). Made by nirdesh.train.gazetteer; edit hand.tsv or the sources.
# Sources and licences: LGD codes: Local Government Directory (GODL-India, attribution: LGD);
#   constituencies and ECI numbers: datameet/india-election-data (facts; documentation CC BY-SA 3.0);
#   states' coordinates and Wikidata ids: dr5hn/countries-states-cities-database (ODbL 1.0);
#   UP blocks: State Election Commission results, in-rolls/local_elections_up (public results);
#   Devanagari names: districts, seats and hand.tsv written down for this project (facts).
"""
VILLAGE_HEADER: Final = """\
# Gram panchayats of Uttar Pradesh 2015 (version 1). Made by nirdesh.train.gazetteer.
# Source: in-rolls/local_elections_up, State Election Commission (public results, no licence stated).
# Columns: key (nirdesh.lexicon.keys.fold_name), numbers of districts it lies in.
"""
LATIN_HEADER: Final = """\
# Districts, tehsils, blocks, towns and seats in Latin letters (version 1).
# Made by nirdesh.train.gazetteer. Sources: Local Government Directory (GODL-India, attribution: LGD) for
#   kinds district, subdistrict, block, city; datameet/india-election-data for seats (facts).
# Columns: skeleton (nirdesh.lexicon.skeleton), kind, state, LGD or ECI code, name, LGD code of the district,
#   Census 2011 code.
"""
MEMBER_HEADER: Final = """\
# Districts of the regions of a party (version 1). Made by nirdesh.train.gazetteer from up-bjp-regions.tsv.
# Own compilation of public facts. Licence: Apache-2.0. Ids are those of gazetteer.tsv.gz.
"""
_ALIKE: Final = 0.78
_ECI_STATES: Final = (
    "S04=IN-BR S06=IN-GJ S07=IN-HR S08=IN-HP S09=IN-JK S12=IN-MP S13=IN-MH S19=IN-PB S20=IN-RJ "
    "S24=IN-UP S26=IN-CG S27=IN-JH S28=IN-UK U05=IN-DL U02=IN-CH S01=IN-AP "
    "S02=IN-AR S03=IN-AS S05=IN-GA S10=IN-KA S11=IN-KL "
    "S14=IN-MN S15=IN-ML S16=IN-MZ S17=IN-NL S18=IN-OR S21=IN-SK S22=IN-TN S23=IN-TR S25=IN-WB"
)
_TOLD: Final = 5  # letters of a name that is told by them where its skeleton has one consonant (Tohana)
_SAME_STATE: Final = {"IN-CT": "IN-CG"}
Row = dict[str, str]


def _read(path: Path) -> Iterator[Row]:
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="," if ".csv" in path.name else "\t")


def _row(identity: str, kind: str, name: str, aliases: Iterable[str] = (), **more: str) -> Row:
    kept = dict.fromkeys(alias for alias in aliases if alias and alias != name)
    return {"id": identity, "kind": kind, "name": name, "aliases": ";".join(kept), **more}


def states(folder: Path) -> Iterator[Row]:
    """Countries, states, divisions, cities and party regions written by hand, states with codes."""
    codes = {
        _SAME_STATE.get(row["iso3166_2"], row["iso3166_2"]): row
        for row in _read(folder / "india-states-qid-coords.tsv")
    }
    lgd: dict[str, str] = {}
    for row in _read(folder / "lgd-districts.tsv"):
        lgd.setdefault(_letters(row["state_name"]), row["state_code"])
    number = 0
    ids = {row["name"]: row["key"] for row in table("gazetteer", "hand.tsv") if row["kind"] == "state"}
    for row in table("gazetteer", "hand.tsv"):
        number += 1
        aliases = row["aliases"].split(";")
        if row["kind"] != "state":
            yield _row(f"h{number}", row["kind"], row["name"], aliases, within=ids.get(row["within"], ""))
            continue
        facts = codes.get(row["key"], {})
        english = facts.get("name_en", "")
        yield _row(
            row["key"], "state", row["name"], aliases, within="h1", en=english,
            lgd=lgd.get(_letters(english), ""), wikidata=facts.get("wikidata", ""),
            lat=facts.get("lat", ""), lon=facts.get("lon", ""),
        )  # fmt: skip


def _letters(name: str) -> str:
    return "".join(char for char in name.lower().replace(" and ", "") if char.isalpha())


def districts(folder: Path) -> Iterator[Row]:
    """Districts of the Hindi belt."""
    more = {row["lgd"]: row["aliases"].split(";") for row in table("gazetteer", "aliases.tsv")}
    for row in _read(folder / "districts-hindi-belt.tsv"):
        yield _row(
            f"d{row['lgd_district']}", "district", row["district_hi"],
            [*row["aliases_hi"].split(";"), *more.get(row["lgd_district"], ())],
            within=row["iso3166_2"], lgd=row["lgd_district"], en=row["district_en"], census=row["census2011"],
        )  # fmt: skip


def seats(folder: Path) -> Iterator[Row]:
    """Assembly and Lok Sabha seats of Uttar Pradesh."""
    for row in _read(folder / "up-vidhansabha-403.tsv"):
        yield _row(
            f"a{row['ac_no']}", "assembly_constituency", row["ac_hi"], within=f"d{row['lgd_district']}",
            eci=f"{row['eci_state']}-{row['ac_no']}", en=row["ac_en_2008order"].title(),
        )  # fmt: skip
    for row in _read(folder / "up-loksabha-80.tsv"):
        yield _row(
            f"p{row['pc_no']}", "parliamentary_constituency", row["pc_hi"], within="IN-UP",
            eci=f"{row['eci_state']}-{row['pc_no']}", en=row["pc_en"].title(),
        )  # fmt: skip


def blocks(folder: Path, known: Iterable[Row]) -> Iterator[Row]:
    """Blocks of Uttar Pradesh, each within its district, with the code of the LGD block of that sound."""
    ids = {
        fold_name(name): row["id"]
        for row in known
        if row["kind"] == "district" and row.get("within") == "IN-UP"
        for name in [row["name"], *row["aliases"].split(";")]
    }
    codes: dict[str, list[tuple[str, str]]] = {}
    for row in _read(folder / "lgd-blocks-2022.csv.xz"):
        codes.setdefault(f"d{row['District Code']}", []).append((row["Block Name "], row["Block Code"]))
    for number, row in enumerate(_read(folder / "up-blocks-2015.tsv"), 1):
        within = ids.get(fold_name(row["district_hi"]), "IN-UP")
        alike = sorted(
            (-likeness(latin(row["block_hi"]), name, _ALIKE), code)
            for name, code in codes.get(within, ())
            if likeness(latin(row["block_hi"]), name, _ALIKE)
        )
        yield _row(f"b{number}", "block", row["block_hi"], within=within, lgd=alike[0][1] if alike else "")


def party_members(folder: Path, known: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """(id of a party's region, id of a district in it)."""
    rows = list(known)
    regions = {fold_name(row["name"]): row["id"] for row in rows if row["kind"] == "party_region"}
    ids = {
        fold_name(name): row["id"]
        for row in rows
        if row["kind"] == "district" and row.get("within") == "IN-UP"
        for name in [row["name"], *row["aliases"].split(";")]
    }
    for row in _read(folder / "up-bjp-regions.tsv"):
        for district in row["districts_hi"].split(";"):
            yield regions[fold_name(row["region_hi"])], ids[fold_name(district)]


def latin_places(folder: Path) -> Iterator[tuple[str, ...]]:
    """Regions that the official lists name in Latin letters only.

    Yields:
        Kind, state, code, Latin name, LGD code of the district and Census 2011 code ("" where not given).
    """
    isos = {row["lgd"]: row["id"] for row in states(folder) if row["kind"] == "state" and row["lgd"]}
    by_eci = dict(pair.split("=") for pair in _ECI_STATES.split())
    for row in _read(folder / "lgd-districts.tsv"):
        state = isos.get(row["state_code"], "")
        yield "district", state, row["district_code"], row["district_name"], "", ""
    for row in _read(folder / "lgd-subdistricts.tsv.xz"):
        state = isos.get(row["state_code"], "")
        yield "subdistrict", state, row["subdistrict_code"], row["subdistrict_name"], row["district_code"], ""
    for row in _read(folder / "lgd-blocks-2022.csv.xz"):
        yield (
            "block",
            isos.get(row["State Code"], ""),
            row["Block Code"],
            row["Block Name "],
            row["District Code"],
            "",
        )
    for row in _read(folder / "lgd-urban-local-bodies-2022.csv.xz"):
        census = row["Census 2011 Code"].strip("0") and row["Census 2011 Code"]
        yield (
            "city",
            isos.get(row["State Code"], ""),
            row["Local Body Code"],
            row["Local Body Name"],
            "",
            census,
        )
    for row in _read(folder / "india-constituencies-2008.csv.xz"):
        state = by_eci.get(row["ST_CODE"], "")
        yield "assembly_constituency", state, f"{row['ST_CODE']}-{row['AC_CODE']}", row["AC_NAME"], "", ""


def write_latin(folder: Path, target: Path) -> int:
    """Write the Latin names by skeleton; returns the number of rows."""
    rows = set()
    for kind, state, code, name, district, census in latin_places(folder):
        name = name.partition("(")[0].strip().title()
        bones = skeleton(name)
        if state and name and (len(bones) > 1 or len(name) >= _TOLD or kind == "district"):
            rows.add("\t".join((bones, kind, state, code, name, district, census)))
    _pack(LATIN_HEADER + "\n".join(sorted(rows)) + "\n", target)
    return len(rows)


def write_members(members: Iterable[tuple[str, str]], target: Path) -> int:
    """Write which district belongs to which region of a party; returns the number of rows."""
    lines = ["\t".join(pair) for pair in members]
    target.write_text(MEMBER_HEADER + "\n".join(["region\tdistrict", *lines]) + "\n", encoding="utf-8")
    return len(lines)


def write(rows: Iterable[Row], target: Path) -> int:
    """Write the packed table; returns the number of rows."""
    lines = ["\t".join(COLUMNS)]
    lines += ["\t".join(row.get(column, "") for column in COLUMNS) for row in rows]
    _pack(HEADER + "\n".join(lines) + "\n", target)
    return len(lines) - 1


def _pack(body: str, target: Path) -> None:
    with target.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(body.encode("utf-8"))


def write_villages(folder: Path, target: Path) -> int:
    """Write the keys of all gram panchayats; returns their number."""
    places: dict[str, set[str]] = {}
    for row in _read(folder / "up-gram-panchayats-2015.tsv.xz"):
        places.setdefault(fold_name(row["gram_panchayat_hi"]), set()).add(row["district_hi"])
    lines = [f"{key}\t{len(where)}" for key, where in sorted(places.items()) if len(key) > 2]
    _pack(VILLAGE_HEADER + "\n".join(lines) + "\n", target)
    return len(lines)


def main() -> None:
    """Command line entry point."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    folder = parser.parse_args().data / "data" / "gazetteer"
    rows = [*states(folder), *districts(folder), *seats(folder)]
    members = party_members(folder, rows)
    print(f"members.tsv: {write_members(members, data_path('gazetteer', 'members.tsv'))} districts")
    rows += list(blocks(folder, rows))
    print(f"gazetteer.tsv.gz: {write(rows, data_path('gazetteer', 'gazetteer.tsv.gz'))} regions")
    print(f"latin.tsv.gz: {write_latin(folder, data_path('gazetteer', 'latin.tsv.gz'))} names")
    print(f"villages.tsv.gz: {write_villages(folder, data_path('gazetteer', 'villages.tsv.gz'))} names")


if __name__ == "__main__":
    main()
