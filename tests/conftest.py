import os

from hypothesis import settings

# The same examples every time where a red build must mean a changed project; other examples every time elsewhere.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden views anew")
