"""What a process may use while it decodes a picture from nobody knows where.

Room: reporting/fingerprint. Changes the process it is called in, for good: only the worker calls it.

Linux:   memory, processor time, no core dump (it would hold pixels), hardly a byte written, few files open.
macOS:   the same calls; the system is known not to hold a process to its memory limit, so only the size limits of `container.py` do.
Windows: nothing is limited here. What remains is the size limits, the separate process, and the caller's own time limit.
"""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """memory: bytes of address space (on Linux the interpreter and its libraries take some 150 MiB of it); seconds: of processor time."""

    memory: int = 3072 * MEBIBYTE
    seconds: int = 60


def limit_this_process(limits: Limits) -> tuple[str, ...]:
    """Set what this system lets us set, never above what already holds. Returns the names of what is now limited."""
    try:
        import resource
    except ImportError:  # Windows
        return ()
    wanted = (
        ("memory", resource.RLIMIT_AS, limits.memory),
        ("processor", resource.RLIMIT_CPU, limits.seconds),  # then SIGXCPU ends it
        ("core", resource.RLIMIT_CORE, 0),
        ("written", resource.RLIMIT_FSIZE, 65_536),  # an answer sent to a file still fits
        ("open", resource.RLIMIT_NOFILE, 64),
    )
    done = []
    for name, kind, value in wanted:
        _, ceiling = resource.getrlimit(kind)
        new = value if ceiling == resource.RLIM_INFINITY else min(value, ceiling)
        try:
            resource.setrlimit(kind, (new, new))
        except (ValueError, OSError):  # macOS refuses some
            continue
        done.append(name)
    return tuple(done)
