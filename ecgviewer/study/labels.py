"""The nine classes of system A: what every data set's statements say about each.

A cell is positive, negative or not judged; cells that are not judged leave the loss and
every metric. The whole mapping is one table, resources/labels.csv, a row for each class:

- mapping: "clinical" (the default), "paper" (how the published system read PTB-XL), "both"
- statements: the vocabulary; SCP-ECG statements of PTB-XL, SNOMED CT codes of the
  PhysioNet challenges (behind their abbreviation), sentences of LUDB, CPSC 2018's reference
- positive, not_judged, negative: a record with one of these is so, asked in this order;
  with none of them it is as ``otherwise`` says
- "any other class" among the negatives: those are then asked first
- beside: what may stand beside a positive statement; with anything else it is not judged
- likelihood: which of PTB-XL's statements count
"""

import csv
import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from ecgviewer.core.paths import resources_folder

LABELS = ("SNR", "AF", "IAVB", "LBBB", "RBBB", "PAC", "PVC", "STD", "STE")
MAPPINGS = ("clinical", "paper")
NOT_JUDGED = math.nan

SCP, SNOMED, LUDB, CPSC_2018 = "scp", "snomed", "ludb", "cpsc2018"

Cells = dict[str, float]
# What a record says, by statement: its likelihood in percent, 100 where none is given.
Statements = Mapping[str, float]

_ANY_OTHER_CLASS = "any other class"
_OTHERWISE = {"negative": 0.0, "not judged": NOT_JUDGED}
_ANYTHING, _NOTHING, _ABOVE_0 = "anything", "nothing", "above 0"
_SET_ASIDE = ("(dropped)", "(unknown)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One class's row of the table.

    yields: negative wherever another class is positive, and ``negative`` before
    ``positive``. beside: None where anything may stand beside a positive statement.
    """

    positive: frozenset[str]
    not_judged: frozenset[str]
    negative: frozenset[str]
    otherwise: float
    yields: bool = False
    beside: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The rules of one vocabulary under one mapping.

    set_aside: statements that the paper drops or that nobody could place, and how the
    table calls them. likely_only: statements of likelihood 0 do not count. needs_class:
    a record none of whose statements makes a class positive is unlabelled, as the paper
    had no negative records.
    """

    rules: Mapping[str, Rule]
    set_aside: Mapping[str, str]
    likely_only: bool
    needs_class: bool

    @property
    def asked(self) -> frozenset[str]:
        """Every statement that some class's rule mentions."""
        rules = self.rules.values()
        beside = (rule.beside or frozenset() for rule in rules)
        return frozenset().union(
            *(rule.positive | rule.not_judged | rule.negative for rule in rules), *beside
        )


def judge(statements: Statements | Collection[str], vocabulary: Vocabulary) -> Cells:
    """Return 1, 0 or NaN for each of the nine classes from one record's statements.

    statements: with their likelihoods, or plainly where there are none.
    """
    said = counting(statements, vocabulary)
    cells = {x: _cell(said, rule) for x, rule in vocabulary.rules.items() if not rule.yields}
    found = 1.0 in cells.values()
    for label, rule in vocabulary.rules.items():
        if rule.yields:
            cells[label] = 0.0 if found or said & rule.negative else _cell(said, rule)
    if not said or (vocabulary.needs_class and 1.0 not in cells.values()):
        return dict.fromkeys(LABELS, NOT_JUDGED)
    return {label: cells[label] for label in LABELS}


def counting(statements: Statements | Collection[str], vocabulary: Vocabulary) -> frozenset[str]:
    """Return the statements that count: under the paper's mapping only likely ones."""
    if isinstance(statements, Mapping) and vocabulary.likely_only:
        return frozenset(said for said, likelihood in statements.items() if likelihood > 0)
    return frozenset(statements)


def _cell(said: frozenset[str], rule: Rule) -> float:
    if matching := said & rule.positive:
        fits = rule.beside is None or said - matching <= rule.beside
        return 1.0 if fits else NOT_JUDGED
    if said & rule.not_judged:
        return NOT_JUDGED
    return 0.0 if said & rule.negative else rule.otherwise


@cache
def vocabulary(mapping: str, statements: str) -> Vocabulary:
    """Return the rules of a mapping ("clinical", "paper") for one kind of statements."""
    rows = [row for row in _table() if row["statements"] == statements]
    rows = [row for row in rows if row["mapping"] in (mapping, "both")]
    if mapping not in MAPPINGS or not rows:
        raise ValueError(f"no mapping {mapping!r} of {statements!r}")
    own = rows[0]["mapping"] == mapping
    return Vocabulary(
        rules={row["class"]: _rule(row) for row in rows if row["class"] not in _SET_ASIDE},
        set_aside={
            said: row["class"].strip("()")
            for row in rows
            if row["class"] in _SET_ASIDE
            for said in _statements(row["positive"])
        },
        likely_only=rows[0]["likelihood"] == _ABOVE_0,
        needs_class=own and mapping == "paper",
    )


@cache
def _table() -> tuple[dict[str, str], ...]:
    with (resources_folder() / "labels.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _rule(row: dict[str, str]) -> Rule:
    negative = _statements(row["negative"])
    beside = {_ANYTHING: None, _NOTHING: frozenset[str]()}
    return Rule(
        positive=_statements(row["positive"]),
        not_judged=_statements(row["not_judged"]),
        negative=negative - {_ANY_OTHER_CLASS},
        otherwise=_OTHERWISE[row["otherwise"]],
        yields=_ANY_OTHER_CLASS in negative,
        beside=beside.get(row["beside"], _statements(row["beside"])),
    )


def _statements(text: str) -> frozenset[str]:
    """Split a field at its semicolons; of "RBBB 59118001" the code counts."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    return frozenset(re.sub(r"^\S+ (?=\d+$)", "", part) for part in parts)


def ludb_statement(sentence: str) -> str:
    """Shorten a sentence of LUDB: "STEMI: septal." -> "stemi", its place left out."""
    text = sentence.strip().rstrip(".").removeprefix("Rhythm:")
    return re.split(r"[:,]", text)[0].strip().lower()
