"""An offline ECG viewer whose local model says what it finds and shows where."""

__version__ = "0.1.0"
