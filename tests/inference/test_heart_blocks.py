"""A heart's bundle branch block is told by another net, from the usual beats around."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.core.card import BEATS_IN_TURN
from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference import library
from ecgviewer.inference.card_file import read_card_file, write_card_file
from ecgviewer.inference.heart_blocks import AROUND, EVERY, with_blocks
from ecgviewer.inference.library import load_model, save
from ecgviewer.inference.loaded import LoadedModel, ready
from ecgviewer.inference.scan import scan
from ecgviewer.inference.strip_beats import detect_beats
from ecgviewer.inference.strip_input import STRIP_LEAD
from ecgviewer.nets.beat_sequence import BeatSequence
from ecgviewer.nets.build import build_net
from tests.beat_models import HandNet, beats_record
from tests.scan_models import LABELS, scan_card

N, PVC, PAC, AFIB, _, SBR, LBBB, RBBB = range(8)


class BlockNet(HandNet):
    """A beat whose window lies above the line is N, one below it RBBB."""

    def head(self, features: torch.Tensor) -> torch.Tensor:
        up_down = super().head(features)
        others = torch.full((len(up_down), 6), -50.0)
        return torch.cat([up_down[:, :1], others, up_down[:, 1:]], dim=1)


@pytest.fixture(scope="module")
def blocks() -> LoadedModel:
    return ready(scan_card(name="blocks"), BlockNet(), torch.device("cpu"))


def logits_of(*shares: dict[int, float]) -> np.ndarray:
    """Logits of beats with these probabilities, of all else next to nothing."""
    found = np.full((len(shares), len(LABELS)), 1e-9)
    for row, share in zip(found, shares, strict=True):
        row[list(share)] = list(share.values())
    return np.log(found / found.sum(axis=1, keepdims=True)).astype(np.float32)


def settled(
    logits: np.ndarray, ups: tuple[bool, ...], blocks: LoadedModel, asked: slice | None = None
) -> np.ndarray:
    record = beats_record(ups)
    every = slice(0, len(ups))
    beats = np.round(np.arange(1, len(ups) + 1) * record.rate_hz).astype(np.int64)
    found = with_blocks(logits, every, asked or every, beats, record, blocks, LABELS)
    return np.asarray(np.exp(found))


def test_usual_beats_get_the_block_of_their_heart_and_premature_ones_stay(blocks: LoadedModel):
    sure = [{N: 0.9, LBBB: 0.1}] * 20
    logits = logits_of(*sure[:10], {PVC: 1.0}, *sure[:9])
    found = settled(logits, (False,) * 20, blocks)
    usual = np.delete(found, 10, axis=0)
    np.testing.assert_allclose(usual[:, RBBB], 1, atol=1e-3)
    np.testing.assert_allclose(usual[:, [N, LBBB]], 0, atol=1e-3)
    assert found[10, PVC] == pytest.approx(1, abs=1e-3)


def test_a_heart_without_a_block_loses_what_the_net_itself_made_of_it(blocks: LoadedModel):
    found = settled(logits_of(*[{N: 0.4, RBBB: 0.5, PAC: 0.1}] * 20), (True,) * 20, blocks)
    np.testing.assert_allclose(found[:, [N, PAC, RBBB]], [[0.9, 0.1, 0]] * 20, atol=1e-3)


def test_rhythms_keep_what_they_have(blocks: LoadedModel):
    logits = logits_of(*[{N: 0.2, AFIB: 0.5, SBR: 0.1, PAC: 0.2}] * 12)
    found = settled(logits, (False,) * 12, blocks)
    np.testing.assert_allclose(found[:, [AFIB, PAC]], [[0.5, 0.2]] * 12, atol=1e-3)
    np.testing.assert_allclose(found[:, RBBB], 0.3, atol=1e-3)


def test_what_premature_beats_look_like_is_not_taken_for_a_block(blocks: LoadedModel):
    """Every beat that is asked about is premature and upside down, but the first."""
    early = [place % EVERY == 0 and place > 0 for place in range(40)]
    logits = logits_of(*[{PVC: 1.0} if one else {N: 1.0} for one in early])
    found = settled(logits, tuple(not one for one in early), blocks)
    assert found[:, RBBB].max() < 0.01


def test_where_no_usual_beat_is_around_nothing_is_told(blocks: LoadedModel):
    found = settled(logits_of(*[{PVC: 0.6, N: 0.4}] * 8), (False,) * 8, blocks)
    assert np.isfinite(found).all()
    none = settled(logits_of(*[{PVC: 1.0}] * 8), (False,) * 8, blocks)
    np.testing.assert_allclose(none[:, PVC], 1, atol=1e-3)


def test_a_part_is_told_as_the_whole_is(blocks: LoadedModel):
    rng = np.random.default_rng(2)
    ups = tuple((rng.random(3 * AROUND) < 0.5).tolist())
    logits = rng.normal(0, 2, (len(ups), len(LABELS))).astype(np.float32)
    whole = settled(logits, ups, blocks)
    part = slice(AROUND + 3, AROUND + 30)
    np.testing.assert_allclose(settled(logits, ups, blocks, part), whole[part], atol=1e-5)


def test_each_beat_is_told_by_those_around_it_alone(blocks: LoadedModel):
    n = 3 * AROUND
    ups = tuple(place < n // 2 for place in range(n))
    found = settled(logits_of(*[{N: 1.0}] * n), ups, blocks)
    np.testing.assert_allclose(found[: n // 2 - AROUND, RBBB], 0, atol=1e-3)
    np.testing.assert_allclose(found[n // 2 + AROUND :, RBBB], 1, atol=1e-3)
    assert (np.diff(found[:, RBBB]) > -1e-6).all()


def test_a_scan_asks_the_other_net(blocks: LoadedModel):
    torch.manual_seed(3)
    card = scan_card(net="beat_sequence", input=replace(STRIP_LEAD, windows=BEATS_IN_TURN))
    model = ready(card, BeatSequence(width=32), torch.device("cpu"))
    record = beats_record((False,) * 60)
    assert detect_beats(record).size >= 58
    alone = scan(model, record, Task())
    both = scan(replace(model, blocks=blocks), record, Task())
    premature = [PVC, PAC, AFIB]
    np.testing.assert_allclose(both.scores[:, premature], alone.scores[:, premature], atol=1e-5)
    yielded = alone.scores[:, [N, SBR, LBBB, RBBB]].sum(axis=1)
    np.testing.assert_allclose(both.scores[:, RBBB], yielded, atol=0.02)


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model of beats in turn that names another for the blocks, which is not there yet."""
    monkeypatch.setattr(library, "model_folders", lambda: (tmp_path,))
    spec = replace(STRIP_LEAD, windows=BEATS_IN_TURN)
    options = {"n_classes": 8, "width": 32}
    card = scan_card(name="turns", net="beat_sequence", net_options=options, input=spec)
    net = BeatSequence(**options).eval()
    save(tmp_path / "turns", net, replace(card, blocks_by="others"))
    return tmp_path


def test_a_model_is_loaded_with_the_one_that_tells_blocks(folders: Path):
    assert "others is not installed" in load_model("turns", "cpu").notes[-1]
    save(folders / "others", build_net("mask_lstm", {}).eval(), scan_card(net="mask_lstm"))
    model = load_model("turns", "cpu")
    assert model.blocks is not None
    assert model.blocks.folder == folders / "others"
    assert model.notes == ()


def test_a_model_that_tells_no_blocks_is_refused(folders: Path):
    card = replace(read_card_file(folders / "turns"), name="others", blocks_by="")
    save(folders / "others", load_model("turns", "cpu").net, card)
    with pytest.raises(EcgError, match="others does not tell bundle branch blocks"):
        load_model("turns", "cpu")


def test_a_model_does_not_tell_blocks_in_its_own_place(folders: Path):
    write_card_file(folders / "turns", replace(read_card_file(folders / "turns"), name="others"))
    with pytest.raises(EcgError, match="has blocks told by another model"):
        load_model("turns", "cpu")
