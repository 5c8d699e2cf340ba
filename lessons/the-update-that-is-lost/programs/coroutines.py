import asyncio
from types import SimpleNamespace


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


async def add(counter, times, effort):
    for _ in range(times):
        seen = counter.value
        fib(effort)
        counter.value = seen + 1
        await asyncio.sleep(0)


async def supervisor(tasks, times, effort):
    counter = SimpleNamespace(value=0)
    adders = [asyncio.create_task(add(counter, times, effort)) for _ in range(tasks)]
    for adder in adders:
        await adder
    print("added:", tasks * times, "counted:", counter.value)
    return tasks * times - counter.value


def main(tasks=2, times=100, effort=24):
    result = asyncio.run(supervisor(tasks, times, effort))
    print("Answer:", result, "updates lost")
    return result


if __name__ == "__main__":
    main()
