import asyncio


async def slow_function(value, job):
    await asyncio.sleep(job)
    return value


def report(future):
    print("the callback asks for result():", future.result())


def promised(value, job):
    loop = asyncio.get_event_loop()
    future = loop.create_future()
    loop.call_later(job, lambda: future.set_result(value))
    return future


async def supervisor(job, limit):
    future = asyncio.create_task(slow_function(42, job))
    print("a task is a future:", asyncio.isfuture(future))
    future.add_done_callback(report)
    try:
        future.result()
    except asyncio.InvalidStateError:
        print("result() while pending, at once: InvalidStateError")
    await asyncio.wait([future], timeout=limit)
    print("wait(timeout) gave up, done:", future.done())
    value = await future
    print("await gives:", value)
    print("await a coroutine:", await slow_function(42, limit))
    print("await a plain function's future:", await promised(42, limit))
    print("ensure_future leaves a future as it is:", asyncio.ensure_future(future) is future)
    return value


def main(job=2, limit=0.5):
    result = asyncio.run(supervisor(job, limit))
    print("Answer:", result)
    return result


if __name__ == "__main__":
    main()
