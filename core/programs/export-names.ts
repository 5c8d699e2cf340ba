/**
 * What a module exports under which names, read from its syntax tree, as entries of an object literal. Types and
 * what is only passed on from another module are left out: they are no values of this module.
 */
import { child, has, list, type SyntaxNode, spelled } from "./syntax.ts";

/** `spin` or `inner as outer` as `spin` or `"outer": inner`, in the order of the source. */
export function exportsOf(program: SyntaxNode): readonly string[] {
  return list(program, "body").flatMap((statement) => {
    if (has(statement, "exportKind", "type") || child(statement, "source") !== null) return [];
    const declaration = child(statement, "declaration");
    if (statement.type === "ExportDefaultDeclaration") return defaultExport(declaration);
    if (statement.type !== "ExportNamedDeclaration") return [];
    return declaration === null ? list(statement, "specifiers").flatMap(specifier) : declared(declaration);
  });
}

function defaultExport(declaration: SyntaxNode | null): readonly string[] {
  if (declaration === null || !/^(Function|Class)Declaration$|^Identifier$/.test(declaration.type)) return [];
  const name = spelled(declaration.type === "Identifier" ? declaration : child(declaration, "id"));
  return name === "" ? [] : [`default: ${name}`];
}

function specifier(node: SyntaxNode): readonly string[] {
  if (has(node, "exportKind", "type")) return [];
  const local = spelled(child(node, "local"));
  const exported = spelled(child(node, "exported"));
  if (local === "" || exported === "") return [];
  return [local === exported ? local : `${JSON.stringify(exported)}: ${local}`];
}

function declared(declaration: SyntaxNode): readonly string[] {
  if (has(declaration, "declare", true)) return [];
  switch (declaration.type) {
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return [spelled(child(declaration, "id"))];
    case "VariableDeclaration":
      return list(declaration, "declarations")
        .map((declarator) => spelled(child(declarator, "id")))
        .filter((name) => name !== "");
    default:
      return [];
  }
}
