import numpy as np
import pytest

from ecgviewer.core.evidence import evidence, is_silent, part_of_heat, peak, positive
from ecgviewer.core.heat import Heat


def _heat(raw: list[float], step: float = 4.0) -> Heat:
    values = np.array([raw], dtype=np.float32)
    shown = (np.maximum(values, 0) / np.nanmax(values)).astype(np.float32)
    return Heat("AF", "hirescam", "m", 100, 100 + len(raw), ("II",), values, shown, step)


HEAT = _heat([np.nan, -1.0, 2.0, 4.0, 1.0, -3.0])


def test_evidence_adds_up_to_logits_and_forgets_what_speaks_against():
    assert positive(HEAT)[0].tolist() == [0, 0, 2, 4, 1, 0]
    assert peak(HEAT) == 4
    # A step of four samples: the cells' values are spread over four each.
    assert evidence(HEAT) == pytest.approx(7 / 4)
    assert evidence(HEAT, 103, 104) == pytest.approx(1.0)
    assert evidence(HEAT, 0, 102) == 0
    assert evidence(HEAT, 500, 600) == 0


def test_next_to_nothing_is_silence():
    assert not is_silent(HEAT)
    assert is_silent(_heat([0.01, 0.02, 0.01]))


def test_a_part_is_the_same_map_on_its_own_scale():
    part = part_of_heat(HEAT, 104, 106)
    assert (part.start, part.stop) == (104, 106)
    assert part.raw.tolist() == [[1.0, -3.0]]
    assert positive(part)[0].tolist() == positive(HEAT)[0, 4:].tolist()
    assert part.heat.max() == 1.0
