import { expect, test } from "./same-app.ts";

test.describe("the page", () => {
  test("offers each mode and both together, and begins side by side", async ({ app: { page } }) => {
    const group = page.getByRole("group", { name: "How to run it" });
    await expect(group.getByRole("radio")).toHaveCount(3);
    await expect(group.getByRole("radio", { name: "Side by side" })).toBeChecked();
    await expect(page.getByRole("article")).toHaveCount(2);
    await group.getByRole("radio", { name: "Coroutines" }).check();
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(page.getByRole("article", { name: "Coroutines" })).toBeVisible();
  });

  test("has Run only, as long as nothing runs; Cancel and Stop do nothing then", async ({ app: { page } }) => {
    await expect(page.getByRole("button", { name: /^Run/ })).toBeEnabled();
    for (const name of ["Cancel", "Stop"]) {
      const button = page.getByRole("button", { name, exact: true });
      await expect(button).toBeDisabled();
      await button.evaluate((element: HTMLElement) => element.click());
    }
    await expect(page.getByRole("button", { name: /^Run/ })).toBeEnabled();
  });

  test("shows each program's whole source, and nothing else, in order", async ({ app: { page } }) => {
    for (const [mode, first] of [
      ["Threads", "import { print"],
      ["Coroutines", "import { CancelledError"],
    ] as const) {
      const listing = page.getByRole("region", { name: `${mode}: listing` });
      const lines = await listing.locator("code").allTextContents();
      expect(lines[0]).toContain(first);
      expect(lines.join("\n")).toContain("supervisor");
      const numbers = await listing.locator(".line-number").allTextContents();
      expect(numbers).toEqual(lines.map((_, index) => String(index + 1)));
    }
  });

  test("keeps the two listings at the same place when one is scrolled", async ({ app: { page } }) => {
    const [left, right] = [page.locator(".listing-lines").first(), page.locator(".listing-lines").last()];
    await left.evaluate((element) => {
      element.scrollTop = 90;
    });
    await expect.poll(() => right.evaluate((element) => element.scrollTop)).toBe(90);
  });

  test("changes parameters within their bounds, says which are out of them, and resets", async ({ app: { page } }) => {
    await page.getByRole("button", { name: "Parameters" }).click();
    const job = page.getByRole("spinbutton", { name: "The job takes" });
    await expect(job).toHaveValue("3");
    await job.fill("0.5");
    const summary = page.locator(".parameters-summary");
    await expect(summary).toContainText("0.5 s");
    await job.fill("300");
    await expect(job).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText("Not used: 0.1 to 30 s.")).toBeVisible();
    await expect(summary).toContainText("0.5 s");
    const spinners = page.getByRole("spinbutton", { name: "Spinners" });
    await spinners.fill("9");
    await expect(page.getByText("Not used: 1 to 8.")).toBeVisible();
    await spinners.fill("4");
    await expect(summary).toContainText("Spinners4");
    await page.getByRole("button", { name: "Reset" }).click();
    await expect(spinners).toHaveValue("1");
    await expect(job).toHaveValue("3");
    await expect(summary).toContainText("3 s");
  });

  test("goes round the themes and remembers the one that is on", async ({ app: { page } }) => {
    const button = page.getByRole("button", { name: /^Theme/ });
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await button.click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    expect(await background()).toBe("rgb(15, 18, 22)");
    await button.click();
    expect(await background()).toBe("rgb(247, 246, 242)");
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  });
});
