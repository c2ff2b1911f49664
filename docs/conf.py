"""How Sphinx builds these pages: sphinx-build -W docs docs/_build."""

from beritanlp import __version__

project = "BeritaNLP"
author = "BeritaNLP contributors"
release = version = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "none"
html_theme = "furo"
html_title = "BeritaNLP"
html_static_path = ["_static"]
html_extra_path = ["schema.json"]
