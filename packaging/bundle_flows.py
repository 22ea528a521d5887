"""What a finished bundle must do: every command's help, and what a reader does in a day.

Each flow is a command line, and a file that must be there afterwards. They run through a
function, so that the same ones run here and inside a bare system.
"""

import ast
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from project import ROOT
from steps import SetupError

# What a program says that lacks a part of itself.
TRACES = ("Traceback (most recent call last)", "Failed to execute script")

COMMAND_LINE = ROOT / "ecgviewer" / "cli" / "main.py"

# What `convert` writes, by target.
CONVERTED = {"wfdb": ".hea", "edf": ".edf", "csv": ".csv", "mat": ".mat", "dicom": ".dcm"}

Call = Callable[[Sequence[str]], subprocess.CompletedProcess[str]]


@dataclass(frozen=True, slots=True)
class Flow:
    """A command line, the name of the file that it must write, and what it must say."""

    arguments: tuple[str, ...]
    writes: str = ""
    says: str = ""


def commands() -> tuple[str, ...]:
    """Return every command of ecgviewer, read from its table without importing it."""
    for statement in ast.parse(COMMAND_LINE.read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "COMMANDS":
            return tuple(ast.literal_eval(statement.value))
    raise SetupError(f"{COMMAND_LINE.name} has no table of commands.")


def flows(demo: Path, out: Path) -> Iterator[Flow]:
    """Yield all flows. demo: the folder of the demo records; out: where to write, as it is
    named where the bundle runs.
    """
    yield Flow(("--version",), says="ecgviewer ")
    yield Flow(("--help",), says="commands")
    for command in commands():
        yield Flow((command, "--help"), says="usage:")
    record, long = str(demo / "demo_af.hea"), str(demo / "demo_long.hea")
    yield Flow(("info", record, "--json"), says='"error": null')
    yield Flow(("models",), says="best12")
    yield Flow(("analyze", record), says="AF")
    yield Flow(("scan", long), says="beat")
    for method in ("gradcam", "hirescam", "shap", "shap-gradient"):
        yield _explained(record, method, out)
    for method in ("cam", "mask"):
        yield _explained(long, method, out, label="PVC")
    picture, report = "window.png", "report.pdf"
    yield Flow(("snapshot", "--demo", "--out", str(out / picture)), picture)
    yield Flow(("report", record, "--label", "AF", "--out", str(out / report)), report)
    german = "fenster.png"
    yield Flow(("snapshot", "--demo", "--language", "de", "--out", str(out / german)), german)
    yield Flow(("export", "--schema", "--to", "json"), says="{")
    for target, suffix in CONVERTED.items():
        name = f"{target}/{Path(record).stem}{suffix}"
        yield Flow(("convert", record, "--to", target, "--out", str(out / target)), name)
        yield Flow(("info", str(out / name), "--json"), says='"error": null')
    archive = "archive"
    yield Flow(("analyze", str(demo), "--out", str(out / archive)), f"{archive}/ledger.sqlite")


def failures(call: Call, wanted: Iterator[Flow], out: Path) -> list[str]:
    """Run flows; returns a line for each that did not do what it must.

    out: the folder that they write to, as it is named here.
    """
    return [line for flow in wanted if (line := _failure(call, flow, out))]


def run_here(bundle: Path, home: Path) -> Call:
    """Return the function that runs a bundle on this machine, as a user with nothing set."""
    environment = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}

    def call(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
        program = next(path for path in bundle.glob("ecgviewer*") if path.stem == "ecgviewer")
        command = [str(program), *arguments]
        return subprocess.run(
            command,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env=environment,
            cwd=home,
            timeout=600,
            check=False,
        )

    return call


def check_here(bundle: Path, demo: Path, work: Path) -> None:
    """Run all flows on this machine; raises SetupError with those that failed."""
    work.mkdir(parents=True, exist_ok=True)
    failed = failures(run_here(bundle, work), flows(demo, work), work)
    if failed:
        raise SetupError("The bundle does not do what it must:\n  " + "\n  ".join(failed))


def _explained(record: str, method: str, out: Path, label: str = "AF") -> Flow:
    name = f"{method}.npz"
    options = ("--label", label, "--method", method, "--out", str(out / name))
    return Flow(("explain", record, *options), name)


def _failure(call: Call, flow: Flow, out: Path) -> str:
    line = "ecgviewer " + " ".join(flow.arguments)
    done = call(flow.arguments)
    said = done.stdout + done.stderr
    if any(trace in said for trace in TRACES):
        own = [text for text in said.splitlines() if text.strip() and not text.startswith("[PYI-")]
        return f"{line}: {own[-1]}"
    # A sentence about input that is not there is an answer; only files and words are asked for.
    if flow.writes and not (out / flow.writes).is_file():
        return f"{line}: wrote no {flow.writes}: {said.strip()[-200:]}"
    if flow.says not in said:
        return f"{line}: does not say {flow.says!r}: {said.strip()[-200:]}"
    return ""
