"""The nets by name."""

from collections.abc import Mapping
from typing import Any

from ecgviewer.core import plugins
from ecgviewer.core.errors import EcgError
from ecgviewer.nets.beat_net import BeatEnsemble, BeatNet
from ecgviewer.nets.beat_sequence import BeatSequence, BeatSequences
from ecgviewer.nets.cam_net import CamNet
from ecgviewer.nets.ecgnet import Ecgnet
from ecgviewer.nets.hannun import Hannun
from ecgviewer.nets.mask_lstm import MaskLstm
from ecgviewer.nets.net import EcgNet
from ecgviewer.nets.resnet34 import ResNet34
from ecgviewer.nets.zihlmann import Zihlmann

NETS: dict[str, type[EcgNet]] = {
    "resnet34": ResNet34,
    "beat_net": BeatNet,
    "beat_ensemble": BeatEnsemble,
    "beat_sequence": BeatSequence,
    "beat_sequences": BeatSequences,
    "ecgnet": Ecgnet,
    "cam_net": CamNet,
    "mask_lstm": MaskLstm,
    "hannun": Hannun,
    "zihlmann": Zihlmann,
}
# Those that hold others as members.
ENSEMBLES = ("beat_ensemble", "beat_sequences")


def all_nets() -> dict[str, type[EcgNet]]:
    """Return the nets by name, with those of other packages, which replace none of ours."""
    return {**plugins.found(plugins.NETS).loaded, **NETS}


def build_net(name: str, options: Mapping[str, Any]) -> EcgNet:
    """Return a fresh net; raises EcgError for an unknown name or option."""
    nets = all_nets()
    if name not in nets:
        raise EcgError(f'No net is called "{name}"; known nets: {", ".join(nets)}.')
    try:
        return nets[name](**options)
    except TypeError as error:
        raise EcgError(f'The net "{name}" does not take the options {dict(options)}.') from error
