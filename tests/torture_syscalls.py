"""What the program asks the system to do with the files of one folder: recorded, refused, or cut short.

A small library in C stands before libc (LD_PRELOAD) and is switched on and off from Python, so that the real store is tested
with the real SQLite. It is compiled when it is first needed; Linux with a C compiler only.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

KINDS = ("write", "sync", "unlink", "open", "rename", "truncate", "read")
"""The kinds of calls that can be made to fail, in the order of their numbers in the library."""

SOURCE = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WRITE, SYNC, UNLINK, OPEN, RENAME, TRUNCATE, READ, KINDS };
#define FILES 4096

static char folder[4096];
static size_t folder_length;
static uint64_t inode[FILES]; /* of the open files of the folder, 0 for all others */
static int fail_kind = -1, fail_at, fail_errno, fail_forever, hits, counts[KINDS];
static int broken_locks, recording = -1;
static long long room = -1; /* bytes by which the files may grow, -1 for no limit */
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = dlsym(RTLD_NEXT, #name)

static ssize_t raw_write(int fd, const void *data, size_t size) {
    REAL(ssize_t, write, int, const void *, size_t);
    return real(fd, data, size);
}

static int ours(const char *path) {
    return folder_length && !strncmp(path, folder, folder_length) && (path[folder_length] == '/' || !path[folder_length]);
}

static int mine(int fd) { return fd >= 0 && fd < FILES && inode[fd]; }

/* Whether this call is the one that is to fail. */
static int refused(int kind) {
    pthread_mutex_lock(&mutex);
    int number = ++counts[kind];
    int refuse = kind == fail_kind && (fail_forever ? number >= fail_at : number == fail_at);
    hits += refuse;
    pthread_mutex_unlock(&mutex);
    if (refuse) errno = fail_errno;
    return refuse;
}

static void record(char what, uint64_t file, int64_t at, const void *data, uint32_t size) {
    if (recording < 0) return;
    int kept = errno;
    char head[21];
    head[0] = what;
    memcpy(head + 1, &file, 8);
    memcpy(head + 9, &at, 8);
    memcpy(head + 17, &size, 4);
    pthread_mutex_lock(&mutex);
    if (raw_write(recording, head, sizeof head) < 0 || (size && raw_write(recording, data, size) < 0)) abort();
    pthread_mutex_unlock(&mutex);
    errno = kept;
}

static const char *inside(const char *path) { return path[folder_length] ? path + folder_length + 1 : path + folder_length; }

void shim_watch(const char *path) { folder_length = strlen(strcpy(folder, path)); }
void shim_fail(int kind, int at, int number, int forever) {
    fail_kind = kind; fail_at = at; fail_errno = number; fail_forever = forever;
    hits = 0; memset(counts, 0, sizeof counts);
}
int shim_hits(void) { return hits; }
int shim_count(int kind) { return counts[kind]; }
void shim_locks(int broken) { broken_locks = broken; }
void shim_room(long long bytes) { room = bytes; }
void shim_record(int fd) { recording = fd; }
void shim_mark(int64_t number) { record('!', 0, number, "", 0); }

static int opened(int fd, const char *path, int flags, int existed) {
    struct stat status;
    if (fd < 0 || fd >= FILES || fstat(fd, &status)) return fd;
    inode[fd] = status.st_ino;
    if (!existed) record('c', status.st_ino, 0, inside(path), strlen(inside(path)));
    else if (flags & O_TRUNC) record('t', status.st_ino, 0, "", 0);
    return fd;
}

#define DEFINE_OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(int, name, const char *, int, ...); \
        va_list rest; va_start(rest, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; va_end(rest); \
        if (!ours(path)) return real(path, flags, mode); \
        if (refused(OPEN)) return -1; \
        struct stat status; int existed = !stat(path, &status); \
        return opened(real(path, flags, mode), path, flags, existed); \
    }
DEFINE_OPEN(open)
DEFINE_OPEN(open64)

#define DEFINE_OPENAT(name) \
    int name(int at, const char *path, int flags, ...) { \
        REAL(int, name, int, const char *, int, ...); \
        va_list rest; va_start(rest, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; va_end(rest); \
        if (!ours(path)) return real(at, path, flags, mode); \
        if (refused(OPEN)) return -1; \
        struct stat status; int existed = !stat(path, &status); \
        return opened(real(at, path, flags, mode), path, flags, existed); \
    }
DEFINE_OPENAT(openat)
DEFINE_OPENAT(openat64)

int close(int fd) {
    REAL(int, close, int);
    if (mine(fd)) inode[fd] = 0;
    return real(fd);
}

/* How much of a write there is room for; the size of the file is taken from the room. */
static size_t fits(int fd, size_t size, int64_t at) {
    struct stat status;
    if (room < 0 || fstat(fd, &status)) return size;
    long long growth = at + (long long)size - status.st_size;
    if (growth <= 0) return size;
    if (growth > room) { errno = ENOSPC; return 0; }
    room -= growth;
    return size;
}

static ssize_t put(int fd, const void *data, size_t size, int64_t at) {
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
    if (refused(WRITE)) {
        int number = errno;
        /* A full disk takes the first part. */
        if (number == ENOSPC && size > 1 && real(fd, data, size / 2, at) > 0) record('w', inode[fd], at, data, size / 2);
        errno = number;
        return -1;
    }
    if (size && !fits(fd, size, at)) return -1;
    ssize_t done = real(fd, data, size, at);
    if (done > 0) record('w', inode[fd], at, data, done);
    return done;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
    return mine(fd) ? put(fd, data, size, at) : real(fd, data, size, at);
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { return pwrite64(fd, data, size, at); }

ssize_t write(int fd, const void *data, size_t size) {
    if (!mine(fd)) return raw_write(fd, data, size);
    off_t at = lseek(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
    ssize_t done = put(fd, data, size, at);
    if (done > 0) lseek(fd, at + done, SEEK_SET);
    return done;
}

/* Copies inside the kernel would go unseen: say that there are none, and the caller reads and writes. */
ssize_t sendfile64(int out, int in, off64_t *at, size_t size) {
    REAL(ssize_t, sendfile64, int, int, off64_t *, size_t);
    if (mine(out) || mine(in)) { errno = ENOTSOCK; return -1; }
    return real(out, in, at, size);
}
ssize_t sendfile(int out, int in, off_t *at, size_t size) { return sendfile64(out, in, at, size); }

static ssize_t read_refused(int fd) { return mine(fd) && refused(READ); }
ssize_t pread64(int fd, void *data, size_t size, off64_t at) {
    REAL(ssize_t, pread64, int, void *, size_t, off64_t);
    return read_refused(fd) ? -1 : real(fd, data, size, at);
}
ssize_t pread(int fd, void *data, size_t size, off_t at) { return pread64(fd, data, size, at); }
ssize_t read(int fd, void *data, size_t size) {
    REAL(ssize_t, read, int, void *, size_t);
    return read_refused(fd) ? -1 : real(fd, data, size);
}

int ftruncate64(int fd, off64_t size) {
    REAL(int, ftruncate64, int, off64_t);
    if (!mine(fd)) return real(fd, size);
    if (refused(TRUNCATE)) return -1;
    struct stat status;
    long long before = room >= 0 && !fstat(fd, &status) ? status.st_size : size;
    int failed = real(fd, size);
    if (!failed) {
        if (before > size) room += before - size;
        record('t', inode[fd], size, "", 0);
    }
    return failed;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

#define DEFINE_SYNC(name) \
    int name(int fd) { \
        REAL(int, name, int); \
        if (!mine(fd)) return real(fd); \
        if (refused(SYNC)) return -1; \
        int failed = real(fd); \
        if (!failed) record('s', inode[fd], 0, "", 0); \
        return failed; \
    }
DEFINE_SYNC(fsync)
DEFINE_SYNC(fdatasync)

int unlink(const char *path) {
    REAL(int, unlink, const char *);
    if (!ours(path)) return real(path);
    if (refused(UNLINK)) return -1;
    struct stat status;
    long long before = room >= 0 && !stat(path, &status) ? status.st_size : 0;
    int failed = real(path);
    if (!failed) {
        if (room >= 0) room += before;
        record('u', 0, 0, inside(path), strlen(inside(path)));
    }
    return failed;
}

int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    if (!ours(from) || !ours(to)) return real(from, to);
    if (refused(RENAME)) return -1;
    struct stat status;
    long long before = room >= 0 && !stat(to, &status) ? status.st_size : 0;
    int failed = real(from, to);
    if (!failed) {
        char both[8192];
        int size = snprintf(both, sizeof both, "%s%c%s", inside(from), 0, inside(to));
        if (room >= 0) room += before;
        record('r', 0, 0, both, size);
    }
    return failed;
}

int link(const char *from, const char *to) {
    REAL(int, link, const char *, const char *);
    if (!ours(to)) return real(from, to);
    if (refused(RENAME)) return -1;
    struct stat status;
    int failed = real(from, to);
    if (!failed && !stat(to, &status)) record('l', status.st_ino, 0, inside(to), strlen(inside(to)));
    return failed;
}

static int locking(int fd, int what, void *value) {
    if (!broken_locks || !mine(fd)) return 0;
    if (what == F_GETLK || what == F_OFD_GETLK) { ((struct flock *)value)->l_type = F_UNLCK; return 1; }
    return what == F_SETLK || what == F_SETLKW || what == F_OFD_SETLK || what == F_OFD_SETLKW;
}
#define DEFINE_FCNTL(name) \
    int name(int fd, int what, ...) { \
        REAL(int, name, int, int, ...); \
        va_list rest; va_start(rest, what); void *value = va_arg(rest, void *); va_end(rest); \
        return locking(fd, what, value) ? 0 : real(fd, what, value); \
    }
DEFINE_FCNTL(fcntl)
DEFINE_FCNTL(fcntl64)
int flock(int fd, int what) {
    REAL(int, flock, int, int);
    return broken_locks && mine(fd) ? 0 : real(fd, what);
}
"""

