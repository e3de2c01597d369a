"""A ready-made pytest suite: subclass it, name the plugin, and every law of plugins is tested."""

from __future__ import annotations

from typing import Any, ClassVar

from hypothesis import HealthCheck, given, settings

from newsparse.parser import Parser
from newsparse.testing.checking import CHECKS, check_plugin
from newsparse.testing.strategies import articles


class PluginSuite:
    """Tests of one plugin.

    class TestMeetings(PluginSuite):
        plugin = newsparse_meetings
    """

    plugin: ClassVar[Any]

    def test_plugin_is_sound(self) -> None:
        """Nothing that `check_plugin` looks at is wrong."""
        problems = check_plugin(self.plugin)
        assert not problems, "\n".join(map(str, problems))  # noqa: S101 - a test

    @settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.differing_executors])
    @given(text=articles())
    def test_messy_articles(self, text: str) -> None:
        """The same holds on messy articles of every sort."""
        parser = Parser(plugins=[self.plugin], strict=True)
        article = parser.parse(text)
        problems = [problem for check in CHECKS.values() for problem in check(parser, article)]
        assert not problems, "\n".join(problems)  # noqa: S101 - a test
