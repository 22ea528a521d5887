"""Codes of leads, beats and waves that hospital formats share.

Sources: ISO/IEEE 11073-10102 (MDC codes of annotated ECGs), EN 1064 (SCP-ECG leads), DICOM
PS3.16, CID 3001 (leads) and CID 3335 (annotations), which number leads as SCP-ECG does.
"""

from typing import Final

from ecgviewer.io.annotations import SYMBOLS

# SCP-ECG's number of a lead: "5.6.3-9-61" in its own codes, "2:61" in those of MDC.
_STANDARD = {1: "I", 2: "II", 61: "III", 62: "aVR", 63: "aVL", 64: "aVF", 65: "-aVR"}
_CHEST = {
    **{number: f"V{number - 2}" for number in range(3, 10)},
    **{number: f"V{number - 8}R" for number in range(10, 16)},
    **{number: f"MCL{number - 91}" for number in range(92, 98)},
}
_OTHERS = {
    16: "X", 17: "Y", 18: "Z", 19: "CC5", 20: "CM5", 21: "LA", 22: "RA", 23: "LL",
    66: "V8", 67: "V9", 68: "V8R", 69: "V9R", 70: "Nehb D", 71: "Nehb A", 72: "Nehb J",
    75: "A1", 76: "A2", 77: "A3", 78: "A4", 88: "VR", 89: "VL", 90: "VF", 91: "MCL",
    98: "CC", 99: "CC1", 100: "CC2", 101: "CC3", 102: "CC4", 103: "CC6", 104: "CC7",
    105: "CM", 106: "CM1", 107: "CM2", 108: "CM3", 109: "CM4", 110: "CM6", 121: "CM7",
    122: "CH5", 125: "CR5", 126: "ML", 127: "AB1", 128: "AB2", 129: "AB3", 130: "AB4",
    131: "ES", 132: "AS", 133: "AI", 147: "RL",
}  # fmt: skip
LEAD_BY_NUMBER: Final = _STANDARD | _CHEST | _OTHERS
# They follow from leads that were recorded: 31 is lead I again.
_DERIVED_LIMB = {31: "I", 32: "II", 111: "III", 112: "aVR", 113: "aVL", 114: "aVF"}
DERIVED_BY_NUMBER: Final = _DERIVED_LIMB | {number: f"V{number - 32}" for number in range(33, 39)}

# MDC's word and number (partition 10) of a beat, and WFDB's symbol where one means the same.
_BEATS: Final = (
    ("NORMAL", 8208, "N"),
    ("ABNORMAL", 8224, "?"),
    ("DOMINANT", 8240, "?"),
    ("SV_P_C", 8256, "S"),
    ("ATR_P_C", 8272, "A"),
    ("JUNC_P_C", 8288, "J"),
    ("ATR_P_C_ABERR", 8304, "a"),
    ("ATR_PWAVE_BLK", 8320, "x"),
    ("V_P_C", 8336, "V"),
    ("V_P_C_FUSION", 8352, "F"),
    ("V_P_C_RONT", 8368, "r"),
    ("SV_ESC", 8384, "n"),
    ("ATR_ESC", 8400, "e"),
    ("JUNC_ESC", 8416, "j"),
    ("V_ESC", 8432, "E"),
    ("BB_BLK", 8448, "B"),
    ("LBB_BLK_COMP", 8464, "L"),
    ("RBB_BLK_COMP", 8496, "R"),
    ("PACED", 8704, "/"),
    ("PACED_FUS", 8720, "f"),
    ("UNKNOWN", 8736, "Q"),
    ("LEARN", 8752, "?"),
)
BEAT_BY_WORD: Final = {word: symbol for word, _, symbol in _BEATS}
BEAT_BY_NUMBER: Final = {number: symbol for _, number, symbol in _BEATS}

# The waves that have a symbol of their own; others are told in words.
WAVE_BY_WORD: Final = {"PWAVE": "p", "TWAVE": "t", "UWAVE": "u"}
WAVE_BY_NUMBER: Final = {256: "p", 1024: "t", 1152: "u"}

NOTE: Final = '"'
"""The symbol of a mark that says what it is in words."""
BEAT_OF_NO_CLASS: Final = "?"
ONSET, END = SYMBOLS[39], SYMBOLS[40]
