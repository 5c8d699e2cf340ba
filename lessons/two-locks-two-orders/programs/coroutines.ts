import { Barrier, coroutine, createTask, getEventLoop, Lock, TimeoutError, waitFor } from "spinscope/asyncio";
import { print } from "spinscope/programs";

type Moved = { value: number };

export const move = coroutine(function* move(
  first: Lock,
  second: Lock,
  both: Barrier,
  patience: number | null,
  moved: Moved,
) {
  yield* first.acquire();
  yield* both.wait();
  try {
    yield* waitFor(second.acquire(), patience);
    moved.value += 1;
    second.release();
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print("gave up");
  }
  first.release();
});

export const supervisor = coroutine(function* supervisor(patience: number) {
  const giver = new Lock();
  const taker = new Lock();
  const both = new Barrier(2);
  const moved: Moved = { value: 0 };
  const there = createTask(move(giver, taker, both, null, moved));
  const back = createTask(move(taker, giver, both, patience, moved));
  for (const task of [there, back]) yield* task;
  return moved.value;
});

export async function main(patience: number) {
  const loop = getEventLoop();
  const result = await loop.runUntilComplete(supervisor(patience));
  print("Answer:", result, "of 2 came through");
  return result;
}
