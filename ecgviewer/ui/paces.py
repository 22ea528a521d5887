"""How fast the paper plays: so many times the heart's own time, or page by page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """factor: seconds of the record a second. page_every_s: turn a page so often instead."""

    factor: float = 1.0
    page_every_s: float | None = None

    @property
    def short(self) -> str:
        """The pace as a button has it."""
        if self.page_every_s is None:
            return f"×{self.factor:g}"
        return f"Page / {self.page_every_s:g} s"

    @property
    def words(self) -> str:
        """The pace in words."""
        if self.page_every_s is not None:
            return f"a page every {self.page_every_s:g} s"
        return "real time" if self.factor == 1 else f"{self.factor:g} times real time"


_FACTORS, _PAGES_EVERY_S = (1.0, 2.0, 5.0, 10.0, 20.0, 60.0), (10.0, 5.0, 3.0, 2.0)
PACES = (
    *(Pace(factor) for factor in _FACTORS),
    *(Pace(page_every_s=seconds) for seconds in _PAGES_EVERY_S),
)


def stepped(pace: Pace, steps: int) -> Pace:
    """Return the next faster or slower pace; the last of each end stays."""
    place = PACES.index(pace) + steps
    return PACES[min(max(place, 0), len(PACES) - 1)]
