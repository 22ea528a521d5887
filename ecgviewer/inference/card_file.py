"""card.json: read into a ModelCard with every length and name checked, and written."""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ecgviewer.core.card import (
    BEATS_IN_TURN,
    IN_TURN,
    OF_BEATS,
    Calibration,
    InputSpec,
    Irregularity,
    ModelCard,
)
from ecgviewer.core.errors import EcgError
from ecgviewer.inference.combine import COMBINE
from ecgviewer.inference.input import FILTERS
from ecgviewer.inference.strip_input import STRIP_LEAD
from ecgviewer.signal.strip import STRIP_HZ

FORMAT_VERSION = 1
CARD_FILE = "card.json"
# The file that a card describes, beside it.
WEIGHTS_FILE = "weights.safetensors"
# An hour of twelve leads at 500 Hz is 21.6 million.
MOST_VALUES = 25_000_000
PAD_SIDES = ("left", "right")
WINDOWS = (IN_TURN, *OF_BEATS)


def read_card_file(folder: Path) -> ModelCard:
    """Read and check a model folder's card; raises EcgError with the model's name."""
    path = folder / CARD_FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise EcgError(
            f"The model {folder.name} has no {CARD_FILE}, so nothing is known of it."
        ) from error
    except (OSError, ValueError) as error:
        raise EcgError(
            f"The {CARD_FILE} of the model {folder.name} cannot be read: {error}."
        ) from error
    if not isinstance(content, dict) or content.get("format_version") != FORMAT_VERSION:
        raise EcgError(
            f"The {CARD_FILE} of the model {folder.name} is not of version {FORMAT_VERSION}; "
            "a newer ecgviewer may read it."
        )
    try:
        card = _card(content)
    except KeyError as error:
        raise EcgError(f"The {CARD_FILE} of the model {folder.name} lacks {error}.") from error
    except (TypeError, ValueError) as error:
        raise EcgError(f"The {CARD_FILE} of the model {folder.name} is wrong: {error}.") from error
    _check(card)
    return card


def write_card_file(folder: Path, card: ModelCard) -> None:
    """Write a card in one step, so that a reader never meets half of it."""
    text = json.dumps(_plain(asdict(card)), indent=1, ensure_ascii=False, allow_nan=False)
    partial = folder / f"{CARD_FILE}.partial"
    partial.write_text(text + "\n", encoding="utf-8")
    partial.replace(folder / CARD_FILE)


def _card(content: Mapping[str, Any]) -> ModelCard:
    spec = content["input"]
    return ModelCard(
        name=str(content["name"]),
        title=str(content["title"]),
        net=str(content["net"]),
        net_options=dict(content["net_options"]),
        labels=_words(content["labels"]),
        thresholds=tuple(float(limit) for limit in content["thresholds"]),
        input=InputSpec(
            leads=_words(spec["leads"]),
            rate_hz=float(spec["rate_hz"]),
            n_samples=int(spec["n_samples"]),
            pad=str(spec["pad"]),
            filters=_words(spec["filters"]),
            scale=float(spec["scale"]),
            windows=str(spec.get("windows", IN_TURN)),
        ),
        methods=_words(content["methods"]),
        combine=str(content["combine"]),
        training=dict(content["training"]),
        metrics=dict(content["metrics"]),
        license=str(content["license"]),
        limits=_words(content["limits"]),
        weights_sha256=str(content["weights_sha256"]),
        probe=dict(content["probe"]),
        excluded_by={
            str(label): _words(others) for label, others in content.get("excluded_by", {}).items()
        },
        calibration=_calibration(content.get("calibration")),
        unfamiliar_limit=_number_or_none(content.get("unfamiliar_limit")),
        exclusive=bool(content.get("exclusive", False)),
        explained_by={
            str(method): str(model) for method, model in content.get("explained_by", {}).items()
        },
        blocks_by=str(content.get("blocks_by", "")),
        irregularity=_irregularity(content.get("irregularity")),
        unlearnt=_words(content.get("unlearnt", [])),
        format_version=FORMAT_VERSION,
    )


