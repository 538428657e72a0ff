/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into the program: makes calls fail as the environment says, and counts them. Only the program
 * itself is touched: gnuplot and pandoc start without it.
 *
 *   FAULT_MEMORY=N  the N-th request for memory fails; N+: that one and all after it
 *   FAULT_CALL=N    the same of calls that open, make, rename, sync, send or start something (errno ENOSPC)
 *   FAULT_SHORT=1   write and send take one byte at a time
 *   FAULT_CLOCK=1   the wall clock jumps at every look; 2: so does the steady one
 *   FAULT_VANISH=P  the directory P is renamed to P.gone at the FAULT_CALL-th such call, which then goes on
 *   FAULT_COUNT=FD  at the end the counts go there: "MEMORY CALLS" */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct fault {
    atomic_long seen;
    long at;     /* 0: never */
    bool onward; /* and all later ones */
};

static struct fault memory, call;
static bool ready, one_byte;
static int clock_mode, count_to = -1;
static const char *vanishing;


static void read_fault(const char *name, struct fault *fault)
{
    char *end = "";
    const char *value = getenv(name);

    fault->at = value ? strtol(value, &end, 10) : 0;
    fault->onward = *end == '+';
    unsetenv(name);
}

static int read_int(const char *name, int otherwise)
{
    const char *value = getenv(name);
    int n = value ? atoi(value) : otherwise;

    unsetenv(name);
    return n;
}

__attribute__((constructor)) static void prepare(void)
{
    read_fault("FAULT_MEMORY", &memory);
    read_fault("FAULT_CALL", &call);
    one_byte = read_int("FAULT_SHORT", 0) == 1;
    clock_mode = read_int("FAULT_CLOCK", 0);
    count_to = read_int("FAULT_COUNT", -1);
    vanishing = getenv("FAULT_VANISH");
    unsetenv("LD_PRELOAD");
    ready = true;
}

__attribute__((destructor)) static void tell_counts(void)
{
    ready = false;
    if (count_to >= 0)
        dprintf(count_to, "%ld %ld\n", memory.seen, call.seen);
}

static bool fails(struct fault *fault)
{
    if (!ready)
        return false;
    long n = atomic_fetch_add(&fault->seen, 1) + 1;
    return fault->at && (n == fault->at || (fault->onward && n > fault->at));
}

/* Without room one can still read and look: for ever only what writes fails. */
static bool call_fails(void);
static bool open_fails(int flags)
{
    return (!call.onward || (flags & (O_WRONLY | O_RDWR | O_CREAT))) && call_fails();
}

