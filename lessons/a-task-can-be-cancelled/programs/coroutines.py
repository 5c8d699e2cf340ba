import asyncio
import itertools
import sys

hour = 3600


async def let_through():
    await asyncio.sleep(hour)


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
    return "caught"


async def delayed(pause):
    try:
        await asyncio.sleep(hour)
    finally:
        await asyncio.sleep(pause)


async def refused(pause):
    try:
        await asyncio.sleep(hour)
    except asyncio.CancelledError:
        await asyncio.sleep(pause)
        asyncio.current_task().uncancel()
    await asyncio.sleep(pause)
    return "went on"


async def never_begun():
    print("this line never runs")
    await asyncio.sleep(hour)


async def supervisor(message, frame, job, pause):
    coros = [let_through(), spin(message, frame), delayed(pause), refused(pause)]
    tasks = [asyncio.create_task(each) for each in coros]
    print("spinner object:", tasks[1])
    await asyncio.sleep(job)
    tasks.append(asyncio.create_task(never_begun()))
    for task in tasks:
        task.cancel()
    ends = await asyncio.gather(*tasks, return_exceptions=True)
    for task in tasks:
        print(task)
    return ["cancelled" if isinstance(end, asyncio.CancelledError) else str(end) for end in ends]


def main(message="thinking!", frame=0.1, job=1.5, pause=0.3):
    result = asyncio.run(supervisor(message, frame, job, pause))
    print("Ends:", result)
    return result


if __name__ == "__main__":
    main()
