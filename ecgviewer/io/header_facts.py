"""What the comments of a header say: age, sex, diagnoses, and what may be shown.

Lines that name a person, a birth date or an identifier are kept apart: never shown.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from ecgviewer.core.paths import resources_folder
from ecgviewer.core.record import Diagnosis, Patient
from ecgviewer.io.patient_age import age_of

# PTB-XL writes 300 for anybody over 89, so that the oldest cannot be recognised.
_PTB_XL_OVER_89, _OVER_89_YEARS = 300, 90.0
_OVER_89 = "over 89"
AGE_OVER_89 = f"Age: {_OVER_89}"
"""The comment beside an age that was made coarse."""
# No header says more; a damaged one must not take long.
_MAX_LINES, _MAX_LENGTH = 2_000, 1_000
_AGE_UNITS = {"": "years", "y": "years", "m": "months", "w": "weeks", "d": "days"}

_PAIR = re.compile(r"<([^<>]+)>\s*:\s*([^<]*)")
_KEY = re.compile(r"([^:=]{1,60}?)\s*[:=]\s*(.*)")
# Of "63 Male" no letter is a unit.
_AGE = re.compile(
    r"(-?\d+(?:\.\d+)?)\s*"
    r"(?:(y(?:ears?|rs?|/?o)?|m(?:o|os|onths?)?|w(?:ks?|eeks?)?|d(?:ays?)?)(?![a-z]))?",
    re.IGNORECASE,
)
# MIT-BIH: age, sex, tape and recorder numbers.
_MIT_BIH = re.compile(r"(-?\d+|\?)\s+([MF?])\s+\S+\s+\S+(?:\s+x\d+)?")
_PTB_XL = re.compile(r"PTB-XL ecg_id \d+ scp_codes \{(.*)\}")
_SCP = re.compile(r"'([^']+)'\s*:\s*[\d.]+")
_PERSONAL_KEY = re.compile(
    r"(patient|subject|person)s?([ _-]?(name|id|no|nr|number|initials|code))?|"
    r"(first|last|family|given|sur|fore|middle|full|maiden)?[ _-]?name|initials|"
    r"(date[ _-]of[ _-]birth|birth[ _-]?(date|day)|dob|born|geb\w*)|"
    r"(\w+[ _-])?(id|mrn|ssn|identifier|accession([ _-]?\w+)?|insurance([ _-]?\w+)?)|"
    r"(medical[ _-])?record[ _-]?(no|nr|number)|case[ _-]?(no|nr|number)|"
    r"address|street|city|zip|post\w*|e-?mail|tel\w*|phone|mobile|fax|"
    r"(\w+[ _-])?(physician|doctor|technician|operator|nurse|cardiologist|reader)s?([ _-]name)?|"
    r"(\w+[ _-])?(institution|hospital|clinic|department|ward|room|practice)"
    r"([ _-](name|address|department))?|personal .*",
    re.IGNORECASE,
)
# How a writer marks what names somebody by a key that says nothing of it.
_MARKED_PERSONAL = "personal "
_NOTE = "note"
_PERSONAL_TEXT = re.compile(
    r"\b(Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau)\b\.?\s+[A-Z]|\b(born|DOB)\b|"
    r"\b(date of birth|patient'?s? (name|id))\b|\S@\S+\.\w"
)
_EMPTY = ("", "unknown", "unknows", "n/a", "na", "nan", "none", "(none)", "-", "?")
_DIAGNOSIS_KEYS = ("dx", "diagnosis", "diagnoses", "diagnose", "reason for admission", "truth")
# How the challenge headers spell what the table of codes spells otherwise.
_SPELLINGS = {"i-avb": "iavb", "normal": "nsr", "snr": "nsr", "sr": "nsr"}


@dataclass(frozen=True, slots=True)
class HeaderFacts:
    """What a header says beside its signals. personal: what names a person, by its key."""

    patient: Patient
    diagnoses: tuple[Diagnosis, ...]
    comments: tuple[str, ...]
    synthetic: bool
    personal: tuple[tuple[str, str], ...] = ()


def read_facts(comments: Sequence[str]) -> HeaderFacts:
    """Sort a header's comment lines (without their "#") into facts and free text."""
    notes = _Notes(is_ptb_xl=any("PTB-XL" in line for line in comments))
    for line in comments[:_MAX_LINES]:
        notes.take(line[:_MAX_LENGTH].strip())
    return HeaderFacts(
        patient=Patient(notes.age_years, notes.sex),
        diagnoses=tuple(dict.fromkeys(notes.diagnoses)),
        comments=tuple(notes.comments),
        synthetic=notes.synthetic,
        personal=tuple(dict.fromkeys(notes.personal)),
    )


def personal_lines(personal: Sequence[tuple[str, str]]) -> list[str]:
    """Return lines of a header that ``read_facts`` keeps apart as the same personal facts."""
    lines: list[str] = []
    for key, value in personal:
        plain = " ".join(value.split())
        if key == _NOTE and _PERSONAL_TEXT.search(plain):
            lines.append(plain)
        else:
            marked = "" if _PERSONAL_KEY.fullmatch(key) else _MARKED_PERSONAL
            lines.append(f"{marked}{key}: {plain}")
    return lines


