"""A bare Debian in a folder: made once, filled with dependencies, used without a network."""

import hashlib
import os
import shutil
import stat
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from bundle_flows import Call
from steps import SetupError, run_step

RELEASE = "bookworm"
READER_ID = 1000
# Settings of apt that the machine's own needs, laid into the bare system too.
APT_FILES = ("/etc/apt/sources.list", "/etc/apt/sources.list.d", "/etc/apt/apt.conf.d")
NETWORK_FILES = ("/etc/resolv.conf", "/etc/ssl/certs/ca-certificates.crt")
# What an entry of the file system is: kind and rights, and what it holds or points to.
Entry = tuple[int, str]


class BareSystem:
    """A Debian in a folder, with /proc and /dev while it is used. Methods raise SetupError."""

    def __init__(self, root: Path, archive: Path) -> None:
        self._root = root
        self._archive = archive

    def __enter__(self) -> "BareSystem":
        """Make it anew, from the archive where there is one."""
        self.close()
        shutil.rmtree(self._root, ignore_errors=True)
        self._root.mkdir(parents=True)
        if not self._archive.exists():
            self._bootstrap()
        else:
            run_step("Bare system", ["tar", "-xf", str(self._archive), "-C", str(self._root)])
        _run(["mount", "-t", "proc", "proc", str(self.path("/proc"))])
        _run(["mount", "--bind", "/dev", str(self.path("/dev"))])
        for name in (*APT_FILES, *NETWORK_FILES):
            self._lay(Path(name))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the mounts away; the folder stays to be looked at."""
        self.close()

    def close(self) -> None:
        """Unmount what is mounted, so that whoever deletes the folder deletes no more than that."""
        for place in reversed(self._mounted()):
            _run(["umount", place])

    def _mounted(self) -> list[str]:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
        places = [line.split()[1] for line in mounts]
        return [place for place in places if Path(place).is_relative_to(self._root)]

    def path(self, inside: Path | str) -> Path:
        """Return how a path of the system is named here."""
        return self._root / str(inside).lstrip("/")

    def release(self) -> str:
        """Return what the system calls itself."""
        return "Debian " + self.path("/etc/debian_version").read_text(encoding="utf-8").strip()

    def n_packages(self) -> int:
        """Return how many packages are installed."""
        return self._inside(["dpkg-query", "-W", "-f", "x"]).stdout.count("x")

    def which(self, program: str) -> str:
        """Return where a program lies, "" where there is none."""
        return self._inside(["sh", "-c", f"command -v {program}"]).stdout.strip()

    def satisfy(self, package: Path) -> None:
        """Install what a package depends on, and not the package; the one use of the network."""
        field = ["dpkg-deb", "-f", str(package), "Depends"]
        needed = subprocess.run(field, capture_output=True, encoding="utf-8", check=True)
        chroot = ["chroot", str(self._root)]
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        run_step("Package lists", [*chroot, "apt-get", "update"], quiet)
        install = ["apt-get", "satisfy", "-y", "--no-install-recommends", needed.stdout.strip()]
        run_step("Dependencies", [*chroot, *install], quiet)

    def install(self, package: Path) -> None:
        """Install a package, whose dependencies must all be there already."""
        shutil.copy(package, self.path("/tmp"))
        done = self._inside(["dpkg", "-i", f"/tmp/{package.name}"])
        self.path(f"/tmp/{package.name}").unlink()
        if done.returncode != 0:
            raise SetupError(f"The package does not install: {done.stderr.strip()}")

    def purge(self, name: str) -> None:
        """Remove a package and all that it says is its own."""
        done = self._inside(["dpkg", "--purge", name])
        if done.returncode != 0:
            raise SetupError(f"The package does not go: {done.stderr.strip()}")

    def make_user(self, home: Path) -> None:
        """Make a home for a user without rights."""
        self.path(home).mkdir(parents=True)
        os.chown(self.path(home), READER_ID, READER_ID)

    def call(self, name: str, home: Path) -> Call:
        """Return the function that runs a program as the user, without a network."""

        def call(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
            return self._inside([name, *arguments], home)

        return call

    def call_for(
        self, seconds: float, command: Sequence[str], home: Path
    ) -> subprocess.CompletedProcess[str]:
        """Run a program as the user; ended after so long, its status is 124."""
        return self._inside(["timeout", str(seconds), *command], home)

    def files(self) -> dict[str, Entry]:
        """Return every file, folder and link of the system, but of what is mounted."""
        found = {}
        for folder, folders, names in os.walk(self._root):
            here = Path(folder)
            folders[:] = [name for name in folders if not os.path.ismount(here / name)]
            for name in (*folders, *names):
                path = here / name
                found["/" + str(path.relative_to(self._root))] = _entry(path)
        return found

    def under(self, folder: Path) -> list[str]:
        """Return the files below a folder of the system, from the system's root."""
        top = self.path(folder)
        return [
            "/" + str(path.relative_to(self._root)) for path in top.rglob("*") if path.is_file()
        ]

    def _bootstrap(self) -> None:
        debootstrap = shutil.which("debootstrap")
        if debootstrap is None:
            raise SetupError("A bare system is made with debootstrap, which is missing here.")
        command = [debootstrap, "--variant=minbase", RELEASE, str(self._root), _mirror()]
        run_step("Bare system (some minutes)", command)
        run_step(
            "Bare system, kept", ["tar", "-cf", str(self._archive), "-C", str(self._root), "."]
        )

    def _lay(self, name: Path) -> None:
        target = self.path(name)
        if name.is_dir():
            shutil.copytree(name, target, dirs_exist_ok=True)
        elif name.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            shutil.copyfile(name, target)

    def _inside(
        self, command: Sequence[str], home: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run without a network; as the user where a home is given, else as root."""
        as_user = [f"--userspec={READER_ID}:{READER_ID}"] if home else []
        return subprocess.run(
            ["unshare", "--net", "chroot", *as_user, str(self._root), *command],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env=_environment(home),
            timeout=600,
            check=False,
        )


def differences(before: Mapping[str, Entry], after: Mapping[str, Entry]) -> list[str]:
    """Return the paths that came, went or changed, sorted."""
    return sorted(path for path in {*before, *after} if before.get(path) != after.get(path))


def _entry(path: Path) -> Entry:
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return mode, str(path.readlink())
    if not stat.S_ISREG(mode):
        return mode, ""
    with path.open("rb") as file:
        return mode, hashlib.file_digest(file, "sha256").hexdigest()


def _environment(home: Path | None) -> dict[str, str]:
    path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    told = {"PATH": path, "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
    return {**told, "HOME": str(home or "/root"), "QT_QPA_PLATFORM": "offscreen"}


def _mirror() -> str:
    """Return where this machine takes the release's packages from."""
    ask = ["apt-get", "indextargets", "--format", "$(SITE) $(RELEASE)"]
    told = subprocess.run(ask, capture_output=True, encoding="utf-8", check=False).stdout
    for line in told.splitlines():
        site, _, release = line.partition(" ")
        if release == RELEASE:
            return site
    raise SetupError(f"apt on this machine knows no place for Debian {RELEASE}.")


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise SetupError(f"{' '.join(command)}: {done.stderr.strip()}")
