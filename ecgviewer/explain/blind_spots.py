"""What a method of explanation cannot see of a net, in words for window and terminal."""

from ecgviewer.nets.net import EcgNet

# Methods that follow a logit's gradient back to the leads.
GRADIENT_METHODS = ("gradient", "shap-gradient")
BEAT_MEASURES = (
    "Partly blind: gradients miss what the model measures of each beat, such as how early it comes."
)


def blind_spots(net: EcgNet) -> dict[str, str]:
    """Return, for each method that misses a part of this net, the sentence that says so.

    A net that widens its input measures beats on the way, and no gradient passes through
    these measures (see beat_channels): what they add, the leads' own gradients never show.
    """
    measures_beats = type(net).widen is not EcgNet.widen
    return dict.fromkeys(GRADIENT_METHODS, BEAT_MEASURES) if measures_beats else {}
