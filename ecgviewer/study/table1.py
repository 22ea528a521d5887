"""Table 1 of the published system: how many of each class, of which sex and age."""

import csv
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ecgviewer.core.paths import resources_folder
from ecgviewer.study.dataset import Case
from ecgviewer.study.labels import LABELS
from ecgviewer.study.layout_ptb_xl import N_RECORDS, OVER_89_YEARS, PUBLISHED_OVER_89


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One class of a data set.

    count: records in which it is positive, of those ``judged``. male: of the ``of_known_sex``
    positives whose sex is told. age_mean, age_sd: in years, over the positives whose age is
    told; NaN where there is none.
    """

    label: str
    count: int
    judged: int
    male: int
    of_known_sex: int
    age_mean: float
    age_sd: float

    @property
    def percent(self) -> float:
        """Share of the judged records, in percent."""
        return 100 * self.count / self.judged if self.judged else math.nan

    @property
    def male_percent(self) -> float:
        """Share of men, in percent."""
        return 100 * self.male / self.of_known_sex if self.of_known_sex else math.nan


def table1(cases: Sequence[Case]) -> list[ClassRow]:
    """Return a row for each of the nine classes; whoever is over 89 counts as 90."""
    return [_row(label, place, cases) for place, label in enumerate(LABELS)]


def _row(label: str, place: int, cases: Sequence[Case]) -> ClassRow:
    positive = [case for case in cases if case.cells[place] == 1.0]
    mean, spread = _mean_and_sd(case.age_years for case in positive)
    return ClassRow(
        label=label,
        count=len(positive),
        judged=sum(not math.isnan(case.cells[place]) for case in cases),
        male=sum(case.sex == "M" for case in positive),
        of_known_sex=sum(case.sex is not None for case in positive),
        age_mean=mean,
        age_sd=spread,
    )


def _mean_and_sd(ages_years: Iterable[float | None]) -> tuple[float, float]:
    told = np.array([age for age in ages_years if age is not None])
    spread = float(told.std(ddof=1)) if told.size > 1 else math.nan
    return float(told.mean()) if told.size else math.nan, spread


@dataclass(frozen=True, slots=True)
class Beside:
    """One class of PTB-XL here and in the paper's Table 1: counts, men, age."""

    label: str
    count: int
    paper_count: int
    male: int
    paper_male: int
    age_mean: float
    paper_age_mean: float
    age_sd: float
    paper_age_sd: float


def beside_the_paper(cases: Sequence[Case]) -> list[Beside]:
    """Return PTB-XL's Table 1 under the paper's mapping, beside the paper's own.

    The ages are counted as the paper counted them: 300 years for anybody over 89, which
    explains its standard deviations of 40 years.
    """
    published = {row["class"]: row for row in _published()}
    found = []
    for row in table1(cases):
        paper = published[row.label]
        place = LABELS.index(row.label)
        ages = (case.age_years for case in cases if case.cells[place] == 1.0)
        mean, spread = _mean_and_sd(map(_as_published, ages))
        found.append(
            Beside(
                label=row.label,
                count=row.count,
                paper_count=int(paper["count"]),
                male=row.male,
                paper_male=int(paper["male"]),
                age_mean=mean,
                paper_age_mean=float(paper["age_mean"]),
                age_sd=spread,
                paper_age_sd=float(paper["age_sd"]),
            )
        )
    return found


def _as_published(age_years: float | None) -> float | None:
    return PUBLISHED_OVER_89 if age_years == OVER_89_YEARS else age_years


def verdict(rows: Sequence[Beside], n_records: int) -> str:
    """Say in a sentence whether the paper's counts are met."""
    if n_records < N_RECORDS:
        return (
            f"{n_records:,} of {N_RECORDS:,} records here, so the counts cannot be compared "
            "with the paper's."
        )
    other = [row for row in rows if row.count != row.paper_count]
    if not other:
        return "The paper's counts are met, all nine to the record."
    said = ", ".join(f"{x.label} {x.count:,} instead of {x.paper_count:,}" for x in other)
    return f"{len(rows) - len(other)} of the paper's nine counts are met to the record; {said}."


def _published() -> list[dict[str, str]]:
    with (resources_folder() / "paper_table1.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
