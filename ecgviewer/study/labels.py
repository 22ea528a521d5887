"""The nine classes of system A: what every data set's statements say about each.

A cell is positive, negative or not judged; cells that are not judged leave the loss
and every metric. The table of rules below is the whole mapping ("clinical"): per class
the statements that make it positive and those under which nobody can say.
"""

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

LABELS = ("SNR", "AF", "IAVB", "LBBB", "RBBB", "PAC", "PVC", "STD", "STE")
NOT_JUDGED = math.nan

Cells = dict[str, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """One class: positive with any of ``positive``, else not judged with any of ``unsure``."""

    positive: frozenset[str]
    unsure: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mapping9:
    """The rules of one vocabulary.

    normal: the statement for normal sinus rhythm. company: what may stand beside it (None:
    anything that is not abnormal). abnormal: statements beyond the eight findings under
    which SNR is certainly absent. ste_judged_by: STE is negative only beside this
    statement (None: wherever its rule does not doubt it).
    """

    rules: Mapping[str, Rule]
    normal: str
    abnormal: frozenset[str]
    company: frozenset[str] | None = frozenset()
    ste_judged_by: str | None = None


def _rule(positive: str, unsure: str = "") -> Rule:
    return Rule(frozenset(positive.split()), frozenset(unsure.split()))


_SCP_ISCHEMIA = (
    "ISC_ ISCAL ISCAN ISCAS ISCIL ISCIN ISCLA INJAL INJAS INJIL INJIN INJLA DIG ANEUR NST_"
)
# PTB-XL's SCP-ECG statements, at any likelihood.
PTB_XL = Mapping9(
    rules={
        "AF": _rule("AFIB", "AFLT"),
        "IAVB": _rule("1AVB", "2AVB 3AVB LPR PACE AFIB AFLT"),
        "LBBB": _rule("CLBBB", "ILBBB PACE"),
        "RBBB": _rule("CRBBB", "IRBBB PACE"),
        "PAC": _rule("PAC", "SVARR BIGU TRIGU PRC(S)"),
        "PVC": _rule("PVC", "BIGU TRIGU PRC(S)"),
        "STD": _rule("STD_", f"{_SCP_ISCHEMIA} PACE CLBBB STE_"),
        "STE": _rule("STE_"),
    },
    normal="NORM",
    abnormal=frozenset({"AFLT", "PACE", "SVTAC", "PSVT", "3AVB"}),
    company=None,
    ste_judged_by="NORM",
)

# Non-specific ST-T change, ST interval abnormal, ischaemia, infarction (old, acute,
# anterior), T wave change, early repolarisation and Q waves say something of the ST
# segment without saying depression or elevation.
_SNOMED_ST = (
    "428750005 164930006 413844008 164861001 426434006 425419005 425623009 164865005 164867002 "
    "57054005 54329005 164934002 59931005 428417006 704997005 55930002 164917005"
)
_SNOMED_PACED = "10370003 251268003 251266004"
# SNOMED CT codes of the PhysioNet challenges.
SNOMED = Mapping9(
    rules={
        "AF": _rule("164889003", "164890007"),
        "IAVB": _rule(
            "270492004",
            f"195042002 426183003 54016002 27885002 164947007 {_SNOMED_PACED} 164889003 164890007",
        ),
        "LBBB": _rule("164909002", f"251120003 {_SNOMED_PACED}"),
        "RBBB": _rule("59118001 713427006", f"713426002 {_SNOMED_PACED}"),
        "PAC": _rule("284470004 63593006", "251173003"),
        "PVC": _rule("164884008 427172004 17338001 11157007", "251180001"),
        "STD": _rule("429622005", f"{_SNOMED_ST} {_SNOMED_PACED} 164909002 164931005"),
        "STE": _rule("164931005", f"{_SNOMED_ST} {_SNOMED_PACED}"),
    },
    normal="426783006",
    abnormal=frozenset(f"164890007 426761007 713422000 27885002 {_SNOMED_PACED}".split()),
)

_LUDB_PACED = (
    "unipolar-ventricular-pacing bipolar-ventricular-pacing biventricular-pacing "
    "unipolar-atrial-pacing"
)
_LUDB_ST = (
    "undefined-ischemia/scar/supp.nstemi ischemia scar-formation early-repolarization-syndrome "
    "non-specific-repolarization-abnormalities"
)
# LUDB's sentences, shortened by ludb_statement. ST depression is never stated there.
LUDB = Mapping9(
    rules={
        "AF": _rule("atrial-fibrillation", "atrial-flutter"),
        "IAVB": _rule(
            "i-degree-av-block",
            f"iii-degree-av-block atrial-fibrillation atrial-flutter {_LUDB_PACED}",
        ),
        "LBBB": _rule(
            "complete-left-bundle-branch-block",
            f"incomplete-left-bundle-branch-block {_LUDB_PACED}",
        ),
        "RBBB": _rule(
            "complete-right-bundle-branch-block",
            f"incomplete-right-bundle-branch-block {_LUDB_PACED}",
        ),
        "PAC": _rule("atrial-extrasystole", "wandering-atrial-pacemaker"),
        "PVC": _rule("ventricular-extrasystole"),
        "STE": _rule("stemi", f"{_LUDB_ST} {_LUDB_PACED}"),
    },
    normal="sinus-rhythm",
    abnormal=frozenset(f"atrial-flutter iii-degree-av-block {_LUDB_PACED}".split()),
    company=frozenset({"electric-axis-of-the-heart"}),
)

# CPSC 2018's class numbers and words; its reference judges all nine.
CPSC_NUMBERS = dict(zip("123456789", LABELS, strict=True))
CPSC_WORDS = {"Normal": "SNR", "I-AVB": "IAVB"} | {label: label for label in LABELS}


def judge(statements: Collection[str], mapping: Mapping9) -> Cells:
    """Return 1, 0 or NaN for each of the nine classes from one record's statements."""
    said = frozenset(statements)
    cells = {label: _cell(said, rule) for label, rule in mapping.rules.items()}
    judged_by = mapping.ste_judged_by
    if judged_by is not None and cells["STE"] == 0.0 and judged_by not in said:
        cells["STE"] = NOT_JUDGED
    cells["SNR"] = _normal_cell(said, cells, mapping)
    return {label: cells.get(label, NOT_JUDGED) for label in LABELS}


def _cell(said: frozenset[str], rule: Rule) -> float:
    if said & rule.positive:
        return 1.0
    return NOT_JUDGED if said & rule.unsure else 0.0


def _normal_cell(said: frozenset[str], cells: Cells, mapping: Mapping9) -> float:
    if 1.0 in cells.values() or said & mapping.abnormal:
        return 0.0
    company = said - {mapping.normal}
    fitting = mapping.company is None or company <= mapping.company
    return 1.0 if mapping.normal in said and fitting else NOT_JUDGED


def ludb_statement(sentence: str) -> str:
    """Shorten a sentence of LUDB: "STEMI: septal." -> "stemi", its place left out."""
    text = sentence.strip().rstrip(".").removeprefix("Rhythm:")
    head = re.split(r"[:,]", text)[0]
    return head.strip().lower().replace(" ", "-")
