import pytest
import torch

from ecgviewer.core.task import Task
from ecgviewer.explain.blind_spots import (
    BEAT_MEASURES,
    GRADIENT_METHODS,
    MAP_METHODS,
    WITHOUT_PLACE,
    blind_spots,
)
from ecgviewer.explain.methods import METHODS
from ecgviewer.explain.shapley import LEAD_METHODS
from ecgviewer.nets.beat_net import BeatEnsemble, BeatNet
from ecgviewer.nets.net import EcgNet
from ecgviewer.signal.synthesis import synthesize
from tests.made_models import random_resnet34

RATE_HZ = 125.0
CLASSES = torch.tensor([0])
# Few channels: only what passes through them matters here.
SMALL = (16, 16, 16)


def test_the_methods_named_are_methods():
    assert {*GRADIENT_METHODS, *MAP_METHODS} <= {*METHODS, *LEAD_METHODS}


@pytest.mark.parametrize("net", [BeatNet(2, SMALL), BeatEnsemble(2, 2, SMALL)])
def test_gradients_are_called_partly_blind_on_nets_that_measure_beats(net: EcgNet):
    assert blind_spots(net) == {"gradient": BEAT_MEASURES, "shap-gradient": BEAT_MEASURES}


def test_maps_over_time_are_called_partly_blind_where_forests_have_a_say():
    torch.manual_seed(3)
    net = BeatEnsemble(2, 2, SMALL, n_trees=3).eval().requires_grad_(requires_grad=False)
    for forest in net.forests:
        forest.get_buffer("share").fill_(0.9)
    told = blind_spots(net)
    assert {told[name] for name in MAP_METHODS} == {WITHOUT_PLACE}
    assert {told[name] for name in GRADIENT_METHODS} == {BEAT_MEASURES}
    # And so it is: the forests lift each cell of signal by as much.
    nets_alone = BeatEnsemble(2, 2, SMALL).eval().requires_grad_(requires_grad=False)
    nets_alone.load_state_dict(net.state_dict(), strict=False)
    inputs = torch.from_numpy(synthesize("PVC", 4, 10.0, RATE_HZ).signals_mv)[None]
    cells, without = (
        METHODS["hirescam"](each, inputs, RATE_HZ, CLASSES, Task()).cells
        for each in (net, nets_alone)
    )
    lifted = cells - 0.5 * without
    assert lifted.min() > 0
    assert lifted.max() == pytest.approx(lifted.min().item(), rel=1e-3)


def test_nothing_is_said_of_a_net_that_reads_the_leads_alone():
    assert blind_spots(random_resnet34()) == {}


def test_what_is_said_is_true_of_a_net_that_listens_to_its_measures_alone():
    torch.manual_seed(3)
    net = BeatNet(2, SMALL).eval().requires_grad_(requires_grad=False)
    net.stem.get_submodule("0").get_parameter("weight")[:, :12] = 0
    inputs = torch.from_numpy(synthesize("PVC", 4, 10.0, RATE_HZ).signals_mv)[None]
    flat = torch.zeros_like(inputs)
    assert (net(inputs) - net(flat)).abs().max() > 0.01
    assert not METHODS["gradient"](net, inputs, RATE_HZ, CLASSES, Task()).cells.any()
    assert METHODS["hirescam"](net, inputs, RATE_HZ, CLASSES, Task()).cells.any()
