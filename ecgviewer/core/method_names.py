"""What methods of explanation are called, as papers write them."""

from collections.abc import Mapping

from ecgviewer.core import plugins
from ecgviewer.core.card import ModelCard
from ecgviewer.core.plugin_calls import prints_aside
from ecgviewer.core.text import later, tr

_NAMES = {
    "gradcam": later("Grad-CAM"),
    "hirescam": later("HiResCAM"),
    "gradient": later("Input gradient"),
    "input-gradient": later("Gradient × input"),
    "integrated": later("Integrated gradients"),
    "occlusion": later("Occlusion"),
    "cam": later("CAM"),
    "mask": later("Deletion mask"),
    "mask-paper": later("Deletion mask (paper)"),
    "shap": later("SHAP by lead"),
    "shap-gradient": later("SHAP by lead (gradient)"),
}
OWN_METHODS = frozenset(_NAMES)


def added_methods() -> Mapping[str, plugins.Explanation]:
    """Return the methods that other packages add; none takes a name of the program's own."""
    return {k: one for k, one in plugins.explanations().items() if k not in OWN_METHODS}


def added_methods_for(card: ModelCard) -> tuple[str, ...]:
    """Return the names of those that fit a model; if one fails to tell, it does, until asked."""
    return tuple(name for name, one in added_methods().items() if _fits(one, card))


def _fits(method: plugins.Explanation, card: ModelCard) -> bool:
    try:
        with prints_aside():
            return bool(method.fits(card))
    except (Exception, SystemExit):  # noqa: BLE001 (a stranger's code may raise anything)
        return True


def method_name(method: str) -> str:
    """Return a method's name for a reader; another package's has the title that it gives."""
    if method in _NAMES:
        return tr(_NAMES[method])
    added = added_methods().get(method)
    return added.title if added is not None else method
