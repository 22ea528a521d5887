"""What methods of explanation are called, as papers write them."""

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


def method_name(method: str) -> str:
    """Return a method's name for a reader; a method of another kind keeps its own."""
    return tr(_NAMES[method]) if method in _NAMES else method
