"""Other people's viewers, each as its makers would set it up for a long record.

mne-qt-browser is not among our requirements: `pip install mne mne-qt-browser`.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication, QWidget

Signals = NDArray[np.floating]
# Of twelve leads one above the other, in mV between their baselines.
LEAD_STEP_MV = 2.0


class PeerViewer(Protocol):
    """Shows a part of a record; returns once it is painted."""

    def show(self, start_s: float, view_s: float) -> None:
        """Show ``view_s`` seconds from ``start_s`` on."""
        ...


def has_mne() -> bool:
    """Whether mne-qt-browser is installed."""
    return find_spec("mne_qt_browser") is not None


class PyqtgraphViewer:
    """A plot of one curve a lead: clipped to the view, peaks kept, antialiased.

    pen_px: 1 is its own default, and by far its fastest; ours on the same page is wider.
    """

    def __init__(
        self, signals_mv: Signals, rate_hz: float, size: tuple[int, int], pen_px: float
    ) -> None:
        pyqtgraph = import_module("pyqtgraph")
        pyqtgraph.setConfigOptions(antialias=True)
        self._application = QApplication.instance() or QApplication([])
        self._plot: Any = pyqtgraph.PlotWidget()
        self._plot.resize(*size)
        self._plot.setMouseEnabled(y=False)
        self._plot.showGrid(x=True, y=True)
        self._plot.setYRange(-LEAD_STEP_MV * len(signals_mv), LEAD_STEP_MV, padding=0)
        times_s = np.arange(signals_mv.shape[1]) / rate_hz
        for row, lead_mv in enumerate(signals_mv):
            pen = pyqtgraph.mkPen("k", width=pen_px)
            self._plot.plot(times_s, lead_mv - LEAD_STEP_MV * row, pen=pen)
        self._plot.setClipToView(True)
        self._plot.setDownsampling(auto=True, mode="peak")
        self._plot.show()

    def show(self, start_s: float, view_s: float) -> None:
        """Show a span."""
        self._plot.setXRange(start_s, start_s + view_s, padding=0)
        _paint(self._application, self._plot.viewport())


class MneViewer:
    """mne-qt-browser with its own settings, which downsample; it does not antialias."""

    def __init__(self, signals_mv: Signals, rate_hz: float, size: tuple[int, int]) -> None:
        mne = import_module("mne")
        mne.set_log_level("ERROR")
        self._application = QApplication.instance() or QApplication([])
        names = [f"lead {row}" for row in range(len(signals_mv))]
        info = mne.create_info(names, rate_hz, "ecg")
        signals_mv *= 1e-3  # volts
        raw = mne.io.RawArray(signals_mv, info, copy=None, verbose="error")
        mne.viz.set_browser_backend("qt")
        self._browser: Any = raw.plot(
            duration=10.0,
            n_channels=len(names),
            scalings={"ecg": 1e-3},
            show=False,
            block=False,
            use_opengl=False,
            remove_dc=False,
        )
        self._browser.resize(*size)
        self._browser.show()
        self._application.processEvents()

    def show(self, start_s: float, view_s: float) -> None:
        """Show a span."""
        self._browser.mne.plt.setXRange(start_s, start_s + view_s, padding=0)
        _paint(self._application, self._browser.mne.view.viewport())


def _paint(application: Any, widget: QWidget) -> None:
    widget.update()
    application.processEvents()
