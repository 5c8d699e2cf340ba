/** `?url` gives the path under which Vite serves or emits a file. */
declare module "*?url" {
  const path: string;
  export default path;
}
