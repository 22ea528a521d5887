"""What a person adds about a file that says too little of itself."""

from dataclasses import dataclass
from pathlib import Path

from ecgviewer.core.errors import EcgError


@dataclass(frozen=True, slots=True)
class ImportHints:
    """Facts for a file without a header; None where nothing is known.

    fs_hz: samples a second. leads: names in the file's order. gain: file units per mV
    (1 where the file holds mV, 1000 where it holds µV). part: which recording of a file that
    holds several, from 1.
    """

    fs_hz: float | None = None
    leads: tuple[str, ...] | None = None
    gain: float | None = None
    part: int | None = None


class NeedsHints(EcgError):
    """A readable array whose sampling rate (and perhaps more) is written nowhere.

    path: the file. n_leads, n_samples: its shape. suggested: what similar files hold,
    to be confirmed by a person; None in it where there is no good guess.
    """

    def __init__(self, path: Path, n_leads: int, n_samples: int, suggested: ImportHints) -> None:
        leads = "1 lead" if n_leads == 1 else f"{n_leads} leads"
        super().__init__(
            f"{path.name} holds {leads} of {n_samples} samples but no sampling rate: "
            "give it with --fs-hz (and --leads, --gain) or in the import dialog."
        )
        self.path = path
        self.n_leads = n_leads
        self.n_samples = n_samples
        self.suggested = suggested
