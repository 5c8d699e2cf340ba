// `node scripts/icons.mjs`, after a drawing in assets/drawings was changed: makes every icon again, and lists them.
import "./setup/node-version.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inProject } from "./setup/project.mjs";
import { runCommand, setUpForNode } from "./setup/setup.mjs";

await runCommand(async () => {
  await setUpForNode();
  const { drawIcons } = await import("./package/draw-icons.mjs");
  for (const [path, bytes] of await drawIcons()) {
    const file = inProject("assets", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    process.stdout.write(`assets/${path}\n`);
  }
  return 0;
});
