"""Models from elsewhere: checked, taken in, or refused with a sentence."""

import json
import shutil

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.paths import models_folder
from ecgviewer.inference import library, model_adding
from ecgviewer.inference.model_adding import add_model, remove_model
from tests.made_models import random_model_folder


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Where the user's own models lie."""
    folder = tmp_path / "data" / "models"
    monkeypatch.setattr(model_adding, "own_models_folder", lambda: folder)
    monkeypatch.setattr(library, "own_models_folder", lambda: folder)
    return folder


@pytest.fixture
def given(tmp_path):
    """A sound model as somebody hands it on, with a file that no model needs."""
    folder = tmp_path / "given"
    shutil.copytree(random_model_folder(), folder)
    (folder / "setup.py").write_text("raise SystemExit")
    return folder


def change_card(folder, **changes):
    path = folder / "card.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def test_a_sound_model_is_taken_in_and_can_be_asked(own, given):
    assert add_model(given).name == "random"
    assert "random" in library.available_models()
    assert library.load_model("random", "cpu").card.name == "random"
    # What no model needs stays where it was.
    assert sorted(path.name for path in (own / "random").iterdir()) == [
        "card.json",
        "weights.safetensors",
    ]


def changed_weights(folder):
    path = folder / "weights.safetensors"
    path.write_bytes(path.read_bytes()[:-4] + b"\0\1\2\3")


REFUSED = {
    "no card": (lambda f: (f / "card.json").unlink(), "is no model"),
    "other weights": (changed_weights, "are not those that its card describes"),
    "no weights": (lambda f: (f / "weights.safetensors").unlink(), "its weights must be trained"),
    "another net": (lambda f: change_card(f, net="hannun"), "do not fit its net"),
    "unknown net": (lambda f: change_card(f, net="theirs"), 'No net is called "theirs"'),
    "other answer": (
        lambda f: change_card(f, probe={"logits": [1.0] * 9, "tolerance": 0.01}),
        "does not give the answer stored",
    ),
    "fewer labels": (
        lambda f: change_card(f, labels=["AF"], thresholds=[0.5]),
        "has 1 labels, its net 9",
    ),
    "huge window": (
        lambda f: change_card(
            f, input=json.loads((f / "card.json").read_text())["input"] | {"n_samples": 10**12}
        ),
        "no window of more than",
    ),
    "path as a name": (lambda f: change_card(f, name="../best12"), "is no name for one"),
    "name that ships": (lambda f: change_card(f, name="best12"), "one that ships with ecgviewer"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_wrong_is_refused_with_a_sentence_and_nothing_is_left(kind, own, given):
    change, expected = REFUSED[kind]
    change(given)
    with pytest.raises(EcgError, match=expected) as raised:
        add_model(given)
    assert "\n" not in str(raised.value)
    assert not own.exists() or not any(own.iterdir())
    assert not own.parent.exists() or [x.name for x in own.parent.iterdir()] in ([], ["models"])


def test_the_same_model_is_not_taken_in_twice(own, given):
    add_model(given)
    with pytest.raises(EcgError, match=r"random is here already\."):
        add_model(given)


def test_one_s_own_model_can_be_taken_away_and_those_that_ship_cannot(own, given):
    add_model(given)
    remove_model("random")
    assert not any(own.iterdir())
    with pytest.raises(EcgError, match="best12 ships with ecgviewer and stays"):
        remove_model("best12")
    with pytest.raises(EcgError, match="is not among your own models"):
        remove_model("../models")


def test_a_card_of_fewer_leads_than_its_net_takes_by_their_places_is_refused(own, tmp_path):
    folder = tmp_path / "few"
    shutil.copytree(models_folder() / "best12", folder)
    card = json.loads((folder / "card.json").read_text())
    leads = card["input"]["leads"][:3]
    change_card(folder, name="few", input=card["input"] | {"leads": leads})
    with pytest.raises(EcgError, match="The net of the model few cannot take 3 leads"):
        add_model(folder)
    assert not own.joinpath("few").exists()
