"""What a person adds about a file that says too little of itself."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecgviewer.core.errors import EcgError


@dataclass(frozen=True, slots=True)
class ImportHints:
    """Facts for a file without a header; None where nothing is known.

    fs_hz: samples a second. leads: names in the file's order. gain: file units per mV
    (1 where the file holds mV, 1000 where it holds µV). part: which recording of a file that
    holds several, from 1. For tables of text: columns: those that are leads, by name or by
    number from 1; time_column: the one that holds times, "" where none does; skip_lines:
    lines above the table; decimal_comma: whether 1,5 is one and a half.
    """

    fs_hz: float | None = None
    leads: tuple[str, ...] | None = None
    gain: float | None = None
    part: int | None = None
    columns: tuple[str, ...] | None = None
    time_column: str | None = None
    skip_lines: int | None = None
    decimal_comma: bool | None = None


NO_RATE: Final = (
    "no sampling rate: give it with --fs-hz (and --leads, --gain) or in the import dialog"
)


class NeedsHints(EcgError):
    """Readable numbers whose sampling rate (or unit) is written nowhere.

    path: the file. n_leads, n_samples: its shape. suggested: what similar files hold,
    to be confirmed by a person; None in it where there is no good guess. missing: what is,
    and how to give it. lines: the first lines of a table of text. untimed: its column whose
    times give no rate, "" where none was tried. kind: files of the same kind are read with the
    same answers.
    """

    def __init__(
        self,
        path: Path,
        n_leads: int,
        n_samples: int,
        suggested: ImportHints,
        *,
        missing: str = NO_RATE,
        lines: tuple[str, ...] = (),
        untimed: str = "",
        kind: str = "",
    ) -> None:
        leads = "1 lead" if n_leads == 1 else f"{n_leads} leads"
        super().__init__(f"{path.name} holds {leads} of {n_samples} samples but {missing}.")
        self.path = path
        self.n_leads = n_leads
        self.n_samples = n_samples
        self.suggested = suggested
        self.lines = lines
        self.untimed = untimed
        self.kind = kind or f"{path.parent}|{n_leads}"
