"""Settings of training runs as plain data, by name: a recipe reads like a table."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ecgviewer.core.card import AROUND_BEATS, BEATS_IN_TURN, OF_BEATS, InputSpec
from ecgviewer.core.errors import EcgError
from ecgviewer.inference.strip_input import STRIP_LEAD
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.study.augment import Augmentation
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.labels import LABELS

SCRATCH = "scratch"
CONSTANT, ONE_CYCLE = "constant", "one-cycle"


@dataclass(frozen=True, slots=True)
class Records:
    """A source of windows: the labelled records of the data sets, each once an epoch."""

    kind: str = field(default="records", init=False)


@dataclass(frozen=True, slots=True)
class Made:
    """A source of windows: made records, whose truth is known, drawn anew each epoch."""

    n_records: int
    seed: int = 2026
    kind: str = field(default="made", init=False)


@dataclass(frozen=True, slots=True)
class OneLead:
    """A source of windows: recordings of one or two leads with beats or rhythms, drawn anew.

    They teach nothing where the data sets hold none (see strips).
    """

    n_records: int
    seed: int = 2026
    kind: str = field(default="one lead", init=False)


@dataclass(frozen=True, slots=True)
class Beats:
    """A source of windows: around labelled beats, of each class as many as there are.

    a_class: an epoch's most; of a class with more, others are drawn each time.
    """

    a_class: int
    kind: str = field(default="beats", init=False)


@dataclass(frozen=True, slots=True)
class BeatsInTurn:
    """A source of windows: all beats of recordings in turn, ``length`` at a time.

    made: whether recordings are learnt from in made orders, too.
    """

    length: int
    made: bool = True
    kind: str = field(default="beats in turn", init=False)


Source = Records | Made | OneLead | Beats | BeatsInTurn


@dataclass(frozen=True, slots=True)
class Trees:
    """A forest that decides by measured values beside the net, grown on the records alone.

    n_trees: of a class. least_in_leaf: records. feature_share: of the values that a split
    is drawn from.
    """

    n_trees: int
    least_in_leaf: int = 3
    feature_share: float = 0.2


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of a run: what is learnt from, for how long, how fast.

    schedule: CONSTANT, or ONE_CYCLE (a rise, then half a cosine to zero). keep: which
    epoch's net goes on, the "best" on the validation records or the "last". loss: by its
    name in losses.LOSSES. name: also of the file that keeps the phase's state.
    """

    name: str
    epochs: int
    learning_rate: float
    sources: tuple[Source, ...] = (Records(),)
    schedule: str = CONSTANT
    keep: str = "best"
    loss: str = "cross-entropy"


@dataclass(frozen=True, slots=True)
class Optimiser:
    """How gradients become steps.

    weight_decay: decoupled, as in AdamW; 0 is plain Adam. gradient_limit: largest norm,
    None for none. average_decay: of the running average of the weights, which is then
    what is validated and kept; 0 keeps the weights themselves.
    """

    weight_decay: float = 0.0
    gradient_limit: float | None = None
    average_decay: float = 0.0


@dataclass(frozen=True, slots=True)
class Descent(Optimiser):
    """Stochastic gradient descent, each step carried on by the next: momentum, 0 to 1."""

    momentum: float = 0.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a net is trained.

    init: "scratch", or the model whose weights it starts from. crop: which window of a
    record that is longer than the input is learnt from, "last" or "random". combine: how
    the windows of a long record make its score. trees: the forest beside the net, None
    for none. ensemble: the net that holds the folds' nets after a cross-validation, and a
    net with its forest; "" for one net fitted on everything instead.
    pos_weight_power: the loss weighs a class's positives with (negatives / positives) to
    this power. mixing: every other batch is learnt from as weighted means of two windows
    each, weights from a beta distribution with this parameter; 0 for none. calibration,
    thresholds: how a cross-validation's scores become decisions (cross_fit.DecisionRule);
    without one there is no calibration. patience: epochs without a better validation
    figure after which a phase that keeps its best net ends. precision: of the arithmetic,
    "float32", "bfloat16" or "fastest" on this machine. statistics_of: so many windows give
    each epoch's net its normalisation's statistics anew, without dropout; 0 keeps those
    that ran along with learning.
    """

    title: str
    net: str
    input: InputSpec
    phases: tuple[Phase, ...]
    batch_size: int
    net_options: Mapping[str, Any] = field(default_factory=dict)
    optimiser: Optimiser = field(default_factory=Optimiser)
    augmentation: Augmentation = field(default_factory=Augmentation)
    init: str = SCRATCH
    crop: str = "random"
    combine: str = "mean"
    trees: Trees | None = None
    ensemble: str = ""
    pos_weight_power: float = 0.0
    mixing: float = 0.0
    calibration: str = "none"
    thresholds: str = "steady"
    patience: int | None = None
    precision: str = "fastest"
    statistics_of: int = 0
    seed: int = 2026

    @property
    def labels(self) -> tuple[str, ...]:
        """What the net tells apart, in its logits' order."""
        return BEAT_LABELS if self.reads_beats else LABELS

    @property
    def reads_beats(self) -> bool:
        """Whether examples are beats, and not whole records."""
        return self.input.windows in OF_BEATS

    @property
    def exclusive(self) -> bool:
        """Whether an example has exactly one of the labels."""
        return self.reads_beats


