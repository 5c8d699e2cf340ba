/**
 * Which statements get a mark, and where in them. A loop's header runs once a round, so its mark stands where
 * it runs each time: in the test, in the update, or at the start of the body.
 */
import type { Insertions } from "./insertions.ts";
import { child, has, list, type SyntaxNode } from "./syntax.ts";

/** Statements that do nothing where they stand, or whose header's mark stands inside them. */
const unmarked: ReadonlySet<string> = new Set([
  "BlockStatement",
  "DoWhileStatement",
  "EmptyStatement",
  "FunctionDeclaration",
  "TSDeclareFunction",
  "TSInterfaceDeclaration",
  "TSModuleDeclaration",
  "TSTypeAliasDeclaration",
  "WhileStatement",
]);

/** Fields that hold a statement which need not be a block. */
const branches: Readonly<Record<string, readonly string[]>> = {
  DoWhileStatement: ["body"],
  ForInStatement: ["body"],
  ForOfStatement: ["body"],
  ForStatement: ["body"],
  IfStatement: ["consequent", "alternate"],
  WhileStatement: ["body"],
};

/** Loops whose header nothing can be put into. */
const overItems: ReadonlySet<string> = new Set(["ForInStatement", "ForOfStatement"]);

export class StatementMarks {
  readonly #insertions: Insertions;
  readonly #lineOf: (offset: number) => number;

  constructor(insertions: Insertions, lineOf: (offset: number) => number) {
    this.#insertions = insertions;
    this.#lineOf = lineOf;
  }

  /** Marks a statement of a list, unless it does nothing where it stands. */
  before(statement: SyntaxNode): void {
    if (unmarked.has(statement.type) || has(statement, "declare", true)) return;
    this.#insertions.add(statement.start, this.#mark(statement));
  }

  /** Marks what runs each round of a loop; nothing for any other statement. */
  header(statement: SyntaxNode): void {
    const test = child(statement, "test");
    switch (statement.type) {
      case "WhileStatement":
      case "DoWhileStatement":
        if (test !== null) this.#inExpression(test);
        break;
      case "ForStatement": {
        const repeated = child(statement, "update") ?? test;
        if (repeated !== null) this.#inExpression(repeated);
        break;
      }
      case "ForInStatement":
      case "ForOfStatement": {
        const body = child(statement, "body");
        if (body?.type === "BlockStatement") this.#insertions.add(body.start + 1, this.#mark(statement));
        break;
      }
    }
  }

  /**
   * Whether a branch is a statement of its own that needs braces to hold a mark beside it. On the line of the
   * statement that it belongs to it needs none: that line was marked when the statement decided.
   */
  bare(parent: SyntaxNode, field: string, branch: SyntaxNode): boolean {
    if (branches[parent.type]?.includes(field) !== true || branch.type === "BlockStatement") return false;
    return overItems.has(parent.type) || this.#lineOf(branch.start) !== this.#lineOf(parent.start);
  }

  #inExpression(expression: SyntaxNode): void {
    this.#insertions.add(expression.start, `$line($frame, ${this.#lineOf(expression.start)}), `);
  }

  #mark(node: SyntaxNode): string {
    return `$line($frame, ${this.#lineOf(node.start)}); `;
  }
}

/** The statements that a node holds as a list; empty for any other node. */
export function statements(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type === "BlockStatement") return list(node, "body");
  return node.type === "SwitchCase" ? list(node, "consequent") : [];
}
