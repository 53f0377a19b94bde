#define _XOPEN_SOURCE 700
#include "shim.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

static SCREEN *screen;

static int names_utf8(const char *locale) {
  const char *codeset = locale == NULL ? NULL : strchr(locale, '.');
  return codeset != NULL && (strncasecmp(codeset, ".utf-8", 6) == 0 || strncasecmp(codeset, ".utf8", 5) == 0);
}

int curses_choose_locale(void) {
  if (setlocale(LC_CTYPE, "") == NULL) {
    const char *wanted = getenv("LC_ALL");
    if (wanted == NULL || *wanted == 0) wanted = getenv("LC_CTYPE");
    if (wanted == NULL || *wanted == 0) wanted = getenv("LANG");
    if (names_utf8(wanted)) setlocale(LC_CTYPE, "C.UTF-8");
  }
  return strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int curses_open(void) {
  unsetenv("LINES");  // they would hold the size for ever
  unsetenv("COLUMNS");
  set_escdelay(25);
  screen = newterm(NULL, stdout, stdin);
  return screen != NULL;
}

void curses_close(void) {
  if (screen == NULL) return;
  delscreen(screen);
  screen = NULL;
}

WINDOW *curses_screen(void) { return stdscr; }

void curses_put(int row, int column, const unsigned *scalars, int count, int columns, int attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1];
  int length = 0;
  while (length < count && length < CCHARW_MAX) {
    text[length] = (wchar_t)scalars[length];
    length++;
  }
  text[length] = 0;
  attr_t look = A_NORMAL;
  if (attributes & CURSES_BOLD) look |= A_BOLD;
  if (attributes & CURSES_DIM) look |= A_DIM;
  if (attributes & CURSES_UNDERLINE) look |= A_UNDERLINE;
  if (attributes & CURSES_REVERSE) look |= A_REVERSE;
  cchar_t cell;
  if (wcwidth(text[0]) == columns && setcchar(&cell, text, look, 0, &pair) == OK) {
    // In the lower right corner the cell is drawn and an error returned, as the cursor cannot go on.
    mvadd_wch(row, column, &cell);
    return;
  }
  for (int i = 0; i < columns; i++) {
    setcchar(&cell, L"?", look, 0, &pair);
    mvadd_wch(row, column + i, &cell);
  }
}
