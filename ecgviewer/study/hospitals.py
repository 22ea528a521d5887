"""Which data sets come from one hospital: what is left out of a training goes together.

A name is all that a data set says of where it comes from, and whoever trains may choose it
(``--data NAME=FOLDER``). So sets are one hospital where their names are the same up to the
first hyphen or underscore (cpsc2018, cpsc2018-challenge, cpsc2018-extra), and besides where
they were found to share recordings or patients, whatever they are called.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from ecgviewer.core.errors import EcgError
from ecgviewer.study.cache import Cache

_FIRST_PART = re.compile(r"[^-_]+")


def hospitals_of(cache: Cache) -> list[str]:
    """Return the hospital of each case of a cache, by name.

    A hospital of one data set goes by the set's name, one of several by what their names
    share. Raises EcgError where there is but one.
    """
    hospital_of = _hospital_by_source(cache)
    found = sorted(set(hospital_of.values()))
    if len(found) < 2:
        raise EcgError(
            f"All of the data sets ({', '.join(hospital_of)}) count as one hospital, so none can "
            "be left out: add another, or give them names (NAME=FOLDER) that differ before "
            "their first hyphen."
        )
    return [hospital_of[case.source] for case in cache.cases]


def _hospital_by_source(cache: Cache) -> dict[str, str]:
    sources = list(dict.fromkeys(case.source for case in cache.cases))
    group_of = {source: _first_part(source) for source in sources}
    for one, other in _linked(cache):
        if one in group_of and other in group_of:
            kept, gone = group_of[one], group_of[other]
            group_of = {name: kept if g == gone else g for name, g in group_of.items()}
    members: dict[str, list[str]] = defaultdict(list)
    for source, group in group_of.items():
        members[group].append(source)
    names = {group: _name(members[group]) for group in members}
    return {source: names[group] for source, group in group_of.items()}


def _first_part(source: str) -> str:
    found = _FIRST_PART.search(source)
    return found.group().casefold() if found else source


def _linked(cache: Cache) -> Iterator[tuple[str, str]]:
    """Yield pairs of sources that hold a recording or a patient in common."""
    for skipped in cache.skipped:
        if skipped.same_as is not None:
            yield skipped.same_as.source, skipped.case.source
    first: dict[str, str] = {}
    for case in cache.cases:
        yield first.setdefault(case.patient, case.source), case.source


def _name(sources: list[str]) -> str:
    if len(sources) == 1:
        return sources[0]
    return "+".join(dict.fromkeys(map(_first_part, sources)))
