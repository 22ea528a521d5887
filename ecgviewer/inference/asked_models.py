"""The models that are asked about many records, each loaded once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ecgviewer.core.record import Record

# torch takes seconds to load; `ecgviewer --help` passes through this file.
if TYPE_CHECKING:
    from ecgviewer.inference.loaded import LoadedModel


class AskedModels:
    """Each model is loaded once, when the first record asks for it.

    name: of the model to ask, None to choose one for each record. backend: what computes
    nets, see inference.backend; None as they were loaded.
    """

    def __init__(
        self,
        name: str | None,
        device: str,
        choose: Callable[[Record], str],
        backend: str | None = None,
    ) -> None:
        self._name, self._device, self._choose, self._backend = name, device, choose, backend
        self._loaded: dict[str, LoadedModel] = {}

    def for_record(self, record: Record) -> "LoadedModel":
        """Return the model that was named, or the one that is chosen for the record."""
        name = self._name or self._choose(record)
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        return self._loaded[name]

    def _load(self, name: str) -> "LoadedModel":
        from ecgviewer.inference.library import load_model

        model = load_model(name, self._device)
        if self._backend is None:
            return model
        from ecgviewer.inference.backend import with_backend

        return with_backend(model, self._backend)
