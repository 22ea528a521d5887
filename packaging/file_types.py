"""The kinds of files that ecgviewer opens, as desktops want to be told of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Magic:
    """Bytes that tell a kind of file: at an offset, as shared-mime-info writes strings."""

    offset: int
    value: str


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file: its media type, its endings (with dot), and how it is told.

    known: whether the system's own table has the media type already. strong: whether a
    file with this ending is an ECG, so that ecgviewer may be offered first; of other kinds
    it is one program among many. root: namespace and name of the XML root element.
    """

    media_type: str
    name: str
    german: str
    endings: tuple[str, ...]
    identifier: str
    known: bool = False
    strong: bool = True
    magic: tuple[Magic, ...] = ()
    root: tuple[str, str] | None = None
    parent: str | None = None


FILE_TYPES = (
    FileType(
        "application/x-wfdb-header",
        "WFDB record",
        "WFDB-Aufzeichnung",
        (".hea",),
        "org.physionet.wfdb-header",
        parent="text/plain",
    ),
    FileType(
        "application/x-matlab-data",
        "MATLAB data",
        "MATLAB-Daten",
        (".mat",),
        "com.mathworks.mat",
        strong=False,
        magic=(Magic(0, "MATLAB 5.0 MAT-file"), Magic(0, "MATLAB 7.3 MAT-file")),
    ),
    FileType(
        "application/dicom",
        "DICOM file",
        "DICOM-Datei",
        (".dcm",),
        "org.nema.dicom",
        known=True,
        strong=False,
    ),
    FileType(
        "application/x-scp-ecg",
        "SCP-ECG recording",
        "SCP-EKG-Aufzeichnung",
        (".scp",),
        "eu.openecg.scp-ecg",
        magic=(Magic(16, "SCPECG"),),
    ),
    FileType(
        "application/x-edf",
        "EDF recording",
        "EDF-Aufzeichnung",
        (".edf",),
        "plus.edf.edf",
        magic=(Magic(0, "0       "),),
    ),
    FileType(
        "application/x-bdf-recording",
        "BDF recording",
        "BDF-Aufzeichnung",
        (".bdf",),
        "plus.edf.bdf",
        magic=(Magic(0, "\\xffBIOSEMI"),),
    ),
    FileType(
        "application/x-ishne-ecg",
        "ISHNE Holter recording",
        "ISHNE-Langzeit-EKG",
        (".ecg",),
        "org.ishne.ecg",
        magic=(Magic(0, "ISHNE1.0"),),
    ),
    FileType(
        "application/x-hl7-aecg+xml",
        "HL7 annotated ECG",
        "HL7-EKG mit Anmerkungen",
        (),
        "org.hl7.aecg",
        root=("urn:hl7-org:v3", "AnnotatedECG"),
        parent="application/xml",
    ),
)
