"""What the window shows: one frozen value, replaced as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.beat_looks import BeatLooks
from ecgviewer.core.bookmark import Bookmark
from ecgviewer.core.card import ModelCard
from ecgviewer.core.erased import Erased
from ecgviewer.core.finding import Analysis
from ecgviewer.core.heat import Heat
from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.map_trial import MapTrial
from ecgviewer.core.median_beat import MedianBeat
from ecgviewer.core.record import Record
from ecgviewer.core.review import Region, Review, Role, Step
from ecgviewer.core.scan import Scan
from ecgviewer.core.scan_findings import FindingKind, ScanFinding
from ecgviewer.core.text import later
from ecgviewer.paper.caliper import Calipers
from ecgviewer.paper.view import Overlay, View
from ecgviewer.signal.judged import Judged
from ecgviewer.signal.laid_beats import LaidBeats
from ecgviewer.signal.measured_span import MeasuredSpan, Quantity
from ecgviewer.signal.pyramid import Pyramid
from ecgviewer.signal.record_beats import RecordBeats
from ecgviewer.signal.scan_corrections import CorrectedScan
from ecgviewer.ui.compared import Compared
from ecgviewer.ui.list_work import ListWork
from ecgviewer.ui.paces import PACES, Pace

if TYPE_CHECKING:
    from ecgviewer.review.worklist_order import Shown

# Which beats are laid over one another: of the page, of a minute around it, or all of the
# scan that have the label that is named instead.
PAGE, MINUTE = "page", "minute"
# How leads may be weighed; all of them suit every model.
LEAD_METHODS = ("shap", "shap-gradient")


class BeatMode(Enum):
    """What the panel of beats shows."""

    MEDIAN = later("Median beat")
    SUPERPOSED = later("Superposed")
    MAGNIFIED = later("Magnified")


class Stage(Enum):
    """How far the answer to a question has come."""

    NONE = auto()
    WAITING = auto()
    DONE = auto()
    FAILED = auto()


@dataclass(frozen=True, eq=False)
class ViewState:
    """Everything that a panel may depend on.

    model: the chosen model's name, None for the one that fits the record. card: of the
    model that answers. blind_spots: by method, what it misses of that model, in words.
    wanted_device: "auto", "cpu" or "cuda". files: the records beside the open one. label:
    the class whose evidence colours the trace. heat_trial: what became of the score without
    the coloured part, None until that was tried. lead: the one that stands out on the
    paper, None where all look alike. lead_weights: what each lead adds to each class, an
    estimate while leads_stage is WAITING. beat: the median beat under beat_heat, else
    beat_note says why there is none. erasing: whether a drag erases. erasures: what is
    erased, one entry an act. without: the answer without all of that, None until it is
    there. beat_models: those of models that judge single beats, the best first. scan: what
    one of them made of every beat, so far while scan_stage is WAITING; scan_findings: its
    places, by their start; scan_by_kind: the same, the surest of each kind first;
    scan_finding: the one that was gone to; scan_kind: the kind that is stepped through,
    None for all. scan_lead: the one to scan, None for lead II or what stands in for it.
    scan_card: of the model that scans. scan_method: how its beats are explained. scan_beat:
    the sample of the beat that was chosen. looks: what a CNN and an LSTM look at in it, so
    far while looks_stage is WAITING; looks_note: why there is nothing to show. judged: how
    good the signal is, of the record or around the page, None until that is known. measured:
    intervals and axis near the page in view, of its own record; measured_row: the one whose
    beats are marked on the paper, None for none. calipers: those on the record. pace: how
    fast the paper plays. bookmarks: of the record, in order; bookmark: the one that was
    gone to. counted: the beats of the whole record, so far, found without a model. beat_mode:
    what the panel of beats shows. laid: beats over one another, of what laid_extent names:
    PAGE, MINUTE or a label of the scan; laid_note: why there are none. compared: the page
    below, None while the record stands alone. reader: who reviews, "" until that is known;
    role: as what. review: what they have said of this record, None until that is read;
    all_steps: what everybody has. n_unkept: steps that are not on disk yet; kept_at: when
    the last one got there; unkept_reason: why not, "" while nothing is wrong. review_path:
    the file they are kept in; reviews_read_only: nothing can be said in it. blind: the model
    is hidden until the reader has answered. stated_label: the class that keys of reviewing
    mean while no finding is chosen. listed: the worklist of the folder, None until its panel
    is seen; list_work: what is done for it. marking: whether a drag marks a region. region:
    the id of the chosen one, "" for none. drawn: one that is not kept yet. corrected: what the
    reader made of the scan, None without a word. scan_beats: those that are chosen together,
    by their sample, rising; () where scan_beat stands alone.
    """

    record: Record | None = None
    pyramid: Pyramid | None = None
    view: View = field(default_factory=View)
    overlay: Overlay = field(default_factory=Overlay)
    annotations_visible: bool = True
    playing: bool = False
    folder: Path | None = None
    files: tuple[Path, ...] = ()
    models: tuple[str, ...] | None = None
    model: str | None = None
    wanted_device: str = "auto"
    card: ModelCard | None = None
    blind_spots: Mapping[str, str] = field(default_factory=dict)
    analysis: Analysis | None = None
    analysis_stage: Stage = Stage.NONE
    label: str | None = None
    method: str | None = None
    heat: Heat | None = None
    heat_stage: Stage = Stage.NONE
    heat_trial: MapTrial | None = None
    lead: str | None = None
    lead_method: str = LEAD_METHODS[0]
    lead_weights: LeadWeights | None = None
    leads_stage: Stage = Stage.NONE
    beat: MedianBeat | None = None
    beat_heat: Heat | None = None
    beat_note: str = ""
    erasing: bool = False
    erasures: tuple[tuple[Erased, ...], ...] = ()
    without: Analysis | None = None
    beat_models: tuple[str, ...] = ()
    scan: Scan | None = None
    scan_stage: Stage = Stage.NONE
    scan_findings: tuple[ScanFinding, ...] = ()
    scan_by_kind: Mapping[FindingKind, tuple[ScanFinding, ...]] = field(default_factory=dict)
    scan_finding: ScanFinding | None = None
    scan_kind: FindingKind | None = None
    scan_marks_visible: bool = True
    scan_lead: str | None = None
    scan_card: ModelCard | None = None
    scan_method: str | None = None
    scan_beat: int | None = None
    looks: BeatLooks | None = None
    looks_stage: Stage = Stage.NONE
    looks_note: str = ""
    judged: Judged | None = None
    measured: MeasuredSpan | None = None
    measured_stage: Stage = Stage.NONE
    measured_row: Quantity | None = None
    calipers: Calipers = field(default_factory=Calipers)
    pace: Pace = PACES[0]
    bookmarks: tuple[Bookmark, ...] = ()
    bookmark: Bookmark | None = None
    counted: RecordBeats | None = None
    beat_mode: BeatMode = BeatMode.MEDIAN
    laid: LaidBeats | None = None
    laid_stage: Stage = Stage.NONE
    laid_extent: str = PAGE
    laid_note: str = ""
    compared: Compared | None = None
    reader: str = ""
    role: Role = Role.READER
    review: Review | None = None
    all_steps: tuple[Step, ...] = ()
    n_unkept: int = 0
    kept_at: datetime | None = None
    unkept_reason: str = ""
    review_path: Path | None = None
    reviews_read_only: bool = False
    blind: bool = False
    stated_label: str | None = None
    listed: Shown | None = None
    list_work: ListWork = field(default_factory=ListWork)
    marking: bool = False
    region: str = ""
    drawn: Region | None = None
    corrected: CorrectedScan | None = None
    scan_beats: tuple[int, ...] = ()

    @property
    def model_hidden(self) -> bool:
        """Whether the model's answer is kept from the reader, who has not answered yet."""
        return self.blind and not self._has_seen_model

    @property
    def _has_seen_model(self) -> bool:
        review, record = self.review, self.record
        if review is None or record is None:
            return False
        # The review of the record or the reader before may still be here.
        asked = (record.record_id, self.reader, self.role)
        is_own = (review.record_id, review.reader, review.role) == asked
        return is_own and review.has_seen_model

    @property
    def marks_visible(self) -> bool:
        """Whether annotations of the file are shown."""
        return self.annotations_visible and not self.model_hidden

    @property
    def erased(self) -> tuple[Erased, ...]:
        """All that is erased."""
        return tuple(span for act in self.erasures for span in act)


class StateHolder(QObject):
    """Holds the one ViewState; ``changed`` carries the old and the new value.

    What works on the state is its child, and it the window's: all end with the window. Python
    alone could not end them, as it does not see what a connected lambda holds.
    """

    changed = Signal(object, object)

    def __init__(self, state: ViewState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state

    @property
    def value(self) -> ViewState:
        """The present state."""
        return self._state

    def replace(self, **changes: Any) -> None:
        """Replace the named fields and tell everybody; nothing happens without a change."""
        old = self._state
        if all(getattr(old, name) is value for name, value in changes.items()):
            return
        self._state = replace(old, **changes)
        self.changed.emit(old, self._state)
