// The text of a file as its author wrote it, before the line transform: `import listing from "./spinner.ts?raw"`.
declare module "*?raw" {
  const source: string;
  export default source;
}
