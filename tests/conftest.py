import os

from hypothesis import settings

# The same examples every time where a red build must mean a changed project; other examples every time elsewhere. A slow
# machine is no failure anywhere.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden views anew")
