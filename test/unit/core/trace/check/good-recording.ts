/**
 * A small recording in which every invariant holds: the spinner as threads and as coroutines, with messages between
 * main, the thread host and the page. Tests break it in one place each.
 */
import { MadeUpRecording } from "../made-up-recording.ts";

export const lanes = {
  main: 0,
  host: 16,
  mainThread: 17,
  spinner: 18,
  page: 1,
  loop: 2,
  supervisor: 3,
  task: 4,
} as const;

export interface Breaking {
  /** GIL on: the two threads take turns. */
  readonly gil?: boolean;
}

export function goodRecording({ gil = false }: Breaking = {}): MadeUpRecording {
  const made = new MadeUpRecording();
  const { main, host, mainThread, spinner, page, loop, supervisor, task } = lanes;
  if (gil) made.params = { gil: "on" };
  made.clocks = [
    { id: 0, kind: "hrtime", errorUs: 0 },
    { id: 1, kind: "performance", errorUs: 50 },
  ];
  made.producer(0, { role: "main", thread: 0 });
  made.producer(16, { pid: 2, thread: 0 });
  made.producer(17, { pid: 2, thread: 1 });
  made.producer(18, { pid: 2, thread: 2 });
  made.producer(1, { role: "coroutines", pid: 3, thread: 0, clock: 1 });
  made.lane(main, "process", "main 1", undefined, "main");
  made.lane(host, "process", "utility process 2");
  made.lane(mainThread, "thread", "MainThread", host);
  made.lane(spinner, "thread", "Thread-1 (spin)", host);
  made.lane(page, "process", "page 3", undefined, "coroutines");
  made.lane(loop, "loop", "event loop", page, "coroutines");
  made.lane(supervisor, "task", "Task-1", loop);
  made.lane(task, "task", "Task-2", loop);

  made.say(0, 0, main, "lane.created");
  const start = made.sayOwn(0, 1, main, "message.sent", { to: host, channel: "start", bytes: 9 });
  const startPage = made.sayOwn(0, 2, main, "message.sent", { to: page, channel: "start", bytes: 9 });
  // Within the clocks' error: it seems to be received before it was sent.
  made.say(1, 1, page, "lane.created");
  made.say(1, 1, page, "message.received", { id: startPage, from: main, channel: "start", bytes: 9 });
  made.say(16, 5, host, "lane.created");
  made.say(16, 5, host, "message.received", { id: start, from: main, channel: "start", bytes: 9 });
  made.say(16, 6, mainThread, "lane.created", { by: host });
  made.say(16, 6, host, "message.handled", { id: start, from: main, channel: "start" });
  made.say(17, 10, mainThread, "run");
  made.say(17, 20, spinner, "lane.created", { by: mainThread });
  made.say(17, 21, spinner, "lane.started");
  made.say(17, 30, mainThread, "wait", { why: "sleep", ms: 0.1 });
  made.say(18, 30, spinner, "run");
  made.say(18, 40, spinner, "wait", { why: "sleep", ms: 0.1 });
  made.say(17, 130, mainThread, "run");
  const set = made.sayOwn(17, 131, mainThread, "signal.set");
  made.say(17, 132, mainThread, "join.began", { target: spinner });
  made.say(17, 132, mainThread, "wait", { why: "join", on: spinner });
  made.say(18, 140, spinner, "run");
  made.say(18, 141, spinner, "signal.seen", { id: set });
  const ended = made.say(18, 150, spinner, "lane.ended", { how: "returned" });
  made.say(17, 151, mainThread, "run");
  made.say(17, 151, mainThread, "join.ended", { target: spinner, how: "ended", cause: ended });
  made.say(17, 160, mainThread, "lane.ended", { how: "returned", value: 42 });

  made.say(1, 170, loop, "lane.created");
  made.say(1, 170, supervisor, "lane.created");
  made.say(1, 170, supervisor, "lane.started");
  made.say(1, 171, supervisor, "run");
  made.say(1, 172, task, "lane.created", { by: supervisor });
  made.say(1, 172, task, "lane.started");
  made.say(1, 172, task, "ready");
  made.say(1, 173, supervisor, "wait", { why: "sleep", ms: 0.1 });
  made.say(1, 173, task, "run");
  made.say(1, 174, task, "wait", { why: "sleep", ms: 0.1 });
  made.say(1, 280, supervisor, "run");
  const asked = made.sayOwn(1, 281, supervisor, "cancel.requested", { target: task });
  made.say(1, 281, task, "ready", { cause: asked });
  made.say(1, 282, supervisor, "lane.ended", { how: "returned", value: 42 });
  made.say(1, 283, task, "run");
  made.say(1, 283, task, "cancel.delivered", { id: asked });
  made.say(1, 284, task, "lane.ended", { how: "cancelled" });
  made.say(1, 285, loop, "lane.ended", { how: "returned" });
  made.say(1, 286, page, "lane.ended", { how: "open" });
  made.say(0, 300, host, "lane.ended", { how: "returned" });
  made.say(0, 301, main, "lane.ended", { how: "open" });
  made.events.sort((a, b) => a.t - b.t || a.p - b.p || a.s - b.s);
  return made;
}
