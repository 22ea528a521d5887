"""Damaged bytes of a Philips file give a record or a sentence, never another error."""

import contextlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecgviewer.io.philips_xli import unpack_leads
from tests.io.fuzzing import CHANGES, KEPT, check_changed, check_many, read_through
from tests.io.made_philips import LEADS, made_counts, packed_leads, with_pulse, write_philips
from tests.io.xml_fuzzing import ODD_VALUES, with_odd_values

KINDS = ("packed", "packed 1.03", "plain", "signal alone")


def seeds(folder: Path) -> dict[str, bytes]:
    """Return small files, one of each form; the signal's bytes alone make most of the last."""
    path = folder / "made.xml"
    counts = made_counts(n_samples=24)
    beats = made_counts(n_samples=16)
    long = made_counts(n_samples=400)

    def content(**options) -> bytes:
        return write_philips(path, **options).read_bytes()

    return {
        "packed": content(counts=with_pulse(counts), beats=beats, written_as="utf-8"),
        "packed 1.03": content(counts=counts, version="1.03", written_as="iso-8859-1"),
        "plain": content(counts=counts, encoding="Plain", packing="", written_as="utf-16"),
        "signal alone": content(counts=long, leads=LEADS, written_as="utf-8"),
    }


N_EACH = [1, pytest.param(len(ODD_VALUES), marks=pytest.mark.slow)]


@pytest.fixture(scope="module")
def made_files(tmp_path_factory) -> dict[str, bytes]:
    return seeds(tmp_path_factory.mktemp("seeds"))


@pytest.mark.parametrize("kind", KINDS)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=CHANGES, kept=KEPT)
def test_changed_bytes_give_a_record_or_a_sentence(kind, changes, kept, made_files, tmp_path):
    check_changed(tmp_path / "changed.xml", made_files[kind], changes, kept)


@pytest.mark.parametrize("n_each", N_EACH)
@pytest.mark.parametrize("version", ["1.03", "1.04.01"])
def test_an_odd_value_in_any_place_gives_a_record_or_a_sentence(version, n_each, tmp_path):
    path = tmp_path / "changed.xml"
    counts, beats = made_counts(n_samples=8), made_counts(n_samples=4)
    write_philips(path, counts, version=version, beats=beats, written_as="utf-8")
    for document in with_odd_values(path.read_text("utf-8"), n_each):
        path.write_text(document, "utf-8")
        read_through(path)


@settings(max_examples=300, deadline=None)
@given(
    changes=st.lists(st.tuples(st.integers(0, 1_000), st.integers(0, 255)), max_size=8),
    kept=st.integers(0, 1_200),
)
def test_a_changed_packing_gives_leads_or_a_reason(changes, kept):
    packed = bytearray(packed_leads(made_counts(n_samples=60)))
    for place, value in changes:
        packed[place % len(packed)] = value
    with contextlib.suppress(ValueError):
        leads = unpack_leads(bytes(packed[:kept]), len(LEADS), 60)
        assert all(2 <= lead.size <= 60 and np.abs(lead).max() <= 1 << 15 for lead in leads)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_a_hundred_thousand_changed_files_give_records_or_sentences(made_files, tmp_path):
    check_many(tmp_path / "changed.xml", made_files, 100_000)
