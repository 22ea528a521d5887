"""What became of a score without what a map calls strongest, in figures and in words."""

from dataclasses import asdict, dataclass

from ecgviewer.core.text import later, tr

# As far as the few draws of other places scatter: less is no difference. Measured on made
# records of seven classes, HiResCAM and input gradient: standard deviations of 0.00 to 0.03
# (probability at 5 %) and of 0.1 to 0.8 logits (areas).
LEAST_FALL = 0.03
LEAST_LOGITS = 0.5

_STAYS = later(
    "Without the strongest {share} %: {label} {score} → {rest}. "
    "Without {share} % elsewhere: {elsewhere}."
)
_FALLS_BELOW = later(
    "Without the strongest {share} %: {label} {score} → {rest} (below its threshold). "
    "Without {share} % elsewhere: {elsewhere}."
)
# By how many of the three measures are better.
_VERDICTS = (
    later("✗ No better than other places"),
    later("≈ Partly better than other places"),
    later("≈ Partly better than other places"),
    later("✓ Better than other places"),
)


@dataclass(frozen=True, slots=True)
class MapTrial:
    """A map tried on one window; scores are probabilities.

    score: of the window as recorded. share: of its samples, those that are strongest in the
    map and speak for the label. deletion: without these. insertion: with nothing but these.
    random: without a region of the same shape elsewhere, the mean of several draws.
    flipped: deletion takes the score below the label's threshold.

    The areas are mean logits while ever more is removed (deletion: low is good) or while
    nothing but ever more is left (insertion: high is good), 1 to 50 % of the samples on a
    logarithmic scale, the strongest first; random_ the same with regions elsewhere.
    """

    label: str
    share: float
    score: float
    deletion: float
    insertion: float
    random: float
    flipped: bool
    deletion_auc: float
    insertion_auc: float
    random_deletion_auc: float
    random_insertion_auc: float

    @property
    def better_than_elsewhere(self) -> tuple[bool, bool, bool]:
        """Whether the map beats other places: without its share, by deletion, by insertion."""
        return (
            self.random - self.deletion > LEAST_FALL,
            self.random_deletion_auc - self.deletion_auc > LEAST_LOGITS,
            self.insertion_auc - self.random_insertion_auc > LEAST_LOGITS,
        )

    @property
    def sentence(self) -> str:
        """What removing the strongest part does to the score, and as much elsewhere."""
        return tr(
            _FALLS_BELOW if self.flipped else _STAYS,
            share=f"{100 * self.share:.2g}",
            label=self.label,
            score=f"{self.score:.2f}",
            rest=f"{self.deletion:.2f}",
            elsewhere=f"{self.random:.2f}",
        )

    @property
    def verdict(self) -> str:
        """Whether the map beats other places of the same size, by each of three measures."""
        better = self.better_than_elsewhere
        at_once, removed, kept = (tr("better") if one else tr("no better") for one in better)
        return tr(
            "{verdict}:\nremoving {share} %: {at_once};\n"
            "removing 1–50 %: {removed} ({deletion} logits, others {deletion_elsewhere});\n"
            "keeping only 1–50 %: {kept} ({insertion}, others {insertion_elsewhere}).",
            verdict=tr(_VERDICTS[sum(better)]),
            share=f"{100 * self.share:.2g}",
            at_once=at_once,
            removed=removed,
            kept=kept,
            deletion=_logit(self.deletion_auc),
            deletion_elsewhere=_logit(self.random_deletion_auc),
            insertion=_logit(self.insertion_auc),
            insertion_elsewhere=_logit(self.random_insertion_auc),
        )

    def as_dict(self) -> dict[str, str | float | bool]:
        """Return what `explain --out` stores as JSON."""
        return asdict(self)


def _logit(value: float) -> str:
    return f"{value:.1f}".replace("-", "−")
