import { print } from "spinscope/programs";
import { Barrier, Lock, SharedCell, Thread } from "spinscope/threading";

export function move(first: Lock, second: Lock, both: Barrier, patience: number, moved: SharedCell<number>) {
  first.acquire();
  both.wait();
  if (second.acquire(true, patience)) {
    moved.value += 1;
    second.release();
  } else {
    print("gave up");
  }
  first.release();
}

export function supervisor(patience: number) {
  const giver = new Lock();
  const taker = new Lock();
  const both = new Barrier(2);
  const moved = new SharedCell(0);
  const there = new Thread({ target: move, args: [giver, taker, both, -1, moved] });
  const back = new Thread({ target: move, args: [taker, giver, both, patience, moved] });
  for (const thread of [there, back]) thread.start();
  for (const thread of [there, back]) thread.join();
  return moved.value;
}

export function main(patience: number) {
  const result = supervisor(patience);
  print("Answer:", result, "of 2 came through");
  return result;
}
