"""Records of the PhysioNet challenges 2020 and 2021: .hea with #Dx, in g1/ folders or not.

CPSC 2018, CPSC-Extra, Georgia, Chapman, Ningbo, PTB and the rest look alike: Dx holds
SNOMED CT codes, or words in the first edition. Source: Perez Alday et al., Physiological
Measurement 41:124003 (2020).
"""

from collections.abc import Iterator
from pathlib import Path

from ecgviewer.study.entry import Entry, entry_by_name, own_name
from ecgviewer.study.labels import CPSC_2018, SNOMED, vocabulary
from ecgviewer.study.layout_cpsc2018 import NAME as CPSC_NAME
from ecgviewer.study.layout_cpsc2018 import ORIGIN as CPSC_ORIGIN
from ecgviewer.study.layout_cpsc2018 import read_references
from ecgviewer.study.notes import Folders, read_notes


def is_here(folder: Path) -> bool:
    """Whether there is any WFDB header below the folder."""
    return next(folder.rglob("*.hea"), None) is not None


def entries(folder: Path) -> Iterator[Entry]:
    """Yield every record below the folder, whose name is the set's."""
    reference = read_references(folder)
    origin, folders = own_name(folder), Folders()
    known = vocabulary("clinical", CPSC_2018).asked
    for path in sorted(folder.rglob("*.hea")):
        notes = read_notes(path, folders)
        facts = notes.facts
        stated = {x.code or x.text: 100.0 for x in facts.diagnoses}
        said = reference.get(path.stem, stated)
        # CPSC 2018's headers repeat its reference, so that all nine classes are judged.
        is_cpsc = path.stem in reference or (
            CPSC_NAME.fullmatch(path.stem) is not None and bool(said) and said.keys() <= known
        )
        yield entry_by_name(
            CPSC_ORIGIN if is_cpsc else origin,
            path,
            CPSC_2018 if is_cpsc else SNOMED,
            said,
            facts.patient,
            notes.problem,
        )
