/** `?raw` gives a file's text as it is on disk (Vite). */
declare module "*?raw" {
  const source: string;
  export default source;
}
