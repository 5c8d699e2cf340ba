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


def supervisor(message, quick, slow, job):
    signal = Signal()
    often = threading.Thread(target=spin, args=(message, quick, signal))
    seldom = threading.Thread(target=spin, args=(message, slow, signal))
    print("spinner object:", seldom)
    print("has it a cancel()?", hasattr(seldom, "cancel"))
    often.start()
    seldom.start()
    result = slow_function(job)
    signal.go = False
    print("asked; alive:", often.is_alive(), seldom.is_alive())
    often.join()
    print("one has looked; alive:", often.is_alive(), seldom.is_alive())
    seldom.join()
    print("both have looked; alive:", often.is_alive(), seldom.is_alive())
    return result


def main(message="thinking!", quick=0.4, slow=1.5, job=2.1):
    result = supervisor(message, quick, slow, job)
    print("Answer:", result)
    return result


if __name__ == "__main__":
    main()
