/**
 * Where everything lies in the one SharedArrayBuffer of a run. Numbers are indexes of 32-bit words; an "address"
 * is the index of a cell's first word. Invariants: word 0 says whose memory this is; cells begin at an even word,
 * so that a 64-bit mark fits in them; a cell never moves and is never freed; every word that two threads touch
 * is read and written with Atomics only.
 *
 *   Header · worker slots · cells (thread blocks, signals, texts; later locks, queues, the GIL's lane) →
 */

/** Says that the buffer is a run's memory, and of which layout. */
export const magic = 0x5350_0001;

/** Words of the header. */
export const Header = {
  magic: 0,
  /** First word not yet given to a cell. */
  free: 1,
  /** Threads made so far, MainThread included: the next thread's index. */
  threads: 2,
  /** N of the next `Thread-N`. */
  nextName: 3,
  /** Heads of the lists of thread blocks and of signals, newest first. */
  firstThread: 4,
  firstSignal: 5,
  /** Changes, and is notified, each time a worker parks. */
  parkings: 6,
  /** Starts that found no parked worker and wait for the host to boot one. */
  wanting: 7,
  /** What idents count from (64 bits). */
  identBase: 8,
  /** 1: the host boots no more workers for this run. */
  closed: 10,
  /** 1: the run has a GIL. Who holds it (see ownership.ts); 1 when another asks for it; how often it was taken. */
  gilOn: 12,
  gilHolder: 13,
  gilRequest: 14,
  gilSwitches: 15,
  /** Head of the list of locks, newest first, and how many there were. */
  firstLock: 16,
  locks: 17,
  /** Guards the heap's lists of free blocks; their heads, one a size, begin at `heapFree`. */
  heap: 18,
  /** Text cell: the exported function that is called for an error that left a thread; 0 for none. */
  exceptHook: 19,
  /** 1 from the moment MainThread's body has ended: pools take no more work. */
  shutdown: 20,
  /** Head of the list of pools, newest first, and how many there were. */
  firstPool: 21,
  pools: 22,
  /** Futures that have finished so far: the order of their ends. */
  finishes: 23,
  /** The observer's number for the GIL, and its mark of the last giving up (64 bits). */
  gilLane: 24,
  gilMark: 26,
  heapFree: 32,
  words: 64,
} as const;

/** Words of a worker slot. */
export const Slot = {
  /** One of `SlotState`; notified when it changes. */
  state: 0,
  /** Address of the thread that the worker is to run. */
  thread: 1,
  words: 2,
} as const;

export const SlotState = {
  /** No worker. */
  empty: 0,
  /** A booted worker waits here with its modules loaded. */
  parked: 1,
  /** A `start()` has taken it and is about to say what to run. */
  claimed: 2,
  /** It runs, or has run, a thread. Not used again. */
  assigned: 3,
  /** The run is over: the worker was not needed and may leave. */
  released: 4,
} as const;

/** Workers that one run can hold at once. */
export const workerSlots = 256;

/** Words of a thread block: what all threads know of one thread, and what its worker is told. */
export const Block = {
  /** Address of the next block in the list. */
  next: 0,
  /** One of `ThreadState`; notified when it changes. */
  state: 1,
  /** Index in order of making; MainThread is 0. */
  index: 2,
  daemon: 3,
  /** Text cells; 0 for none. A thread without target runs the program's `main` when it is MainThread. */
  name: 4,
  target: 5,
  args: 6,
  /** The observer's mark of the thread's end (64 bits). */
  endMark: 8,
  /** The observer's number for this thread: its lane. */
  lane: 10,
  /** Always 0 and never notified: what a sleeping thread waits on. */
  pillow: 11,
  /** Kept for the finder of deadlocks: address of what it is blocked on. */
  blockedOn: 12,
  /** The next thread in the queue that this one waits in: see wait-queue.ts. */
  waitNext: 13,
  /** 1: whoever it waits for has woken it. */
  woken: 14,
  /** Text cell: the class's name, when it is not `Thread`. */
  className: 15,
  /** A `Timer`'s event, which cancels it. */
  timerEvent: 16,
  words: 18,
} as const;

export const ThreadState = {
  initial: 0,
  /** `start()` was called; the thread is not alive yet, and prints as `initial`. */
  starting: 1,
  started: 2,
  stopped: 3,
} as const;

/** Words of a `Signal`. */
export const SignalCell = {
  next: 0,
  /** 1: go on. 0: please stop. */
  go: 1,
  /** The observer's mark of the last asking (64 bits); written before `go`. */
  mark: 2,
  words: 4,
} as const;

/** Words of a `Lock` or an `RLock`. */
export const LockCell = {
  next: 0,
  /** Who has it: see ownership.ts. */
  owner: 1,
  /** Text cell of its name, `Lock-N`. */
  name: 2,
  /** The observer's number for it. */
  lane: 3,
  /** The observer's mark of the last freeing (64 bits); written before `owner`. */
  mark: 4,
  /** How often its owner has taken an `RLock`. */
  depth: 6,
  words: 8,
} as const;

/** Bytes of a run's memory. Untouched pages cost nothing. */
export const memoryBytes = 64 * 2 ** 20;
