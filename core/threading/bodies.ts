/**
 * Thread bodies by name. A worker shares no closures with the thread that starts it, only source: so a body is a
 * function that the program's module exports, and it crosses as its name.
 */

export interface Program {
  /** Names the program in every worker: the lesson's id. */
  readonly id: string;
  /** Its module's exports. */
  readonly module: Readonly<Record<string, unknown>>;
  /** What MainThread runs. */
  readonly main: (...args: readonly unknown[]) => unknown;
}

/** Stands for a program where there is none: what crosses between processes finds no classes and functions of its own. */
export const noProgram: Program = { id: "", module: {}, main: () => undefined };

/** The function that a thread runs. */
export type Body = (...args: readonly unknown[]) => unknown;

const internal = new Map<string, Body>();

/** What each program's module exports, by value: an export does not change. */
const names = new WeakMap<Program, ReadonlyMap<unknown, string>>();

function namesOf(program: Program): ReadonlyMap<unknown, string> {
  const known = names.get(program);
  if (known !== undefined) return known;
  const found = new Map<unknown, string>();
  for (const [name, value] of Object.entries(program.module)) if (!found.has(value)) found.set(value, name);
  names.set(program, found);
  return found;
}

/** The name under which the module exports `target`. @throws TypeError for a function that cannot cross. */
export function nameOfBody(program: Program, target: unknown): string {
  const exported = namesOf(program).get(target);
  if (exported !== undefined) return exported;
  for (const [name, body] of internal) if (body === target) return name;
  if (typeof target !== "function") throw new TypeError(`a thread's target must be a function, not ${typeof target}`);
  // Written in place, `target: () => …`, a function is named after the property.
  const said = target.name === "" || target.name === "target" ? "an anonymous function" : `"${target.name}"`;
  throw new TypeError(
    `${said} cannot be a thread's target: a closure does not cross to another thread. ` +
      `Make it a function that "${program.id}" exports, and pass what it needs in args`,
  );
}

/** Declares a body of the library's own. Its name must begin with `$`, which no export's does by custom. */
export function defineInternalBody(name: `$${string}`, body: Body): void {
  internal.set(name, body);
}

/** The function that a name stands for. @throws TypeError when the module exports no such function. */
export function bodyOfName(program: Program, name: string): Body {
  const value = internal.get(name) ?? (Object.hasOwn(program.module, name) ? program.module[name] : undefined);
  if (isBody(value)) return value;
  throw new TypeError(`"${program.id}" exports no function "${name}": build all workers from the same programs`);
}

function isBody(value: unknown): value is Body {
  return typeof value === "function";
}
