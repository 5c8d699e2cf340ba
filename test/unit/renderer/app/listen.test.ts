import { signal } from "@preact/signals";
import { describe, expect, it, vi } from "vitest";
import type { PageApi, PageEvent } from "../../../../core/contract/page-api.ts";
import type { RunState } from "../../../../core/contract/run.ts";
import { oneJobTwoWays } from "../../../../lessons/one-job-two-ways/lesson.ts";
import { createCommands } from "../../../../renderer/app/commands.ts";
import { listenToMain } from "../../../../renderer/app/listen.ts";
import { createPageState } from "../../../../renderer/app/state.ts";

const running: RunState = {
  phase: "running",
  lesson: "one-job-two-ways",
  modes: [{ mode: "coroutines", phase: "running" }],
  cancelled: false,
  events: 3,
  dropped: 0,
  errorUs: 80,
};

function openPage() {
  let tell: (event: PageEvent) => void = () => {};
  const request = vi.fn<PageApi["request"]>(() => Promise.resolve({ ok: true }));
  const api: PageApi = {
    request,
    openDropped: () => Promise.resolve({ ok: true }),
    onEvent(listener) {
      tell = listener;
      return () => {};
    },
  };
  const state = createPageState(oneJobTwoWays, signal(undefined));
  const commands = createCommands(state, api, () => undefined);
  const timeline = { zoomIn: vi.fn(), zoomOut: vi.fn(), fit: vi.fn(), toggleFollow: vi.fn() };
  listenToMain(api, state, commands, timeline);
  return { state, commands, request, timeline, tell: (event: PageEvent) => tell(event) };
}

describe("a page that listens to main", () => {
  it("shows the modes chosen for the next run, and while a run is on those of the run", () => {
    const page = openPage();
    expect(page.state.shownModes.value).toEqual(["threads", "coroutines"]);
    page.tell({ type: "run.state", payload: running });
    expect(page.state.shownModes.value).toEqual(["coroutines"]);
    page.tell({ type: "run.state", payload: { ...running, phase: "ended" } });
    expect(page.state.shownModes.value).toEqual(["threads", "coroutines"]);
  });

  it("says what went wrong with a run once, also when main repeats it", () => {
    const page = openPage();
    page.tell({ type: "run.state", payload: { ...running, problem: "The disk is full. Free some space." } });
    expect(page.state.note.value).toEqual({ tone: "problem", sentence: "The disk is full. Free some space." });
    page.state.note.value = undefined;
    page.tell({ type: "run.state", payload: { ...running, events: 4, problem: "The disk is full. Free some space." } });
    expect(page.state.note.value).toBeUndefined();
  });

  it("says where a save from the menu went, or why it went nowhere", () => {
    const page = openPage();
    page.tell({ type: "saved", payload: { ok: true, path: "recordings/spinner.spinscope" } });
    expect(page.state.note.value).toEqual({ tone: "done", sentence: "Saved to recordings/spinner.spinscope" });
    page.tell({ type: "saved", payload: { ok: false, problem: "The folder can't be written. Choose another." } });
    expect(page.state.note.value).toEqual({
      tone: "problem",
      sentence: "The folder can't be written. Choose another.",
    });
  });

  it("carries out the menu's commands", () => {
    const page = openPage();
    page.tell({ type: "menu.command", payload: { command: "fit" } });
    expect(page.timeline.fit).toHaveBeenCalledOnce();
    page.tell({ type: "menu.command", payload: { command: "run" } });
    expect(page.request).toHaveBeenCalledWith("run.start", {
      lesson: "one-job-two-ways",
      modes: ["threads", "coroutines"],
      parameters: { message: "thinking!", frame: 0.1, job: 3 },
    });
  });

  it("asks main for nothing that the run does not allow", () => {
    const page = openPage();
    page.commands.cancel();
    page.commands.stop();
    page.commands.export("spinscope");
    expect(page.request).not.toHaveBeenCalled();
    page.tell({ type: "run.state", payload: running });
    page.commands.run();
    expect(page.request).not.toHaveBeenCalled();
    page.commands.cancel();
    expect(page.request).toHaveBeenCalledWith("run.cancel", {}, undefined);
  });

  it("shows what main answers to a request it refuses", async () => {
    const page = openPage();
    page.request.mockResolvedValueOnce({ ok: false, problem: "A run is on. Stop it, and run again." });
    page.commands.run();
    await vi.waitFor(() => expect(page.state.note.value?.sentence).toBe("A run is on. Stop it, and run again."));
  });
});
