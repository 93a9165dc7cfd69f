"""Score records against gold annotations, field by field.

The definitions are those of the annotation guide: one-to-one matching by word overlap; restatements and
deliberately unmarked sentences are neither hit nor miss; doubtful items may be missed; second readings count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import PurePosixPath

from nirdesh.evaluate.gold import GoldAssignment, GoldDirective, GoldItem, GoldPerson, GoldReport
from nirdesh.evaluate.matching import (
    Share,
    Tally,
    directive_similarity,
    edtf_key,
    edtf_keys,
    match,
    name_key,
    same_names,
    word_f1,
)
from nirdesh.extract.directives.trained import RULE
from nirdesh.record.models import AssignmentRow, DirectiveRow, PersonRow, Record


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing missed, invented or wrong, for reading."""

    report: str
    kind: str
    what: str
    detail: str = ""


@dataclass(slots=True)
class Scores:
    """F1 tallies, shares of right values among what was found, and the failures behind them.

    Attributes:
        by_rule: The shares of directives once more, among those alone that no trained reader found.
    """

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    shares: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    by_rule: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    failures: list[Failure] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Every figure by name, F1 for tallies."""
        values = {name: round(tally.f1, 4) for name, tally in self.tallies.items()}
        values.update({name: round(share.value, 4) for name, share in self.shares.items()})
        return values


class DirectiveVerdict(Enum):
    """What gold says of a directive that was found."""

    WHOLE = "who, whom and when are right too"
    FOUND = "something of it is wrong"
    FREE = "said before, so neither hit nor miss"
    IGNORED = "named in gold as no directive, which scores do not punish"
    EXTRA = "invented"


class _View:
    """A record with its ids resolved to the names that gold annotations use."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.names = {row.id: row.name for row in record.people}
        self.names |= {row.id: row.title for row in record.offices}
        self.names |= {row.id: row.name for row in record.organisations}
        self.region_names = {row.id: row.name for row in record.regions}

    def issuers(self, row: DirectiveRow) -> list[str]:
        return [self.names[ref] for ref in row.issuers]

    def addressees(self, row: DirectiveRow) -> list[str]:
        return [
            self.names[addressee.person] if addressee.person else addressee.text
            for addressee in row.addressees
        ]

    def by(self, row: AssignmentRow) -> list[str]:
        return [self.names[ref] for ref in row.by]

    def regions(self, row: DirectiveRow) -> list[str]:
        return [self.region_names[ref] for ref in row.regions]


def score(gold: Iterable[GoldReport], records: Iterable[Record]) -> Scores:
    """Compare records with gold reports, joined on the base name of ``report.source``.

    A gold report without a record counts as one with an empty record.
    """
    by_file = {PurePosixPath(record.report.source).name: record for record in records}
    scores = Scores()
    for report in gold:
        record = by_file.get(PurePosixPath(report.file).name)
        scores.shares["report has a record"].add(record is not None)
        view = _View(record) if record is not None else None
        _score_people(report, view, scores)
        _score_dates(report, view, scores)
        _score_regions(report, view, scores)
        _score_directives(report, view, scores)
        _score_assignments(report, view, scores)
    return scores


def _count(
    scores: Scores,
    name: str,
    report: GoldReport,
    gold: Sequence[GoldItem],
    found: Sequence[object],
    pairs: Mapping[int, int],
) -> None:
    missed = [item for i, item in enumerate(gold) if i not in pairs and not item.soft]
    extra = [item for j, item in enumerate(found) if j not in pairs.values()]
    scores.tallies[name].add(len(pairs), len(extra), len(missed))
    scores.failures += [Failure(report.file, f"{name}: missed", _words(item)) for item in missed]
    scores.failures += [Failure(report.file, f"{name}: extra", _words(item)) for item in extra]


def _words(item: object) -> str:
    for attribute in ("name", "text"):
        value = getattr(item, attribute, None)
        if isinstance(value, str):
            return value
    if isinstance(item, GoldAssignment | AssignmentRow):
        role = item.role if isinstance(item.role, str) else item.role.text
        return f"{item.assignee}: {role}"
    return str(item)


def _score_people(report: GoldReport, view: _View | None, scores: Scores) -> None:
    found = view.record.people if view else []

    def similarity(gold: GoldPerson, row: PersonRow) -> float:
        keys = {name_key(gold.name)} | {
            name_key(alias) for alias in gold.aliases if len(name_key(alias).split()) > 1
        }
        return float(name_key(row.name) in keys)

    pairs = match(report.people, found, similarity, 1.0)
    _count(scores, "people", report, report.people, found, pairs)
    gold_name = {j: name_key(report.people[i].name) for i, j in pairs.items()}
    gold_posts = [(name_key(person.name), post) for person in report.people for post in person.posts]
    found_posts = [
        (gold_name.get(j, name_key(row.name)), post.title)
        for j, row in enumerate(found)
        for post in row.posts
    ]
    same = match(gold_posts, found_posts, lambda a, b: word_f1(a[1], b[1]) if a[0] == b[0] else 0.0, 0.5)
    scores.tallies["posts of people"].add(
        len(same), len(found_posts) - len(same), len(gold_posts) - len(same)
    )
    for i, (name, post) in enumerate(gold_posts):
        if i not in same:
            scores.failures.append(Failure(report.file, "posts of people: missed", post, name))
    for j, (name, post) in enumerate(found_posts):
        if j not in same.values():
            scores.failures.append(Failure(report.file, "posts of people: extra", post, name))


