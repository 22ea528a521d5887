"""The device that recorded or analysed an SCP-ECG record (tags 14 and 15 of section 1).

Source: EN 1064:2005+A1:2007, clause 5.4.3.1.
"""

from dataclasses import dataclass
from typing import Final

from ecgviewer.io.little_endian import LittleEndian, cleaned

_MAKERS: Final = (
    *("", "Burdick", "Cambridge", "Compumed", "Datamed", "Fukuda", "Hewlett-Packard"),
    *("Marquette Electronics", "Mortara Instruments", "Nihon Kohden", "Okin", "Quinton"),
    *("Siemens", "SpaceLabs", "Telemed", "Hellige", "Esaote", "Schiller", "Picker-Schwarzer"),
    *("et medical devices", "ZZ Zwönitz"),
)
_MAINS_HZ: Final = {1: 50, 2: 60}
_NOTHING = ("", "unknown", "none")
_RESERVED_BYTES, _MODEL_BYTES = 16, 6


@dataclass(frozen=True, slots=True)
class Device:
    """A device. language: the code of the record's character set."""

    maker: str = ""
    model: str = ""
    software: str = ""
    serial_number: str = ""
    mains_hz: int | None = None
    language: int = 0

    @property
    def words(self) -> str:
        """Maker, model and software, as far as they are told."""
        software = f"software {self.software}" if self.software else ""
        return ", ".join(filter(None, (f"{self.maker} {self.model}".strip(), software)))

    @property
    def comments(self) -> list[str]:
        """What a reader may want to know of it."""
        said = [f"Device: {self.words}"] if self.words else []
        if self.mains_hz:
            said.append(f"Mains frequency: {self.mains_hz} Hz")
        return said


def read_device(content: bytes) -> Device:
    """Read the content of tag 14 or 15; what it is too short for stays unknown."""
    fields = LittleEndian(content)
    try:
        # Numbers of institution, department and device, and whether it is a cart.
        fields.take(7)
        maker, model = fields.u8(), _told(fields.take(_MODEL_BYTES))
        fields.take(2)
        language = fields.u8()
        fields.take(1)
        mains_hz = _MAINS_HZ.get(fields.u8())
        fields.take(_RESERVED_BYTES)
    except ValueError:
        return Device()
    named = _MAKERS[maker] if maker < len(_MAKERS) else ""
    fields.take(min(1, fields.left))
    _analysis, serial, software, _protocol, trade_name = (
        _told(fields.text_bytes()) for _ in range(5)
    )
    return Device(trade_name or named, model, software, serial, mains_hz, language)


def _told(text: bytes) -> str:
    words = cleaned(text.decode("latin-1"))
    return "" if words.lower() in _NOTHING else words
