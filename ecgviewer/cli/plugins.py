"""``ecgviewer plugins``: what other packages add, and whether it can be used."""

import sys
from argparse import ArgumentParser, Namespace

from ecgviewer.core.method_names import OWN_METHODS
from ecgviewer.core.plugins import GROUPS, NETS, READERS, Found, found

HELP = "list the readers, nets and explanations that other packages add"


def add_arguments(_parser: ArgumentParser) -> None:
    """Declare the command's arguments: none."""


def run(_args: Namespace) -> int:
    """Print every plug-in; one that cannot be used gets a sentence and status 2."""
    groups = {group: found(group) for group in GROUPS}
    lines = [line for group, plugins in groups.items() for line in _lines(group, plugins)]
    print("\n".join(lines) if lines else "No other package adds anything.")
    broken = [one for plugins in groups.values() for one in plugins.broken]
    for one in broken:
        print(f"ecgviewer: {one.sentence}", file=sys.stderr)
    hidden = [sentence for group, plugins in groups.items() for sentence in _hidden(group, plugins)]
    for sentence in hidden:
        print(f"ecgviewer: {sentence}", file=sys.stderr)
    return 2 if broken or hidden else 0


def _lines(group: str, plugins: Found) -> list[str]:
    kind = group.rpartition(".")[2]
    hidden = _own_names(group) if plugins.loaded else frozenset()
    return [
        f"{kind:<14}{name:<20}{package}"
        for name, package in plugins.packages.items()
        if name not in hidden
    ]


def _hidden(group: str, plugins: Found) -> list[str]:
    """Return a sentence for each that bears the name of one of the program's own."""
    own = _own_names(group) if plugins.loaded else frozenset()
    return [
        f"{name} of the package {package} is not used: ecgviewer has its own of that name."
        for name, package in plugins.packages.items()
        if name in own
    ]


def _own_names(group: str) -> frozenset[str]:
    """Return the names that are taken; a reader is asked after the program's own anyway."""
    if group == READERS:
        return frozenset()
    if group == NETS:
        from ecgviewer.nets.build import NETS as OWN_NETS

        return frozenset(OWN_NETS)
    return OWN_METHODS
