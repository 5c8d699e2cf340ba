/**
 * Just enough of a syntax tree: ESTree with TypeScript's nodes, as its parser made it, read without trusting
 * its shape. Offsets are UTF-16 code units. The parser is the caller's, so that this folder imports none.
 */

/** A node of the tree; what else it holds depends on its type, and is read with the functions below. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Whether a value read from a tree is a node. */
export function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    typeof value.type === "string" &&
    "start" in value &&
    typeof value.start === "number" &&
    "end" in value &&
    typeof value.end === "number"
  );
}

/** The node in a field, or null where there is none. */
export function child(node: SyntaxNode, field: string): SyntaxNode | null {
  const value: unknown = Reflect.get(node, field);
  return isNode(value) ? value : null;
}

/** The nodes in a field that holds a list; empty where there is none. */
export function list(node: SyntaxNode, field: string): readonly SyntaxNode[] {
  const value: unknown = Reflect.get(node, field);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** Whether a field holds the given plain value. */
export function has(node: SyntaxNode, field: string, value: string | boolean): boolean {
  return Reflect.get(node, field) === value;
}

/** The name that an identifier, a private name or a text key spells; "" for anything else. */
export function spelled(node: SyntaxNode | null): string {
  if (node === null) return "";
  const name: unknown = Reflect.get(node, node.type === "Literal" ? "value" : "name");
  return typeof name === "string" ? name : "";
}

/** Every node directly below, with the field it is in, in the order of the tree. */
export function* children(node: SyntaxNode): Generator<readonly [field: string, below: SyntaxNode]> {
  for (const [field, value] of Object.entries(node)) {
    if (isNode(value)) yield [field, value];
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) yield [field, item];
  }
}

/** Finds the line, from 1, of an offset in a source. */
export function lineFinder(source: string): (offset: number) => number {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
