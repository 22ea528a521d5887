"""Small parts of DICOM data sets."""

from typing import TYPE_CHECKING

from ecgviewer.io.dicom_codes import Code

if TYPE_CHECKING:
    from pydicom.dataset import Dataset


def coded(code: Code) -> "Dataset":
    """Return a coded entry as an item of a sequence."""
    from pydicom.dataset import Dataset

    item = Dataset()
    item.CodeValue = text_of(code.value, 16)
    item.CodingSchemeDesignator = text_of(code.scheme, 16)
    item.CodeMeaning = text_of(code.meaning, 64)
    return item


def text_of(text: str, length: int) -> str:
    """Return a text cut to its field, on one line; a backslash would begin another value."""
    return " ".join(text.replace("\\", "/").split())[:length].rstrip()
