"""How Sphinx builds the manual; `packaging/build_manual.py` runs it."""

from importlib.metadata import version as _version

project = "ecgviewer"
author = copyright = "The ecgviewer authors"  # noqa: A001 (Sphinx's name for it)
version = release = _version("ecgviewer")
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["pictures"]
myst_heading_anchors = 3
# Commands are no Python, which is what a block without a name would be coloured as.
highlight_language = "none"
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["manual.css"]
html_title = "ecgviewer"
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
