"""``ecgviewer explain --method shap``: how much each lead spoke, in words and as a file."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

import numpy as np

from ecgviewer.cli.npz_file import write_npz
from ecgviewer.cli.progress import progress_task
from ecgviewer.core.evidence import FULL_LOGITS
from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.record import Record
from ecgviewer.signal.leads import STANDARD_LEADS

if TYPE_CHECKING:
    from ecgviewer.inference.loaded import LoadedModel

LEAD_METHODS = ("shap", "shap-gradient")
FOLLOWS = "follows from I and II"
ABSENT = "not recorded"
BAR_LENGTH = 30


def explain_leads(
    args: Namespace, record: Record, model: "LoadedModel", start: int, stop: int
) -> int:
    """Weigh the leads for one label, or for all, and write the weights."""
    from ecgviewer.explain.blind_spots import blind_spots
    from ecgviewer.explain.shapley import lead_weights
    from ecgviewer.explain.strongest_window import strongest_window
    from ecgviewer.inference.loaded import share_cores

    choosing = progress_task("choosing the window")
    span = strongest_window(model, record, args.label, start, stop, choosing)
    task = progress_task("weighing leads")
    weights = lead_weights(model, record, args.method, *span, task, n_askers=share_cores())
    write_npz(args.out, fields(weights, args.label, record.rate_hz))
    print(in_words(weights, args.label, record, blind_spots(model.net).get(args.method, "")))
    print(args.out)
    return 0


def fields(weights: LeadWeights, label: str | None, rate_hz: float) -> dict[str, Any]:
    """Return what the file holds: one label's column, or all columns and labels."""
    column: Any = slice(None) if label is None else weights.labels.index(label)
    stored = {
        "leads": np.array(weights.leads),
        "values": weights.values[:, column],
        "base": weights.base[column],
        "logit": weights.logits[column],
        "label": np.array(weights.labels)[column],
        "derived": np.array(weights.derived, dtype=str),
        "absent": np.array(weights.absent, dtype=str),
        "start": weights.start,
        "stop": weights.stop,
        "fs_hz": rate_hz,
        "method": weights.method,
        "model": weights.model,
    }
    if weights.magnitudes is not None:
        stored["magnitudes"] = weights.magnitudes[:, column]
    return stored


def in_words(weights: LeadWeights, label: str | None, record: Record, blind_spot: str = "") -> str:
    """Return the weights for a person to read: bars for one label, a table for all.

    blind_spot: what the method misses of the net, said below them.
    """
    span = f"{weights.start / record.rate_hz:g} to {weights.stop / record.rate_hz:g} s"
    about = label or "each class"
    head = f"{record.name}, {span}: what each lead adds to {about}, {weights.method}, in logits"
    body = _table(weights) if label is None else _bars(weights, label)
    return "\n".join([head, *body, *([f"  {blind_spot}"] if blind_spot else [])])


def _bars(weights: LeadWeights, label: str) -> list[str]:
    values = dict(zip(weights.leads, weights.of(label), strict=True))
    longest = max(float(np.abs(weights.of(label)).max()), FULL_LOGITS)
    lines = [_bar(lead, values.get(lead), longest, weights) for lead in _in_paper_order(weights)]
    base, logit = (float(v[weights.labels.index(label)]) for v in (weights.base, weights.logits))
    added, wanted = weights.added(label)
    missed = f" of {wanted:+.2f}; the rest is missed" if weights.falls_short(label) else ""
    return [
        *lines,
        f"  from {base:+.2f} (mean of ordinary records) to {logit:+.2f} (this one); "
        f"the leads add {added:+.2f}{missed}",
    ]


def _bar(lead: str, value: float | None, longest: float, weights: LeadWeights) -> str:
    if value is None or lead in weights.absent:
        return f"  {lead:<4} {ABSENT if lead in weights.absent else FOLLOWS}"
    length = round(BAR_LENGTH * abs(value) / longest)
    return f"  {lead:<4} {value:+7.2f} {('+' if value > 0 else '-') * length}".rstrip()


def _table(weights: LeadWeights) -> list[str]:
    values = dict(zip(weights.leads, weights.values, strict=True))
    lines = ["  " + " " * 5 + "".join(f"{label:>7}" for label in weights.labels)]
    for lead in _in_paper_order(weights):
        if lead in weights.absent or lead not in values:
            lines.append(f"  {lead:<5}  {ABSENT if lead in weights.absent else FOLLOWS}")
        else:
            lines.append(_row(lead, values[lead]))
    return [*lines, _row("base", weights.base), _row("logit", weights.logits)]


def _row(name: str, numbers: np.ndarray) -> str:
    return f"  {name:<5}" + "".join(f"{number:+7.2f}" for number in numbers)


def _in_paper_order(weights: LeadWeights) -> list[str]:
    known = (*weights.leads, *weights.derived)
    others = [lead for lead in known if lead not in STANDARD_LEADS]
    return [lead for lead in STANDARD_LEADS if lead in known] + others
