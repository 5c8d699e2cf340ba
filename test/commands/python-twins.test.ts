// The Python listings are programs: where Python 3.11 or newer is installed, each is run and comes out as ours does.
import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { inProject } from "../../scripts/setup/project.mjs";

// A program waits for most of its time.
vi.setConfig({ maxConcurrency: 3 });

/** Each listing, arguments that make it short, and what it prints last: that, or what fits. */
const programs: readonly (readonly [file: string, args: string, last: string | RegExp])[] = [
  ["one-job-two-ways/programs/threads.py", "'hm', 0.05, 0.2, 2", "Answer: 42"],
  ["one-job-two-ways/programs/coroutines.py", "'hm', 0.05, 0.2, 2", "Answer: 42"],
  ["threads-have-to-be-asked/programs/threads.py", "'hm', 0.05, 0.4, 0.2", "Answer: 42"],
  ["threads-have-to-be-asked/programs/coroutines.py", "'hm', 0.05, 0.4, 0.2", "Answer: 42"],
  [
    "a-task-can-be-cancelled/programs/coroutines.py",
    "'hm', 0.05, 0.2, 0.1",
    "Ends: ['cancelled', 'caught', 'cancelled', 'went on', 'cancelled']",
  ],
  ["joining-and-awaiting/programs/threads.py", "'hm', 0.02, 12, 0.1", "Answer: None"],
  ["joining-and-awaiting/programs/coroutines.py", "'hm', 0.02, 12, 0.1", "Answer: 42"],
  ["futures-twice/programs/threads.py", "0.3, 0.1", "Answer: 42"],
  ["futures-twice/programs/coroutines.py", "0.3, 0.1", "Answer: 42"],
  ["never-block-the-loop/programs/threads.py", "'hm', 0.05, 0.1, 0.2", "Answer: 42"],
  ["never-block-the-loop/programs/coroutines.py", "'hm', 0.05, 0.1, 0.2", "Answer: 42"],
  ["never-block-the-loop-repaired/programs/coroutines.py", "'hm', 0.05, 0.1, 0.2", "Answer: 42"],
  ["a-thread-for-the-blocking-call/programs/coroutines.py", "'hm', 0.05, 0.2", "Answer: 42"],
  ["the-update-that-is-lost/programs/threads.py", "2, 20, 20", /\nAnswer: \d+ updates lost\n$/],
  ["the-update-that-is-lost/programs/coroutines.py", "2, 20, 20", "Answer: 0 updates lost"],
  ["the-update-that-is-kept/programs/threads.py", "2, 20, 20", "Answer: 0 updates lost"],
  ["the-update-that-is-kept/programs/coroutines.py", "2, 20, 20", "Answer: 0 updates lost"],
  ["half-of-a-transfer/programs/threads.py", "20, 20", /\nAnswer: \d+ sums were wrong\n$/],
  ["half-of-a-transfer/programs/coroutines.py", "20, 20", "Answer: 0 sums were wrong"],
  ["a-transfer-in-one-piece/programs/threads.py", "20, 20", "Answer: 0 sums were wrong"],
  ["a-transfer-in-one-piece/programs/coroutines.py", "20, 20", "Answer: 0 sums were wrong"],
  ["two-locks-two-orders/programs/threads.py", "0.2", "Answer: 1 of 2 came through"],
  ["two-locks-two-orders/programs/coroutines.py", "0.2", "Answer: 1 of 2 came through"],
];

const modern = ["-c", "import sys; sys.exit(0 if sys.version_info >= (3, 11) else 1)"];
const hasPython = spawnSync("python3", modern).status === 0;

function python(file: string, args: string): Promise<{ readonly code: number; readonly output: string }> {
  const call = `import runpy; runpy.run_path(${JSON.stringify(inProject("lessons", file))})["main"](${args})`;
  return new Promise((resolve, reject) => {
    const child = spawn("python3", ["-B", "-c", call], { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, output }));
  });
}

it("every Python listing is among those that are run", () => {
  const files = readdirSync(inProject("lessons"), { recursive: true, encoding: "utf8" });
  const listings = files.filter((file) => file.endsWith(".py")).map((file) => file.replaceAll("\\", "/"));
  expect(programs.map(([file]) => file).toSorted()).toEqual(listings.toSorted());
});

describe.runIf(hasPython)("a Python listing", () => {
  it.concurrent.each(programs)("%s runs", { timeout: 120_000 }, async (file, args, last) => {
    const { code, output } = await python(file, args);
    expect(code).toBe(0);
    if (typeof last === "string") expect(output.endsWith(`${last}\n`)).toBe(true);
    else expect(output).toMatch(last);
  });
});
