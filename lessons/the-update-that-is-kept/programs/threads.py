import threading
from types import SimpleNamespace


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def add(counter, lock, start, times, effort):
    start.wait()
    for _ in range(times):
        with lock:
            seen = counter.value
            fib(effort)
            counter.value = seen + 1


def supervisor(threads, times, effort):
    counter = SimpleNamespace(value=0)
    lock = threading.Lock()
    start = threading.Barrier(threads)
    adders = [threading.Thread(target=add, args=(counter, lock, start, times, effort)) for _ in range(threads)]
    for adder in adders:
        adder.start()
    for adder in adders:
        adder.join()
    print("added:", threads * times, "counted:", counter.value)
    return threads * times - counter.value


def main(threads=2, times=100, effort=24):
    result = supervisor(threads, times, effort)
    print("Answer:", result, "updates lost")
    return result


if __name__ == "__main__":
    main()
