"""The folder of an archive's answers: puts whole parts in their places and notes them.

One process alone does so, whoever makes the parts. Whatever a killed run left half done is
removed or ended when the folder is opened again.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from ecgviewer.core.errors import EcgError
from ecgviewer.review.listing_store import stamp_of
from ecgviewer.review.sentences import in_words
from ecgviewer.study import archive_parts as parts
from ecgviewer.study.archive_ledger import LEDGER, Entry, Ledger, failures
from ecgviewer.study.archive_order import ChunkDone, Order

FAILED: Final = "failed.jsonl"
_HINT_OPTIONS: Final = "--fs-hz, --leads, --gain or option of tables"


class Output:
    """The folder of the answers, and its ledger.

    Raises EcgError where the folder holds other things, or the answers of another model.
    """

    def __init__(self, order: Order) -> None:
        self._order, self.folder = order, order.out
        _make_folder(self.folder)
        self.ledger = Ledger(self.folder)
        try:
            self._refuse_other_settings()
            self._refuse_other_weights()
            self._tidy()
        except BaseException:
            self.ledger.close()
            raise

    def close(self) -> None:
        """Let go of the folder."""
        self.ledger.close()

    def entry(self, path: str) -> Entry | None:
        """Return what is known of a record whose files are those that were read, else None."""
        entry = self.ledger.entry(path)
        if entry is None or entry.stamp != stamp_of(Path(path), entry.files):
            return None
        return entry

    def publish(self, done: ChunkDone) -> None:
        """Put a part in its place and note its records; raises EcgError where models changed."""
        known = self.ledger.models()
        for name, weights in done.models.items():
            if known.get(name, weights) != weights:
                raise EcgError(_other_weights(name, self.folder))
        if done.n_answers:
            for path in self._places(done.chunk.number):
                parts.publish(parts.unfinished_path(path, self._order.token), path)
        self.ledger.keep(done)
        failed = [(record.path, record.error) for record in done.records if record.error]
        if failed:
            path = self.folder / FAILED
            with in_words(path), path.open("a", encoding="utf-8") as file:
                file.writelines(json.dumps(failure) + "\n" for failure in failures(failed))

    def complete(self) -> None:
        """End a run: no record is told of twice, and failures are those that still stand."""
        for part in self.ledger.superseded_parts():
            self._rewrite(part)
        path = self.folder / FAILED
        unfinished = parts.unfinished_path(path, self._order.token)
        if parts.write_lines(unfinished, failures(self.ledger.failed())):
            parts.publish(unfinished, path)
        else:
            parts.remove(unfinished)
            parts.remove(path)
        self._remove_unfinished()

    # Parts

    def _remove_unfinished(self) -> None:
        for path in parts.unfinished_files(self.folder):
            # A process of a killed run may still have it open, and writes it in vain.
            with suppress(EcgError):
                parts.remove(path)

    def _places(self, part: int) -> tuple[Path, ...]:
        endings = (parts.LINES, parts.PARQUET) if self._order.parquet else (parts.LINES,)
        return tuple(parts.part_path(self.folder, part, ending) for ending in endings)

    def _rewrite(self, part: int) -> None:
        """Leave those answers of a part alone that are the newest of their records."""
        lines = parts.part_path(self.folder, part)
        parquet = parts.part_path(self.folder, part, parts.PARQUET)
        unfinished = parts.unfinished_path(lines, self._order.token)
        n_left = parts.write_lines(
            unfinished,
            (answer for answer in parts.read_lines(lines) if self._is_newest(answer, part)),
        )
        if n_left == 0:
            for path in (unfinished, lines, parquet):
                parts.remove(path)
            self.ledger.forget(part)
        else:
            if parquet.exists():
                self._make_parquet(unfinished, parquet)
            parts.publish(unfinished, lines)
            self.ledger.keep_rewritten(part)

    def _is_newest(self, answer: Mapping[str, Any], part: int) -> bool:
        entry = self.ledger.entry(answer["record"])
        return entry is not None and entry.part == part

    def _make_parquet(self, lines: Path, place: Path) -> None:
        unfinished = parts.unfinished_path(place, self._order.token)
        parts.make_parquet(lines, unfinished)
        parts.publish(unfinished, place)

    def _tidy(self) -> None:
        """Remove what a killed run left, end what it had begun, and add Parquet if it is new."""
        for path in parts.part_files(self.folder):
            if not self.ledger.has_part(parts.part_number(path)):
                parts.remove(path)
        for part in self.ledger.parts():
            lines = parts.part_path(self.folder, part)
            parquet = parts.part_path(self.folder, part, parts.PARQUET)
            if not lines.exists():
                self.ledger.forget(part)
                parts.remove(parquet)
            elif self._order.parquet and not parquet.exists():
                self._make_parquet(lines, parquet)
        self.complete()

    # Settings

    def _refuse_other_settings(self) -> None:
        hints = self._order.hints
        # As JSON has it, in which it is kept.
        told = hints and json.loads(json.dumps(asdict(hints)))
        asked = {"model": self._order.model, "hints": told}
        kept = self.ledger.settings()
        for name, words in (("model", "--model"), ("hints", _HINT_OPTIONS)):
            if name in kept and kept[name] != asked[name]:
                raise EcgError(
                    f"{self.folder} holds answers that were asked for with another {words}; "
                    "choose another folder, or ask as before."
                )
        self.ledger.keep_settings(asked)

    def _refuse_other_weights(self) -> None:
        from ecgviewer.inference.library import read_card

        for name, weights in self.ledger.models().items():
            if read_card(self._order.model or name).weights_sha256 != weights:
                raise EcgError(_other_weights(name, self.folder))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with os.scandir(folder) as entries:
            names = {entry.name for entry in entries}
    except OSError as error:
        reason = error.strerror or error
        raise EcgError(f"{folder} cannot be used as a folder for answers: {reason}.") from error
    if names and LEDGER not in names:
        raise EcgError(
            f"{folder} holds other files and no answers of an archive; choose a new folder."
        )


def _other_weights(name: str, folder: Path) -> str:
    return (
        f"{folder} holds answers of the model {name} with other weights than it has now; "
        "choose another folder."
    )
