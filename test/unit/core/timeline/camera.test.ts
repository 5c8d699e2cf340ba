import { expect, test } from "vitest";
import { Camera } from "../../../../core/timeline/camera.ts";
import { fitAll, follow } from "../../../../core/timeline/viewport.ts";

const pixels = 900;

test("a new camera follows a run that grows, and shows all of it when it has ended", () => {
  const camera = new Camera();
  const growing = { first: 0, end: 20_000_000 };
  expect(camera.update(growing, pixels, true)).toEqual(follow(growing, pixels));
  expect(camera.update(growing, pixels, false)).toEqual(fitAll(growing, pixels));
});

test("what a person zoomed to stays while the run grows", () => {
  const camera = new Camera();
  camera.update({ first: 0, end: 1_000_000 }, pixels, true);
  camera.zoom(4, 500_000);
  const { view } = camera;
  expect(camera.mode).toBe("free");
  expect(camera.update({ first: 0, end: 9_000_000 }, pixels, true)).toEqual(view);
});

test("a pan moves the picture by as many pixels as the hand did", () => {
  const camera = new Camera();
  const before = camera.update({ first: 0, end: 3_000_000 }, pixels, false);
  camera.pan(90);
  expect(camera.view.from).toBeCloseTo(before.from - (before.to - before.from) / 10);
});

test("no movement is no pan: it goes on following", () => {
  const camera = new Camera();
  camera.update({ first: 0, end: 3_000_000 }, pixels, true);
  camera.pan(0);
  expect(camera.mode).toBe("follow");
});

test("fit keeps showing all while the run grows", () => {
  const camera = new Camera();
  camera.update({ first: 0, end: 1_000_000 }, pixels, true);
  camera.fit();
  const grown = { first: 0, end: 60_000_000 };
  expect(camera.update(grown, pixels, true)).toEqual(fitAll(grown, pixels));
});

test("follow off stays where it is, on returns to now, and a new run is followed", () => {
  const camera = new Camera();
  const view = camera.update({ first: 0, end: 20_000_000 }, pixels, true);
  camera.follow(false);
  const later = { first: 0, end: 22_000_000 };
  expect(camera.update(later, pixels, true)).toEqual(view);
  camera.follow(true);
  expect(camera.view).toEqual(follow(later, pixels));
  camera.zoom(2);
  camera.reset();
  expect(camera.mode).toBe("follow");
});

test("what is in sight is revealed without any movement; what is not comes to the middle, at the same scale", () => {
  const camera = new Camera();
  const view = camera.update({ first: 0, end: 30_000_000 }, pixels, false);
  camera.reveal(10_000_000, 11_000_000);
  expect(camera.view).toEqual(view);
  expect(camera.mode).not.toBe("free");
  camera.showRange(1_000_000, 2_000_000);
  const width = camera.view.to - camera.view.from;
  camera.reveal(20_000_000, 20_100_000);
  expect((camera.view.from + camera.view.to) / 2).toBeCloseTo(20_050_000);
  expect(camera.view.to - camera.view.from).toBeCloseTo(width);
});

test("of what is longer than the view the beginning is revealed", () => {
  const camera = new Camera();
  camera.update({ first: 0, end: 30_000_000 }, pixels, false);
  camera.showRange(1_000_000, 2_000_000);
  camera.reveal(10_000_000, 25_000_000);
  const { from, to } = camera.view;
  expect(from).toBeLessThan(10_000_000);
  expect(to).toBeGreaterThan(10_000_000);
  const { view } = camera;
  camera.reveal(10_000_000, 25_000_000);
  expect(camera.view).toEqual(view);
});

test("a range that is shown has room on either side, and the overview moves the view to where it is dragged", () => {
  const camera = new Camera();
  camera.update({ first: 0, end: 30_000_000 }, pixels, false);
  camera.showRange(5_000_000, 6_000_000);
  expect(camera.view.from).toBeLessThan(5_000_000);
  expect(camera.view.to).toBeGreaterThan(6_000_000);
  camera.moveTo(7_000_000);
  expect(camera.view.from).toBeCloseTo(7_000_000);
  expect(camera.mode).toBe("free");
});

test("what is revealed lies in the recording: no view leaves it", () => {
  const camera = new Camera();
  camera.update({ first: 0, end: 30_000_000 }, pixels, false);
  camera.showRange(1_000_000, 2_000_000);
  const width = camera.view.to - camera.view.from;
  camera.reveal(-1e9, -1e9);
  expect(camera.view.from).toBeCloseTo(width / 4 - width);
  camera.reveal(1e9, 1e9);
  expect(camera.view.from).toBeCloseTo(30_000_000 - width / 4);
});
