/**
 * The shape of a listing: its lines, and the blocks at its top level (`spin`, `supervisor`, …) by their names. Read off
 * the text, as a person does: a block begins in the first column and ends before the next that does.
 */
export interface Block {
  /** What the block declares; for anything else its first word, such as `import`. */
  readonly name: string;
  /** Its first line, counted from 1. */
  readonly from: number;
  /** Its last line that is not blank. */
  readonly to: number;
}

const declaration = /^(?:export\s+)?(?:async\s+)?(?:function\*?|const|class|def)\s+(\w+)/;
const opening = /^[A-Za-z]/;

/** A listing's lines, without an empty last one. */
export function linesOf(source: string): readonly string[] {
  return source.replace(/\n$/, "").split("\n");
}

/** The top-level blocks of a listing in their order. */
export function outline(lines: readonly string[]): readonly Block[] {
  const starts = lines.flatMap((line, index) => (opening.test(line) ? [index] : []));
  return starts.map((start, order) => {
    const next = starts[order + 1] ?? lines.length;
    let last = next - 1;
    while (last > start && lines[last]?.trim() === "") last--;
    const line = lines[start] ?? "";
    return { name: declaration.exec(line)?.[1] ?? line.split(/\W/, 1)[0] ?? "", from: start + 1, to: last + 1 };
  });
}
