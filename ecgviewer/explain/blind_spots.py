"""What a method of explanation cannot see of a net, in words for window and terminal."""

from ecgviewer.core.text import later, tr
from ecgviewer.nets.beat_net import BeatEnsemble
from ecgviewer.nets.net import EcgNet

# Methods that follow a logit's gradient back to the leads, and to the last map over time.
GRADIENT_METHODS = ("gradient", "shap-gradient")
MAP_METHODS = ("gradcam", "hirescam")
BEAT_MEASURES = later(
    "Partly blind: gradients miss what the model measures of each beat, such as how early it comes."
)
WITHOUT_PLACE = later(
    "Partly blind: what the model decides by measured values has no place in time; "
    "it is spread evenly over the trace."
)


def blind_spots(net: EcgNet) -> dict[str, str]:
    """Return, for each method that misses a part of this net, the sentence that says so.

    A net that widens its input measures beats on the way, and no gradient passes through
    these measures (see beat_channels): what they add, the leads' own gradients never show.
    What forests say lies evenly over the last map (see BeatEnsemble).
    """
    told: dict[str, str] = {}
    if type(net).widen is not EcgNet.widen:
        told |= dict.fromkeys(GRADIENT_METHODS, tr(BEAT_MEASURES))
    if isinstance(net, BeatEnsemble) and len(net.forests) > 0:
        told |= dict.fromkeys(MAP_METHODS, tr(WITHOUT_PLACE))
    return told
