"""Files in, records out."""

from ecgviewer.io.open import open_record

read = open_record

__all__ = ["open_record", "read"]
