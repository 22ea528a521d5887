"""LUDB as published: ludb.csv beside data/1.hea, whose comments hold the statements.

Source: Kalyakulina et al., IEEE Access 8 (2020) 186181-186190.
"""

from collections.abc import Iterator
from pathlib import Path

from ecgviewer.study.entry import Entry, entry_by_name
from ecgviewer.study.labels import LUDB, ludb_statement
from ecgviewer.study.notes import Folders, read_notes

ORIGIN = "ludb"


def is_here(folder: Path) -> bool:
    """Whether this is LUDB's folder."""
    return (folder / "ludb.csv").is_file() and (folder / "data").is_dir()


def entries(folder: Path) -> Iterator[Entry]:
    """Yield every record."""
    folders = Folders()
    for path in sorted((folder / "data").glob("*.hea")):
        notes = read_notes(path, folders)
        facts = notes.facts
        said = {ludb_statement(diagnosis.text): 100.0 for diagnosis in facts.diagnoses}
        yield entry_by_name(ORIGIN, path, LUDB, said, facts.patient, notes.problem)
