// The icons in the checkout are those that the drawings give.
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, it } from "vitest";
import { drawIcons } from "../../../scripts/package/draw-icons.mjs";
import { projectFolder } from "../../../scripts/setup/project.mjs";

const assets = join(projectFolder, "assets");
const isMade = (path: string) => /\.(png|icns|ico)$/.test(path);

it("are made from the drawings, every one and no other", { timeout: 30_000 }, async () => {
  const drawn = await drawIcons();
  const present = readdirSync(assets, { recursive: true, encoding: "utf8" }).filter(isMade);
  expect(present.map((path) => path.split(sep).join("/")).toSorted()).toEqual([...drawn.keys()].toSorted());
  const stale = [...drawn].filter(([path, bytes]) => !readFileSync(join(assets, path)).equals(bytes));
  expect(
    stale.map(([path]) => path),
    "run `node scripts/icons.mjs`",
  ).toEqual([]);
});
