import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from ecgviewer.core.card import Calibration
from ecgviewer.core.errors import EcgError
from ecgviewer.inference import library
from ecgviewer.inference.library import (
    available_models,
    default_model,
    load_model,
    read_card,
    save,
)
from ecgviewer.inference.probe import probe_input
from ecgviewer.nets.build import build_net
from tests.beat_models import SPEC, beat_card
from tests.made_models import (
    LABELS,
    card_of,
    noise,
    random_model,
    random_model_folder,
    random_resnet34,
    record_of,
)

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A model folder that a test may spoil."""
    return Path(shutil.copytree(random_model_folder(), tmp_path / "spoilt"))


def _change_card(folder: Path, change: Change) -> None:
    card = json.loads((folder / "card.json").read_text())
    change(card)
    (folder / "card.json").write_text(json.dumps(card))


def test_a_saved_model_answers_as_the_net_did_within_half_precision():
    model = random_model()
    inputs = torch.from_numpy(probe_input(model.card.input))
    with torch.inference_mode():
        torch.testing.assert_close(
            model.net(inputs), random_resnet34()(inputs), atol=1e-4, rtol=0.0
        )


def test_saving_leaves_the_net_in_training_and_stores_kernels_in_half_precision(tmp_path: Path):
    net = random_resnet34().train().requires_grad_()
    save(tmp_path / "new", net, card_of())
    assert net.training
    assert next(net.parameters()).requires_grad
    assert (tmp_path / "new" / "weights.safetensors").stat().st_size < 34e6
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "card.json",
        "weights.safetensors",
    ]


def test_a_card_comes_back_as_it_was_saved_and_odd_metrics_become_null(tmp_path: Path):
    metrics = {"macro_auc": 0.9, "per_class": {"STE": {"auc": float("nan")}}}
    saved = save(tmp_path, random_resnet34(), card_of(metrics=metrics, limits=("Few STE.",)))
    assert saved.labels == LABELS
    assert saved.input == card_of().input
    assert saved.limits == ("Few STE.",)
    assert saved.metrics == {"macro_auc": 0.9, "per_class": {"STE": {"auc": None}}}
    assert read_card(tmp_path) == saved


def test_a_calibration_comes_back_as_it_was_saved_and_leaves_the_stored_answer_alone(
    tmp_path: Path,
):
    calibration = Calibration(scale=(0.5,) * 9, offset=tuple(0.1 * i for i in range(9)))
    saved = save(tmp_path, random_resnet34(), card_of(calibration=calibration))
    assert read_card(tmp_path) == saved
    assert saved.calibration == calibration
    assert saved.probe == random_model().card.probe


def test_a_loaded_net_evaluates_and_learns_nothing():
    net = random_model().net
    assert not net.training
    assert not any(parameter.requires_grad for parameter in net.parameters())


def test_a_changed_byte_in_the_weights_is_refused(copied: Path):
    weights = bytearray((copied / "weights.safetensors").read_bytes())
    weights[20_000_000] ^= 1
    (copied / "weights.safetensors").write_bytes(weights)
    with pytest.raises(EcgError, match="weights of the model random are not those"):
        load_model(copied)


def test_missing_weights_are_named(copied: Path):
    (copied / "weights.safetensors").unlink()
    with pytest.raises(EcgError, match="Of the model random only the card is here"):
        load_model(copied)


def _drop_a_label(card: dict[str, Any]) -> None:
    card["labels"].pop()
    card["thresholds"].pop()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_drop_a_label, "its card has 8 labels, its net 9"),
        (lambda card: card["thresholds"].pop(), "as many thresholds as labels"),
        (lambda card: card.update(net="resnet99"), 'No net is called "resnet99"'),
        (lambda card: card.update(net_options={"n_leads": 8}), "do not fit its net"),
        (lambda card: card["input"]["leads"].pop(), "cannot take 11 leads"),
        (lambda card: card["input"].update(scale=20.0), "answer stored on its card"),
        (lambda card: card["probe"].clear(), "answer stored on its card"),
        (lambda card: card["input"].update(filters=["magic"]), "uses the filters median"),
        (lambda card: card["input"].update(pad="top"), "pads on the side"),
        (lambda card: card.update(combine="guess"), "combines windows by"),
        (lambda card: card.update(format_version=7), "not of version 1"),
        (lambda card: card.pop("labels"), "lacks 'labels'"),
        (lambda card: card["input"].pop("n_samples"), "lacks 'n_samples'"),
        (lambda card: card["input"].update(rate_hz="fast"), "could not convert"),
        (lambda card: card.update(labels="AF"), "'AF' is no list"),
        (lambda card: card.update(input=None), "is wrong"),
        (lambda card: card.update(calibration={"scale": [1.0]}), "lacks 'offset'"),
        (
            lambda card: card.update(calibration={"scale": [1.0], "offset": [0.0]}),
            "calibrates each label",
        ),
        (
            lambda card: card.update(calibration={"scale": [-1.0] * 9, "offset": [0.0] * 9}),
            "none upside down",
        ),
        (lambda card: card["input"].update(windows="anywhere"), "places windows in turn or"),
        (lambda card: card["input"].update(windows="around beats"), "reads lead II alone"),
        (lambda card: card.update(explained_by={"mask": "other"}), "methods of its own"),
    ],
)
def test_a_card_that_does_not_fit_is_refused_in_a_sentence(
    copied: Path, change: Change, sentence: str
):
    _change_card(copied, change)
    with pytest.raises(EcgError, match=sentence):
        load_model(copied)


def test_another_nets_weights_are_refused_even_with_their_own_hash(copied: Path, tmp_path: Path):
    other = save(tmp_path / "other", random_resnet34(seed=2), card_of())
    shutil.copy(tmp_path / "other" / "weights.safetensors", copied)
    _change_card(copied, lambda card: card.update(weights_sha256=other.weights_sha256))
    with pytest.raises(EcgError, match="answer stored on its card"):
        load_model(copied)


def test_a_card_that_is_no_json_is_refused(copied: Path):
    (copied / "card.json").write_text("{")
    with pytest.raises(EcgError, match=r"card\.json of the model spoilt cannot be read"):
        read_card(copied)


def test_an_unknown_model_is_named_beside_the_known_ones(models: Path):
    with pytest.raises(EcgError, match='"nothing"; models here: best1, best12'):
        load_model("nothing")


def test_an_absent_gpu_is_refused_only_where_it_was_asked_for():
    if torch.cuda.is_available():
        pytest.skip("this machine has a GPU")
    assert load_model(random_model_folder(), "auto").device_name == "CPU"
    with pytest.raises(EcgError, match="No CUDA device"):
        load_model(random_model_folder(), "cuda")


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of models; of one only the card is there."""
    for name in ("best12", "best1"):
        shutil.copytree(random_model_folder(), tmp_path / name)
    (tmp_path / "original").mkdir()
    shutil.copy(random_model_folder() / "card.json", tmp_path / "original")
    monkeypatch.setattr(library, "model_folders", lambda: (tmp_path,))
    return tmp_path


