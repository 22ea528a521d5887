"""Numbers and texts are read in order and never beyond the end."""

import pytest

from ecgviewer.io.little_endian import LittleEndian, cleaned


def test_numbers_follow_one_another():
    fields = LittleEndian(bytes([1, 0xFE, 0xFF, 2, 1, 0xFF, 0xFF, 0xFF, 0xFF, 4, 3, 2, 1]))
    assert (fields.u8(), fields.i16(), fields.u16()) == (1, -2, 258)
    assert (fields.i32(), fields.u32(), fields.left) == (-1, 0x01020304, 0)


def test_what_lies_behind_the_end_is_an_error():
    fields = LittleEndian(b"\1\2\3")
    assert fields.u16() == 0x0201
    with pytest.raises(ValueError, match="it ends too early"):
        fields.u16()
    with pytest.raises(ValueError, match="it ends too early"):
        fields.take(-1)
    assert fields.take(1) == b"\3"


def test_texts_end_at_a_zero_byte_or_with_the_content():
    fields = LittleEndian(b"one\0\0three")
    assert [fields.text_bytes() for _ in range(4)] == [b"one", b"", b"three", b""]


def test_a_cleaned_text_is_one_line():
    assert cleaned(" two\x03 \r\nlines\t") == "two lines"