def cropped(recipe: Recipe, seconds: float) -> Recipe:
    """Return the recipe with shorter windows.

    They are drawn at random in training, and a record's score is the mean over its
    windows: the end of a long record alone may lack the beat that it is named for.
    """
    n_samples = round(seconds * recipe.input.rate_hz)
    if n_samples < 1:
        raise EcgError(f"A window of {seconds:g} s holds no sample; choose some seconds.")
    spec = replace(recipe.input, n_samples=n_samples)
    return replace(recipe, input=spec, crop="random", combine="mean")


def with_epochs(recipe: Recipe, epochs: int) -> Recipe:
    """Return the recipe with ``epochs`` in its longest phase, the others in proportion."""
    if epochs < 1:
        raise EcgError(f"{epochs} epochs teach nothing; choose 1 or more.")
    longest = max(phase.epochs for phase in recipe.phases)
    phases = tuple(
        replace(phase, epochs=max(1, round(phase.epochs * epochs / longest)))
        for phase in recipe.phases
    )
    return replace(recipe, phases=phases)


def with_one_cycle(recipe: Recipe, learning_rate: float) -> Recipe:
    """Return the recipe with a rate that rises to ``learning_rate`` and falls to nothing.

    Fewer epochs teach as much so, of what a small constant rate would need more for
    (Smith & Topin, arXiv:1708.07120).
    """
    if not 0 < learning_rate < math.inf:
        raise EcgError(f"A learning rate of {learning_rate:g} teaches nothing; choose 0.001 or so.")
    phases = tuple(
        replace(phase, learning_rate=learning_rate, schedule=ONE_CYCLE) for phase in recipe.phases
    )
    return replace(recipe, phases=phases)


def find_recipe(name: str) -> Recipe:
    """Return a recipe by its name; raises EcgError with the known ones."""
    if name not in RECIPES:
        raise EcgError(f'No recipe is called "{name}"; known: {", ".join(RECIPES)}.')
    return RECIPES[name]


THIRTY_SECONDS_12_LEADS = InputSpec(
    leads=STANDARD_LEADS, rate_hz=500.0, n_samples=15000, pad="left"
)

# Zhang et al., iScience 2021: a change is made where a standard normal draw exceeds 0.5,
# which is in 31 of 100; offsets of -20 to 19 microvolts.
PUBLISHED_AUGMENTATION = Augmentation(
    gain_sd=0.1,
    offset_mv=0.02,
    wander_mv=0.0,
    noise_mv=0.0,
    shift_s=0.0,
    chance=0.3085,
    drop_leads_chance=0.0,
    only_rhythm_chance=0.0,
)
# The published training: 30 s windows, Adam at 1e-4 throughout, plain cross-entropy, the
# epoch of the best validation macro F1, thresholds of largest F1 on validation.
ORIGINAL = Recipe(
    title="ResNet-34 as published, trained on CPSC 2018",
    net="resnet34",
    input=THIRTY_SECONDS_12_LEADS,
    phases=(Phase("fit", epochs=30, learning_rate=1e-4),),
    batch_size=32,
    augmentation=PUBLISHED_AUGMENTATION,
    crop="last",
    combine="last",
    thresholds="published",
)

