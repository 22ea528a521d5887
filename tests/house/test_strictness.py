"""The tests themselves are strict: no network, no warning passes."""

import socket
import warnings

import pytest


def test_a_socket_to_another_machine_is_refused():
    # The refusal also warns, and warnings are errors here.
    refused = pytest.raises(UserWarning, match=r"tried to use socket.*192\.0\.2\.1")
    with socket.socket() as outward, refused:
        outward.connect(("192.0.2.1", 80))


def test_a_socket_to_this_machine_is_not():
    with socket.socket() as server, socket.socket() as client:
        server.bind(("127.0.0.1", 0))
        server.listen()
        client.connect(server.getsockname())


def test_a_warning_is_an_error():
    with pytest.raises(DeprecationWarning):
        warnings.warn("old", DeprecationWarning, stacklevel=1)


def test_a_warning_of_qt_fails_a_test(pytestconfig: pytest.Config):
    assert pytestconfig.getini("qt_log_level_fail") == "WARNING"
