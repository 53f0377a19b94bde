"""A terminal of one's own: tmux as the referee, which knows what state a program left its terminal in."""

import os
import subprocess
import tempfile
import time
from pathlib import Path

from runs import variables

PATIENCE = 5.0  # seconds until an expected screen is missing
SOCKETS = tempfile.TemporaryDirectory()  # away from the user's own tmux


class Terminal:
    """One detached tmux window that runs one command; its environment is exactly what is given."""

    count = 0

    def __init__(self, command, width=80, height=24, environment=None):
        Terminal.count += 1
        self.server = f"terminal-{Terminal.count}"
        assignments = [f"{name}={value}" for name, value in variables(environment).items()]
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(width), "-y", str(height),
                  "env", "-i", *assignments, *command)

    def tmux(self, *arguments):
        return subprocess.run(["tmux", "-u", "-L", self.server, *arguments], capture_output=True, text=True,
                              env={**os.environ, "TMUX_TMPDIR": SOCKETS.name}).stdout

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.tmux("kill-server")

    def press(self, *keys):
        """Keys by tmux's names: q, C-c, Enter, Right."""
        self.tmux("send-keys", *keys)

    def type(self, text):
        self.tmux("send-keys", "-l", text)

    def click(self, column, row, button=0):
        """As a terminal reports it (SGR, from 1)."""
        self.type(f"\x1b[<{button};{column};{row}M\x1b[<{button};{column};{row}m")

    def paste(self, text):
        """Marked as a paste if the program asked for that."""
        self.tmux("set-buffer", text)
        self.tmux("paste-buffer", "-p")

    def paste_bytes(self, text):
        """A paste of any length."""
        subprocess.run(["tmux", "-u", "-L", self.server, "load-buffer", "-"], input=text, text=True,
                       env={**os.environ, "TMUX_TMPDIR": SOCKETS.name}, check=True)
        self.tmux("paste-buffer", "-p")

    def resize(self, width, height):
        self.tmux("resize-window", "-x", str(width), "-y", str(height))

    def screen(self, styles=False):
        """What stands there now, a line each; with styles, as escape sequences between the letters."""
        return self.tmux("capture-pane", "-p", *(["-e"] if styles else []))

    def joined(self):
        """The screen with wrapped lines put together."""
        return self.tmux("capture-pane", "-p", "-J")

    def ask(self, name):
        return self.tmux("display-message", "-p", f"#{{{name}}}").strip()

    @property
    def alternate(self):
        return self.ask("alternate_on") == "1"

    @property
    def cursor(self):
        return self.ask("cursor_flag") == "1"

    @property
    def mouse(self):
        return self.ask("mouse_any_flag") == "1"

    @property
    def asks_cursor_keys(self):
        return self.ask("keypad_cursor_flag") == "1"

    def children(self):
        """Process ids of what the window's command has started."""
        process = self.ask("pane_pid")
        return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]

    def wait(self, condition, patience=PATIENCE):
        """Whether the condition comes true in time."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if condition():
                return True
            time.sleep(0.02)
        return False
