"""Which program, on what machine, made a model."""

import subprocess
from importlib.metadata import version
from pathlib import Path

import torch


def provenance(device: torch.device, processes: int) -> dict[str, str | int | None]:
    """Return the program's version and commit (None outside a checkout) and the device."""
    name = torch.cuda.get_device_name(device) if device.type == "cuda" else "CPU"
    return {
        "version": version("ecgviewer"),
        "commit": _commit(),
        "torch": torch.__version__,
        "device": name,
        "processes": processes,
    }


def _commit() -> str | None:
    folder = Path(__file__).resolve().parents[2]
    if not (folder / ".git").exists():
        return None
    try:
        command = ["git", "-C", str(folder), "rev-parse", "HEAD"]
        said = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return said.stdout.strip()
