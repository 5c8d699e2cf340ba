import { expect, test } from "vitest";
import { asAdoption, asWorkerBoot, isWorkerNews } from "../../../../core/thread-host/worker-messages.ts";
import { badPayloads } from "../../../support/hostile/mutations.ts";

const memory = new SharedArrayBuffer(8);

test("what host and workers say to each other is taken when it is whole", () => {
  expect(asWorkerBoot({ park: memory, ring: memory })).toEqual({ park: memory, ring: memory });
  const adoption = { memory, slot: 1, producer: 17, process: 16, lesson: "one-job-two-ways" };
  expect(asAdoption(adoption)).toEqual(adoption);
  expect(isWorkerNews({ type: "parked" })).toBe(true);
  expect(isWorkerNews({ type: "ended", how: "raised", error: "ValueError" })).toBe(true);
});

test("shared memory that did not cross, and everything else that is missing or of a wrong type, is refused", () => {
  const parts = { memory, slot: 1, producer: 17, process: 16, lesson: "one-job-two-ways" };
  for (const name of Object.keys(parts)) {
    for (const wrong of [undefined, null, {}, [], Number.NaN, -1.5, new ArrayBuffer(8)]) {
      const isNumber = name === "slot" && typeof wrong === "number";
      if (!isNumber) expect(() => asAdoption({ ...parts, [name]: wrong }), `${name}`).toThrow(TypeError);
    }
  }
  for (const boot of [
    null,
    {},
    { park: memory },
    { park: memory, ring: null },
    { park: new ArrayBuffer(4), ring: memory },
  ]) {
    expect(() => asWorkerBoot(boot)).toThrow(TypeError);
  }
});

test("bad news of a worker is none", () => {
  const bad = badPayloads({ payload: { type: "parked" }, bad: { type: ["", "ended", "gone"] } });
  for (const news of bad) {
    const isParked = typeof news === "object" && news !== null && Reflect.get(news, "type") === "parked";
    expect(isWorkerNews(news)).toBe(isParked);
  }
});
