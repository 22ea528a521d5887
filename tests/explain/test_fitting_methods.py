"""Explanations of other packages that fail are told as theirs; what they print is kept aside."""

import sys

import numpy as np
import pytest

from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.plugins import EXPLANATIONS
from ecgviewer.core.task import Task
from ecgviewer.explain.fitting_methods import methods_of
from ecgviewer.explain.heat import explain
from ecgviewer.inference.library import as_offered
from tests.made_models import card_of, noise, random_model, record_of
from tests.plugin_site import install_made, installed

MODULE = """
import torch
from ecgviewer.core.errors import Cancelled
from ecgviewer.core.plugins import Explanation
from ecgviewer.explain.methods import NetMap

def good(net, inputs, rate_hz, classes, task):
    print("hello")
    return NetMap(inputs[:, :1].clone().requires_grad_(), step=1.0)

def failing(*_):
    raise ValueError("no\\nidea")

def ending(*_):
    raise SystemExit(3)

def stopped(*_):
    raise Cancelled

def shape(*wanted):
    return lambda net, inputs, *_: NetMap(torch.zeros(*wanted), step=1.0)

GOOD = Explanation("Good", good)
RAISES = Explanation("Raises", failing)
ENDS = Explanation("Ends", ending)
STOPPED = Explanation("Stopped", stopped)
NOTHING = Explanation("Nothing", lambda *_: None)
SHAPE = Explanation("Shape", shape(1, 3, 50))
FLAT = Explanation("Flat", shape(5000))
NAN = Explanation("NaN", lambda net, inputs, *_: NetMap(inputs * float("nan"), step=1.0))
STEP = Explanation("Step", lambda net, inputs, *_: NetMap(inputs, step=0.0))
FAR = Explanation("Far", lambda net, inputs, *_: NetMap(inputs, step=1.0, first=9e5))
MASKS = Explanation("Masks", lambda net, inputs, *_: NetMap(inputs, step=1.0, masks=3))
UNFIT = Explanation("Unfit", good, fits=failing)
NEVER = Explanation("Never", good, fits=lambda card: False)
"""
NAMES = [line.split(" =")[0] for line in MODULE.splitlines() if " = Explanation(" in line]
POINTS = "\n".join([f"[{EXPLANATIONS}]", *(f"{name.lower()} = strange:{name}" for name in NAMES)])


@pytest.fixture
def strange(tmp_path):
    with installed(install_made(tmp_path, "strange", MODULE, POINTS)):
        yield


def ask(method: str):
    record = record_of(noise(12, 5_000))
    return explain(random_model(), record, "AF", method, 0, 5_000, Task())


@pytest.mark.parametrize(
    ("method", "told"),
    [
        ("raises", "strange fails over random: ValueError: no idea."),
        ("ends", "strange fails over random: SystemExit: 3."),
        ("unfit", "strange fails over random: ValueError: no idea."),
        ("nothing", "no map of the model random: it returns NoneType instead of NetMap;"),
        ("shape", "its cells are of the shape (1, 3, 50) instead of (1, 1 or 12, cells);"),
        ("flat", "its cells are of the shape (5000,) instead of (1, 1 or 12, cells);"),
        ("nan", "some of its cells are not finite;"),
        ("step", "its cells begin at 0.0 with a step of 0.0;"),
        ("far", "all of its cells lie outside the window;"),
        ("masks", "its masks are not one a window;"),
    ],
)
@pytest.mark.usefixtures("strange")
def test_one_that_fails_is_told_by_name_and_package(method, told):
    with pytest.raises(EcgError) as caught:
        ask(method)
    assert str(caught.value).startswith(f"The plug-in {method} of the package strange ")
    assert told in str(caught.value)


@pytest.mark.usefixtures("strange")
def test_what_it_prints_is_no_part_of_the_command_s_answer(capsys):
    stdout = sys.stdout
    heat = ask("good")
    assert np.isfinite(heat.raw).all()
    printed = capsys.readouterr()
    assert (printed.out, "hello" in printed.err) == ("", True)
    with pytest.raises(EcgError):
        ask("raises")
    assert sys.stdout is stdout


@pytest.mark.usefixtures("strange")
def test_a_stopped_one_is_stopped_and_no_failure():
    with pytest.raises(Cancelled):
        ask("stopped")


@pytest.mark.usefixtures("strange")
def test_one_that_cannot_tell_what_it_fits_is_offered_and_takes_no_model_down():
    offered = as_offered(card_of()).methods
    assert offered[:2] == ("gradcam", "hirescam")
    assert "unfit" in offered
    assert "never" not in offered
    assert set(methods_of(card_of())) == set(offered)
