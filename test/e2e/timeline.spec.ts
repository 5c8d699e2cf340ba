/**
 * The timeline as a person uses it, on the real Electron: it fills with lanes, zooms at the pointer, pans, fits, follows,
 * and changes its theme with the window.
 */
import { createHash } from "node:crypto";
import { expect, testOfOneRun as test } from "./same-app.ts";

test("a run's lanes stand in it by name, and are told in words beside the picture", async ({ app }) => {
  await expect(app.page.getByRole("application", { name: /^Timeline of the run, 9 lanes, 1\.\d s$/ })).toBeVisible();
  await expect(app.page.getByRole("listitem").filter({ hasText: "MainThread: returned 42" })).toHaveCount(1);
});

test("wheel, drag, keys and double click each change the picture, and fit brings it back", async ({ app }) => {
  const canvas = app.page.locator("canvas");
  /** The picture as it is now, by its digest. */
  const look = async () =>
    createHash("sha256")
      .update(await canvas.screenshot())
      .digest("hex");
  /** The picture once it has come to rest: a frame may be on its way. */
  const picture = async () => {
    let last = "";
    for (let now = await look(); now !== last; now = await look()) {
      last = now;
      await app.page.waitForTimeout(400);
    }
    return last;
  };
  const box = await canvas.boundingBox();
  if (box === null) throw new Error("the timeline has no place in the window");
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await canvas.focus();
  await app.page.mouse.move(2, 2);
  const whole = await picture();

  await app.page.mouse.move(middle.x, middle.y);
  for (let notch = 0; notch < 8; notch++) await app.page.mouse.wheel(0, -120);
  await app.page.mouse.move(2, 2);
  await expect.poll(look).not.toBe(whole);
  const zoomed = await picture();

  await app.page.mouse.move(middle.x, middle.y);
  await app.page.mouse.down();
  await app.page.mouse.move(middle.x + 120, middle.y, { steps: 6 });
  await app.page.mouse.up();
  await app.page.mouse.move(2, 2);
  await expect.poll(look).not.toBe(zoomed);
  const dragged = await picture();

  await app.page.keyboard.press("ArrowRight");
  await expect.poll(look).not.toBe(dragged);
  await app.page.keyboard.press("0");
  await expect.poll(look).toBe(whole);

  await app.page.keyboard.press("+");
  await expect.poll(look).not.toBe(whole);
  await app.page.mouse.dblclick(middle.x, box.y + 40);
  await app.page.mouse.move(2, 2);
  await expect.poll(look).toBe(whole);
  expect(app.complaints).toEqual([]);
});