def _score_dates(report: GoldReport, view: _View | None, scores: Scores) -> None:
    found = view.record.dates if view else []
    pairs = match(
        report.dates,
        found,
        lambda a, b: word_f1(a.text, b.text) * (1.0 if edtf_key(a.value) == edtf_key(b.edtf) else 0.5),
        0.25,
    )
    _count(scores, "dates", report, report.dates, found, pairs)
    for i, j in pairs.items():
        gold, row = report.dates[i], found[j]
        said = edtf_key(row.edtf).lstrip("./")
        values = (gold.value, *gold.value_alt)
        right = any(value is None or edtf_key(value).lstrip("./") == said for value in values)
        scores.shares["date value"].add(right)
        if not right:
            scores.failures.append(
                Failure(report.file, "date value", gold.text, f"{row.edtf} for {gold.value}")
            )


def _score_regions(report: GoldReport, view: _View | None, scores: Scores) -> None:
    found = view.record.regions if view else []
    pairs = match(
        report.regions,
        found,
        lambda a, b: max(word_f1(a.text, words) for words in (b.name, *(m.text for m in b.mentions))),
        0.6,
    )
    _count(scores, "regions", report, report.regions, found, pairs)
    for i, j in pairs.items():
        gold = report.regions[i]
        right = found[j].kind in [gold.kind, *gold.kind_alt]
        scores.shares["region kind"].add(right)
        if not right:
            scores.failures.append(
                Failure(report.file, "region kind", gold.text, f"{found[j].kind} for {gold.kind}")
            )


def _directive_similarity(gold: GoldDirective, row: DirectiveRow) -> float:
    return directive_similarity((gold.action, gold.evidence), (row.action.text, row.evidence.text))


def _score_directives(report: GoldReport, view: _View | None, scores: Scores) -> None:
    found = view.record.directives if view else []
    _match_directives(report, view, scores, "directives", report.directives, list(found))
    _match_directives(
        report,
        view,
        scores,
        "directives without announcements",
        [gold for gold in report.directives if gold.modality != "announcement"],
        [row for row in found if row.modality != "announcement"],
    )
    if not report.directives and not report.assignments:
        empty = not found and not (view and view.record.assignments)
        scores.shares["trap report left empty"].add(empty)


def _match_directives(
    report: GoldReport,
    view: _View | None,
    scores: Scores,
    name: str,
    gold: list[GoldDirective],
    found: list[DirectiveRow],
) -> None:
    pairs = match(gold, found, _directive_similarity, 0.5)
    free = _free_texts(report, gold)
    extra = [row for j, row in enumerate(found) if j not in pairs.values() and not _is_free(row, free)]
    hit_groups = {gold[i].group for i in pairs} - {None}
    missed = [
        item
        for i, item in enumerate(gold)
        if i not in pairs and not item.soft and item.group not in hit_groups
    ]
    scores.tallies[name].add(len(pairs), len(extra), len(missed))
    if name != "directives" or view is None:
        return
    scores.failures += [Failure(report.file, "directive: missed", d.action, d.modality) for d in missed]
    scores.failures += [
        Failure(report.file, "directive: extra", d.action.text, f"{d.modality} {' '.join(d.rules)}")
        for d in extra
    ]
    whole = sum(_judge(report, gold[i], found[j], view, scores) for i, j in pairs.items())
    scores.tallies["whole directives"].add(
        whole, len(extra) + len(pairs) - whole, len(missed) + len(pairs) - whole
    )


def _is_free(row: DirectiveRow, free: Sequence[str]) -> bool:
    return any(max(word_f1(text, row.action.text), word_f1(text, row.evidence.text)) >= 0.5 for text in free)


def directive_verdicts(report: GoldReport, record: Record) -> list[DirectiveVerdict]:
    """What gold says of each directive of a record, in the record's order."""
    view, scratch = _View(record), Scores()
    found = list(record.directives)
    pairs = {j: i for i, j in match(report.directives, found, _directive_similarity, 0.5).items()}
    free = _free_texts(report, report.directives)
    verdicts = []
    for j, row in enumerate(found):
        if j in pairs:
            whole = _judge(report, report.directives[pairs[j]], row, view, scratch)
            verdicts.append(DirectiveVerdict.WHOLE if whole else DirectiveVerdict.FOUND)
        else:
            ignored = _is_free(row, [item.text for item in report.ignore])
            kind = DirectiveVerdict.IGNORED if ignored else DirectiveVerdict.FREE
            verdicts.append(kind if _is_free(row, free) else DirectiveVerdict.EXTRA)
    return verdicts


