"""Steps that a review file would not take, in small files in the reader's own folder.

They are taken in when that review file is opened the next time; the id of each step sees to
it that none is kept twice.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import Change, ModelRef, Role, Step, Topic
from ecgviewer.review.known import KnownRecord
from ecgviewer.review.store import ReviewStore

FORMAT_VERSION = 1


class Unsaved:
    """What one window could not keep, in files of its own.

    folder: the reader's own, on a disk that works when the review file's does not.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._token = uuid4().hex

    def write(
        self, review_path: Path, records: Sequence[KnownRecord], steps: Sequence[Step]
    ) -> None:
        """Write down steps that are still to be kept, in place of those before.

        Raises EcgError where that fails.
        """
        path = self._own(review_path)
        fresh = path.with_suffix(".part")
        content = {
            "format_version": FORMAT_VERSION,
            "review_file": str(review_path.absolute()),
            "records": [asdict(known) | {"path": str(known.path)} for known in records],
            "steps": [_written(step) for step in steps],
        }
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with fresh.open("w", encoding="utf-8") as file:
                json.dump(content, file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
        except OSError as error:
            told = f"What is not saved cannot be put aside either: {self._folder} cannot be written"
            raise EcgError(f"{told}. Check the folder's permissions and the disk.") from error

    def put_aside(
        self, review_path: Path, records: Sequence[KnownRecord], steps: Sequence[Step]
    ) -> None:
        """Write down steps that this window no longer holds; raises EcgError.

        They stay until a review file has taken them in, whatever is written or forgotten next.
        """
        self.write(review_path, records, steps)
        self._token = uuid4().hex

    def forget(self, review_path: Path) -> None:
        """Drop what was written down last: it is kept now."""
        _remove(self._own(review_path))

    def take_in(self, store: ReviewStore) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Keep all that was put aside for an open review file.

        Returns sentences about what was kept, and about what cannot be read and stays.
        """
        n_steps, unreadable = 0, []
        for path in sorted(self._folder.glob(f"{_key(store.path)}-*.json")):
            try:
                records, steps = _parsed(path.read_bytes())
            except (ValueError, TypeError, KeyError, OSError):
                told = f"Steps that were put aside cannot be read; they stay in {path}."
                unreadable.append(told)
                continue
            known = {step.step_id for step in store.steps()}
            store.keep_all(steps, records)
            n_steps += sum(step.step_id not in known for step in steps)
            _remove(path)
        which = "1 step" if n_steps == 1 else f"{n_steps} steps"
        told = f"{which} that could not be saved earlier: now in {store.path.name}."
        return (told,) if n_steps else (), tuple(unreadable)

    def _own(self, review_path: Path) -> Path:
        return self._folder / f"{_key(review_path)}-{self._token}.json"


def _remove(path: Path) -> None:
    # What cannot be removed is passed over when it is read again: its steps are known.
    with contextlib.suppress(OSError):
        path.unlink()


def _key(review_path: Path) -> str:
    return hashlib.sha256(str(review_path.absolute()).encode()).hexdigest()[:16]


def _written(step: Step) -> dict[str, Any]:
    return {
        "step_id": step.step_id,
        "record_id": step.record_id,
        "reader": step.reader,
        "role": step.role,
        "at_utc": step.at_utc.isoformat(),
        "model": asdict(step.model) if step.model is not None else None,
        "hidden": step.hidden,
        "undoes": step.undoes,
        "changes": [[change.topic, change.about, change.value] for change in step.changes],
    }


def _parsed(content: bytes) -> tuple[list[KnownRecord], list[Step]]:
    held: Any = json.loads(content)
    if held["format_version"] != FORMAT_VERSION:
        raise ValueError(f"version {held['format_version']}")
    return [_record(**known) for known in held["records"]], [_step(**s) for s in held["steps"]]


def _record(path: str, leads: Iterable[str], **facts: Any) -> KnownRecord:
    return KnownRecord(path=Path(path), leads=tuple(leads), **facts)


def _step(
    at_utc: str,
    role: str,
    model: dict[str, str] | None,
    changes: Iterable[Sequence[Any]],
    **facts: Any,
) -> Step:
    return Step(
        at_utc=datetime.fromisoformat(at_utc),
        role=Role(role),
        model=ModelRef(**model) if model is not None else None,
        changes=tuple(Change(Topic(topic), about, value) for topic, about, value in changes),
        **facts,
    )
