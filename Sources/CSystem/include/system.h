#ifndef PACKETWALK_SYSTEM_H
#define PACKETWALK_SYSTEM_H

#include <stddef.h>

// The terminal guard: whatever ends this process, the terminal is whole afterwards.
//
// Crash signals restore the terminal inside the handler and die of their default action. HUP, INT, QUIT and TERM are
// reported to the program first, through guard_wait, so that it can save; if it has not asked for them within two
// seconds, or the same signal comes again, the handler restores the terminal and dies as well.
// All functions belong to the thread that draws; there is one guard in a process.

/// Remembers the terminal's settings and the signals' dispositions. To be called before anything changes them.
/// @return 0, or -1 with errno.
int guard_open(int input, int output);

/// The bytes that undo all modes on the screen, written when a signal ends the process. Cut at 512.
void guard_set_reset(const char *bytes, size_t length);

/// Installs the handlers; from here the terminal is ours.
void guard_arm(void);

/// While the screen belongs to the shell a dying process must not touch it.
void guard_set_screen_is_ours(int is_ours);

/// Puts back settings and dispositions.
void guard_close(void);

/// What guard_wait found besides signals.
enum { GUARD_TIMEOUT = 0, GUARD_INPUT = -1 };

/// Blocks until there is input, a signal, or `milliseconds` are over (negative: no limit).
/// @return a signal number (HUP INT QUIT TERM TSTP CONT WINCH), GUARD_INPUT or GUARD_TIMEOUT.
int guard_wait(int milliseconds);

/// Whether guard_read would find something now.
int guard_has_input(void);

/// HUP, INT, QUIT or TERM when one came, taken notice of or not; else 0.
int guard_ending(void);

/// Stops this process as Ctrl-Z does without a handler; returns when it goes on.
void guard_stop(void);

/// Ends this process by a signal's default action.
void guard_die(int number) __attribute__((noreturn));

/// Reads what is there. @return bytes read; 0 when the terminal is gone.
long guard_read(void *buffer, size_t size);

/// Writes all of it to the terminal, if the terminal takes it.
void guard_write(const char *bytes, size_t length);

/// Switches off what cbreak leaves on: flow control by Ctrl-S and Ctrl-Q, quoting by Ctrl-V.
void guard_free_control_keys(void);

/// Columns and rows as the system knows them. @return 0, or -1 when it does not.
int guard_window_size(int *columns, int *rows);

int guard_is_terminal(int descriptor);

/// Milliseconds of a clock that never goes back.
long long guard_milliseconds(void);

#endif
