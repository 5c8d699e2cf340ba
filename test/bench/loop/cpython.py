"""CPython's own asyncio, measured with the programs of ours.ts: reads one order a line, prints one figure a line.

An order is a row's name and its amounts, `{"row": "switches", "amounts": [100, 300000]}`. A figure is a number a second;
for memory, bytes of resident memory a task, measured in a process of its own.
"""
import asyncio, gc, json, os, subprocess, sys, time

now = time.perf_counter


async def switches(tasks, total):
    turns = total // tasks

    async def turning():
        for _ in range(turns):
            await asyncio.sleep(0)
    turners = [asyncio.create_task(turning()) for _ in range(tasks)]
    begun = now()
    for turner in turners:
        await turner
    return turns * tasks / (now() - begun)


async def nested(depth, total):
    async def nest(left):
        if left > 1:
            await nest(left - 1)
        else:
            for _ in range(total):
                await asyncio.sleep(0)
    begun = now()
    await asyncio.create_task(nest(depth))
    return total / (now() - begun)


async def create_finish(count):
    async def one():
        return 1
    begun = now()
    tasks = [asyncio.create_task(one()) for _ in range(count)]
    for task in tasks:
        await task
    return count / (now() - begun)


async def create_cancel(count):
    loop = asyncio.get_running_loop()

    async def wait_for_nothing():
        await loop.create_future()
    begun = now()
    tasks = [asyncio.create_task(wait_for_nothing()) for _ in range(count)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    return count / (now() - begun)


async def round_trips(count):
    loop = asyncio.get_running_loop()
    there, back = loop.create_future(), None

    async def answering():
        nonlocal there
        for _ in range(count):
            await there
            there = loop.create_future()
            back.set_result(1)
    answers = asyncio.create_task(answering())
    await asyncio.sleep(0)
    begun = now()
    for _ in range(count):
        back = loop.create_future()
        there.set_result(1)
        await back
    took = now() - begun
    await answers
    return count / took


async def callbacks(count, timers):
    loop = asyncio.get_running_loop()
    left, done = count, loop.create_future()

    def callback():
        nonlocal left
        left -= 1
        if not left:
            done.set_result(None)
    begun = now()
    if timers:
        for at in range(count):
            loop.call_later(at * 7919 % count * 1e-9, callback)
    else:
        for _ in range(count):
            loop.call_soon(callback)
    await done
    return count / (now() - begun)


async def waiting(count, kind):
    loop = asyncio.get_running_loop()

    async def on_future():
        await loop.create_future()

    async def sleeping():
        await asyncio.sleep(100_000)
    make = {"future": on_future, "sleep": sleeping}[kind]
    gc.collect()
    before = resident()
    tasks = [asyncio.create_task(make()) for _ in range(count)]
    await asyncio.sleep(0)
    print((resident() - before) / len(tasks), flush=True)
    os._exit(0)


def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGESIZE")


ROWS = {"switches": switches, "nested": nested, "createFinish": create_finish, "createCancel": create_cancel,
        "roundTrips": round_trips, "callbacks": callbacks, "waiting": waiting}


def figure(row, amounts):
    if row == "waiting":
        once = subprocess.run([sys.executable, __file__, *map(str, amounts)], capture_output=True, text=True, check=True)
        return float(once.stdout)
    gc.collect()
    return asyncio.run(ROWS[row](*amounts))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        asyncio.run(waiting(int(sys.argv[1]), sys.argv[2]))
    for line in sys.stdin:
        order = json.loads(line)
        print(figure(order["row"], order["amounts"]), flush=True)
