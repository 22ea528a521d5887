"""What other packages add: readers of files, nets, explanations.

A package names them as entry points of the groups below; they are loaded when they are first
asked for. One that cannot be loaded takes nothing else down: the reason is kept for whoever
asks.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from ecgviewer.core.card import ModelCard
from ecgviewer.core.plugin_calls import prints_aside

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

READERS: Final = "ecgviewer.readers"
NETS: Final = "ecgviewer.nets"
EXPLANATIONS: Final = "ecgviewer.explanations"
GROUPS: Final = (READERS, NETS, EXPLANATIONS)

# What each is, and what it is known by: the classes themselves are not to be loaded for it.
_EXPECTED: Final = {
    READERS: ("Reader of ecgviewer.io.reader", ("name", "suffixes", "can_open", "open_record")),
    NETS: ("subclass of EcgNet of ecgviewer.nets.net", ("features", "head", "cell_step")),
    EXPLANATIONS: ("Explanation of ecgviewer.core.plugins", ("title", "explain", "fits")),
}


def _fits_all(_card: ModelCard) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Explanation:
    """A method that another package adds; its name is that of its entry point.

    title: for people. explain: as ``Method`` of ecgviewer.explain.methods. fits: tells from
    its card whether a model can be explained so.
    """

    title: str
    explain: Callable[..., Any]
    fits: Callable[[ModelCard], bool] = _fits_all


@dataclass(frozen=True, slots=True)
class Broken:
    """A plug-in that cannot be used. details: where it failed."""

    name: str
    package: str
    group: str
    reason: str
    details: str = ""

    @property
    def sentence(self) -> str:
        """What is wrong with which plug-in."""
        of_what = self.group.rpartition(".")[2]
        return (
            f"The plug-in {self.name} ({of_what}) of the package {self.package} cannot be used: "
            f"{self.reason}."
        )


@dataclass(frozen=True, slots=True)
class Found:
    """The plug-ins of one group by name, with their packages, and those that are broken."""

    loaded: Mapping[str, Any]
    packages: Mapping[str, str]
    broken: tuple[Broken, ...]


@cache
def found(group: str) -> Found:
    """Return what installed packages add to one of GROUPS, loaded once."""
    # It takes a while to load, and the window is there sooner without.
    from importlib.metadata import entry_points

    loaded: dict[str, Any] = {}
    packages: dict[str, str] = {}
    broken: list[Broken] = []
    for point in sorted(entry_points(group=group), key=lambda x: (x.name, _package(x))):
        package = _package(point)
        plugin = _load(point, package, group)
        if isinstance(plugin, Broken):
            broken.append(plugin)
        elif point.name in loaded:
            reason = f"the package {packages[point.name]} has one of the same name"
            broken.append(Broken(point.name, package, group, reason))
        else:
            loaded[point.name], packages[point.name] = plugin, package
    return Found(loaded, packages, tuple(broken))


def _load(point: EntryPoint, package: str, group: str) -> Any:
    """Return what an entry point names, or Broken."""
    try:
        with prints_aside():
            plugin = point.load()
    except (Exception, SystemExit) as error:  # noqa: BLE001 (a stranger's module may raise anything)
        reason = f"{type(error).__name__}: {error}".replace("\n", " ").rstrip(".")
        return Broken(point.name, package, group, reason, traceback.format_exc())
    expected, attributes = _EXPECTED[group]
    if not all(hasattr(plugin, attribute) for attribute in attributes):
        return Broken(point.name, package, group, f"it is no {expected}")
    if group == READERS and not _are_texts(plugin.suffixes):
        return Broken(point.name, package, group, "its suffixes are no tuple of texts")
    if group == EXPLANATIONS and not isinstance(plugin.title, str):
        return Broken(point.name, package, group, "its title is no text")
    return plugin


def _are_texts(suffixes: object) -> bool:
    return isinstance(suffixes, tuple) and all(isinstance(suffix, str) for suffix in suffixes)


def explanations() -> Mapping[str, Explanation]:
    """Return the methods that other packages add, by name."""
    return found(EXPLANATIONS).loaded


def _package(point: EntryPoint) -> str:
    return point.dist.name if point.dist is not None else "?"
