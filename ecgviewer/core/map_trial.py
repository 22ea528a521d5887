"""What became of a score without the part that a map colours."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapTrial:
    """A map's own test.

    sentence: the score with and without the coloured part. flipped: without it the score
    falls below its threshold. The areas are mean logits while ever more is removed
    (deletion: low is good) or while nothing but ever more is left (insertion: high is
    good), the hottest first; random_ the same with regions at other places.
    """

    sentence: str
    flipped: bool
    deletion_auc: float
    insertion_auc: float
    random_deletion_auc: float
    random_insertion_auc: float

    @property
    def better_than_random(self) -> tuple[bool, bool]:
        """Whether the map is better than other places: by deletion, by insertion."""
        return (
            self.deletion_auc < self.random_deletion_auc,
            self.insertion_auc > self.random_insertion_auc,
        )
