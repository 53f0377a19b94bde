#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <wchar.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

static SCREEN *screen;

// What ncurses writes to. For the time of an update that is a file in memory, so that an update is one write: ncurses
// by itself writes each run of cells apart. Standard output stays the terminal's for whoever restores it meanwhile.
static FILE *output;
static int update_file = -1;
static char *update_bytes;
static size_t update_room;

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
  int copy = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) return 0;
  output = fdopen(copy, "w");
  if (output == NULL) {
    close(copy);
    return 0;
  }
#ifdef __linux__
  update_file = memfd_create("update", MFD_CLOEXEC);
#endif
  screen = newterm(NULL, output, stdin);
  if (screen == NULL) curses_close();
  return screen != NULL;
}

void curses_close(void) {
  if (screen != NULL) delscreen(screen);
  if (output != NULL) fclose(output);
  if (update_file >= 0) close(update_file);
  free(update_bytes);
  screen = NULL;
  output = NULL;
  update_file = -1;
  update_bytes = NULL;
  update_room = 0;
}

// The bytes of an update; NULL when there is no room for them.
static const char *read_update(size_t length) {
  if (length > update_room) {
    char *larger = realloc(update_bytes, length);
    if (larger == NULL) return NULL;
    update_bytes = larger;
    update_room = length;
  }
  return pread(update_file, update_bytes, length, 0) == (ssize_t)length ? update_bytes : NULL;
}

const char *curses_update(size_t *length) {
  *length = 0;
  int descriptor = output == NULL ? -1 : fileno(output);
  // Coming back from the shell it also sets the terminal's modes.
  if (update_file < 0 || isendwin() || dup2(update_file, descriptor) < 0) {
    doupdate();
    return NULL;
  }
  lseek(update_file, 0, SEEK_SET);
  doupdate();
  off_t end = lseek(update_file, 0, SEEK_CUR);
  while (dup2(STDOUT_FILENO, descriptor) < 0 && errno == EINTR) continue;
  fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  if (end <= 0) return NULL;
  const char *bytes = read_update((size_t)end);
  if (bytes != NULL) {
    *length = (size_t)end;
    return bytes;
  }
  // No memory: all again, and from now on straight to the terminal.
  close(update_file);
  update_file = -1;
  clearok(curscr, TRUE);
  doupdate();
  return NULL;
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
