"""What tests of training share: made hospitals, and a net that trains in a second."""

from pathlib import Path

import pytest

from ecgviewer.nets.build import NETS
from ecgviewer.study.recipe import RECIPES
from tests.study.made_sets import DX, made_mv, write_challenge
from tests.study.small_net import add_to


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Know the net "small" and its recipes among the others."""
    nets, recipes = dict(NETS), dict(RECIPES)
    add_to(nets, recipes)
    for name in nets.keys() - NETS.keys():
        monkeypatch.setitem(NETS, name, nets[name])
    for name in recipes.keys() - RECIPES.keys():
        monkeypatch.setitem(RECIPES, name, recipes[name])


@pytest.fixture(scope="session")
def hospital(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 32 made records, sinus rhythm and AF in turn.

    By their names 24 are to be learnt from, 5 choose and 3 examine."""
    folder = tmp_path_factory.mktemp("made") / "infirmary"
    for number in range(32):
        label = "AF" if number % 2 else "SNR"
        write_challenge(folder / f"E{number:05}.hea", made_mv(label, number), DX[label])
    return folder
