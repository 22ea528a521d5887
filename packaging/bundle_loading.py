"""Runs first inside a bundle: unpacks PyTorch's libraries when PyTorch is first looked for.

Nothing is unpacked for `--help`, and the window looks for PyTorch only once it stands.
"""

import ctypes
import os
import sys
import threading
import warnings
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from packed_library import SUFFIX, unpack, zstd_path

# In the order in which they need each other.
LIBRARIES = (
    *("libc10.so", "libgomp.so.1", "libtorch_cpu.so", "libtorch.so", "libshm.so"),
    "libtorch_python.so",
)


class TorchUnpacker:
    """A finder that finds nothing: it has the libraries ready before the real one looks."""

    def __init__(self, inside: Path) -> None:
        self._inside = inside
        self._lock = threading.Lock()
        self._ready = False

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Unpack before the first ``torch``; raises EcgError where there is no room."""
        if name == "torch" and not self._ready:
            with self._lock:
                if not self._ready:
                    self._load()
                    self._ready = True
        return None

    def _load(self) -> None:
        from ecgviewer.core.errors import EcgError

        folder = self._inside / "torch" / "lib"
        try:
            load_all([folder / name for name in LIBRARIES], zstd_path(self._inside))
        except OSError as error:
            raise EcgError(
                f"PyTorch could not be loaded into memory ({error}); it needs 400 MB that are free."
            ) from error


def load_all(libraries: Sequence[Path], zstd_file: str) -> None:
    """Load libraries, from the packed form where that is what there is. Raises OSError.

    Whatever needs them later finds them by their names, for they are there already.
    """
    handles: list[int] = []
    try:
        for library in libraries:
            packed = library.with_name(library.name + SUFFIX)
            if packed.exists():
                # Open until all are loaded: the loader takes a path that comes again for
                # the library that it had under it.
                handles.append(unpack(packed, zstd_file))
                _dlopen(f"/proc/self/fd/{handles[-1]}")
            else:
                _dlopen(str(library))
    finally:
        for handle in handles:
            os.close(handle)


def _dlopen(path: str) -> None:
    # Through a foreign call, which lets go of the interpreter's lock; ctypes.CDLL keeps it.
    system = ctypes.CDLL(None)
    system.dlopen.argtypes, system.dlopen.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    system.dlerror.restype = ctypes.c_char_p
    if not system.dlopen(os.fsencode(path), os.RTLD_NOW):
        raise OSError((system.dlerror() or b"no reason given").decode(errors="replace"))


if getattr(sys, "frozen", False) and sys.platform == "linux":
    # PyTorch wants its own source for a compiler that nothing here uses, and warns without it.
    warnings.filterwarnings("ignore", message="Unable to retrieve source for @torch.jit._overload")
    # PyInstaller keeps the folder of the parts under this name.
    sys.meta_path.insert(0, TorchUnpacker(Path(getattr(sys, "_MEIPASS"))))  # noqa: B009
