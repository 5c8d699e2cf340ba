import threading
from types import SimpleNamespace


def move(first, second, both, patience, moved):
    first.acquire()
    both.wait()
    if second.acquire(timeout=patience):
        moved.value += 1
        second.release()
    else:
        print("gave up")
    first.release()


def supervisor(patience):
    giver = threading.Lock()
    taker = threading.Lock()
    both = threading.Barrier(2)
    moved = SimpleNamespace(value=0)
    there = threading.Thread(target=move, args=(giver, taker, both, -1, moved))
    back = threading.Thread(target=move, args=(taker, giver, both, patience, moved))
    for thread in (there, back):
        thread.start()
    for thread in (there, back):
        thread.join()
    return moved.value


def main(patience=2):
    result = supervisor(patience)
    print("Answer:", result, "of 2 came through")
    return result


if __name__ == "__main__":
    main()
