// Plays made-up runs in real time into the product's own view and worker, and takes pictures of them into out/look/:
//   node test/support/timeline-look/live.mjs
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { createServer } from "vite";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = `${root}out/look`;
mkdirSync(folder, { recursive: true });
const server = await createServer({
  root,
  configFile: false,
  logLevel: "warn",
  server: { port: 0, host: "127.0.0.1" },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
await server.listen();
const address = server.httpServer?.address();
const port = typeof address === "object" && address !== null ? address.port : 0;
const executablePath = process.env["SPINSCOPE_CHROMIUM"];
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({ viewport: { width: 960, height: 430 }, colorScheme: "dark" });
  page.on("console", (message) => console.log(message.text()));
  page.on("pageerror", (error) => console.log(error.stack));
  await page.goto(`http://127.0.0.1:${port}/test/support/timeline-look/live.html`);
  await page.waitForFunction(() => "timeline" in globalThis && globalThis["timeline"].ready.value, null, {
    timeout: 60_000,
  });
  const picture = (name) => page.screenshot({ path: `${folder}/live-${name}.png` });
  await picture("empty");
  const playing = page.evaluate(() => globalThis["play"]({ job: 2 }, 0));
  await page.waitForTimeout(1_000);
  await picture("running");
  await playing;
  await page.waitForTimeout(200);
  await picture("ended");
  console.log(JSON.stringify(await page.evaluate(() => globalThis["timeline"].stage.value), null, 1));
  console.log(JSON.stringify(await page.evaluate(() => globalThis["timeline"].lanes.value)));
  await page.mouse.move(500, 200);
  for (let i = 0; i < 12; i++) await page.mouse.wheel(0, -120);
  await page.waitForTimeout(200);
  await picture("zoomed");
  await page.mouse.down();
  await page.mouse.move(650, 210, { steps: 5 });
  await page.mouse.up();
  await page.emulateMedia({ colorScheme: "light" });
  await page.waitForTimeout(300);
  await picture("panned-light");
  await page.locator("canvas").focus();
  await page.keyboard.press("0");
  await page.waitForTimeout(200);
  await picture("fit-light");
  console.log(JSON.stringify(await page.evaluate(() => globalThis["timeline"].viewport.value)));
} finally {
  await browser.close();
  await server.close();
}
