import { expect, test } from "vitest";
import { lanesAtMost } from "../../../../../core/formats/svg/svg-scene.ts";
import { writeSvg } from "../../../../../core/formats/svg/svg-writer.ts";
import { darkPalette, lightPalette } from "../../../../../core/timeline/drawing/palette.ts";
import { MadeUpRecording } from "../../trace/made-up-recording.ts";

const svgOf = (made: MadeUpRecording): string => [...writeSvg(made.recording)].join("");

function oneThread(): MadeUpRecording {
  const made = new MadeUpRecording();
  const lane = made.lane(7, "thread", "Thread-1 (spin)");
  made.say(1, 0, lane, "lane.created");
  made.say(1, 10, lane, "run");
  made.say(1, 500_000, lane, "wait", { why: "sleep", ms: 500 });
  made.say(1, 1_000_000, lane, "lane.ended", { how: "returned", value: 42 });
  return made;
}

test("the picture names itself, its lanes, what they did and how they ended, and has both themes", () => {
  const svg = svgOf(oneThread());
  expect(svg).toContain('<title id="title">Spinscope timeline: one-job-two-ways (threads, coroutines)</title>');
  expect(svg).toMatch(
    /<desc id="desc">Recorded 2026-11-22T09:00:00\.000Z by spinscope 0\.1\.0\. Lanes: 1\. Events: 4\./,
  );
  expect(svg).toContain(">Thread-1 (spin)</text>");
  expect(svg).toMatch(/>blocked in sleep 0\.5\ss<\/text>/);
  expect(svg).toContain(">returned 42</text>");
  expect(svg).toContain(`fill="${lightPalette.threads}"`);
  expect(svg).toContain(`.f-threads{fill:${darkPalette.threads}}`);
});

test("every hatch that is used is defined", () => {
  const svg = svgOf(oneThread());
  const used = [...svg.matchAll(/url\(#([\w-]+)\)/g)].map(([, id]) => id);
  expect(used).toContain("blocked-threads");
  for (const id of used) expect(svg).toContain(`<pattern id="${id}"`);
});

test("a recording without events is a picture all the same", () => {
  expect(svgOf(new MadeUpRecording())).toMatch(/^<\?xml .*<svg .*<\/svg>\n$/s);
});

test("of very many lanes the first are drawn, and how many are not is said in the picture", () => {
  const made = new MadeUpRecording();
  for (let i = 0; i < lanesAtMost + 12; i++) made.say(1, i, made.lane(i, "task", `Task-${i}`), "lane.created");
  const svg = svgOf(made);
  expect(svg.match(/>Task-\d+<\/text>/g)).toHaveLength(lanesAtMost);
  expect(svg).toContain("Further lanes in the recording, not drawn here: 12");
});
