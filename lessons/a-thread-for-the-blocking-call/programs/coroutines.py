import asyncio
import itertools
import sys
import time


async def spin(message, frame):
    write, flush = sys.stdout.write, sys.stdout.flush
    for char in itertools.cycle("|/-\\"):
        status = char + " " + message
        write(status)
        write("\x08" * len(status))
        flush()
        try:
            await asyncio.sleep(frame)
        except asyncio.CancelledError:
            break
    write(" " * len(status) + "\x08" * len(status))


def slow_function(job):
    time.sleep(job)
    return 42


async def supervisor(message, frame, job):
    spinner = asyncio.create_task(spin(message, frame))
    print("spinner object:", spinner)
    result = await asyncio.to_thread(slow_function, job)
    spinner.cancel()
    return result


def main(message="thinking!", frame=0.1, job=2):
    result = asyncio.run(supervisor(message, frame, job))
    print("Answer:", result)
    return result


if __name__ == "__main__":
    main()
