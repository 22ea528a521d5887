"""Why: maps of what spoke for a class."""
