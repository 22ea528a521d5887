"""The models that a command asks about its records, each loaded once."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import TYPE_CHECKING

from ecgviewer.cli.computing_options import add_device_option
from ecgviewer.core.record import Record

if TYPE_CHECKING:
    from ecgviewer.inference.loaded import LoadedModel


class AskedModels:
    """Each model is loaded once, when the first record asks for it."""

    def __init__(self, name: str | None, device: str, choose: Callable[[Record], str]) -> None:
        self._name, self._device, self._choose = name, device, choose
        self._loaded: dict[str, LoadedModel] = {}

    def for_record(self, record: Record) -> "LoadedModel":
        """Return the model that was named, or the one that is chosen for the record."""
        from ecgviewer.inference.library import load_model

        name = self._name or self._choose(record)
        if name not in self._loaded:
            self._loaded[name] = load_model(name, self._device)
        return self._loaded[name]


def add_model_options(parser: ArgumentParser) -> None:
    """Add --model and --device."""
    parser.add_argument("--model", metavar="NAME", help="a model's name, or its folder")
    add_device_option(parser)
