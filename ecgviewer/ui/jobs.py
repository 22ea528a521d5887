"""What the workers do; the only door from the window to files and networks."""

import ctypes
import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.core.card import ModelCard
from ecgviewer.core.erased import Erased
from ecgviewer.core.error_words import error_words
from ecgviewer.core.errors import EcgError
from ecgviewer.core.evidence import part_of_heat
from ecgviewer.core.finding import Analysis
from ecgviewer.core.heat import Heat
from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.map_trial import MapTrial
from ecgviewer.core.median_beat import MedianBeat
from ecgviewer.core.record import Record
from ecgviewer.core.scan import Scan
from ecgviewer.core.scan_findings import FindingKind, ScanFinding, in_order_of_confidence
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.io.hints import ImportHints
from ecgviewer.signal.pyramid import Pyramid

if TYPE_CHECKING:
    from ecgviewer.inference.loaded import LoadedModel

FEWEST_BEATS = 3
# A model of whole recordings, one of single beats, and two that are explained in its place.
_MODELS_KEPT = 4
# What is known of a scan is shown so often.
PUBLISH_INTERVAL_S = 2.0

# Loaded together with torch, so that no answer has to wait for an import.
_USED_LATER = (
    "numpy.ma",
    "scipy.signal",
    "ecgviewer.explain.blind_spots",
    "ecgviewer.explain.deletion_curve",
    "ecgviewer.explain.erase",
    "ecgviewer.explain.heat",
    "ecgviewer.explain.median_beat",
    "ecgviewer.explain.shapley",
    "ecgviewer.inference.predict",
    "ecgviewer.nets.build",
)


@dataclass(frozen=True, slots=True)
class Question:
    """Who is asked: the model's name, None for the one that fits; the wanted device."""

    model: str | None
    device: str


@dataclass(frozen=True, eq=False)
class Answer:
    """What a model said of a record, the model's card, and what methods miss of the model."""

    card: ModelCard
    analysis: Analysis
    blind_spots: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Trial:
    """What became of the score without the part that a map colours; None where it colours none."""

    heat: Heat
    outcome: MapTrial | None


@dataclass(frozen=True, eq=False)
class Without:
    """What a model says of a record without what is erased."""

    erased: tuple[Erased, ...]
    analysis: Analysis


@dataclass(frozen=True, eq=False)
class Beats:
    """The median beat under a map, or in words why there is none."""

    heat: Heat
    beat: MedianBeat | None
    reason: str = ""


def open_record(path: Path, hints: ImportHints | None, _task: Task) -> Record:
    """Describe a record and sort its marks; its samples stay on disk."""
    from ecgviewer.io.open import open_record as open_
    from ecgviewer.paper.marks import marks_of

    record = open_(path, hints)
    marks_of(record)
    return record


def list_tree(folder: Path, _task: Task) -> tuple[Path, ...]:
    """Return the records of a folder and of everything below it."""
    from ecgviewer.io.folder import in_counting_order, records_in

    return in_counting_order(records_in(folder))


def list_beside(path: Path, _task: Task) -> tuple[Path, ...]:
    """Return the records in a record's own folder, and itself, as folders list no tables.

    A file opened by itself may lie in a home folder, so nothing below is searched.
    """
    from ecgviewer.io.folder import in_counting_order, records_directly_in

    found = records_directly_in(path.parent)
    return in_counting_order({*found, path} if path.is_file() else found)


def build_pyramid(
    record: Record, publish: Callable[[Record, Pyramid], None], task: Task
) -> tuple[Record, Pyramid]:
    """Return the record's extremes, kept ones or read anew, and publish them as they grow."""
    from ecgviewer.io import pyramid_cache
    from ecgviewer.signal import pyramid

    found = pyramid_cache.kept(record)
    if found is not None:
        return record, found
    for found in pyramid.grow(record, task):
        publish(record, found)
    assert found is not None
    pyramid_cache.keep(record, found)
    return record, found


