import itertools
import sys
import threading
import time


def spin(message, frame, turns):
    write, flush = sys.stdout.write, sys.stdout.flush
    for char in itertools.islice(itertools.cycle("|/-\\"), turns):
        status = char + " " + message
        write(status)
        write("\x08" * len(status))
        flush()
        time.sleep(frame)
    write(" " * len(status) + "\x08" * len(status))
    return 42


def supervisor(message, frame, turns, limit):
    spinner = threading.Thread(target=spin, args=(message, frame, turns))
    print("spinner object:", spinner)
    spinner.start()
    spinner.join(limit)
    print("after join(timeout), alive:", spinner.is_alive())
    value = spinner.join()
    print("join() gives:", value)
    return value


def main(message="thinking!", frame=0.1, turns=15, limit=0.5):
    result = supervisor(message, frame, turns, limit)
    print("Answer:", result)
    return result


if __name__ == "__main__":
    main()
