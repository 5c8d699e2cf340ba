// Who may import whom: the folder says where a file may run (docs: ARCHITECTURE.md). Each rule's comment is the
// sentence that a person reads who breaks it, with the remedy.
// The parser is named because dependency-cruiser cannot read TypeScript 7 by itself, and would pass having read nothing.

/** Packages of npm, wherever they are installed. */
const PACKAGE = "(^|/)node_modules/";

/** @param {string} text @returns {string} */
const outside = (text) => `^(?!${text})`;

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "These files import each other in a circle. Move what they share into a file that imports neither.",
      from: {},
      to: { circular: true },
    },
    {
      name: "imports-resolve",
      severity: "error",
      comment: "This import leads nowhere. Write the relative path with its .ts ending, and check its spelling.",
      from: {},
      to: { couldNotResolve: true, pathNot: ["^spinscope/", "^electron/[a-z]+$"] },
    },
    {
      name: "core-is-pure",
      severity: "error",
      comment:
        "core/ runs everywhere, so it imports nothing but core/. Declare a type in core for what you need and let a host give it.",
      from: { path: "^core/" },
      to: { path: outside("core/"), pathNot: `${PACKAGE}zod/` },
    },
    {
      name: "zod-at-the-edges",
      severity: "error",
      comment:
        "In core/, only contract/ and formats/ check foreign data with zod. Elsewhere the types are already sure.",
      from: { path: "^core/", pathNot: "^core/(contract|formats)/" },
      to: { path: `${PACKAGE}zod/` },
    },
    {
      name: "runtimes-know-no-trace",
      severity: "error",
      comment:
        "core/asyncio, core/threading and core/multiprocessing offer an observer and know nothing of who looks. Write an adapter in core/trace/adapters instead.",
      from: { path: "^core/(asyncio|bridges|threading|multiprocessing)/" },
      to: { path: "^core/(trace|formats|timeline|contract|i18n)/" },
    },
    {
      name: "runtimes-meet-in-the-bridges",
      severity: "error",
      comment:
        "core/asyncio knows no threads and core/threading no coroutines. What joins the two goes into core/bridges.",
      from: { path: "^core/(asyncio|threading)/" },
      to: { path: "^core/(asyncio|threading|bridges)/", pathNot: "^core/$1/" },
    },
    {
      name: "lessons-use-core",
      severity: "error",
      comment: "A lesson runs on every host, so it imports only core/ and lessons/.",
      from: { path: "^lessons/" },
      to: { path: outside("(core/|lessons/|spinscope/)") },
    },
    {
      name: "programs-read-as-a-users",
      severity: "error",
      comment:
        "A lesson's program imports what a user's program would: spinscope/asyncio, spinscope/threading, spinscope/bridges, spinscope/programs, and files beside it.",
      from: { path: "^lessons/([^/]+)/programs/" },
      to: { pathNot: "^(spinscope/(asyncio|bridges|threading|programs)$|lessons/$1/programs/)" },
    },
    {
      name: "spinscope-names-are-for-programs",
      severity: "error",
      comment: "Only lesson programs import spinscope/…; write the relative path into core/ here.",
      from: { pathNot: "^(lessons/[^/]+/programs|test)/" },
      to: { path: "^spinscope/" },
    },
    {
      name: "electron-parts-meet-in-the-contract",
      severity: "error",
      comment:
        "electron/main, electron/preload and electron/utility run in different processes and meet only through core/contract. Say it in a message.",
      from: { path: "^electron/([^/]+)/" },
      to: { path: "^electron/(?!$1/|node/)[^/]+/" },
    },
    {
      name: "main-runs-no-lesson",
      severity: "error",
      comment:
        "electron/main and electron/preload run no lesson. What they must know of one comes in a message of core/contract.",
      from: { path: "^electron/(main|preload)/" },
      to: { path: "^(lessons/|electron/node/thread-)" },
    },
    {
      name: "electron-keeps-to-itself",
      severity: "error",
      comment: "electron/ imports core/ (and electron/utility lessons/), never the page or the command line.",
      from: { path: "^electron/" },
      to: { path: "^(renderer|cli)/" },
    },
    {
      name: "the-page-has-no-node",
      severity: "error",
      comment:
        "renderer/ is a sandboxed page: no Node, no Electron, no other process's code. Ask main through the API that the preload exposes.",
      from: { path: "^renderer/" },
      to: { path: "^(electron|cli)/" },
    },
    {
      name: "the-page-has-no-builtins",
      severity: "error",
      comment: "renderer/ cannot import Node's modules or electron: it is a sandboxed page.",
      from: { path: "^(renderer|core|lessons)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "the-page-has-no-electron",
      severity: "error",
      comment: "Only electron/ imports the electron package.",
      from: { pathNot: "^(electron|test|scripts)/" },
      to: { path: "^electron$|node_modules/electron/" },
    },
    {
      name: "the-command-line-is-plain-node",
      severity: "error",
      comment:
        "cli/ runs without Electron and without a page: it imports core/, lessons/ and, of electron/, only electron/node/.",
      from: { path: "^cli/" },
      to: { path: "^(electron/(?!node/)|renderer/)" },
    },
    {
      name: "the-preload-has-no-node",
      severity: "error",
      comment: "electron/preload/ runs in the sandbox: it cannot use electron/node/. Ask main in a message.",
      from: { path: "^electron/preload/" },
      to: { path: "^electron/node/" },
    },
    {
      name: "node-without-electron",
      severity: "error",
      comment: "electron/node/ is plain Node, which the command line shares: it imports no Electron.",
      from: { path: "^electron/node/" },
      to: { path: "^electron(/(main|common|renderer|utility))?$|node_modules/electron/" },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      comment: "What the product needs does not live in test/. Move it, and let the test import it.",
      from: { pathNot: "^test/" },
      to: { path: "^test/" },
    },
    {
      name: "scripts-stand-apart",
      severity: "error",
      comment: "scripts/ builds and checks the product and is no part of it.",
      from: { pathNot: "^(scripts|test)/|^[^/]+$" },
      to: { path: "^scripts/" },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\?raw$|^out/" },
    moduleSystems: ["es6", "cjs"],
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".d.ts"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
