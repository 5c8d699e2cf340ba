import threading
from types import SimpleNamespace


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def transfer(accounts, start, times, effort):
    start.wait()
    for _ in range(times):
        accounts.giver -= 1
        fib(effort)
        accounts.taker += 1
        fib(effort - 3)


def audit(accounts, wrong, start, times, effort):
    total = accounts.giver + accounts.taker
    start.wait()
    for _ in range(times):
        seen = accounts.giver + accounts.taker
        if seen != total:
            wrong.value += 1
        fib(effort)


def supervisor(times, effort):
    accounts = SimpleNamespace(giver=times, taker=0)
    wrong = SimpleNamespace(value=0)
    start = threading.Barrier(2)
    teller = threading.Thread(target=transfer, args=(accounts, start, times, effort))
    auditor = threading.Thread(target=audit, args=(accounts, wrong, start, 2 * times, effort))
    for thread in (teller, auditor):
        thread.start()
    for thread in (teller, auditor):
        thread.join()
    print("in the end:", accounts.giver, "+", accounts.taker)
    return wrong.value


def main(times=120, effort=24):
    result = supervisor(times, effort)
    print("Answer:", result, "sums were wrong")
    return result


if __name__ == "__main__":
    main()
