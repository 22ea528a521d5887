"""Numbers and texts of a binary file, one after the other, never beyond its end."""

from struct import Struct
from typing import Final

_U8, _I16, _U16, _I32, _U32 = (Struct(f"<{code}") for code in "BhHiI")
TEXT_END: Final = b"\0"


class LittleEndian:
    """Goes through bytes; what would lie behind their end raises ValueError."""

    def __init__(self, content: bytes, place: int = 0) -> None:
        """Begin at ``place`` of the content."""
        self._content = content
        self.place = place

    @property
    def left(self) -> int:
        """How many bytes are still unread."""
        return max(len(self._content) - self.place, 0)

    def u8(self) -> int:
        """Read an unsigned number of 8 bits."""
        return self._number(_U8)

    def i16(self) -> int:
        """Read a signed number of 16 bits."""
        return self._number(_I16)

    def u16(self) -> int:
        """Read an unsigned number of 16 bits."""
        return self._number(_U16)

    def i32(self) -> int:
        """Read a signed number of 32 bits."""
        return self._number(_I32)

    def u32(self) -> int:
        """Read an unsigned number of 32 bits."""
        return self._number(_U32)

    def i16s(self, count: int) -> tuple[int, ...]:
        """Read several signed numbers of 16 bits."""
        return tuple(self.i16() for _ in range(count))

    def take(self, count: int) -> bytes:
        """Read ``count`` bytes."""
        if not 0 <= count <= self.left:
            raise ValueError("it ends too early")
        taken = self._content[self.place : self.place + count]
        self.place += count
        return taken

    def text_bytes(self) -> bytes:
        """Read up to the next zero byte, which is passed over, or up to the end."""
        text, _, _ = self._content[self.place :].partition(TEXT_END)
        self.place = min(self.place + len(text) + 1, len(self._content))
        return text

    def _number(self, form: Struct) -> int:
        value: int = form.unpack(self.take(form.size))[0]
        return value


def cleaned(text: str) -> str:
    """Return a text in one line, without control characters and spaces at its ends."""
    printable = "".join(x if x.isprintable() else " " for x in text)
    return " ".join(printable.split())
