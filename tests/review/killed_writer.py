"""A program that reviews as fast as it can until it is killed: `… FILE EXCLUSIVE VERSIONS`.

It opens and closes the file again and again, so that a kill may meet it while it opens,
migrates, writes or moves what was written ahead; each step's id is printed once it is kept.
"""

import sys
from itertools import count
from pathlib import Path

from ecgviewer.review import schema
from ecgviewer.review.store import Access, ReviewStore
from tests.review.made_reviews import RECORD, a_step

_STEPS_AN_OPENING = 40


def add_versions(wanted: int) -> None:
    """Have so many versions of the tables, each with a change that takes a while."""
    known = len(schema.MIGRATIONS)
    later = tuple(
        f"CREATE TABLE more_{number} AS SELECT * FROM changes;"
        f"CREATE INDEX more_{number}_by_topic ON more_{number} (topic);"
        for number in range(known, wanted)
    )
    schema.MIGRATIONS = (*schema.MIGRATIONS, *later)  # type: ignore[misc]


def tell(line: str) -> None:
    """Write a line that outlives this program."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(path: Path, access: Access) -> None:
    """Open, say something, close, and again."""
    for number in count():
        store = ReviewStore(path, access, reader="Ann")
        # Now and then what was written ahead is moved in the middle of it.
        store._file.execute(f"PRAGMA wal_autocheckpoint = {(1, 30, 1000)[number % 3]}")
        for _ in range(_STEPS_AN_OPENING):
            step = a_step()
            store.keep_all([step], [RECORD])
            tell(step.step_id)
        store.close()


if __name__ == "__main__":
    tell("ready")
    add_versions(int(sys.argv[3]))
    main(Path(sys.argv[1]), Access[sys.argv[2]])
