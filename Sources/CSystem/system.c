#define _GNU_SOURCE
#include "system.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// Bugs: die at once. Requests: the program may save first. Reports: the program reacts and goes on.
static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
static const int requests[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
static const int reports[] = {SIGTSTP, SIGCONT, SIGWINCH};
#define COUNT(array) (sizeof(array) / sizeof(array[0]))
#define HIGHEST 64

static int input_descriptor = -1, output_descriptor = -1;
static int wake[2] = {-1, -1};
static struct termios saved_settings;
static struct sigaction saved_actions[HIGHEST];
static stack_t saved_stack;
static char handler_stack[64 * 1024];
static char reset_bytes[512];
static volatile size_t reset_length;
static volatile sig_atomic_t screen_is_ours, ending;
static int is_armed;

void guard_write(const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(output_descriptor, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

// Async-signal-safe, as is all that the handlers call.
static void restore_terminal(void) {
  if (!screen_is_ours) return;
  screen_is_ours = 0;
  signal(SIGTTOU, SIG_IGN);  // in the background setting the terminal would stop us
  guard_write(reset_bytes, reset_length);
  tcsetattr(input_descriptor, TCSANOW, &saved_settings);
}

static void die(int number) {
  restore_terminal();
  signal(number, SIG_DFL);
  raise(number);
  sigset_t unblocked;
  sigemptyset(&unblocked);
  sigaddset(&unblocked, number);
  sigprocmask(SIG_UNBLOCK, &unblocked, NULL);
}

static void on_crash(int number) { die(number); }

static void wake_program(int number) {
  int before = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(wake[1], &byte, 1);
  (void)ignored;
  errno = before;
}

static void on_request(int number) {
  if (ending == number) die(number);
  if (ending) return;
  ending = number;
  wake_program(number);
  alarm(2);
}

static void on_alarm(int number) {
  (void)number;
  if (ending) die(ending);
}

static void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

int guard_open(int input, int output) {
  input_descriptor = input;
  output_descriptor = output;
  if (tcgetattr(input, &saved_settings) != 0) return -1;
  if (pipe(wake) != 0) return -1;
  for (int end = 0; end < 2; end++) {
    fcntl(wake[end], F_SETFL, O_NONBLOCK);
    fcntl(wake[end], F_SETFD, FD_CLOEXEC);
  }
  ending = 0;
  reset_length = 0;
  for (int number = 1; number < HIGHEST; number++) sigaction(number, NULL, &saved_actions[number]);
  return 0;
}

void guard_set_reset(const char *bytes, size_t length) {
  if (length > sizeof reset_bytes) length = sizeof reset_bytes;
  reset_length = 0;
  memcpy(reset_bytes, bytes, length);
  reset_length = length;
}

void guard_arm(void) {
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = handler_stack;
  stack.ss_size = sizeof handler_stack;
  sigaltstack(&stack, &saved_stack);
  for (size_t i = 0; i < COUNT(crashes); i++) handle(crashes[i], on_crash, SA_ONSTACK);
  // What the caller ignores stays ignored (nohup).
  for (size_t i = 0; i < COUNT(requests); i++)
    if (saved_actions[requests[i]].sa_handler != SIG_IGN) handle(requests[i], on_request, SA_RESTART | SA_ONSTACK);
  for (size_t i = 0; i < COUNT(reports); i++) handle(reports[i], wake_program, SA_RESTART | SA_ONSTACK);
  handle(SIGALRM, on_alarm, SA_RESTART | SA_ONSTACK);
  is_armed = 1;
  screen_is_ours = 1;
}

void guard_set_screen_is_ours(int is_ours) { screen_is_ours = is_ours; }

static void put_back(int number) { sigaction(number, &saved_actions[number], NULL); }

void guard_close(void) {
  if (input_descriptor < 0) return;
  if (screen_is_ours) tcsetattr(input_descriptor, TCSANOW, &saved_settings);
  screen_is_ours = 0;
  alarm(0);
  if (is_armed) {
    for (size_t i = 0; i < COUNT(crashes); i++) put_back(crashes[i]);
    for (size_t i = 0; i < COUNT(requests); i++) put_back(requests[i]);
    for (size_t i = 0; i < COUNT(reports); i++) put_back(reports[i]);
    put_back(SIGALRM);
    sigaltstack(&saved_stack, NULL);
    is_armed = 0;
  }
  for (int end = 0; end < 2; end++) {
    close(wake[end]);
    wake[end] = -1;
  }
  input_descriptor = -1;
}

static int next_signal(void) {
  unsigned char byte;
  if (read(wake[0], &byte, 1) != 1) return 0;
  if (byte == ending) alarm(0);
  return byte;
}

int guard_wait(int milliseconds) {
  struct pollfd sources[2] = {{wake[0], POLLIN, 0}, {input_descriptor, POLLIN, 0}};
  if (poll(sources, 2, milliseconds) < 0 && errno != EINTR) return GUARD_TIMEOUT;
  int number = next_signal();
  if (number > 0) return number;
  return sources[1].revents != 0 ? GUARD_INPUT : GUARD_TIMEOUT;
}

int guard_has_input(void) {
  struct pollfd source = {input_descriptor, POLLIN, 0};
  return poll(&source, 1, 0) > 0;
}

int guard_ending(void) { return ending; }

void guard_stop(void) {
  signal(SIGTSTP, SIG_DFL);
  signal(SIGCONT, SIG_DFL);
  raise(SIGTSTP);
  handle(SIGCONT, wake_program, SA_RESTART | SA_ONSTACK);
  handle(SIGTSTP, wake_program, SA_RESTART | SA_ONSTACK);
}

void guard_die(int number) {
  die(number);
  _exit(128 + number);
}

long guard_read(void *buffer, size_t size) {
  for (;;) {
    ssize_t count = read(input_descriptor, buffer, size);
    if (count >= 0) return count;
    if (errno != EINTR) return 0;
  }
}

void guard_free_control_keys(void) {
  struct termios settings;
  if (tcgetattr(input_descriptor, &settings) != 0) return;
  settings.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
  settings.c_lflag &= ~(tcflag_t)IEXTEN;
  tcsetattr(input_descriptor, TCSANOW, &settings);
}

int guard_window_size(int *columns, int *rows) {
  struct winsize size;
  if (ioctl(output_descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

int guard_is_terminal(int descriptor) { return isatty(descriptor); }

long long guard_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
