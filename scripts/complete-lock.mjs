// `node scripts/complete-lock.mjs`, after a dependency was added or updated: mends package-lock.json where npm left out
// packages for other platforms.
import { readFileSync, writeFileSync } from "node:fs";
import { completeLock, missingOptionalPackages } from "./setup/lock-completeness.mjs";
import { inProject } from "./setup/project.mjs";

const file = inProject("package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
for (const [name] of missingOptionalPackages(lock)) process.stdout.write(`added ${name}\n`);
writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
