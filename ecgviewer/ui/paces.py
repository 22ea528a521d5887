"""How fast the paper plays: so many times the heart's own time, or page by page."""

from dataclasses import dataclass

from ecgviewer.core.text import tr


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
        return tr("Page / {seconds} s", seconds=f"{self.page_every_s:g}")

    @property
    def words(self) -> str:
        """The pace in words."""
        if self.page_every_s is not None:
            return tr("a page every {seconds} s", seconds=f"{self.page_every_s:g}")
        if self.factor == 1:
            return tr("real time")
        return tr("{factor} times real time", factor=f"{self.factor:g}")


_FACTORS, _PAGES_EVERY_S = (1.0, 2.0, 5.0, 10.0, 20.0, 60.0), (10.0, 5.0, 3.0, 2.0)
PACES = (
    *(Pace(factor) for factor in _FACTORS),
    *(Pace(page_every_s=seconds) for seconds in _PAGES_EVERY_S),
)


def stepped(pace: Pace, steps: int) -> Pace:
    """Return the next faster or slower pace; the last of each end stays."""
    place = PACES.index(pace) + steps
    return PACES[min(max(place, 0), len(PACES) - 1)]