def read_card(record: Record, question: Question, _task: Task) -> ModelCard:
    """Return the card of the model that would answer."""
    from ecgviewer.inference import library

    card = library.read_card(question.model or library.default_model(record))
    return library.as_offered(card)


def load_networks(question: Question, _task: Task) -> None:
    """Load torch, all that answering needs, and the model that will most likely be asked."""
    _map_torch_libraries()
    for name in _USED_LATER:
        import_module(name)
    import torch

    from ecgviewer.inference import library

    if torch.get_num_interop_threads() != 1:  # it may be set but once
        torch.set_num_interop_threads(1)
    # One core stays for the window.
    torch.set_num_threads(max(1, (os.cpu_count() or 2) - 1))
    usual = question.model or library.usual_model()
    if usual is not None:
        loaded(usual, question.device)
    _freeze()


@cache
def _freeze() -> None:
    # The collector of garbage would walk through torch's half a million objects again and
    # again, with the interpreter's lock held and the window standing still. Once: what lives
    # at that time is never collected, and later windows shall be.
    gc.freeze()


def analyse(record: Record, question: Question, task: Task) -> Answer:
    """Ask a model about a whole record."""
    from ecgviewer.explain.blind_spots import blind_spots
    from ecgviewer.inference.library import as_offered, default_model
    from ecgviewer.inference.predict import analyze

    model = loaded(question.model or default_model(record), question.device)
    return Answer(as_offered(model.card), analyze(model, record, task), blind_spots(model.net))


@dataclass(frozen=True, eq=False)
class Wish:
    """What is to be explained: a class, by a method, over a span of samples.

    strongest: the window by which colours are scaled, or its heat where that is known; None
    where the span is all that there is.
    """

    label: str
    method: str
    span: tuple[int, int]
    strongest: tuple[int, int] | Heat | None = None


def explain(record: Record, question: Question, wish: Wish, task: Task) -> Heat:
    """Explain one class over a span of samples, and the record's strongest window beside it."""
    from ecgviewer.explain.heat import explain as explain_

    model = _explaining(record, question, wish.method)
    heat = explain_(model, record, wish.label, wish.method, *wish.span, task)
    strongest = wish.strongest
    if heat.scope == "window":
        return heat
    if isinstance(strongest, tuple):
        if heat.start <= strongest[0] and strongest[1] <= heat.stop:
            strongest = part_of_heat(heat, *strongest)
        else:
            strongest = explain_(model, record, wish.label, wish.method, *strongest, task)
    return replace(heat, reference=strongest)


def _explaining(record: Record, question: Question, method: str) -> "LoadedModel":
    """Return the model that a method explains: the one asked, or the one in its place."""
    from ecgviewer.explain.explainer import explaining_model
    from ecgviewer.inference.library import default_model

    model = loaded(question.model or default_model(record), question.device)
    return explaining_model(model, method, partial(loaded, device=question.device))


def try_map(record: Record, question: Question, heat: Heat, task: Task) -> Trial:
    """Take the coloured part away and ask the model again."""
    from ecgviewer.explain.deletion_curve import deletion_test

    model = _explaining(record, question, heat.method)
    return Trial(heat, deletion_test(model, record, heat, task))


def weigh_leads(
    record: Record,
    question: Question,
    method: str,
    span: tuple[int, int],
    publish: Callable[[LeadWeights], None],
    task: Task,
) -> LeadWeights:
    """Weigh the leads of one window for all classes; estimates are published meanwhile."""
    from ecgviewer.explain.shapley import lead_weights
    from ecgviewer.inference.library import default_model

    model = loaded(question.model or default_model(record), question.device)
    return lead_weights(model, record, method, *span, task, publish)


def ask_without(
    record: Record,
    question: Question,
    erased: tuple[Erased, ...],
    before: Analysis,
    task: Task,
) -> Without:
    """Ask the model again without what is erased."""
    from ecgviewer.explain.erase import ask_without as ask
    from ecgviewer.inference.library import default_model

    model = loaded(question.model or default_model(record), question.device)
    return Without(erased, ask(model, record, erased, before, task))


