"""A census of a data set as a person reads it."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import fill

from ecgviewer.io.header_facts import diagnosis
from ecgviewer.study.census import UNUSABLE, Census
from ecgviewer.study.dataset import Case
from ecgviewer.study.labels import LUDB, SNOMED
from ecgviewer.study.layout_ptb_xl import N_RECORDS
from ecgviewer.study.table1 import Beside, ClassRow, beside_the_paper, table1, verdict

# More of a kind are counted, not named; --json names them all.
_NAMED = 5
_NAMED_STATEMENTS = 12
_NOTHING = "–"
_WIDTH = 100
# The paper mapped PTB-XL alone.
_PAPER_READS = {
    SNOMED: "The paper says nothing of SNOMED CT: the nine classes' own codes count, as in the "
    "code that it builds on, and every class is judged.",
    LUDB: "The paper says nothing of LUDB, which is read by the clinical rule.",
}


def in_words(census: Census, copies: Sequence[tuple[Case, Case]]) -> str:
    """Return Table 1 and everything that is left out, with a blank line after it."""
    notes = (_wrapped(note) for note in _notes(census, copies))
    return "\n".join([_heading(census), *_table1(census), *_paper(census), *notes, ""])


def _wrapped(note: str) -> str:
    return fill(note, _WIDTH, initial_indent="  ", subsequent_indent="    ")


def _heading(census: Census) -> str:
    n_people = len({case.patient for case in census.cases})
    of_people = f" of {n_people:,} patients" if n_people != len(census.cases) else ""
    return (
        f"{census.data_set.name}: {census.layout}, mapping {census.mapping}, "
        f"{len(census.cases):,} labelled of {census.n_records:,} records{of_people}"
    )


def _table1(census: Census) -> Iterator[str]:
    if not census.cases:
        yield "  None of its records is labelled, so there is nothing to count or to learn from."
        return
    yield "  class   count  judged       %  male %  age mean (SD)"
    for row in table1(census.cases):
        yield (
            f"  {row.label:<6}{row.count:>7,}{row.judged:>8,}{_number(row.percent):>8}"
            f"{_number(row.male_percent):>8}  {_age(row)}"
        )


def _age(row: ClassRow) -> str:
    if math.isnan(row.age_mean):
        return _NOTHING
    return f"{row.age_mean:.1f} ({_number(row.age_sd)})"


def _number(value: float) -> str:
    return _NOTHING if math.isnan(value) else f"{value:.1f}"


def _notes(census: Census, copies: Sequence[tuple[Case, Case]]) -> Iterator[str]:
    if census.mapping == "paper":
        yield from (_PAPER_READS[x] for x in sorted(census.vocabularies & _PAPER_READS.keys()))
    yield from _left_out(census)
    said = census.said
    for kind, counts in said.set_aside.items():
        words = {"dropped": "The paper drops", "unknown": "Nobody knows where the paper put"}
        yield f"{words.get(kind, kind)}: {_statements(counts)}"
    if said.unlikely:
        yield f"Of likelihood 0, which the paper does not count: {_statements(said.unlikely)}"
    if said.unasked:
        yield f"No class asks for: {_statements(said.unasked)}"
    for first, second in copies[:_NAMED]:
        names = (f"{case.source}/{case.name}" for case in (first, second))
        yield f"One recording under two names: {' and '.join(names)}"
    if len(copies) > _NAMED:
        yield f"… and {len(copies) - _NAMED:,} more recordings under two names"
    if not census.signals_read:
        yield "Headers only: copies and unreadable signals were not looked for."


def _left_out(census: Census) -> Iterator[str]:
    reasons = Counter(gone.reason for gone in census.left_out)
    for reason, count in reasons.most_common():
        these = [gone for gone in census.left_out if gone.reason == reason]
        if reason != UNUSABLE:
            named, mark = [gone.name for gone in these[:_NAMED]], ", "
        else:
            named, mark = [gone.sentence for gone in these[:_NAMED]], " "
        more = f"{mark}… and {count - _NAMED:,} more" if count > _NAMED else ""
        yield f"Left out: {count:,} {reason}: {mark.join(named)}{more}"


def _statements(counts: Counter[str]) -> str:
    shown = [f"{_words(said)} {n:,}" for said, n in counts.most_common(_NAMED_STATEMENTS)]
    more = len(counts) - _NAMED_STATEMENTS
    return ", ".join(shown) + (f" and {more} others" if more > 0 else "")


def _words(statement: str) -> str:
    """Return a SNOMED CT code's words with it; other statements are words already."""
    return f"{diagnosis(statement).text} ({statement})" if statement.isdecimal() else statement


def _paper(census: Census) -> Iterator[str]:
    if not census.is_papers_ptb_xl:
        return
    rows = beside_the_paper(census.cases)
    yield _wrapped(verdict(rows, census.n_here))
    if census.n_here >= N_RECORDS:
        yield "  here (paper)  count            male             age mean         SD"
        yield from (_beside(row) for row in rows)
        yield "  Ages as the paper counted them: 300 years for anybody over 89."


def _beside(row: Beside) -> str:
    pairs = (
        (f"{row.count:,}", f"{row.paper_count:,}"),
        (f"{row.male:,}", f"{row.paper_male:,}"),
        (f"{row.age_mean:.2f}", f"{row.paper_age_mean:.2f}"),
        (f"{row.age_sd:.2f}", f"{row.paper_age_sd:.2f}"),
    )
    return f"  {row.label:<14}" + "".join(f"{f'{a} ({b})':<17}" for a, b in pairs).rstrip()
