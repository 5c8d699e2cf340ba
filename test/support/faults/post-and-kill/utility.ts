/**
 * A utility process that answers whatever it is told, until it is told to end: by itself, by an error, or not at all.
 */
process.parentPort.on("message", ({ data }: { readonly data: unknown }) => {
  if (data === "exit") process.exit(3);
  if (data === "throw") throw new Error("told to");
  if (data === "block") for (;;);
  for (let n = 0; n < 20; n++) process.parentPort.postMessage(data);
});
