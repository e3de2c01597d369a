"""For authors of plugins: checks, a pytest suite, and Hypothesis strategies of messy articles.

`check_plugin` needs newsparse alone; `PluginSuite` and the strategies need `pip install 'newsparse[testing]'`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsparse.testing.checking import Problem, check_plugin

if TYPE_CHECKING:
    from newsparse.testing.strategies import articles, drafts
    from newsparse.testing.suite import PluginSuite

__all__ = ["PluginSuite", "Problem", "articles", "check_plugin", "drafts"]


def __getattr__(name: str) -> object:
    """Import what needs Hypothesis only when it is asked for."""
    if name in ("articles", "drafts"):
        from newsparse.testing import strategies  # noqa: PLC0415

        found: object = getattr(strategies, name)
        return found
    if name == "PluginSuite":
        from newsparse.testing.suite import PluginSuite  # noqa: PLC0415

        return PluginSuite
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
