// Draws made-up runs with the product's layout and painter into out/look/*.png, for a person to look at:
//   node test/support/timeline-look/look.mjs
// A Chromium that playwright can drive must be there: SPINSCOPE_CHROMIUM, or playwright's own.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { createServer } from "vite";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = `${root}out/look`;
mkdirSync(folder, { recursive: true });

const wide = { width: 950, height: 480 };
const small = { width: 740, height: 290 };
const looks = {
  ended: { run: {}, scene: wide },
  cancelled: { run: { cancelAfter: 1.234 }, scene: wide },
  small: { run: {}, scene: small },
  live: { run: {}, scene: { ...wide, at: 1_650_000, pointer: { x: 520, y: 200 } } },
  start: { run: {}, scene: { ...wide, view: { from: -300, to: 3_000 } } },
  close: { run: {}, scene: { ...wide, view: { from: 2_990_000, to: 3_120_000 } } },
  frame: { run: {}, scene: { ...wide, view: { from: 1_190_000, to: 1_340_000 } } },
  long: { run: { job: 60 }, scene: wide },
  threads: { run: { modes: ["threads"] }, scene: wide },
  overview: { run: { cancelAfter: 1.234 }, scene: { ...wide, overview: 24, view: { from: 1_190_000, to: 1_340_000 } } },
  hover: { run: {}, scene: { ...wide, overview: 24, pointer: { x: 380, y: 167 } } },
  selected: { run: { cancelAfter: 1.234 }, scene: { ...wide, overview: 24 }, select: "signal.seen", look: true },
  cause: {
    run: {},
    scene: { ...wide, overview: 24, view: { from: 2_990_000, to: 3_120_000 } },
    select: "cancel.delivered",
    look: true,
  },
  coroutines: { run: { modes: ["coroutines"] }, scene: { ...small, height: 200 } },
};

const only = process.argv.slice(2);
const server = await createServer({
  root,
  configFile: false,
  logLevel: "warn",
  server: { port: 0, host: "127.0.0.1" },
});
await server.listen();
const address = server.httpServer?.address();
const port = typeof address === "object" && address !== null ? address.port : 0;
const executablePath = process.env["SPINSCOPE_CHROMIUM"];
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({ viewport: { width: 950, height: 480 }, deviceScaleFactor: 1 });
  page.on("console", (message) => console.log(message.text()));
  page.on("pageerror", (error) => console.log(error.stack));
  await page.goto(`http://127.0.0.1:${port}/test/support/timeline-look/index.html`);
  await page.waitForFunction(() => "draw" in globalThis);
  for (const [name, look] of Object.entries(looks)) {
    if (only.length > 0 && !only.includes(name)) continue;
    for (const theme of ["dark", "light"]) {
      await page.evaluate((each) => globalThis["draw"](each), { ...look, theme });
      await page.locator("canvas").screenshot({ path: `${folder}/${name}-${theme}.png` });
    }
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(folder);
