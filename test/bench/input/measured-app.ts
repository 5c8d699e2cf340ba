/**
 * The real app with a recording open, driven by Playwright's real mouse. A moment is taken where the page gets an input, and
 * where the timeline's worker has drawn the first frame that was begun after it had heard of it; both on one clock.
 */
import { _electron, type ElectronApplication, type Page, type Worker } from "playwright";
import { wholeNumber } from "../../../core/i18n/index.ts";
import { watchFrames, watchInputs } from "./watching.ts";

const rounds = 5;
const inputsARound = 12;
/** Longest that a recording may take to be whole, and an input to be answered, ms. */
const patience = 180_000;

/** Of each round the times from input to picture, ms. */
export type Rounds = readonly (readonly number[])[];

export interface MeasuredInputs {
  readonly openedMs: number;
  readonly actions: Readonly<Record<string, Rounds>>;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Opens the file at `path`, which has so many events, in an app whose data are in the folder `data`. */
export async function measureInputs(path: string, events: number, data: string): Promise<MeasuredInputs> {
  const begun = performance.now();
  const app = await launch(path, data);
  try {
    const page = await app.firstWindow();
    await page.locator(".trust").getByText(wholeNumber(events)).waitFor({ timeout: patience });
    const openedMs = Math.round(performance.now() - begun);
    return { openedMs, actions: await measureActions(page) };
  } finally {
    const closed = app.waitForEvent("close");
    await app.evaluate(({ app: own }) => own.exit(0)).catch(() => {});
    await closed;
  }
}

function launch(path: string, data: string): Promise<ElectronApplication> {
  const executablePath = process.env["SPINSCOPE_ELECTRON"];
  const switches = process.env["SPINSCOPE_ELECTRON_SWITCHES"];
  if (executablePath === undefined || switches === undefined) {
    throw new Error("SPINSCOPE_ELECTRON names no runtime: call it by `npm run bench`");
  }
  const args: readonly string[] = JSON.parse(switches);
  return _electron.launch({ executablePath, args: [...args, process.cwd(), `--user-data-dir=${data}`, path] });
}

async function measureActions(page: Page): Promise<Readonly<Record<string, Rounds>>> {
  const worker = page.workers().find((each) => each.url().includes("timeline"));
  const canvas = page.locator(".timeline canvas");
  const box = await canvas.boundingBox();
  if (worker === undefined || box === null) throw new Error("the window has no timeline");
  await worker.evaluate(watchFrames);
  await page.evaluate(watchInputs);
  const measured = (act: (input: number) => Promise<void>) => measureRounds(page, worker, act);
  const x = (input: number) => box.x + box.width * (0.3 + 0.6 * ((input * 0.37) % 1));
  const y = (input: number) => box.y + box.height * (0.25 + 0.5 * ((input * 0.23) % 1));
  await page.mouse.move(x(0), y(0));
  return {
    wheel: await measured((input) => page.mouse.wheel(0, input % 12 < 6 ? -120 : 120)),
    pan: await measured((input) => pan(page, input)),
    hover: await measured((input) => page.mouse.move(x(input), y(input))),
    click: await measured(async (input) => {
      await page.mouse.move(x(input), y(input));
      await page.mouse.down();
      await page.mouse.up();
    }),
    "scroll lanes": await measured((input) => scroll(page, box, input)),
  };
}

/** Sideways by the wheel with shift. */
async function pan(page: Page, input: number): Promise<void> {
  await page.mouse.wheel(input % 12 < 6 ? 90 : -90, 0);
}

async function scroll(page: Page, box: Box, input: number): Promise<void> {
  if (input % inputsARound === 0) await page.mouse.move(box.x + 40, box.y + box.height / 2);
  await page.mouse.wheel(0, input % 12 < 9 ? 200 : -600);
}

async function measureRounds(
  page: Page,
  worker: Worker,
  act: (input: number) => Promise<void>,
): Promise<readonly (readonly number[])[]> {
  const all: number[][] = [];
  for (let round = -1; round < rounds; round++) {
    const times: number[] = [];
    for (let input = 0; input < inputsARound; input++) times.push(await measureOne(page, worker, () => act(input)));
    if (round >= 0) all.push(times);
  }
  return all;
}

/** From the last input of `act` to the end of the frame that answers it, ms. */
async function measureOne(page: Page, worker: Worker, act: () => Promise<void>): Promise<number> {
  await worker.evaluate(() => Reflect.set(globalThis, "heard", undefined));
  await act();
  const at: unknown = await page.evaluate(() => Reflect.get(globalThis, "inputAt"));
  const drawn = await drawnAfter(worker, Number(at));
  // What follows the frame is done before the next input.
  await page.waitForTimeout(60);
  return drawn - Number(at);
}

async function drawnAfter(worker: Worker, at: number): Promise<number> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const frames: unknown = await worker.evaluate((since) => {
      const drawn: unknown = Reflect.get(globalThis, "drawn");
      return Array.isArray(drawn) ? drawn.find(({ heard }) => heard >= since)?.ended : undefined;
    }, at);
    if (typeof frames === "number") return frames;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`no frame answered an input within ${patience} ms`);
}
