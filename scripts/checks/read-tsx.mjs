// Lets dependency-cruiser read .tsx: it asks @swc/core for TypeScript without JSX, whatever the file is called. Must run
// before dependency-cruiser is imported, which takes swc's function once.
import { createRequire } from "node:module";

const swc = createRequire(import.meta.url)("@swc/core");
const parseFileSync = swc.parseFileSync;

/** @param {string} file @param {object} options */
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith(".tsx") });