def diagnosis(statement: str) -> Diagnosis:
    """Return a statement with its SNOMED CT code and words where the table knows them.

    statement: a SNOMED CT code, an abbreviation such as "RBBB", or words.
    """
    names = _table("snomed.csv", "code", "name")
    if statement.isdecimal():
        return Diagnosis(statement, names.get(statement, f"SNOMED CT {statement}"))
    spelled = statement.lower()
    code = _codes_by_abbreviation().get(_SPELLINGS.get(spelled, spelled))
    return Diagnosis(code, names[code]) if code else Diagnosis("", statement)


def scp_name(statement: str) -> str:
    """Return the words of an SCP-ECG statement, itself where the table lacks it."""
    return _table("scp.csv", "statement", "name").get(statement, statement)


def is_in_tables(statement: Diagnosis) -> bool:
    """Whether the program's own tables know a statement: then it holds nobody's own words."""
    codes = _table("snomed.csv", "code", "name")
    if statement.code:
        return statement.code in codes
    named = {*codes.values(), *_table("scp.csv", "statement", "name").values()}
    return statement.text in named or statement.text in _table("scp.csv", "statement", "name")


def names_a_person(key: str, line: str) -> bool:
    """Whether a line, or the key that it begins with, tells who somebody is."""
    return _is_personal(key.strip().lower(), line)


def words_of_tables() -> tuple[str, ...]:
    """Return all names and abbreviations of the program's own tables of statements."""
    snomed, scp = (
        _table("snomed.csv", "abbreviation", "name"),
        _table("scp.csv", "statement", "name"),
    )
    return (*snomed, *snomed.values(), *scp, *scp.values())


@cache
def _table(file_name: str, key: str, value: str) -> dict[str, str]:
    path = resources_folder() / file_name
    with path.open(encoding="utf-8", newline="") as file:
        return {row[key]: row[value] for row in csv.DictReader(file)}


@cache
def _codes_by_abbreviation() -> dict[str, str]:
    table = _table("snomed.csv", "abbreviation", "code")
    return {abbreviation.lower(): code for abbreviation, code in table.items()}


@dataclass(slots=True)
class _Notes:
    """Facts as they come in, line by line."""

    is_ptb_xl: bool
    age_years: float | None = None
    sex: str | None = None
    diagnoses: list[Diagnosis] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    personal: list[tuple[str, str]] = field(default_factory=list)
    synthetic: bool = False
    # LUDB: every line after "<diagnoses>:" is one.
    lists_diagnoses: bool = False

    def take(self, line: str) -> None:
        """Sort in one line."""
        if pairs := _PAIR.findall(line):
            for key, value in pairs:
                self.lists_diagnoses = key == "diagnoses" and not value
                self._take_pair(key, value.strip(), f"{key}: {value.strip()}")
        elif self.lists_diagnoses:
            self._take_diagnoses([line])
        elif match := _MIT_BIH.fullmatch(line):
            self._take_age(match[1])
            self._take_sex(match[2])
        elif match := _PTB_XL.fullmatch(line):
            self.diagnoses += [Diagnosis("", scp_name(code)) for code in _SCP.findall(match[1])]
        elif match := _KEY.fullmatch(line):
            self._take_pair(match[1], match[2], line)
        elif line:
            self._take_text("", line, line)

    def _take_pair(self, key: str, value: str, line: str) -> None:
        word = key.strip().lower()
        if word == "age":
            self._take_age(value)
        elif word in ("sex", "gender"):
            self._take_sex(value)
        elif word == "synthetic":
            self.synthetic = value.lower() in ("yes", "true", "1")
        elif word in _DIAGNOSIS_KEYS:
            self._take_diagnoses(re.split(r"[,;]", value))
        elif value.lower() not in _EMPTY:
            self._take_text(word, value, line)

    def _take_text(self, key: str, value: str, line: str) -> None:
        if not _is_personal(key, line):
            self.comments.append(line)
        elif _PERSONAL_KEY.fullmatch(key):
            self.personal.append((key.removeprefix(_MARKED_PERSONAL), value))
        else:
            self.personal.append((_NOTE, line))

    def _take_age(self, text: str) -> None:
        if text.lower() == _OVER_89:
            self._take_over_89()
            return
        match = _AGE.match(text)
        if match is None:
            return
        age = float(match[1])
        years = age_of(age, _AGE_UNITS[(match[2] or "")[:1].lower()])
        if self.is_ptb_xl and age == _PTB_XL_OVER_89:
            self._take_over_89()
        elif years is not None:
            self.age_years = years

    def _take_over_89(self) -> None:
        self.age_years = _OVER_89_YEARS
        self.comments.append(AGE_OVER_89)

    def _take_sex(self, text: str) -> None:
        initial = text[:1].upper()
        self.sex = initial if initial in ("M", "F") else None

    def _take_diagnoses(self, statements: Sequence[str]) -> None:
        stripped = (statement.strip().rstrip(".") for statement in statements)
        self.diagnoses += [diagnosis(x) for x in stripped if x.lower() not in _EMPTY]


def _is_personal(key: str, line: str) -> bool:
    return bool(_PERSONAL_KEY.fullmatch(key) or _PERSONAL_TEXT.search(line))
