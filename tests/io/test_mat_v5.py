"""The version 5 parser against scipy's writer: classes, texts, nesting, parts of matrices."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.io import savemat
from scipy.sparse import eye_array

from ecgviewer.io.mat_tree import Value
from ecgviewer.io.mat_v5 import read_v5
from tests.io.made_mat import write_v5

TYPES = ("i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8")


def matrix(value: Value):
    assert not isinstance(value, (str, tuple, dict))
    return value


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data(), packed=st.booleans(), dtype=st.sampled_from(TYPES))
def test_any_part_of_any_matrix_is_what_was_written(data, packed, dtype, tmp_path):
    shape = data.draw(st.tuples(st.integers(1, 7), st.integers(1, 7)))
    written = data.draw(arrays.arrays(dtype, shape))
    found = matrix(read_v5(write_v5(tmp_path / "made.mat", packed=packed, x=written))["x"])
    assert (found.rows, found.columns) == shape
    assert found.is_integer == (written.dtype.kind in "iu")
    first = data.draw(st.integers(0, min(shape) - 1))
    last = data.draw(st.integers(first, min(shape)))
    np.testing.assert_array_equal(found.read_rows(first, last), written[first:last])
    np.testing.assert_array_equal(found.read_columns(first, last), written[:, first:last])


@pytest.mark.parametrize("packed", [False, True])
def test_texts_cells_and_structs_nest(packed, tmp_path):
    value = {"name": "µV ↑ é", "rows": np.array(["ab", "cd "]), "none": "", "deep": {"fs": 500.0}}
    cells = np.array(["I", "aVR", {"inner": "x"}], dtype=object)
    path = write_v5(tmp_path / "made.mat", packed=packed, ecg=value, cells=cells)
    found = read_v5(path)
    ecg = found["ecg"]
    assert isinstance(ecg, dict)
    assert (ecg["name"], ecg["rows"], ecg["none"]) == ("µV ↑ é", ("ab", "cd"), "")
    deep = ecg["deep"]
    assert isinstance(deep, dict)
    assert matrix(deep["fs"]).read_rows(0, 1).tolist() == [[500.0]]
    assert found["cells"] == ("I", "aVR", {"inner": "x"})


def test_an_array_of_structs_is_a_tuple(tmp_path):
    lead = np.array([("I",), ("II",)], dtype=[("name", object)])
    found = read_v5(write_v5(tmp_path / "made.mat", leads=lead))
    assert found["leads"] == ({"name": "I"}, {"name": "II"})


def test_what_is_of_no_use_is_left_out_and_the_rest_is_read(tmp_path):
    path = tmp_path / "made.mat"
    others = {"cube": np.ones((2, 3, 4)), "phase": np.ones((2, 2)) * 1j, "sparse": eye_array(3)}
    savemat(path, others | {"x": np.eye(2)})
    assert list(read_v5(path)) == ["x"]
