// The tests that notice planted bugs: those of the ordinary stages, with the plugin that plants.
import { defineConfig } from "vitest/config";
import base from "../../vitest.config.mjs";
import { plantedPlugin } from "./planted-plugin.mjs";

const { projects: _, ...options } = base.test ?? {};

export default defineConfig({
  ...base,
  plugins: [plantedPlugin(), ...(base.plugins ?? [])],
  test: { ...options, include: ["test/**/*.test.{ts,tsx}"], isolate: false, testTimeout: 10_000, reporters: ["json"] },
});
