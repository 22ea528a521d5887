"""The notebook's functions: their docstrings hold, and what they refuse gets a sentence."""

import doctest
import math
import subprocess
import sys

import numpy as np
import pytest

import ecgviewer
from ecgviewer import api
from ecgviewer.core.errors import EcgError


def test_every_example_of_the_docstrings_holds():
    outcome = doctest.testmod(api)
    assert outcome.attempted > 10
    assert outcome.failed == 0


def test_the_answer_is_that_of_the_command_line(capsys):
    import json

    from ecgviewer.cli.main import main

    record = api.demo_record("af")
    answer = api.analyze(record.path)
    assert main(["analyze", "--json", str(record.path)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["model"] == answer.model
    assert told["scores"] == pytest.approx(answer.scores, abs=1e-6)


def test_a_long_record_is_explained_where_it_speaks_most_for_the_class():
    record = api.demo_record("long")
    heat = api.explain(record, "AF", model="best12")
    assert heat.stop - heat.start < 60 * record.rate_hz
    asked = api.explain(record, "AF", model="best12", start_s=10, stop_s=20)
    assert (asked.start, asked.stop) == (10 * record.rate_hz, 20 * record.rate_hz)


def test_a_picture_is_true_to_scale_and_can_be_kept(tmp_path):
    from PySide6.QtGui import QImage

    picture = api.plot(api.demo_record("snr"), theme="dark", layout="6x2")
    image = QImage(str(picture.save(tmp_path / "page.png")))
    assert image.width() / image.dotsPerMeterX() * 1000 == pytest.approx(267, abs=0.5)
    assert b"267" in picture.save(tmp_path / "page.svg").read_bytes()[:600]
    with pytest.raises(EcgError, match=r"page\.gif is no picture"):
        picture.save(tmp_path / "page.gif")


def test_what_is_not_there_is_refused_with_a_sentence():
    with pytest.raises(EcgError, match='No demo is called "x"; there are af, iavb'):
        api.demo_record("x")
    with pytest.raises(EcgError, match="'3x5' is not a valid Layout"):
        api.plot(api.demo_record(), layout="3x5")
    with pytest.raises(EcgError, match='has no label "XX"'):
        api.explain(api.demo_record(), "XX")


def test_importing_the_package_loads_neither_numpy_nor_qt():
    code = "import sys, ecgviewer; print({'numpy', 'torch', 'PySide6'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_records_are_the_window_s_own():
    record = api.demo_record("pac")
    assert isinstance(record.read(0, 10), np.ndarray)
    assert api.open_record is ecgviewer.open_record
    assert record.path.name == "demo_pac.hea"


@pytest.mark.parametrize(
    "options",
    [
        {"speed_mm_per_s": 0},
        {"speed_mm_per_s": 1e-9},
        {"speed_mm_per_s": math.nan},
        {"gain_mm_per_mv": -1},
        {"start_s": math.nan},
    ],
)
def test_pages_that_cannot_be_are_refused_at_once(options):
    with pytest.raises(EcgError, match="The page cannot"):
        api.plot(api.demo_record("af"), **options)


@pytest.mark.parametrize("span", [{"start_s": -5}, {"start_s": math.nan}, {"stop_s": math.inf}])
def test_spans_that_cannot_be_are_refused(span):
    with pytest.raises(EcgError, match="demo_af has nothing to explain at"):
        api.explain(api.demo_record("af"), "AF", **span)


def test_an_explanation_that_reaches_beyond_a_record_is_none_of_it():
    long = api.demo_record("long")
    heat = api.explain(long, "AF", model="best12", start_s=20, stop_s=30)
    with pytest.raises(EcgError, match="The explanation is not of demo_af"):
        api.plot(api.demo_record("af"), heat)
