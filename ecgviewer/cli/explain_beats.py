"""``ecgviewer explain`` for models that read windows around beats: a map of each window."""

from argparse import Namespace
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from ecgviewer.cli.map_file import map_fields
from ecgviewer.cli.npz_file import write_npz
from ecgviewer.cli.progress import progress_task
from ecgviewer.core.errors import EcgError
from ecgviewer.core.heat import Heat, WindowMap
from ecgviewer.core.record import Record

if TYPE_CHECKING:
    from ecgviewer.explain.deletion_curve import DeletionTest
    from ecgviewer.inference.loaded import LoadedModel

# Longer lists are in the file alone.
MOST_TOLD = 20


def explain_beats(
    args: Namespace, record: Record, model: "LoadedModel", start: int, stop: int
) -> int:
    """Explain the beats of a span, by one label or each by its own, and write the maps."""
    from ecgviewer.explain.deletion_curve import deletion_test
    from ecgviewer.explain.explainer import explaining_model
    from ecgviewer.explain.heat import explain
    from ecgviewer.inference.library import as_offered, load_model

    method = args.method or next(iter(as_offered(model.card).methods), None)
    if method is None:
        raise EcgError(f"The model {model.card.name} offers no explanation.")
    asked = explaining_model(model, method, partial(load_model, device=args.device))
    heat = explain(asked, record, args.label, method, start, stop, progress_task("explaining"))
    test = deletion_test(asked, record, heat, progress_task("testing"))
    write_npz(args.out, map_fields(heat, record.rate_hz, test))
    if asked is not model:
        print(f"For {model.card.name}, {method} explains {asked.card.name}, whose answers follow.")
    print("\n".join(in_words(heat, record.rate_hz, test)))
    print(args.out)
    return 0


def in_words(heat: Heat, rate_hz: float, test: "DeletionTest | None") -> list[str]:
    """Return the maps for a person to read: each window where they are few, and the test."""
    lines = [_summary(heat), *_level_line(heat)]
    if len(heat.windows) <= MOST_TOLD:
        lines += [_line(window, rate_hz) for window in heat.windows]
    if test is not None:
        at_s = (test.start + test.stop) / 2 / rate_hz
        lines.append(f"The surest window, around {at_s:.2f} s: {test.sentence}\n{test.verdict}")
    return lines


def _summary(heat: Heat) -> str:
    counts = Counter(window.label for window in heat.windows)
    beats = ", ".join(f"{count} {label}" for label, count in counts.most_common())
    head = f"{heat.model}, {heat.method}, each window by its own scale: {beats}."
    deleted = [window.deleted for window in heat.windows if window.deleted is not None]
    if not deleted:
        return head
    flipped = sum(one.flipped for one in deleted)
    share = float(np.median([one.share for one in deleted]))
    unmoved = len(deleted) - flipped
    did_not = f", {unmoved} did not" if unmoved else ""
    return f"{head} {flipped} flipped{did_not}; {100 * share:.2g} % deleted (median)."


def _level_line(heat: Heat) -> list[str]:
    """Return what the net says where everything is deleted, if anything was."""
    levels = {one.label: one.deleted.level for one in heat.windows if one.deleted is not None}
    if not levels:
        return []
    said = ", ".join(f"{label} {level:.2f}" for label, level in levels.items())
    return [f"A level line, which it never learnt from, would be {said}."]


def _line(window: WindowMap, rate_hz: float) -> str:
    said = window.sentence or f"{window.label} {window.score:.2f}"
    if not window.sentence and window.answer != window.label:
        said += f"; the net's answer is {window.answer}"
    return f"  {window.centre / rate_hz:8.2f} s  {said}"
