"""What a run of the program gets from around it: exactly these variables, and a home of its own, so that the settings and places
of whoever runs the checks stay out of it."""

import os
import tempfile

HOMES = tempfile.TemporaryDirectory()


def home():
    """Variables that name an empty home."""
    folder = tempfile.mkdtemp(dir=HOMES.name)
    return {"HOME": folder, "XDG_STATE_HOME": folder + "/state", "XDG_CONFIG_HOME": folder + "/config"}


def variables(changes=None):
    """All variables of a run in an empty home, with changes; None takes one away."""
    all_of_them = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", **home(), **(changes or {})}
    return {name: value for name, value in all_of_them.items() if value is not None}
