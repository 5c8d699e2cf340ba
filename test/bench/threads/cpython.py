"""CPython's own threading, measured with the programs of library.ts: reads one order a line, prints one figure a line.

An order is a row's name and its amounts, `{"row": "lock", "amounts": [500000]}`. A figure is a number a second, a length in
microseconds, or, of memory, bytes of resident memory a thread, measured in a process of its own.
"""
import json, os, queue, subprocess, sys, threading, time
from concurrent.futures import ThreadPoolExecutor

now = time.perf_counter


def percentile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))]


def threads(count):
    begun = now()
    for _ in range(count):
        thread = threading.Thread(target=int)
        thread.start()
        thread.join()
    return count / (now() - begun)


def lock(count):
    one = threading.Lock()
    begun = now()
    for _ in range(count):
        one.acquire()
        one.release()
    return count / (now() - begun)


def contended(count):
    one, start = threading.Lock(), threading.Barrier(3)

    def work():
        start.wait()
        for _ in range(count):
            one.acquire()
            one.release()
    both = [threading.Thread(target=work) for _ in range(2)]
    for thread in both:
        thread.start()
    start.wait()
    begun = now()
    for thread in both:
        thread.join()
    return 2 * count / (now() - begun)


def hand_over(count):
    """A thread computes all the time and wakes another: how long until that has the GIL?"""
    gate, took, stamp = threading.Semaphore(0), [], [0.0]

    def waiter():
        for _ in range(count):
            gate.acquire()
            took.append((now() - stamp[0]) * 1e6)
    other = threading.Thread(target=waiter)
    other.start()
    for at in range(count):
        until = now() + .012
        while now() < until:
            pass
        stamp[0] = now()
        gate.release()
        while len(took) <= at:
            pass
    other.join()
    return percentile(took, .5)


def event(count):
    go, back, took, stamp = threading.Event(), threading.Event(), [], [0.0]

    def waiter():
        for _ in range(count):
            go.wait()
            took.append((now() - stamp[0]) * 1e6)
            go.clear()
            back.set()
    other = threading.Thread(target=waiter)
    other.start()
    for _ in range(count):
        time.sleep(.001)
        stamp[0] = now()
        go.set()
        back.wait()
        back.clear()
    other.join()
    return percentile(took, .5)


def items(count):
    line = queue.Queue()

    def produce():
        for item in range(count):
            line.put(item)
    other = threading.Thread(target=produce)
    begun = now()
    other.start()
    for _ in range(count):
        line.get()
    took = now() - begun
    other.join()
    return count / took


def tasks(count, workers):
    with ThreadPoolExecutor(workers) as pool:
        for future in [pool.submit(time.sleep, .05) for _ in range(workers)]:
            future.result()
        begun = now()
        for future in [pool.submit(int) for _ in range(count)]:
            future.result()
        return count / (now() - begun)


def late(count, seconds, into):
    for _ in range(count):
        begun = now()
        time.sleep(seconds)
        into.append((now() - begun - seconds) * 1e6)


def lateness(threads_, count, seconds):
    lates = [[] for _ in range(threads_)]
    all_ = [threading.Thread(target=late, args=(count, seconds, own)) for own in lates]
    for thread in all_:
        thread.start()
    for thread in all_:
        thread.join()
    return percentile([value for own in lates for value in own], .95)


def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def memory(count):
    go = threading.Event()
    before = resident()
    for _ in range(count):
        threading.Thread(target=go.wait, daemon=True).start()
    time.sleep(.2)
    print((resident() - before) / count, flush=True)
    os._exit(0)


ROWS = {"threads": threads, "lock": lock, "contended": contended, "hand_over": hand_over, "event": event, "items": items,
        "tasks": tasks, "lateness": lateness}

if sys.argv[1:]:
    memory(int(sys.argv[1]))
for order in sys.stdin:
    order = json.loads(order)
    if order["row"] == "memory":
        amount = str(order["amounts"][0])
        print(subprocess.run([sys.executable, __file__, amount], capture_output=True, text=True).stdout.strip(), flush=True)
    else:
        print(ROWS[order["row"]](*order["amounts"]), flush=True)
