"""The colours of the paper."""

from dataclasses import dataclass
from enum import StrEnum

from ecgviewer.paper.view import Theme


class Ink(StrEnum):
    """What a stroke or a text is drawn with; each theme gives it its colour."""

    TRACE = "trace"
    DIMMED = "dimmed"
    TEXT = "text"
    QUIET = "quiet"
    TICK = "tick"
    HATCH = "hatch"
    MARK = "mark"
    RAIL = "rail"
    STAMP = "stamp"
    GRID = "grid"
    PVC = "pvc"
    PAC = "pac"
    BLOCK = "block"
    AFIB = "afib"
    SVTA = "svta"
    SBR = "sbr"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Colours:
    """Hex colours of one theme; contrasts on the paper are tested."""

    paper: str
    minor: str
    major: str
    inks: dict[Ink, str]


COLOURS: dict[Theme, Colours] = {
    Theme.LIGHT: Colours(
        "#FFF4F4",
        "#F7D0D0",
        "#E8A6A6",
        {
            Ink.TRACE: "#101418",
            Ink.DIMMED: "#A7A3A6",
            Ink.TEXT: "#1B2126",
            Ink.QUIET: "#5B6670",
            Ink.TICK: "#6B757D",
            Ink.HATCH: "#7A8388",
            Ink.MARK: "#1F6FB2",
            Ink.RAIL: "#1F6FB2",
            Ink.STAMP: "#9A4A4A",
            Ink.GRID: "#E8A6A6",
            Ink.PVC: "#A8410A",
            Ink.PAC: "#7A3DA8",
            Ink.BLOCK: "#6A5A1E",
            Ink.AFIB: "#A6246B",
            Ink.SVTA: "#0B6B73",
            Ink.SBR: "#3B4FA3",
            Ink.READER: "#1B6E3C",
        },
    ),
    Theme.DARK: Colours(
        "#0E1416",
        "#1B2629",
        "#2A3A3E",
        {
            Ink.TRACE: "#E8F1EE",
            Ink.DIMMED: "#56636A",
            Ink.TEXT: "#EDF2F4",
            Ink.QUIET: "#9AA7B0",
            Ink.TICK: "#8B989F",
            Ink.HATCH: "#7F9094",
            Ink.MARK: "#6FB7F0",
            Ink.RAIL: "#FDE725",
            Ink.STAMP: "#D9A7A0",
            Ink.GRID: "#2A3A3E",
            Ink.PVC: "#FDB366",
            Ink.PAC: "#CBA6F2",
            Ink.BLOCK: "#CDBE86",
            Ink.AFIB: "#F291C6",
            Ink.SVTA: "#63CBD2",
            Ink.SBR: "#A3B4FF",
            Ink.READER: "#7FD89A",
        },
    ),
    Theme.PRINT: Colours(
        "#FFFFFF",
        "#D9D9D9",
        "#B0B0B0",
        {
            Ink.TRACE: "#000000",
            Ink.DIMMED: "#A0A0A0",
            Ink.TEXT: "#000000",
            Ink.QUIET: "#4A4A4A",
            Ink.TICK: "#5A5A5A",
            Ink.HATCH: "#7A8388",
            Ink.MARK: "#1F6FB2",
            Ink.RAIL: "#1F6FB2",
            Ink.STAMP: "#5A5A5A",
            Ink.GRID: "#B0B0B0",
            Ink.PVC: "#A8410A",
            Ink.PAC: "#7A3DA8",
            Ink.BLOCK: "#6A5A1E",
            Ink.AFIB: "#A6246B",
            Ink.SVTA: "#0B6B73",
            Ink.SBR: "#3B4FA3",
            Ink.READER: "#1B6E3C",
        },
    ),
}

# What a model's classes are drawn with; usual beats stay quiet.
INK_OF_LABEL = {
    "N": Ink.QUIET,
    "PVC": Ink.PVC,
    "PAC": Ink.PAC,
    "LBBB": Ink.BLOCK,
    "RBBB": Ink.BLOCK,
    "AFIB": Ink.AFIB,
    "SVTA": Ink.SVTA,
    "SBR": Ink.SBR,
}
