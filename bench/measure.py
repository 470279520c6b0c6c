"""How the peers are timed and how they tell: one JSON line a task on standard output.

    {"peer", "task", "input", "threads", "seconds": [one a run], "peak_mb", ...}

`peak_mb` is the largest resident size of the whole process so far (interpreter and input included).
"""

import json
import os
import resource
import subprocess
import sys
import time

_results = sys.stdout


def hush():
    """Sends what libraries print (also from C++) to nowhere; results still go to standard output."""
    global _results
    _results = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def peak_mb():
    """Largest resident size of this process so far, MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def emit(peer, task, where, threads, seconds, peak=None, **more):
    """Tells one result. `seconds` may be a list or one number."""
    seconds = seconds if isinstance(seconds, list) else [seconds]
    line = {"peer": peer, "task": task, "input": where, "threads": threads}
    line["seconds"] = [round(value, 6) for value in seconds]
    line["peak_mb"] = peak_mb() if peak is None else peak
    print(json.dumps(line | more), file=_results, flush=True)


def repeat(times, work):
    """Seconds of each of several runs, and the last result."""
    seconds, result = [], None
    for _ in range(times):
        result = None  # two results at once would be charged to the peer's memory
        started = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - started)
    return seconds, result


def run_child(command, limit, env=None):
    """Runs a program; (seconds, peak MB). Raises subprocess.CalledProcessError or TimeoutExpired."""
    started = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=env, process_group=0
    ) as child:
        # Read what it says as it comes, so that a talkative program never waits for us.
        os.set_blocking(child.stderr.fileno(), False)
        said, status, usage = b"", None, None
        while status is None:
            said = (said + (child.stderr.read() or b""))[-4000:]
            pid, ended, usage_now = os.wait4(child.pid, os.WNOHANG)
            if pid:
                status, usage = os.waitstatus_to_exitcode(ended), usage_now
            elif time.perf_counter() - started > limit:
                child.kill()
                os.wait4(child.pid, 0)
                child.returncode = -9
                raise subprocess.TimeoutExpired(command, limit)
            else:
                time.sleep(0.002)
        seconds = time.perf_counter() - started
        said = (said + (child.stderr.read() or b""))[-4000:]
        child.returncode = status
    if status != 0:
        raise subprocess.CalledProcessError(status, command, stderr=said.decode(errors="replace"))
    return seconds, round(usage.ru_maxrss / 1024)
