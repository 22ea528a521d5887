"""The example package, built and installed: its reader, net and explanation at the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.cli.main import main
from ecgviewer.core.plugins import EXPLANATIONS
from ecgviewer.inference import library
from ecgviewer.inference.library import save
from tests.made_models import SPEC, card_of, noise
from tests.plugin_site import install_example, install_made, installed

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """Where the example package is installed."""
    return install_example(tmp_path_factory.mktemp("example"))


@pytest.fixture
def file(tmp_path) -> Path:
    """A record that only the package's reader knows."""
    names = " ".join(SPEC.leads)
    lines = [" ".join(f"{value:.4f}" for value in row) for row in noise(12, 5_000).T]
    path = tmp_path / "ward.ecgtxt"
    path.write_text("\n".join([f"ecg 500 {names}", *lines]))
    return path


def ecgviewer(site: Path, data: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """Run a command in a process that has the package, and no other model than the user's."""
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(site), str(ROOT)]),
        "XDG_DATA_HOME": str(data),
    }
    command = [sys.executable, "-m", "ecgviewer", *map(str, words)]
    return subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_the_example_package_adds_a_reader_a_net_and_an_explanation(site, file, tmp_path):
    listed = ecgviewer(site, tmp_path, "plugins")
    assert listed.returncode == 0, listed.stderr
    assert [line.split() for line in listed.stdout.splitlines()] == [
        ["readers", "plain-text", "ecg-example"],
        ["nets", "example-net", "ecg-example"],
        ["explanations", "squared-gradient", "ecg-example"],
    ]
    told = json.loads(ecgviewer(site, tmp_path, "info", "--json", file).stdout)
    assert (told["format"], told["samples"], told["leads"]) == ("plain text", 5000, [*SPEC.leads])

    made = tmp_path / "elsewhere"
    with installed(site):
        from ecg_example.net import ExampleNet

        options = {"width": 4}
        save(
            made,
            ExampleNet(**options),
            card_of(name="mine", net="example-net", net_options=options),
        )
    added = ecgviewer(site, tmp_path, "models", "--add", made)
    assert added.returncode == 0, added.stderr
    assert added.stdout.startswith("mine  Random weights")
    answer = json.loads(
        ecgviewer(site, tmp_path, "analyze", "--json", "--model", "mine", file).stdout
    )
    assert answer["model"] == "mine"
    assert set(answer["scores"]) == set(answer["labels"])

    out = tmp_path / "map.npz"
    asked = ("--label", "AF", "--method", "squared-gradient", "--model", "mine", "--out", out)
    explained = ecgviewer(site, tmp_path, "explain", file, *asked)
    assert explained.returncode == 0, explained.stderr
    with np.load(out) as stored:
        assert str(stored["method"]) == "squared-gradient"
        assert stored["raw"].shape == (12, 5000)
        assert (stored["raw"] >= 0).all()
        assert stored["raw"].max() > 0


def test_without_the_package_the_file_and_the_model_get_a_sentence(file, tmp_path, capsys):
    assert main(["info", str(file)]) == 2
    assert "ward.ecgtxt is not a kind of file that can be opened" in capsys.readouterr().err


def test_a_broken_plug_in_is_listed_with_its_reason(tmp_path, capsys):
    points = f"[{EXPLANATIONS}]\nbad = nothing_there:MINE\n"
    with installed(install_made(tmp_path, "titled", "", points)):
        assert main(["plugins"]) == 2
    assert "The plug-in bad (explanations) of the package titled cannot" in capsys.readouterr().err


def test_one_with_a_name_of_the_program_s_own_is_not_used(tmp_path, capsys):
    module = "from ecgviewer.core.plugins import Explanation\nMINE = Explanation('Mine', print)\n"
    points = f"[{EXPLANATIONS}]\ngradcam = titled:MINE\n"
    with installed(install_made(tmp_path, "titled", module, points)):
        assert main(["plugins"]) == 2
        assert "gradcam of the package titled is not used" in capsys.readouterr().err
        assert library.as_offered(card_of()).methods == ("gradcam", "hirescam")


BAD_READER = """
from ecgviewer.io.reader import Reader
READER = Reader("Bad", (".bad", ".odd"), "bad_reader")
def can_open(path, beginning):
    if path.suffix == ".bad":
        raise RuntimeError("no idea")
    return path.suffix == ".odd"
def open_record(path, hints=None):
    return None
"""


def test_a_reader_that_fails_is_blamed_with_the_file_and_the_others_go_on(tmp_path):
    site = install_made(
        tmp_path, "bad_reader", BAD_READER, "[ecgviewer.readers]\nbad = bad_reader:READER\n"
    )
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "a.bad").write_text("x")
    (folder / "a.odd").write_text("x")
    shown = ecgviewer(site, tmp_path, "info", folder)
    told = "ecgviewer: The plug-in bad of the package bad_reader"
    assert shown.stderr.splitlines() == [
        f"{told} fails over a.bad: RuntimeError: no idea.",
        f"{told} gives no record of a.odd; ask whoever made it.",
    ]
    assert shown.returncode == 2
    converted = ecgviewer(site, tmp_path, "convert", folder, "--to", "csv", "--out", tmp_path / "o")
    assert "fails over a.bad" in converted.stderr
    assert "Traceback" not in converted.stderr


@pytest.mark.parametrize(
    ("module", "reason"),
    [
        ("import sys\nsys.exit(3)\n", "SystemExit: 3"),
        (BAD_READER.replace('(".bad", ".odd")', "None"), "its suffixes are no tuple of texts"),
    ],
)
def test_a_reader_that_ends_the_program_or_has_no_suffixes_is_told(tmp_path, module, reason):
    site = install_made(tmp_path, "ender", module, "[ecgviewer.readers]\nend = ender:READER\n")
    listed = ecgviewer(site, tmp_path, "plugins")
    assert (listed.returncode, reason in listed.stderr) == (2, True)
