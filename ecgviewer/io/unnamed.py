"""Free text of a file, without the persons that the file names elsewhere."""

import re
from collections.abc import Iterable, Sequence

from ecgviewer.io.header_facts import read_facts
from ecgviewer.io.personal_facts import nameless

NAME_MARK = "[name]"
# What is masked word by word; other personal facts (a hospital's name, a number) as a whole.
_PERSONS = re.compile(r"name|physician|technician|operator", re.IGNORECASE)
_SHORTEST = 3


def without_names(lines: Iterable[str], personal: Sequence[tuple[str, str]]) -> list[str]:
    """Return lines in which the words of ``personal`` are masked.

    Lines that speak of a person by themselves ("Dr. Miller", "born 1950"), and those of
    which nothing is left, are left out.
    """
    # Whoever signed need not be named elsewhere: nothing but the whole line can go.
    free = (line for line in nameless(lines, ()) if not _is_personal(line))
    masked = (_masked(line, personal) for line in free)
    return [line for line in masked if _tells(line)]


def _masked(line: str, personal: Sequence[tuple[str, str]]) -> str:
    wholes = [text for _, text in personal if len(text) >= _SHORTEST]
    words = [
        word
        for what, text in personal
        if _PERSONS.search(what)
        for word in re.findall(r"\w+", text)
        if len(word) >= _SHORTEST
    ]
    hidden = sorted({*wholes, *words}, key=len, reverse=True)
    if not hidden:
        return line
    pattern = "|".join(re.escape(word) for word in hidden)
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", NAME_MARK, line, flags=re.IGNORECASE)


def _tells(line: str) -> bool:
    return bool(re.search(r"\w", line.replace(NAME_MARK, "")))


def _is_personal(line: str) -> bool:
    facts = read_facts([line])
    return not (facts.comments or facts.diagnoses)
