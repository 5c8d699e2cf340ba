import asyncio
from types import SimpleNamespace


async def move(first, second, both, patience, moved):
    await first.acquire()
    await both.wait()
    try:
        await asyncio.wait_for(second.acquire(), patience)
        moved.value += 1
        second.release()
    except TimeoutError:
        print("gave up")
    first.release()


async def supervisor(patience):
    giver = asyncio.Lock()
    taker = asyncio.Lock()
    both = asyncio.Barrier(2)
    moved = SimpleNamespace(value=0)
    there = asyncio.create_task(move(giver, taker, both, None, moved))
    back = asyncio.create_task(move(taker, giver, both, patience, moved))
    for task in (there, back):
        await task
    return moved.value


def main(patience=2):
    result = asyncio.run(supervisor(patience))
    print("Answer:", result, "of 2 came through")
    return result


if __name__ == "__main__":
    main()
