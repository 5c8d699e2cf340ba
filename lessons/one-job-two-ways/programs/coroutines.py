import asyncio
import itertools
import sys


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


async def slow_function(seconds):
    await asyncio.sleep(seconds)
    return 42


async def supervisor(message, frame, job, count=1):
    spinners = [asyncio.create_task(spin(message, frame)) for _ in range(count)]
    print("spinner object:", *spinners)
    result = await slow_function(job)
    for spinner in spinners:
        spinner.cancel()
    return result


def main(message="thinking!", frame=0.1, job=3, count=1):
    result = asyncio.run(supervisor(message, frame, job, count))
    print("Answer:", result)
    return result


if __name__ == "__main__":
    main()
