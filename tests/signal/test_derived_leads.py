from itertools import combinations

import numpy as np
import pytest

from ecgviewer.core.record import Lead
from ecgviewer.signal.derived_leads import derivations, with_derived, with_derived_samples
from ecgviewer.signal.leads import LIMB_LEADS, STANDARD_LEADS, derive_limb_leads
from tests.made_models import noise, record_of

LEAD_I, LEAD_II = noise(2, 100)
ALL = {"I": LEAD_I, "II": LEAD_II, **derive_limb_leads(LEAD_I, LEAD_II)}


@pytest.mark.parametrize("pair", list(combinations(LIMB_LEADS, 2)))
def test_any_two_limb_leads_give_the_other_four(pair):
    leads = [Lead(name, place) for place, name in enumerate(pair)]
    derived = derivations(leads)
    assert {lead.name for lead in derived} == set(LIMB_LEADS) - set(pair)
    samples = with_derived_samples(np.stack([ALL[name] for name in pair]), derived)
    assert samples.dtype == np.float32
    for place, lead in enumerate(derived):
        np.testing.assert_allclose(samples[2 + place], ALL[lead.name], atol=1e-5)


@pytest.mark.parametrize(
    "leads",
    [
        [Lead("I", 0), Lead("V1", 1)],
        [Lead("I", 0), Lead("MLII", 1)],
        [Lead("I", 0), Lead("II", 1, calibrated=False)],
        [Lead("I", 0), Lead("II", 1, "mmHg", is_ecg=False)],
        [Lead(name, place) for place, name in enumerate(STANDARD_LEADS)],
    ],
    ids=["one limb lead", "a modified lead", "no scale", "no voltage", "nothing is absent"],
)
def test_nothing_is_derived_from_what_cannot_give_it(leads):
    assert derivations(leads) == ()


def test_a_gap_in_one_lead_is_a_gap_in_what_follows_from_it():
    samples = np.array([[1, np.nan, 3], [1, 1, 1]], dtype=np.float32)
    derived = derivations([Lead("I", 0), Lead("II", 1)])
    third = with_derived_samples(samples, derived)[2]
    assert np.isnan(third).tolist() == [False, True, False]


def test_a_record_reads_its_derived_leads_below_its_own():
    record = record_of(np.stack([LEAD_I, LEAD_II]), ("I", "II"))
    more = with_derived(record)
    assert more.lead_names == ("I", "II", "III", "aVR", "aVL", "aVF")
    assert [lead.derived for lead in more.leads] == [False] * 2 + [True] * 4
    assert more.read(-10, 20).shape == (6, 30)
    np.testing.assert_allclose(more.read(5, 50)[3], ALL["aVR"][5:50], atol=1e-6)
    assert with_derived(more) is more
