"""Captum as the oracle of the class activation maps. It is a test extra."""

import pytest
import torch

from ecgviewer.explain.cam import grad_cam, hires_cam
from ecgviewer.nets.resnet34 import ResNet34
from tests.made_models import random_resnet34

attr = pytest.importorskip("captum.attr", reason="captum is not installed")


@pytest.fixture
def net() -> ResNet34:
    made = random_resnet34()
    torch.nn.init.normal_(made.classifier.weight, std=0.5, generator=torch.manual_seed(2))
    return made


@pytest.mark.parametrize("class_index", [0, 7])
def test_grad_cam_is_captums(net: ResNet34, class_index: int):
    inputs = torch.randn(2, 12, 1500, generator=torch.manual_seed(7))
    theirs = attr.LayerGradCam(net, net.stages).attribute(
        inputs.requires_grad_(), target=class_index, relu_attributions=False
    )
    ours = grad_cam(net, inputs.detach(), class_index)
    torch.testing.assert_close(ours, theirs.squeeze(1).detach(), rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("class_index", [0, 7])
def test_hires_cam_is_captums_gradient_times_activation(net: ResNet34, class_index: int):
    inputs = torch.randn(2, 12, 1500, generator=torch.manual_seed(7))
    theirs = attr.LayerGradientXActivation(net, net.stages).attribute(
        inputs.requires_grad_(), target=class_index
    )
    ours = hires_cam(net, inputs.detach(), class_index)
    torch.testing.assert_close(ours, theirs.sum(dim=1).detach(), rtol=1e-4, atol=1e-6)
