import itertools
import sys
import threading
import time


class Signal:
    go = True


def spin(message, frame, signal):
    write, flush = sys.stdout.write, sys.stdout.flush
    for char in itertools.cycle("|/-\\"):
        status = char + " " + message
        write(status)
        write("\x08" * len(status))
        flush()
        time.sleep(frame)
        if not signal.go:
            break
    write(" " * len(status) + "\x08" * len(status))


def slow_function(seconds):
    time.sleep(seconds)
    return 42


def supervisor(message, frame, job, count=1):
    signal = Signal()
    spinners = [threading.Thread(target=spin, args=(message, frame, signal)) for _ in range(count)]
    print("spinner object:", *spinners)
    for spinner in spinners:
        spinner.start()
    result = slow_function(job)
    signal.go = False
    for spinner in spinners:
        spinner.join()
    return result


def main(message="thinking!", frame=0.1, job=3, count=1):
    result = supervisor(message, frame, job, count)
    print("Answer:", result)
    return result


if __name__ == "__main__":
    main()