def _calibration(content: Mapping[str, Any] | None) -> Calibration | None:
    if content is None:
        return None
    return Calibration(
        scale=tuple(float(value) for value in content["scale"]),
        offset=tuple(float(value) for value in content["offset"]),
    )


def _irregularity(content: Mapping[str, Any] | None) -> Irregularity | None:
    if content is None:
        return None
    return Irregularity(*(float(content[name]) for name in ("net", "entropy", "offset")))


def _number_or_none(value: Any) -> float | None:
    return None if value is None else float(value)


def _words(items: Any) -> tuple[str, ...]:
    # A bare string would come apart into its letters.
    if not isinstance(items, list):
        raise TypeError(f"{items!r} is no list")
    return tuple(str(item) for item in items)


def _check(card: ModelCard) -> None:
    spec = card.input
    faults = {
        "has as many thresholds as labels": len(card.labels) == len(card.thresholds) > 0,
        "names each label once": len(set(card.labels)) == len(card.labels),
        "excludes labels by labels of its own": {*card.excluded_by}.union(
            *card.excluded_by.values()
        )
        <= set(card.labels),
        "has learnt a label": set(card.unlearnt) < set(card.labels),
        "has thresholds between 0 and 1": all(0 <= limit <= 1 for limit in card.thresholds),
        "has an unfamiliar_limit between 0 and 1, or none": card.unfamiliar_limit is None
        or 0 < card.unfamiliar_limit < 1,
        "calibrates each label, none upside down": _calibrates(card),
        "reads at least one lead": len(spec.leads) > 0,
        "has a window of some length": spec.n_samples > 0 and spec.rate_hz > 0,
        f"has no window of more than {MOST_VALUES:,} values": len(spec.leads) * spec.n_samples
        <= MOST_VALUES,
        f"pads on the side {' or '.join(PAD_SIDES)}": spec.pad in PAD_SIDES,
        f"uses the filters {', '.join(FILTERS)} or none": set(spec.filters) <= set(FILTERS),
        f"places windows {' or '.join(WINDOWS)}": spec.windows in WINDOWS,
        "reads lead II alone around beats, at 360 Hz and as it comes": _suits_beats(spec),
        "names methods of its own that explain other models": set(card.explained_by)
        <= set(card.methods),
        "has blocks told by another model, in beats in turn alone": not card.blocks_by
        or (card.blocks_by != card.name and spec.windows == BEATS_IN_TURN),
        "tells fibrillation by irregularity with factors above 0": _tells_irregularity(card),
        f"combines windows by {', '.join(COMBINE)}": card.combine in COMBINE,
    }
    for wanted, holds in faults.items():
        if not holds:
            raise EcgError(f"The model {card.name} was refused: a card is expected that {wanted}.")


def _suits_beats(spec: InputSpec) -> bool:
    usual = (spec.rate_hz, spec.filters, spec.scale) == (STRIP_HZ, (), 1.0)
    return spec.windows not in OF_BEATS or (spec.leads == STRIP_LEAD.leads and usual)


def _calibrates(card: ModelCard) -> bool:
    if card.calibration is None:
        return True
    scale, offset = card.calibration.scale, card.calibration.offset
    return (
        len(scale) == len(offset) == len(card.labels)
        and all(math.isfinite(value) for value in (*scale, *offset))
        and min(scale) > 0
    )


def _tells_irregularity(card: ModelCard) -> bool:
    rule = card.irregularity
    if rule is None:
        return True
    factors = (rule.net, rule.entropy)
    return min(factors) > 0 and all(math.isfinite(value) for value in (*factors, rule.offset))


def _plain(value: Any) -> Any:
    """Return what JSON can hold: a metric that is not a number becomes null."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
