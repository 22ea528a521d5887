"""Files that come, go or change are seen; what is the user's own stays."""

import os

import pytest

import prove_bundle
from bare_system import BareSystem, differences
from steps import SetupError


def test_what_came_went_and_changed_is_told(tmp_path):
    system = BareSystem(tmp_path, tmp_path / "none.tar")
    for name in ("kept", "changed", "gone"):
        (tmp_path / name).write_text(name)
    (tmp_path / "link").symlink_to("kept")
    before = system.files()
    (tmp_path / "changed").write_text("otherwise")
    (tmp_path / "gone").unlink()
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("changed")
    (tmp_path / "new").mkdir()
    assert differences(before, system.files()) == ["/changed", "/gone", "/link", "/new"]


def test_rights_count_as_a_change(tmp_path):
    system = BareSystem(tmp_path, tmp_path / "none.tar")
    (tmp_path / "file").touch(0o644)
    before = system.files()
    (tmp_path / "file").chmod(0o600)
    assert differences(before, system.files()) == ["/file"]


def test_only_dpkgs_own_books_may_differ():
    changed = [
        "/usr/share/mime/packages/ecgviewer.xml",
        "/var/lib/dpkg/status",
        "/var/log/dpkg.log",
    ]
    assert prove_bundle._leftovers(changed) == ["/usr/share/mime/packages/ecgviewer.xml"]


def test_without_rights_nothing_is_made(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    lines: list[str] = []
    with pytest.raises(SetupError, match="root"):
        prove_bundle.prove(tmp_path / "a.deb", lines)
    assert lines == []
