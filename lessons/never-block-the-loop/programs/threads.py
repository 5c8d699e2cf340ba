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


def slow_function(calm, block):
    time.sleep(calm)
    time.sleep(block)
    time.sleep(calm)
    return 42


def supervisor(message, frame, calm, block):
    signal = Signal()
    spinner = threading.Thread(target=spin, args=(message, frame, signal))
    print("spinner object:", spinner)
    spinner.start()
    result = slow_function(calm, block)
    signal.go = False
    spinner.join()
    return result


def main(message="thinking!", frame=0.1, calm=1, block=2):
    result = supervisor(message, frame, calm, block)
    print("Answer:", result)
    return result


if __name__ == "__main__":
    main()
