"""Which model is asked for an explanation: the model itself, or a simpler one in its place."""

from collections.abc import Callable

from ecgviewer.inference.loaded import LoadedModel


def explaining_model(
    model: LoadedModel, method: str, load: Callable[[str], LoadedModel]
) -> LoadedModel:
    """Return the model that a method explains where this one is to be explained.

    Some methods need a net of a certain build, such as a mean over time before one linear
    layer; the card names the model that then answers and is explained. load: by name; may
    raise EcgError where that model is not here.
    """
    name = model.card.explained_by.get(method)
    return model if name is None else load(name)