def test_models_with_a_card_and_weights_are_listed(models: Path):
    (models / "no_model").mkdir()
    assert available_models() == ("best1", "best12")


def test_a_card_without_weights_is_read_but_not_loaded(models: Path):
    assert library.read_card("original").labels
    with pytest.raises(EcgError, match="only the card is here"):
        load_model("original", "cpu")


def test_one_or_two_leads_go_to_the_net_made_for_them_and_twelve_do_not(models: Path):
    assert default_model(record_of(noise(1, 5000), ("II",))) == "best1"
    assert default_model(record_of(noise(12, 5000))) == "best12"
    shutil.rmtree(models / "best1")
    assert default_model(record_of(noise(2, 5000), ("II", "V1"))) == "best12"


def test_methods_that_explain_an_absent_model_are_not_offered(models: Path):
    methods, named = ("cam", "mask", "gradient"), {"cam": "cam_net", "mask": "best12"}
    card = replace(library.read_card("best1"), methods=methods, explained_by=named)
    assert library.as_offered(card).methods == ("mask", "gradient")
    library.refuse_absent("best12")
    with pytest.raises(EcgError, match="The model cam_net is not installed"):
        library.refuse_absent("cam_net")


def test_without_any_model_the_sentence_says_where_one_belongs(models: Path):
    shutil.rmtree(models / "best1")
    shutil.rmtree(models / "best12")
    with pytest.raises(EcgError, match="No model is installed"):
        default_model(record_of(noise(12, 5000)))


def test_a_card_keeps_where_windows_lie_that_labels_exclude_each_other_and_who_explains(
    tmp_path: Path,
):
    torch.manual_seed(1)
    card = beat_card(net="mask_lstm", net_options={"n_classes": 2}, explained_by={"cam": "cam_net"})
    kept = save(tmp_path / "beats", build_net("mask_lstm", {"n_classes": 2}), card)
    assert (kept.input, kept.exclusive) == (SPEC, True)
    assert kept.explained_by == {"cam": "cam_net"}
    assert load_model(tmp_path / "beats", "cpu").card == kept


def test_a_card_that_says_nothing_of_windows_reads_them_in_turn(copied: Path):
    def forget(card: dict[str, Any]) -> None:
        del card["exclusive"], card["explained_by"], card["input"]["windows"]

    _change_card(copied, forget)
    card = load_model(copied, "cpu").card
    assert (card.input.windows, card.exclusive, dict(card.explained_by)) == ("in turn", False, {})