# Ours: 125 Hz hold all that the nine classes need. What the 12-lead sets lack in rare
# findings comes from made records and from labelled beats and rhythms of one lead.
TEN_SECONDS_AT_125_HZ = InputSpec(
    leads=STANDARD_LEADS, rate_hz=125.0, n_samples=1250, pad="left", filters=("median",)
)
OTHER_PEOPLE_AND_DEVICES = Augmentation(
    gain_sd=0.08,
    offset_mv=0.0,
    wander_mv=0.2,
    noise_mv=0.04,
    shift_s=0.5,
    size_sd=0.15,
    rate_share=0.07,
    axis_sd_rad=0.1,
    placement=0.25,
    muscle_mv=0.1,
    lowest_hz=0.5,
    highest_hz=25.0,
    chance=0.3,
)
BEST12 = Recipe(
    title="Five small nets and forests that read each beat's measures, 12 leads, nine classes",
    net="beat_net",
    input=TEN_SECONDS_AT_125_HZ,
    phases=(
        Phase("made", 1, 1e-3, (Made(2000), OneLead(700)), ONE_CYCLE, keep="last"),
        Phase("all", 32, 2e-3, (Records(), Made(250, 2027), OneLead(320, 2028)), ONE_CYCLE, "last"),
    ),
    batch_size=44,
    optimiser=Optimiser(weight_decay=0.05, gradient_limit=5.0, average_decay=0.995),
    augmentation=OTHER_PEOPLE_AND_DEVICES,
    net_options={"widths": (48, 96, 192)},
    trees=Trees(n_trees=60),
    ensemble="beat_ensemble",
    pos_weight_power=0.5,
    mixing=0.3,
    # Compared on the five folds' scores, by fold and by source: `ecgviewer evaluate
    # --compare-thresholds`. By fold all are alike; this holds where a source is left out.
    calibration="temperature",
    thresholds="expected",
)

# Murugesan et al., 2018: one lead, two seconds around a beat, exactly one of eight classes.
# What they do not say: which epoch is kept, and what happens to the windows. A beat that
# most likely is of a class speaks for the record ("max", at one half). Their nets drop half
# of what every normalisation layer sees, so its statistics are taken anew.
UNCHANGED = Augmentation(0, 0, 0, 0, 0, chance=0, drop_leads_chance=0, only_rhythm_chance=0)
AROUND_A_BEAT = replace(STRIP_LEAD, windows=AROUND_BEATS)


def _one_lead(net: str, title: str) -> Recipe:
    return Recipe(
        title=f"{title}, eight classes from two seconds of one lead",
        net=net,
        input=AROUND_A_BEAT,
        phases=(Phase("fit", 30, 0.005, (Beats(3200),), loss="softmax"),),
        batch_size=16,
        optimiser=Descent(momentum=0.7),
        augmentation=UNCHANGED,
        combine="max",
        statistics_of=512,
    )


# Ours: each beat is compared with those around it, which two seconds do not hold. How it was
# chosen stands in models/best1/NOTES.md.
BEST1 = Recipe(
    title="Five small nets that read each beat beside its neighbours, one lead, eight classes",
    net="beat_sequence",
    input=replace(STRIP_LEAD, windows=BEATS_IN_TURN),
    phases=(Phase("fit", 4, 3e-3, (BeatsInTurn(64),), ONE_CYCLE, keep="last", loss="allowed"),),
    batch_size=64,
    optimiser=Optimiser(weight_decay=0.02, gradient_limit=1.0, average_decay=0.995),
    augmentation=UNCHANGED,
    combine="max",
    ensemble="beat_sequences",
    pos_weight_power=0.25,
    precision="float32",
)

RECIPES = {
    "best12": BEST12,
    "best1": BEST1,
    "original": ORIGINAL,
    "ours_1": replace(
        ORIGINAL, title='ResNet-34, "original" trained further on PTB-XL', init="original"
    ),
    "ours_2": replace(ORIGINAL, title="ResNet-34, trained on CPSC 2018 and PTB-XL together"),
    "ecgnet": _one_lead("ecgnet", "ECGNet"),
    "cam_net": _one_lead("cam_net", "The small net that class activation maps explain"),
    "mask_lstm": _one_lead("mask_lstm", "The LSTM that deletion masks explain"),
    "hannun": _one_lead("hannun", "The net of Hannun et al."),
    "zihlmann": _one_lead("zihlmann", "The net of Zihlmann et al."),
}
