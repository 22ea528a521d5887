"""An offline ECG viewer whose local model says what it finds and shows where."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ecgviewer.io.open import open_record

__version__ = "0.1.0"
__all__ = ["__version__", "open_record"]


def __getattr__(name: str) -> Any:
    # The readers and numpy load with the first use, so that `--help` waits for neither.
    if name == "open_record":
        from ecgviewer.io.open import open_record

        return open_record
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
