import asyncio
from types import SimpleNamespace


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


async def transfer(accounts, times, effort):
    for _ in range(times):
        accounts.giver -= 1
        fib(effort)
        accounts.taker += 1
        fib(effort - 3)
        await asyncio.sleep(0)


async def audit(accounts, times, effort):
    total = accounts.giver + accounts.taker
    wrong = 0
    for _ in range(times):
        seen = accounts.giver + accounts.taker
        if seen != total:
            wrong += 1
        fib(effort)
        await asyncio.sleep(0)
    return wrong


async def supervisor(times, effort):
    accounts = SimpleNamespace(giver=times, taker=0)
    teller = asyncio.create_task(transfer(accounts, times, effort))
    auditor = asyncio.create_task(audit(accounts, 2 * times, effort))
    await teller
    wrong = await auditor
    print("in the end:", accounts.giver, "+", accounts.taker)
    return wrong


def main(times=120, effort=24):
    result = asyncio.run(supervisor(times, effort))
    print("Answer:", result, "sums were wrong")
    return result


if __name__ == "__main__":
    main()
