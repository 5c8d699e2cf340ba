// Who may import whom, by the rules of .dependency-cruiser.cjs. A cruise that does not see every source file is itself
// a failure: a parser that cannot read the files would otherwise pass for a house in order.
import { join } from "node:path";
import "./read-tsx.mjs";
import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { sourceFiles, sourceFolders } from "./source-files.mjs";

/**
 * @param {import("dependency-cruiser").IViolation} violation
 * @param {ReadonlyMap<string, string>} sentences a rule's name to its comment
 */
function sentence({ from, to, rule, cycle }, sentences) {
  const way = cycle ? [from, ...cycle.map((step) => step.name)].join(" → ") : `${from} → ${to}`;
  return `${way}\n    ${rule.name}: ${sentences.get(rule.name) ?? ""}`;
}

/**
 * @param {string} root the checkout, absolute
 * @returns {Promise<string[]>} what is wrong, a sentence each
 */
export async function checkImportRules(root) {
  const options = await extractDepcruiseOptions(join(root, ".dependency-cruiser.cjs"));
  const files = sourceFiles(root, sourceFolders, /(?<!\.d)\.(ts|tsx|mjs|cjs)$/);
  const { output } = await cruise(files, { ...options, baseDir: root });
  if (typeof output === "string") return [`The import rules were not checked: ${output}`];
  const seen = new Map(output.modules.map((module) => [module.source, module]));
  const unseen = files.filter((file) => !seen.has(file)).map((file) => `${file}: its imports were not read.`);
  if (output.summary.totalDependenciesCruised === 0)
    unseen.push("No import at all was read: the parser reads nothing.");
  const rules = new Map((options.ruleSet?.forbidden ?? []).map((rule) => [rule.name ?? "", rule.comment ?? ""]));
  return [...unseen, ...output.summary.violations.map((violation) => sentence(violation, rules))];
}
