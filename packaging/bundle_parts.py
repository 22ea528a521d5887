"""What a bundle holds and what it leaves out.

Left out is what no command of ecgviewer ever imports: packages that only tests use, the
compilers of PyTorch, the parts of Qt that draw no widgets. `bundle_flows.py` runs every
command with the result.
"""

import re
from collections.abc import Iterable

# A line of PyInstaller's tables: where it goes, where it comes from, what it is.
Entry = tuple[str, str, str]

# Extras of the program, which says in a sentence where it lacks one.
OPTIONAL = ("openvino", "ray", "pyarrow")
WITHOUT = (
    # Only tests compare with these, or files of readers that ecgviewer has itself.
    *("shap", "numba", "llvmlite", "pandas", "wfdb", "aiohttp", "requests", "urllib3", "slicer"),
    *("tqdm", "tzdata"),
    # Tools of development.
    *("pytest", "setuptools", "pip", "pkg_resources", "wheel", "IPython", "tkinter", "sphinx"),
    *("pydoc_data", "lib2to3", "ensurepip", "idlelib"),
    *OPTIONAL,
    # What PyTorch imports only to compile, export, profile or test programs.
    *("functorch", "jinja2", "networkx", "fsspec", "filelock", "triton"),
    *("torch.utils.benchmark", "torch.utils.tensorboard", "torch.onnx._internal"),
    *("torch.distributed.elastic", "torch.distributed.pipelining", "torch.distributed.fsdp"),
    *(f"torch._inductor.{name}" for name in ("codegen", "fx_passes", "kernel", "compile_fx")),
    *(f"torch._inductor.{name}" for name in ("lowering", "autoheuristic", "ir")),
    *(
        f"torch.testing._internal.{name}"
        for name in ("common_utils", "common_methods_invocations", "opinfo", "distributed")
    ),
    *("scipy.cluster", "scipy.datasets", "scipy.odr", "scipy.io._fast_matrix_market._fmm_core"),
    *(f"sklearn.{name}" for name in ("cluster", "manifold", "mixture", "gaussian_process")),
    *(f"sklearn.{name}" for name in ("neural_network", "datasets", "cross_decomposition")),
    "sklearn.feature_extraction",
    # PyTorch reckons with sympy's core.
    *(f"sympy.{name}" for name in ("physics", "stats", "vector", "diffgeom", "holonomic")),
    *(f"sympy.{name}" for name in ("categories", "crypto", "liealgebras", "benchmarks")),
    # Qt is there for widgets, SVG and printing alone.
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL"),
    *("PySide6.QtOpenGLWidgets", "PySide6.QtTest"),
)

# PyTorch reads the source of these when it is imported.
WITH_SOURCE = (
    *("torch._functorch.config", "torch._export.config", "torch.fx.experimental._config"),
    *("torch.distributed.config", "torch._dynamo.config", "torch.compiler.config"),
    *("torch.utils.serialization.config", "torch._inductor.config"),
    "torch._inductor.config_comms",
)

LANGUAGES = ("de", "en")

_DROPPED = tuple(
    re.compile(pattern)
    for pattern in (
        r"torch/(test|include|share|utils/model_dump|_inductor/kernel|_export/serde)/",
        r"torch/bin/(?!torch_shm_manager)",
        r"torch/lib/lib(aoti_custom_ops|backend_with_compiler|jitbackend_test|torchbind_test)\.",
        r"torch/.*\.pyi$",
        r"(scipy|numpy|sklearn|matplotlib|pyqtgraph|h5py|edfio|pydicom)/(.*/)?tests?/",
        r"sklearn/.*(\.pyx|\.pxd|\.tp|\.h|meson\.build)$",
        r"matplotlib/mpl-data/(sample_data|images|fonts/(afm|pdfcorefonts))/",
        r"matplotlib/mpl-data/fonts/ttf/(STIX|cm|DejaVuSerif|DejaVuSansMono|.*Oblique)",
        # matplotlib writes PNG alone, with letters of its own.
        r"PIL/_(avif|webp|imaging(cms|ft|math|morph|tk))",
        r"pillow\.libs/lib(avif|webp|sharpyuv|lcms2)",
        # Qt: no network, no consoles without a desktop, no other picture formats.
        r"PySide6/.*lib(Qt6)?(Network|EglFS|EglFs|WlShell)",
        r"PySide6/Qt/plugins/(egldeviceintegrations|generic|networkinformation|tls|qmltooling)/",
        r"PySide6/Qt/plugins/platforms/libq(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)\.",
        r"PySide6/Qt/plugins/platformthemes/libqgtk3",
        r"PySide6/Qt/plugins/imageformats/(lib)?q(icns|tga|tiff|wbmp|webp|gif)\.",
        r"PySide6/Qt/plugins/wayland-shell-integration/lib(fullscreen|ivi|wl)-shell",
        r"PySide6/Qt/plugins/wayland-graphics-integration-client/libvulkan",
        r"PySide6/QtNetwork\.",
        # Pictures of README, what translators read, examples, addresses of the network.
        r"ecgviewer/resources/(screenshot|text/.*\.ts$)",
        r"(sklearn/datasets|certifi)/",
        r"lib-dynload/(_?test|_?ctypes_test|xx|readline|_curses|_tkinter|nis|ossaudio)",
    )
)
_TRANSLATION = re.compile(r"PySide6/(Qt/)?translations/.*_(\w+)\.qm$")

# Of the system's libraries only what Python itself needs; those of the desktop must fit its
# drivers, and a package depends on them.
_CARRIED = re.compile(r"lib(python3|ffi|ssl|crypto|sqlite3|zstd|lzma|bz2|uuid)[.-]")


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries of a table of files that belong into the bundle."""
    return [entry for entry in entries if not _left_out(entry)]


def _left_out(entry: Entry) -> bool:
    target, source = entry[0].replace("\\", "/"), entry[1].replace("\\", "/")
    if any(pattern.search(target) for pattern in _DROPPED):
        return True
    translation = _TRANSLATION.search(target)
    if translation is not None:
        return translation[2] not in LANGUAGES
    name = target.rsplit("/", 1)[-1]
    return is_of_the_system(source) and _CARRIED.match(name) is None


def is_of_the_system(source: str) -> bool:
    """Whether a file comes from the folders of the system's own libraries on Linux."""
    return re.match(r"(/usr)?/lib(64|/)", source) is not None
