"""Settings of training runs, by name."""

from dataclasses import dataclass, field

from ecgviewer.core.card import InputSpec
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.study.augment import Augmentation


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a net is trained.

    synthetic_records: made records, seen in pretrain_epochs before the real ones. In the
    finish_epochs after them finish_records made ones stand among the real ones, so that
    classes with few real cases are not forgotten. Learning rate: one cycle a phase, up to
    ``learning_rate``, in the finish up to ``finish_rate``. average_decay: of the running
    average of the weights, which is what is kept. pos_weight_power: the loss weighs a
    class's positives with (negatives / positives) to this power. precision: of the
    arithmetic, "float32", "bfloat16" or "fastest", which times both on this machine.
    """

    net: str
    title: str
    input: InputSpec
    epochs: int
    batch_size: int
    learning_rate: float
    weight_decay: float
    average_decay: float
    pos_weight_power: float = 0.5
    pretrain_epochs: int = 0
    synthetic_records: int = 0
    finish_epochs: int = 0
    finish_records: int = 0
    finish_rate: float = 0.0
    augmentation: Augmentation = field(default_factory=Augmentation)
    precision: str = "fastest"
    seed: int = 2026


TEN_SECONDS_12_LEADS = InputSpec(
    leads=STANDARD_LEADS, rate_hz=500.0, n_samples=5000, pad="left", filters=("median",)
)

RECIPES = {
    "resnet34": Recipe(
        net="resnet34",
        title="ResNet-34, 12 leads, nine classes (first weights)",
        input=TEN_SECONDS_12_LEADS,
        epochs=12,
        batch_size=16,
        learning_rate=5e-4,
        weight_decay=0.02,
        average_decay=0.995,
        pretrain_epochs=2,
        synthetic_records=2400,
        finish_epochs=3,
        finish_records=500,
        finish_rate=1e-4,
    ),
}
