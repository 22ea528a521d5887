import pytest
import torch
from torch import Tensor

from ecgviewer.explain.cam import class_activation, grad_cam, grad_cam_in_logits, hires_cam
from ecgviewer.inference.library import available_models, load_model
from ecgviewer.inference.probe import probe_input
from ecgviewer.nets.cam_net import CamNet
from ecgviewer.nets.resnet34 import ResNet34
from tests.made_models import SumNet, random_resnet34

MEAN_WEIGHTS = torch.tensor([[1.0, -2.0], [0.5, 0.0]])
MAX_WEIGHTS = torch.tensor([[3.0, 1.0], [0.0, -1.0]])
BIAS = torch.tensor([0.25, -0.5])


@pytest.fixture
def hand_net() -> SumNet:
    return SumNet(MEAN_WEIGHTS, MAX_WEIGHTS, BIAS)


@pytest.fixture
def inputs() -> Tensor:
    """One window of four cells a lead, the last of the first lead below zero."""
    window = torch.zeros(1, 2, 128)
    window[0, 0, ::32] = torch.tensor([1.0, 4.0, 2.0, -1.0])
    window[0, 1, ::32] = torch.tensor([0.0, 3.0, 5.0, 2.0])
    return window


def test_grad_cam_weights_a_channel_by_its_mean_gradient(hand_net: SumNet, inputs: Tensor):
    # Class 0: (1 + 3) / 4 for the first channel, (-2 + 1) / 4 for the second.
    expected = [1.0, 4.0 - 0.75, 2.0 - 1.25, -0.5]
    assert grad_cam(hand_net, inputs, 0)[0].tolist() == pytest.approx(expected)


def test_grad_cam_in_logits_says_as_much_for_a_class_as_hires_cam(hand_net: SumNet, inputs: Tensor):
    # Class 0: 1 + 3.25 + 0.75 speak for it, in HiResCAM 0.25 + 11.5 + 3.
    factor = 14.75 / 5.0
    expected = [factor * cell for cell in (1.0, 3.25, 0.75, -0.5)]
    assert grad_cam_in_logits(hand_net, inputs, 0)[0].tolist() == pytest.approx(expected)


def test_grad_cam_in_logits_is_grad_cam_under_a_mean_over_time(inputs: Tensor):
    net = SumNet(MEAN_WEIGHTS, torch.zeros(2, 2), BIAS)
    for class_index in (0, 1):
        scaled = grad_cam_in_logits(net, inputs, class_index)
        torch.testing.assert_close(scaled, grad_cam(net, inputs, class_index))


def test_grad_cam_in_logits_magnifies_by_no_more_than_the_cells_thin(inputs: Tensor):
    # 4 and -3 / 4 of the channels: 1 + 1.75 speak for the class, in HiResCAM 16 - 2.25.
    net = SumNet(torch.tensor([[0.0, -3.0]]), torch.tensor([[4.0, 0.0]]), BIAS[:1])
    scaled, plain = grad_cam_in_logits(net, inputs, 0), grad_cam(net, inputs, 0)
    torch.testing.assert_close(scaled, 4 * plain)


@pytest.mark.parametrize("class_index", [0, 1])
def test_a_window_of_zeros_has_a_map_of_zeros(hand_net: SumNet, class_index: int):
    assert not grad_cam_in_logits(hand_net, torch.zeros(1, 2, 128), class_index).any()


def test_hires_cam_puts_what_the_maximum_gave_at_the_maximum(hand_net: SumNet, inputs: Tensor):
    # Class 0: 1/4 and -2/4 of every cell, 3 x 4 at cell 1 and 1 x 5 at cell 2.
    expected = [0.25, 1.0 - 1.5 + 12.0, 0.5 - 2.5 + 5.0, -1.0]
    assert hires_cam(hand_net, inputs, 0)[0].tolist() == pytest.approx(expected)


def test_each_window_of_a_batch_gets_the_map_that_it_gets_alone(hand_net: SumNet, inputs: Tensor):
    other = inputs.flip(-1)
    for method in (grad_cam, grad_cam_in_logits, hires_cam):
        together = method(hand_net, torch.cat([inputs, other]), 1)
        torch.testing.assert_close(together[:1], method(hand_net, inputs, 1))
        torch.testing.assert_close(together[1:], method(hand_net, other, 1))


def test_hires_cam_adds_up_to_the_logit_without_its_bias():
    net = random_resnet34()
    # A head of ordinary size: freshly drawn ones give logits near nought.
    torch.nn.init.normal_(net.classifier.weight, std=0.5, generator=torch.manual_seed(2))
    inputs = torch.randn(1, 12, 5000, generator=torch.manual_seed(7))
    for class_index in (0, 4, 8):
        _check_sum(net, inputs, class_index)


@pytest.mark.parametrize("name", available_models())
def test_hires_cam_adds_up_to_the_logit_of_every_model_that_ships(name: str):
    model = load_model(name, "cpu")
    net = model.net
    if not isinstance(net, ResNet34):
        pytest.skip(f"the head of {name} is not linear after pooling")
    inputs = torch.from_numpy(probe_input(model.card.input))
    for class_index in range(len(model.card.labels)):
        _check_sum(net, inputs, class_index)


def _check_sum(net: ResNet34, inputs: Tensor, class_index: int) -> None:
    cells = hires_cam(net, inputs, class_index)
    with torch.inference_mode():
        expected = net(inputs)[0, class_index] - net.classifier.bias[class_index]
    assert cells.sum().item() == pytest.approx(expected.item(), rel=1e-4, abs=1e-5)


def test_a_map_leaves_no_gradient_and_no_hook_behind():
    net = random_resnet34()
    cells = grad_cam(net, torch.zeros(1, 12, 1000), 0)
    assert not cells.requires_grad
    assert all(parameter.grad is None for parameter in net.parameters())
    assert not any(module._forward_hooks or module._backward_hooks for module in net.modules())


def test_the_mean_of_a_class_activation_map_and_the_bias_make_the_logit():
    torch.manual_seed(2)
    net = CamNet().eval().requires_grad_(requires_grad=False)
    for module in net.modules():
        if isinstance(module, torch.nn.BatchNorm1d):
            torch.nn.init.normal_(module.bias, std=0.2)
    inputs = torch.randn(2, 1, 720, generator=torch.manual_seed(7))
    logits = net(inputs)
    for class_index in range(8):
        cells = class_activation(net, inputs, class_index)
        assert cells.shape == (2, 48)
        expected = logits[:, class_index] - net.classifier.bias[class_index]
        torch.testing.assert_close(cells.mean(dim=1), expected, rtol=1e-4, atol=1e-5)


def test_a_class_activation_map_is_its_weights_times_the_channels():
    torch.manual_seed(2)
    net = CamNet().eval().requires_grad_(requires_grad=False)
    inputs = torch.randn(1, 1, 720, generator=torch.manual_seed(8))
    by_hand = torch.einsum("k,bkt->bt", net.classifier.weight[3], net.features(inputs))
    torch.testing.assert_close(class_activation(net, inputs, 3), by_hand, rtol=1e-4, atol=1e-6)
