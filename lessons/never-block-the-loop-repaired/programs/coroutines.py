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


async def slow_function(calm, block):
    await asyncio.sleep(calm)
    await asyncio.sleep(block)
    await asyncio.sleep(calm)
    return 42


async def supervisor(message, frame, calm, block):
    spinner = asyncio.create_task(spin(message, frame))
    print("spinner object:", spinner)
    result = await slow_function(calm, block)
    spinner.cancel()
    return result


def main(message="thinking!", frame=0.1, calm=1, block=2):
    result = asyncio.run(supervisor(message, frame, calm, block))
    print("Answer:", result)
    return result


if __name__ == "__main__":
    main()
