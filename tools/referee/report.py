"""Counts what a check expects, says what does not hold, and ends with that."""

import sys


class Report:
    def __init__(self, name):
        self.name, self.checks, self.failures = name, 0, 0

    def expect(self, condition, text):
        self.checks += 1
        if not condition:
            self.fail(text)
        return condition

    def fail(self, text):
        self.failures += 1
        print("  " + text)

    def end(self):
        print(f"{self.name}: {f'{self.checks} checks, ' if self.checks else ''}{self.failures} failures")
        sys.exit(1 if self.failures else 0)
