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


async def supervisor(message, quick, slow, job):
    often = asyncio.create_task(spin(message, quick))
    seldom = asyncio.create_task(spin(message, slow))
    print("spinner object:", seldom)
    print("has it a cancel()?", hasattr(seldom, "cancel"))
    result = await slow_function(job)
    often.cancel()
    seldom.cancel()
    print("asked; done:", often.done(), seldom.done())
    await often
    print("one has ended; done:", often.done(), seldom.done())
    await seldom
    print("both have ended; done:", often.done(), seldom.done())
    return result


def main(message="thinking!", quick=0.4, slow=1.5, job=2.1):
    result = asyncio.run(supervisor(message, quick, slow, job))
    print("Answer:", result)
    return result


if __name__ == "__main__":
    main()
