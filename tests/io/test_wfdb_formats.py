"""Every sample encoding, against values worked out by hand and against wfdb."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecgviewer.io.wfdb_formats import FORMATS
from tests.io.oracle import wfdb_signal

BY_HAND = {
    8: (b"\x01\xff\x80", [1, -1, -128]),
    16: (b"\x01\x00\xff\xff\x00\x80", [1, -1, -32768]),
    24: (b"\x01\x00\x00\xff\xff\xff\x00\x00\x80", [1, -1, -(2**23)]),
    32: (b"\x01\x00\x00\x00\xff\xff\xff\xff", [1, -1]),
    61: (b"\x00\x01\xff\xff\x80\x00", [1, -1, -32768]),
    80: (b"\x81\x7f\x00", [1, -1, -128]),
    160: (b"\x01\x80\xff\x7f\x00\x00", [1, -1, -32768]),
    # 0x123 and -1, then -2048 and 0.
    212: (b"\x23\xf1\xff\x00\x08\x00", [0x123, -1, -2048, 0]),
    # 1 and -1 behind a spare low bit; 0b11111_00000 = -32 in the bits on top.
    310: (b"\x02\x00\xfe\xff", [1, -1, -32]),
    311: (bytes.fromhex("01fc0f20"), [1, -1, -512]),
}


@pytest.mark.parametrize("number", sorted(FORMATS))
def test_an_encoding_decodes_as_worked_out_by_hand(number):
    content, values = BY_HAND[number]
    decoded = FORMATS[number].decode(np.frombuffer(content, dtype=np.uint8))
    assert decoded.tolist() == values


@pytest.mark.parametrize("number", [24, 212, 310, 311])
@given(seed=st.integers(0, 2**32 - 1), n_blocks=st.integers(1, 40))
def test_packed_bytes_decode_as_in_wfdb(number, seed, n_blocks):
    encoding = FORMATS[number]
    generator = np.random.default_rng(seed)
    content = generator.integers(0, 256, n_blocks * encoding.block_bytes, dtype=np.uint8)
    if number == 311:
        # Two bits of each block are spare, and wfdb takes one of them for the value.
        content[3::4] &= 0x3F
    n_samples = n_blocks * encoding.block_samples
    decoded = encoding.decode(content)
    assert (
        decoded.tolist() == wfdb_signal._blocks_to_samples(content, n_samples, str(number)).tolist()
    )


@pytest.mark.parametrize("number", sorted(FORMATS))
@given(n_samples=st.integers(0, 10_000))
def test_a_file_holds_as_many_samples_as_its_bytes_need(number, n_samples):
    encoding = FORMATS[number]
    n_bytes = encoding.n_bytes(n_samples)
    assert n_bytes == wfdb_signal._required_byte_num("read", str(number), n_samples)
    assert encoding.n_samples(n_bytes) >= n_samples
    assert encoding.n_samples(n_bytes - 1) < n_samples or n_samples == 0


@pytest.mark.parametrize("number", sorted(FORMATS))
def test_the_invalid_sample_is_that_of_wfdb(number):
    assert FORMATS[number].invalid == wfdb_signal.INVALID_SAMPLE_VALUE[str(number)]