def _free_texts(report: GoldReport, gold: list[GoldDirective]) -> list[str]:
    """What a directive may overlap without being a hit or an invention."""
    counted = {id(item) for item in gold}
    texts = [repeat for item in report.directives for repeat in item.repeats]
    texts += [ignored.text for ignored in report.ignore]
    for item in report.directives:
        if id(item) not in counted:
            texts += [item.action, item.evidence]
        texts += [also if isinstance(also, str) else str(also.get("text", "")) for also in item.also_evidence]
    return texts


def _judge(report: GoldReport, gold: GoldDirective, row: DirectiveRow, view: _View, scores: Scores) -> bool:
    """Judge one found directive's fields; True if who, whom and when are all right."""
    issuers, addressees = view.issuers(row), view.addressees(row)
    when = edtf_keys(item.edtf for item in row.when)
    regions = view.regions(row)
    issuer_ok = "issuer" in gold.doubt_fields or any(
        same_names(reading, issuers)
        or bool(reading and issuers and word_f1(" ".join(reading), " ".join(issuers)) >= 0.67)
        for reading in (gold.issuer, *gold.issuer_alt)
    )
    addressee_ok = "addressee" in gold.doubt_fields or any(
        (not reading and not addressees) or word_f1(" ".join(reading), " ".join(addressees)) >= 0.5
        for reading in (gold.addressee, *gold.addressee_alt)
    )
    when_ok = "when" in gold.doubt_fields or any(
        edtf_keys(reading) == when for reading in _when_readings(gold)
    )
    region_ok = (not gold.regions and not regions) or word_f1(
        " ".join(gold.regions), " ".join(regions)
    ) >= 0.5
    modality_ok = "modality" in gold.doubt_fields or row.modality in [gold.modality, *gold.modality_alt]
    verdicts = {
        "directive issuer": (issuer_ok, f"{issuers} for {gold.issuer}"),
        "directive addressee": (addressee_ok, f"{addressees} for {gold.addressee}"),
        "directive when": (when_ok, f"{sorted(when)} for {gold.when}"),
        "directive regions": (region_ok, f"{regions} for {gold.regions}"),
        "directive modality": (modality_ok, f"{row.modality} for {gold.modality}"),
    }
    if gold.when:
        verdicts["directive when, where there is one"] = verdicts["directive when"]
    for name, (right, detail) in verdicts.items():
        scores.shares[name].add(right)
        if RULE not in row.rules:
            scores.by_rule[name].add(right)
        if not right:
            scores.failures.append(Failure(report.file, name, gold.action, detail))
    return issuer_ok and addressee_ok and when_ok


def _when_readings(gold: GoldDirective) -> list[list[str]]:
    alternatives = gold.when_alt if isinstance(gold.when_alt, list) else [gold.when_alt]
    readings = [gold.when]
    readings += [item if isinstance(item, list) else [item] for item in alternatives if item is not None]
    return readings


def _score_assignments(report: GoldReport, view: _View | None, scores: Scores) -> None:
    found = view.record.assignments if view else []

    def similarity(gold: GoldAssignment, row: AssignmentRow) -> float:
        if view is None or name_key(gold.assignee) != name_key(view.names[row.assignee]):
            return 0.0
        return max(word_f1(role, row.role.text) for role in [gold.role, *gold.role_alt])

    pairs = match(report.assignments, found, similarity, 0.5)
    _count(scores, "assignments", report, report.assignments, found, pairs)
    for i, j in pairs.items():
        gold, row = report.assignments[i], found[j]
        region = view.region_names[row.region] if view and row.region else ""
        by = view.by(row) if view else []
        region_ok = any(
            (not reading and not region) or word_f1(reading, region) >= 0.5
            for reading in [gold.region, *gold.region_alt]
        )
        by_ok = any(
            same_names(reading, by) or word_f1(" ".join(reading), " ".join(by)) >= 0.67
            for reading in (gold.by, *gold.by_alt)
        )
        change_ok = row.change in (gold.change or "appointed", *gold.change_alt)
        for name, right, detail in (
            ("assignment region", region_ok, f"{region} for {gold.region}"),
            ("assignment by", by_ok, f"{by} for {gold.by}"),
            ("assignment change", change_ok, f"{row.change} for {gold.change}"),
        ):
            scores.shares[name].add(right)
            if not right:
                scores.failures.append(Failure(report.file, name, gold.assignee, detail))
