import pytest
import torch

from ecgviewer.core.task import Task
from ecgviewer.explain.blind_spots import GRADIENT_METHODS, blind_spots
from ecgviewer.explain.methods import METHODS
from ecgviewer.explain.shapley import LEAD_METHODS
from ecgviewer.nets.beat_net import BeatEnsemble, BeatNet
from ecgviewer.nets.net import EcgNet
from ecgviewer.signal.synthesis import synthesize
from tests.made_models import random_resnet34

RATE_HZ = 125.0
# Few channels: only what passes through them matters here.
SMALL = (16, 16)


def test_the_methods_named_are_methods():
    assert set(GRADIENT_METHODS) <= {*METHODS, *LEAD_METHODS}


@pytest.mark.parametrize("net", [BeatNet(2, SMALL), BeatEnsemble(2, 2, SMALL)])
def test_gradients_are_called_partly_blind_on_nets_that_measure_beats(net: EcgNet):
    told = blind_spots(net)
    assert set(told) == {"gradient", "shap-gradient"}
    assert all(sentence.startswith("Partly blind") for sentence in told.values())


def test_nothing_is_said_of_a_net_that_reads_the_leads_alone():
    assert blind_spots(random_resnet34()) == {}


def test_what_is_said_is_true_of_a_net_that_listens_to_its_measures_alone():
    torch.manual_seed(3)
    net = BeatNet(2, SMALL).eval().requires_grad_(requires_grad=False)
    net.stem.get_submodule("0").get_parameter("weight")[:, :12] = 0
    inputs = torch.from_numpy(synthesize("PVC", 4, 10.0, RATE_HZ).signals_mv)[None]
    flat = torch.zeros_like(inputs)
    assert (net(inputs) - net(flat)).abs().max() > 0.01
    assert not METHODS["gradient"](net, inputs, RATE_HZ, 0, Task()).cells.any()
    assert METHODS["hirescam"](net, inputs, RATE_HZ, 0, Task()).cells.any()
