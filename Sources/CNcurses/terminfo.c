// Apart from shim.c, because term.h makes macros of words like `columns`.
#include "shim.h"

#if __has_include(<ncursesw/term.h>)
#include <ncursesw/term.h>
#else
#include <term.h>
#endif

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int curses_find_terminal(void) {
  int error = 0;
  const char *name = getenv("TERM");
  if (name == NULL || *name == 0) return -1;
  if (setupterm(NULL, 1, &error) != OK) return -1;
  const char *place = tigetstr("cup");
  return place == NULL || place == (char *)-1 || strcmp(name, "dumb") == 0 ? -2 : 0;
}

int curses_colors(void) { return tigetnum("colors"); }

const char *curses_capability(const char *name) {
  static char plain[128];
  const char *value = tigetstr(name);
  if (value == NULL || value == (char *)-1) return NULL;
  size_t length = 0;
  while (*value != 0 && length < sizeof plain - 1) {
    const char *end = value[0] == '$' && value[1] == '<' ? strchr(value, '>') : NULL;
    if (end != NULL) {
      value = end + 1;
    } else {
      plain[length++] = *value++;
    }
  }
  plain[length] = 0;
  return plain;
}

const char *curses_move_to(int row, int column) {
  static char plain[64];
  const char *place = curses_capability("cup");
  if (place == NULL) return NULL;
  const char *filled = tiparm(place, row, column);
  if (filled == NULL) return NULL;
  snprintf(plain, sizeof plain, "%s", filled);
  return plain;
}
