import threading

import pytest
import torch
from torch import Tensor

from ecgviewer.core.errors import EcgError
from ecgviewer.nets.build import NETS, build_net
from ecgviewer.nets.resnet34 import ResNet34
from tests.made_models import random_resnet34


def _n_parameters(net: torch.nn.Module) -> int:
    return sum(parameter.numel() for parameter in net.parameters())


@pytest.mark.parametrize(
    ("n_leads", "expected"), [(12, 16_610_185), (8, 16_606_345), (1, 16_599_625)]
)
def test_the_net_has_the_published_number_of_parameters(n_leads: int, expected: int):
    with torch.device("meta"):
        assert _n_parameters(ResNet34(n_leads=n_leads)) == expected


def test_thirty_seconds_shrink_as_published_from_stem_to_last_stage():
    net = random_resnet34()
    lengths = []
    with torch.inference_mode():
        hidden: Tensor = net.stem(torch.zeros(1, 12, 15_000))
        lengths.append(hidden.shape[-1])
        for last_block in (3, 7, 13, 16):
            first_block = {3: 0, 7: 3, 13: 7, 16: 13}[last_block]
            hidden = net.stages[first_block:last_block](hidden)
            lengths.append(hidden.shape[-1])
    assert lengths == [3750, 3750, 1875, 938, 469]
    assert hidden.shape == (1, 512, 469)


def test_features_and_head_make_the_logits():
    net = random_resnet34()
    inputs = torch.randn(2, 12, 1000, generator=torch.manual_seed(3))
    with torch.inference_mode():
        features = net.features(inputs)
        pooled = torch.cat([features.mean(-1), features.amax(-1)], dim=1)
        by_hand = pooled @ net.classifier.weight.T + net.classifier.bias
        torch.testing.assert_close(net(inputs), by_hand)


def test_a_cell_of_the_last_stage_is_centred_on_its_input_sample():
    # With equal positive weights every sample in reach of a cell moves it, so the middle of
    # its reach is its centre; max-pooling, asked for the largest of three equals, takes the
    # first, two samples early.
    net = ResNet34(n_leads=1)
    inputs = torch.ones(1, 1, 15_000, requires_grad=True)
    for parameter in net.parameters():
        torch.nn.init.constant_(parameter, 1e-2)
    net.eval()
    cell = 200
    (gradient,) = torch.autograd.grad(net.features(inputs)[0, :, cell].sum(), inputs)
    seen = torch.nonzero(gradient[0, 0]).flatten()
    middle = (seen.min() + seen.max()).item() / 2
    assert middle == pytest.approx(net.cell_step * cell, abs=2)


def test_two_threads_share_one_net_and_get_the_same_answer():
    net = random_resnet34()
    inputs = torch.randn(2, 12, 2000, generator=torch.manual_seed(5))
    with torch.inference_mode():
        alone = [net(inputs[row : row + 1]) for row in range(2)]
    answers: dict[int, list[Tensor]] = {0: [], 1: []}

    def ask(row: int) -> None:
        with torch.inference_mode():
            answers[row] += [net(inputs[row : row + 1]) for _ in range(3)]

    threads = [threading.Thread(target=ask, args=(row,)) for row in answers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for row, found in answers.items():
        assert len(found) == 3
        for answer in found:
            torch.testing.assert_close(answer, alone[row])


def test_every_net_says_how_far_its_cells_lie_apart():
    assert all(isinstance(net.cell_step, int) for net in NETS.values())


def test_an_unknown_net_or_option_is_named():
    with pytest.raises(EcgError, match='"resnet99"'):
        build_net("resnet99", {})
    with pytest.raises(EcgError, match="n_rooms"):
        build_net("resnet34", {"n_rooms": 3})
