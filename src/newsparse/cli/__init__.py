"""The `newsparse` command."""
