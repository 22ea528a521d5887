"""Where one person's reviews of all records stand, without their whole histories."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from ecgviewer.core.review import Role, Stated, Topic

# In the order of the changes, which needs no sorting: each step is found by its number.
_SAID = """
SELECT record_id, topic, about, value, at_utc FROM changes CROSS JOIN steps USING (step)
WHERE reader_id = (SELECT reader_id FROM readers WHERE name = ?) AND role = ?
ORDER BY changes.step, place
"""
_PRESENT, _ABSENT = json.dumps(Stated.PRESENT), json.dumps(Stated.ABSENT)
# An empty note says nothing, whereas an empty list of reasons is an answer.
_SAYS_NOTHING = (None, json.dumps(""))

# When what was said of a topic and a thing, as JSON; what came last.
_Standing = dict[tuple[str, str], tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Summary:
    """How far one person's review of one record has come; the words are those of Review."""

    record_id: str
    done: bool = False
    flagged: bool = False
    begun: bool = False
    present: tuple[str, ...] = ()
    committed: bool = False
    absent: tuple[str, ...] = ()


def summaries(file: sqlite3.Connection, reader: str, role: Role) -> tuple[Summary, ...]:
    """Return one summary for each record of which the reader has ever said something."""
    standing: dict[str, _Standing] = {}
    for record_id, topic, about, value, at_utc in file.execute(_SAID, (reader, role)):
        said = standing.setdefault(record_id, {})
        key = (topic, about)
        # Of files that were merged, what was said earlier may stand later.
        if key not in said or said[key][0] <= at_utc:
            said.pop(key, None)
            said[key] = (at_utc, value)
    return tuple(_summary(record_id, said) for record_id, said in standing.items())


def _summary(record_id: str, said: Mapping[tuple[str, str], tuple[str, str | None]]) -> Summary:
    topics = {topic for (topic, _), (_, value) in said.items() if value not in _SAYS_NOTHING}
    return Summary(
        record_id,
        done=Topic.DONE in topics,
        flagged=Topic.FLAG in topics,
        begun=bool(topics),
        present=_stated(said, _PRESENT),
        committed=Topic.COMMITTED in topics,
        absent=_stated(said, _ABSENT),
    )


def _stated(said: Mapping[tuple[str, str], tuple[str, str | None]], wanted: str) -> tuple[str, ...]:
    """Return the classes of which one thing is stated, in the order of their time."""
    named = [
        (at_utc, about)
        for (topic, about), (at_utc, value) in said.items()
        if topic == Topic.CLASS and value == wanted
    ]
    # Those of one moment stay as they were said.
    return tuple(about for _, about in sorted(named, key=lambda one: one[0]))
