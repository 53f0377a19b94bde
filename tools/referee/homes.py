"""A home of its own for a run of the program: the settings and places of whoever runs the checks stay out of it."""

import tempfile

HOMES = tempfile.TemporaryDirectory()


def home():
    """Variables that name an empty home."""
    folder = tempfile.mkdtemp(dir=HOMES.name)
    return {"HOME": folder, "XDG_STATE_HOME": folder + "/state", "XDG_CONFIG_HOME": folder + "/config"}