_PRELOADED = "ANNOTATOR_TORTURE_SHIM"


def reason_against() -> str:
    """Return why the library cannot be used here; empty where it can."""
    if not sys.platform.startswith("linux"):
        return "needs Linux"
    return "" if shutil.which("cc") or shutil.which("gcc") else "needs a C compiler"


def build(folder: Path) -> Path:
    """Compile the library into `folder`."""
    source, library = folder / "shim.c", folder / "shim.so"
    source.write_text(SOURCE)
    compiler = shutil.which("cc") or shutil.which("gcc") or "cc"
    subprocess.run([compiler, "-O1", "-w", "-shared", "-fPIC", "-o", library, source, "-ldl", "-lpthread"], check=True)
    return library


class Shim:
    """The library, in a process that was started with it."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.shim_room.argtypes = [ctypes.c_longlong]
        self._library.shim_mark.argtypes = [ctypes.c_int64]

    def watch(self, folder: Path) -> None:
        """From now on see to the files under `folder`."""
        self._library.shim_watch(os.fsencode(folder.resolve()))

    def fail(self, kind: str, at: int, error: int = errno.EIO, forever: bool = False) -> None:
        """Refuse call number `at` of this kind, counted from now, and with `forever` all that come after it."""
        self._library.shim_fail(KINDS.index(kind), at, error, int(forever))

    def stop_failing(self) -> None:
        self._library.shim_fail(-1, 0, 0, 0)

    @property
    def hits(self) -> int:
        """How many calls were refused."""
        return int(self._library.shim_hits())

    def count(self, kind: str) -> int:
        """Return how many calls of this kind there were since `fail` or `stop_failing`."""
        return int(self._library.shim_count(KINDS.index(kind)))

    def break_locks(self) -> None:
        """Have every lock granted to everybody, as some network folders do."""
        self._library.shim_locks(1)

    def set_room(self, size: int) -> None:
        """Let the files grow by so many bytes in all; -1 ends it."""
        self._library.shim_room(size)

    def record(self, fd: int) -> None:
        """Write what is done to this descriptor."""
        self._library.shim_record(fd)

    def mark(self, number: int) -> None:
        """Put a mark into the record."""
        self._library.shim_mark(number)


def enter() -> Shim:  # noqa: RET503 -- the last line does not return
    """Return the library; start the program anew with it, at its first line, where it is not there yet."""
    if _PRELOADED in os.environ:
        folder = os.environ.pop(_PRELOADED)
        os.environ.pop("LD_PRELOAD")
        shutil.rmtree(folder)
        return Shim()
    folder = tempfile.mkdtemp()
    library = build(Path(folder))
    environment = {**os.environ, "LD_PRELOAD": str(library), _PRELOADED: folder}
    sys.stdout.flush()
    os.execve(sys.executable, [sys.executable, *sys.argv], environment)


class Call(NamedTuple):
    """One line of a record: c(reate), l(ink), w(rite), t(runcate), s(ync), u(nlink), r(ename), or ! for a mark."""

    what: str
    file: int
    at: int
    data: bytes


def recorded(data: bytes) -> Iterator[Call]:
    """Read a record."""
    head = struct.Struct("<cQqI")
    place = 0
    while place < len(data):
        what, file, at, size = head.unpack_from(data, place)
        place += head.size
        yield Call(what.decode(), file, at, data[place : place + size])
        place += size