/* Whether this call is to fail; a directory that vanishes does so at that moment instead. */
static bool call_fails(void)
{
    if (!fails(&call))
        return false;
    if (!vanishing) {
        errno = ENOSPC;
        return true;
    }
    char gone[4096];
    snprintf(gone, sizeof gone, "%s.gone", vanishing);
    rename(vanishing, gone);
    return false;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define KEEP_REAL(name)                  \
    static __typeof__(&name) real;       \
    if (!real)                           \
    real = REAL(name)

/* --- memory --------------------------------------------------------------------------------------------- */

extern void *__libc_malloc(size_t n);
extern void *__libc_calloc(size_t count, size_t n);
extern void *__libc_realloc(void *old, size_t n);

/* libgomp, libomp and GLPK end the program when they get none, by design; the loader and the C library's start are
 * before anything of ours. */
static bool spared(const void *caller)
{
    Dl_info from;
    return !dladdr(caller, &from) || !from.dli_fname || strstr(from.dli_fname, "libgomp") || strstr(from.dli_fname, "libomp") || strstr(from.dli_fname, "libglpk") || strstr(from.dli_fname, "ld-linux");
}

static bool starved(const void *caller)
{
    if (!ready || spared(caller) || !fails(&memory))
        return false;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t n)
{
    return starved(__builtin_return_address(0)) ? NULL : __libc_malloc(n);
}

void *calloc(size_t count, size_t n)
{
    return starved(__builtin_return_address(0)) ? NULL : __libc_calloc(count, n);
}

void *realloc(void *old, size_t n)
{
    return starved(__builtin_return_address(0)) ? NULL : __libc_realloc(old, n);
}

/* --- files and processes -------------------------------------------------------------------------------- */

int open(const char *path, int flags, ...)
{
    KEEP_REAL(open);
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_fails(flags) ? -1 : real(path, flags, mode);
}

int openat(int at, const char *path, int flags, ...)
{
    KEEP_REAL(openat);
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_fails(flags) ? -1 : real(at, path, flags, mode);
}

FILE *fopen(const char *path, const char *mode)
{
    KEEP_REAL(fopen);
    return call_fails() ? NULL : real(path, mode);
}

FILE *fdopen(int fd, const char *mode)
{
    KEEP_REAL(fdopen);
    return call_fails() ? NULL : real(fd, mode);
}

DIR *fdopendir(int fd)
{
    KEEP_REAL(fdopendir);
    return open_fails(O_RDONLY) ? NULL : real(fd);
}

DIR *opendir(const char *path)
{
    KEEP_REAL(opendir);
    return open_fails(O_RDONLY) ? NULL : real(path);
}

int mkdir(const char *path, mode_t mode)
{
    KEEP_REAL(mkdir);
    return call_fails() ? -1 : real(path, mode);
}

int mkdirat(int at, const char *path, mode_t mode)
{
    KEEP_REAL(mkdirat);
    return call_fails() ? -1 : real(at, path, mode);
}

int renameat(int from, const char *old, int to, const char *new)
{
    KEEP_REAL(renameat);
    return call_fails() ? -1 : real(from, old, to, new);
}

int rename(const char *old, const char *new)
{
    KEEP_REAL(rename);
    return ready && !vanishing && call_fails() ? -1 : real(old, new);
}

int link(const char *old, const char *new)
{
    KEEP_REAL(link);
    return call_fails() ? -1 : real(old, new);
}

int fsync(int fd)
{
    KEEP_REAL(fsync);
    return call_fails() ? -1 : real(fd);
}

int fflush(FILE *file)
{
    KEEP_REAL(fflush);
    return call_fails() ? EOF : real(file);
}

int memfd_create(const char *name, unsigned flags)
{
    int (*real)(const char *, unsigned) = (int (*)(const char *, unsigned))dlsym(RTLD_NEXT, "memfd_create");
    return call_fails() ? -1 : real(name, flags);
}

int socketpair(int domain, int type, int protocol, int ends[2])
{
    KEEP_REAL(socketpair);
    return call_fails() ? -1 : real(domain, type, protocol, ends);
}

int posix_spawnp(pid_t *pid, const char *file, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes, char *const argv[],
                 char *const envp[])
{
    KEEP_REAL(posix_spawnp);
    return call_fails() ? errno : real(pid, file, actions, attributes, argv, envp);
}

ssize_t write(int fd, const void *bytes, size_t n)
{
    KEEP_REAL(write);
    if (call_fails())
        return -1;
    return real(fd, bytes, one_byte && ready && n > 1 ? 1 : n);
}

ssize_t send(int fd, const void *bytes, size_t n, int flags)
{
    KEEP_REAL(send);
    if (call_fails())
        return -1;
    return real(fd, bytes, one_byte && n > 1 ? 1 : n, flags);
}

/* --- time ----------------------------------------------------------------------------------------------- */

/* Years forth and back, the same ones every time. */
static time_t jump(void)
{
    static atomic_uint looks;
    unsigned n = atomic_fetch_add(&looks, 1) * 2654435761u;
    return (time_t)(n % 200000000u) - 100000000;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    KEEP_REAL(clock_gettime);
    int code = real(clock, now);
    if (clock_mode >= (clock == CLOCK_REALTIME ? 1 : 2))
        now->tv_sec += jump();
    return code;
}

time_t time(time_t *now)
{
    struct timespec exact;
    clock_gettime(CLOCK_REALTIME, &exact);
    if (now)
        *now = exact.tv_sec;
    return exact.tv_sec;
}
