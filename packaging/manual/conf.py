"""How Sphinx builds the manual; `packaging/build_manual.py` runs it."""

from importlib.metadata import version as _version

project = "ecgviewer"
author = copyright = "The ecgviewer authors"  # noqa: A001 (Sphinx's name for it)
version = release = _version("ecgviewer")
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["pictures"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "ecgviewer"
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
