"""What methods of explanation are called, as papers write them."""

_NAMES = {
    "gradcam": "Grad-CAM",
    "hirescam": "HiResCAM",
    "gradient": "Input gradient",
    "input-gradient": "Gradient × input",
    "integrated": "Integrated gradients",
    "occlusion": "Occlusion",
    "cam": "CAM",
    "mask": "Deletion mask",
    "mask-paper": "Deletion mask (paper)",
    "shap": "SHAP by lead",
    "shap-gradient": "SHAP by lead (gradient)",
}


def method_name(method: str) -> str:
    """Return a method's name for a reader; a method of another kind keeps its own."""
    return _NAMES.get(method, method)
