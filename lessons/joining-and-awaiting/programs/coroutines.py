import asyncio
import itertools
import sys


async def spin(message, frame, turns):
    write, flush = sys.stdout.write, sys.stdout.flush
    for char in itertools.islice(itertools.cycle("|/-\\"), turns):
        status = char + " " + message
        write(status)
        write("\x08" * len(status))
        flush()
        await asyncio.sleep(frame)
    write(" " * len(status) + "\x08" * len(status))
    return 42


def report(task):
    print("the callback asks for result():", task.result())


async def supervisor(message, frame, turns, limit):
    spinner = asyncio.create_task(spin(message, frame, turns))
    print("spinner object:", spinner)
    spinner.add_done_callback(report)
    await asyncio.wait([spinner], timeout=limit)
    print("after wait(timeout), done:", spinner.done())
    value = await spinner
    print("await gives:", value)
    return value


def main(message="thinking!", frame=0.1, turns=15, limit=0.5):
    result = asyncio.run(supervisor(message, frame, turns, limit))
    print("Answer:", result)
    return result


if __name__ == "__main__":
    main()
