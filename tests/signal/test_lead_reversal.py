import numpy as np
import pytest

from ecgviewer.signal.beat_shape import N_POINTS, swapped_shapes
from ecgviewer.signal.lead_reversal import CHEST_SWAPS, LIMB_SWAPS, UNDOING, chest_order, swapped
from ecgviewer.signal.leads import CHEST_LEADS, STANDARD_LEADS, derive_limb_leads

RNG = np.random.default_rng(5)
# Potentials of the electrodes RA, LA, LL, V1-V6.
ELECTRODES = dict(zip(("RA", "LA", "LL", *CHEST_LEADS), RNG.normal(size=(9, 50)), strict=True))


def _leads(potentials: dict[str, np.ndarray]) -> np.ndarray:
    """The twelve leads by their definitions."""
    ra, la, ll = (potentials[name] for name in ("RA", "LA", "LL"))
    leads = {"I": la - ra, "II": ll - ra, **derive_limb_leads(la - ra, ll - ra)}
    leads |= {name: potentials[name] - (ra + la + ll) / 3 for name in CHEST_LEADS}
    return np.stack([leads[name] for name in STANDARD_LEADS])


def _exchanged(one: str, other: str) -> dict[str, np.ndarray]:
    return {**ELECTRODES, one: ELECTRODES[other], other: ELECTRODES[one]}


@pytest.mark.parametrize("name", ["RA/LA", "RA/LL", "LA/LL"])
def test_two_swapped_limb_cables_give_what_their_electrodes_would(name: str):
    expected = _leads(_exchanged(*name.split("/")))
    found = swapped(_leads(ELECTRODES), LIMB_SWAPS[name])
    np.testing.assert_allclose(found, expected, atol=1e-6)


def test_the_right_arms_cable_on_the_right_leg_silences_lead_ii():
    # The legs are at one potential, so the cable at the arm's plug reads that of the left leg.
    expected = _leads({**ELECTRODES, "RA": ELECTRODES["LL"]})
    found = swapped(_leads(ELECTRODES), LIMB_SWAPS["RA/RL"])
    np.testing.assert_allclose(found, expected, atol=1e-6)
    assert not found[STANDARD_LEADS.index("II")].any()


def test_chest_leads_change_places_and_the_limb_leads_stay():
    leads = _leads(ELECTRODES)
    found = swapped(leads, CHEST_SWAPS["V2/V5"])
    order = ["V1", "V5", "V3", "V4", "V2", "V6"]
    np.testing.assert_allclose(found[:6], leads[:6], atol=1e-6)
    rows = [STANDARD_LEADS.index(name) for name in order]
    np.testing.assert_allclose(found[6:], leads[rows], atol=1e-6)
    np.testing.assert_array_equal(chest_order(order), CHEST_SWAPS["V2/V5"])


@pytest.mark.parametrize("group", UNDOING)
def test_every_swap_that_is_undone_is_its_own_inverse(group: str):
    shapes = RNG.normal(size=(3, 8, N_POINTS))
    shapes -= np.median(shapes, axis=2, keepdims=True)
    shapes /= np.sqrt(np.mean(shapes**2, axis=(1, 2), keepdims=True))
    flat = shapes.reshape(3, -1)
    for matrix in UNDOING[group].values():
        np.testing.assert_allclose(matrix @ matrix, np.eye(8), atol=1e-6)
        twice = swapped_shapes(swapped_shapes(flat, [matrix])[0], [matrix])[0]
        # The median's place moves a little when leads are mixed; the beat does not.
        assert np.corrcoef(twice.ravel(), flat.ravel())[0, 1] > 0.98
