import asyncio
import time
from concurrent.futures import ThreadPoolExecutor, TimeoutError


def slow_function(value, job):
    time.sleep(job)
    return value


def report(future):
    print("the callback asks for result():", future.result())


async def bridge(future):
    try:
        asyncio.ensure_future(future)
    except TypeError:
        print("awaited as it is: TypeError")
    return await asyncio.wrap_future(future)


def supervisor(job, limit):
    pool = ThreadPoolExecutor(max_workers=1)
    future = pool.submit(slow_function, 42, job)
    queued = pool.submit(slow_function, 7, job)
    future.add_done_callback(report)
    print("not begun, cancelled:", queued.cancel())
    try:
        future.result(limit)
    except TimeoutError:
        print("result(timeout) blocked, and gave up: TimeoutError")
    print("begun, cancelled:", future.cancel())
    value = future.result()
    print("result() blocked, and gives:", value)
    print("wrapped and awaited:", asyncio.run(bridge(pool.submit(slow_function, 42, limit))))
    pool.shutdown()
    return value


def main(job=2, limit=0.5):
    result = supervisor(job, limit)
    print("Answer:", result)
    return result


if __name__ == "__main__":
    main()