@dataclass(frozen=True, eq=False)
class Scanned:
    """A scan so far and the places in it that a reader wants to see.

    findings: by their start; by_kind: the same, the gravest kind and the surest first. card:
    of the model that scans, with the methods that there are for it on this machine.
    """

    scan: Scan
    card: ModelCard
    findings: tuple[ScanFinding, ...]
    by_kind: Mapping[FindingKind, tuple[ScanFinding, ...]]


def scan_record(
    record: Record,
    question: Question,
    lead: str | None,
    publish: Callable[[Scanned], None],
    task: Task,
) -> Scanned:
    """Have every beat of a record judged; what is known so far is published meanwhile.

    lead: the one to read, None for lead II or what stands in for it.
    """
    from ecgviewer.inference.library import as_offered, default_beat_model
    from ecgviewer.inference.scan import scan

    told_s = -PUBLISH_INTERVAL_S

    def tell(part: Scan) -> None:
        nonlocal told_s
        # Places of a long record are many; to sum them up after each stretch would take long.
        if time.monotonic() - told_s >= PUBLISH_INTERVAL_S:
            publish(_scanned(part, card))
            told_s = time.monotonic()

    model = loaded(question.model or default_beat_model(), question.device)
    card = as_offered(model.card)
    return _scanned(scan(model, record, task, tell, lead=lead), card)


def _scanned(scan: Scan, card: ModelCard) -> Scanned:
    from ecgviewer.signal.scan_findings import scan_findings

    findings = scan_findings(scan)
    return Scanned(scan, card, findings, in_order_of_confidence(findings))


def lay_beats(record: Record, heat: Heat, task: Task) -> Beats:
    """Lay the beats under a map over one another."""
    from ecgviewer.explain.median_beat import median_beat

    try:
        beat = median_beat(record, heat, heat.start, heat.stop, task)
    except EcgError as error:
        # A record without beats is no failure of the program.
        return Beats(heat, None, error_words(error))
    n_beats = beat.n_beats + (beat.others.n_beats if beat.others else 0)
    if n_beats < FEWEST_BEATS:
        return Beats(heat, None, _too_few(n_beats))
    return Beats(heat, beat)


def _too_few(n_beats: int) -> str:
    if n_beats == 1:
        return tr("Only 1 whole beat lies in this part, too few for a median.")
    return tr("Only {n} whole beats lie in this part, too few for a median.", n=n_beats)


class _Models:
    """The models that were asked last, by name and device, shared by the workers."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loaded: dict[tuple[str, str], LoadedModel] = {}

    def get(self, name: str, device: str) -> "LoadedModel":
        """Load a model or return the one that is loaded already."""
        with self._lock:
            model = self._loaded.pop((name, device), None) or _load(name, device)
            self._loaded[name, device] = model
            while len(self._loaded) > _MODELS_KEPT:
                del self._loaded[next(iter(self._loaded))]
            return model


_MODELS = _Models()


def loaded(name: str, device: str) -> "LoadedModel":
    """Return a model by its name, ready to answer; the last few are kept."""
    return _MODELS.get(name, device)


def _load(name: str, device: str) -> "LoadedModel":
    from ecgviewer.inference.library import load_model

    if device != "cuda":
        return load_model(name, device)
    try:
        return load_model(name, device)
    except EcgError as error:
        # A broken model fails here again, with its own sentence.
        model = load_model(name, "cpu")
        note = tr("{problem}; the CPU is used instead.", problem=error_words(error).rstrip("."))
        return replace(model, notes=(*model.notes, note))


def _map_torch_libraries() -> None:
    """Load torch's large libraries without holding the interpreter's lock.

    ``import torch`` loads them with the lock held, and the window would stand still
    meanwhile. A call through ctypes lets it go.
    """
    spec = find_spec("torch")
    if sys.platform != "linux" or spec is None or spec.origin is None:
        return
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.argtypes, dlopen.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    for name in ("libtorch_global_deps.so", "libtorch_python.so"):
        library = Path(spec.origin).parent / "lib" / name
        dlopen(os.fsencode(library), os.RTLD_NOW | os.RTLD_GLOBAL)
