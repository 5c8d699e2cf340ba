/**
 * Puts a mark before every statement of every function of a program, so that a running program can tell its
 * line: JavaScript cannot ask a generator for it. A pure function of the source and its syntax tree.
 *
 * Invariants: nothing moves to another line, so what the listing shows is what runs; a source that went
 * through once is handed back unchanged; types, comments and directives are left as they are.
 *
 * What comes out, on the lines of what went in (names with `$` are mark.ts's):
 *   const $code0 = $code("spin", "spinner.ts", 12, true);          one a function, at the top
 *   function* spin() { const $frame = $enter($code0); $line($frame, 13); yield* sleep(1); }
 *   $module("spinner.ts", [$code0], { spin });                     after the last line
 */
import { exportsOf } from "./export-names.ts";
import { Insertions } from "./insertions.ts";
import { StatementMarks, statements } from "./statement-marks.ts";
import { child, children, has, lineFinder, list, type SyntaxNode, spelled } from "./syntax.ts";

const imported = "import { $code, $define, $enter, $line, $module } from ";

export interface LineTransformOptions {
  /** The file as the listing names it: `spinner.ts`. */
  readonly file: string;
  /** Where the marks are imported from; `spinscope/programs` when left out. */
  readonly marks?: string;
}

/**
 * The source with its marks.
 * @param program the root of an ESTree (TypeScript's nodes allowed) with `start` and `end` in UTF-16 units.
 * @throws TypeError when `program` is not the root of such a tree.
 */
export function transformLines(source: string, program: SyntaxNode, options: LineTransformOptions): string {
  if (program.type !== "Program") {
    throw new TypeError(
      `${options.file}: expected a syntax tree's Program, got ${program.type}; pass the parser's root`,
    );
  }
  return source.includes(imported) ? source : new LineTransform(source, program, options).run();
}

class LineTransform {
  readonly #source: string;
  readonly #program: SyntaxNode;
  readonly #file: string;
  readonly #marksFrom: string;
  readonly #insertions = new Insertions();
  readonly #lineOf: (offset: number) => number;
  readonly #marks: StatementMarks;
  readonly #codes: string[] = [];
  readonly #hoisted: string[] = [];

  constructor(source: string, program: SyntaxNode, options: LineTransformOptions) {
    this.#source = source;
    this.#program = program;
    this.#file = JSON.stringify(options.file);
    this.#marksFrom = JSON.stringify(options.marks ?? "spinscope/programs");
    this.#lineOf = lineFinder(source);
    this.#marks = new StatementMarks(this.#insertions, this.#lineOf);
  }

  run(): string {
    for (const statement of list(this.#program, "body")) this.#visit(statement, false, "");
    const top = this.#source.startsWith("#!") ? this.#source.indexOf("\n") + 1 : 0;
    const prologue = [`${imported}${this.#marksFrom};`, ...this.#codes, ...this.#hoisted].join(" ");
    const codes = this.#codes.map((_, index) => `$code${index}`).join(", ");
    const epilogue = `$module(${this.#file}, [${codes}], { ${exportsOf(this.#program).join(", ")} });\n`;
    const body = this.#insertions.apply(this.#source);
    const lineEnd = body.endsWith("\n") ? "" : "\n";
    return `${body.slice(0, top)}${prologue} ${body.slice(top)}${lineEnd}${epilogue}`;
  }

  /** `marked`: inside a function's body. `name`: what an anonymous function here is called after. */
  #visit(node: SyntaxNode, marked: boolean, name: string): void {
    const body = child(node, "body");
    if (/Function/.test(node.type) && body?.type === "BlockStatement") {
      this.#visitFunction(node, body, name);
      return;
    }
    const inside = marked && node.type !== "StaticBlock";
    if (inside) this.#marks.header(node);
    const marks = new Set(inside ? statements(node) : []);
    for (const [field, below] of children(node)) {
      const bare = inside && this.#marks.bare(node, field, below);
      if (bare) this.#insertions.add(below.start, "{ ");
      if (bare || marks.has(below)) this.#marks.before(below);
      this.#visit(below, inside, nameFor(node, field));
      if (bare) this.#insertions.add(below.end, " }");
    }
  }

  #visitFunction(node: SyntaxNode, body: SyntaxNode, inferred: string): void {
    const own = child(node, "id");
    const name = spelled(own) || inferred;
    const code = this.#declare(node, name);
    const declared = node.type === "FunctionDeclaration";
    const wrapped = !declared && (has(node, "generator", true) || inferred !== "") && !name.startsWith("#");
    const isValue = wrapped && !this.#isMethod(node);
    if (isValue) this.#insertions.add(node.start, `$define(${code}, `);
    for (const parameter of list(node, "params")) this.#visit(parameter, false, "");

    const inBody = list(body, "body");
    const directives = inBody.filter((statement) => typeof Reflect.get(statement, "directive") === "string");
    const entry = directives.at(-1)?.end ?? body.start + 1;
    this.#insertions.add(entry, ` const $frame = $enter(${code}); `);
    for (const statement of inBody) {
      if (directives.includes(statement)) continue;
      this.#marks.before(statement);
      this.#visit(statement, true, "");
    }
    if (isValue) this.#insertions.add(node.end, ")");
    if (declared && own !== null) this.#defineDeclared(node, code, spelled(own));
  }

  /** A declared function exists before the first statement of its block runs; the module's own are defined there. */
  #defineDeclared(node: SyntaxNode, code: string, name: string): void {
    const atTop = list(this.#program, "body").some(
      (statement) => statement === node || child(statement, "declaration") === node,
    );
    if (atTop) this.#hoisted.push(`$define(${code}, ${name});`);
    else this.#insertions.add(node.end, ` $define(${code}, ${name});`);
  }

  #declare(node: SyntaxNode, name: string): string {
    const code = `$code${this.#codes.length}`;
    const generator = has(node, "generator", true);
    const line = this.#lineOf(node.start);
    this.#codes.push(`const ${code} = $code(${JSON.stringify(name)}, ${this.#file}, ${line}, ${generator});`);
    return code;
  }

  /** A method's function starts at its parameters: it is no value that could be wrapped. */
  #isMethod(node: SyntaxNode): boolean {
    return (
      node.type === "FunctionExpression" && !/^(async\b|function\b)/.test(this.#source.slice(node.start, node.end))
    );
  }
}

/** What JavaScript calls an anonymous function in this field after; "" where it has no name to take. */
function nameFor(node: SyntaxNode, field: string): string {
  switch (node.type) {
    case "VariableDeclarator":
      return field === "init" ? spelled(child(node, "id")) : "";
    case "MethodDefinition":
    case "Property":
    case "PropertyDefinition":
      return field === "value" ? spelled(child(node, "key")) : "";
    case "AssignmentExpression":
      return field === "right" ? spelled(child(node, "left")) : "";
    default:
      return "";
  }
}
