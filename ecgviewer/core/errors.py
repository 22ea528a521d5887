"""The two exceptions that cross package borders."""


class EcgError(Exception):
    """One sentence for the reader: what is wrong, with what file or model, what helps.

    Raised ``from`` the cause at the place where that cause is understood.
    """


class Cancelled(Exception):
    """A task was stopped because nobody waits for its result any more."""
