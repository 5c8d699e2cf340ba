/**
 * Fault 16, CSV: whatever texts a recording holds, a parser that we did not write reads the same events back (N6), and
 * no cell begins what a spreadsheet could take for a formula, wherever it splits.
 */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellText, textCell } from "../../../core/formats/csv/csv-cell.ts";
import { csvColumns } from "../../../core/formats/csv/csv-columns.ts";
import { writeCsv } from "../../../core/formats/csv/csv-writer.ts";
import { type AnyEvent, isKnown, type Json } from "../../../core/trace/event.ts";
import { type Field, fieldsOf } from "../../../core/trace/fields.ts";
import { arbitraryEvent } from "../trace/arbitrary-event.ts";
import { type HostileRecording, hostileRecording, hostileTexts } from "./hostile-recording.ts";

/** Beside a number, which is what it looks like. */
const number = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;
const formula = /^\s*[=+\-@＝＋－＠\t\r]/;

const csvOf = ({ header, events }: HostileRecording): string => [...writeCsv({ header, events })].join("");

function cellsOf(text: string, delimiter = ","): readonly (readonly string[])[] {
  return parse(text, { delimiter, recordDelimiter: "\r\n" });
}

/** An event as its line tells it, fields by name. */
function told(cells: readonly string[]): Readonly<Record<string, Json>> {
  const cell = (name: string): string => cells[csvColumns.indexOf(name)] ?? "";
  const kind = cellText(cell("kind"));
  const event: Record<string, Json> = {
    p: Number(cell("producer")),
    s: Number(cell("number")),
    t: Number(cell("time_us")),
    lane: Number(cell("lane")),
    kind,
  };
  const fields = new Map<string, readonly Field[]>(Object.entries(fieldsOf)).get(kind);
  for (const field of fields ?? []) {
    const value = fieldOf(field, cell(field.name));
    if (value !== undefined) event[field.name] = value;
  }
  if (cell("more") !== "") event[fields === undefined ? "fields" : "more"] = JSON.parse(cellText(cell("more")));
  return event;
}

function fieldOf({ form, optional }: Field, cell: string): Json | undefined {
  const isText = form === "text" || form === "packedText";
  if (cell === "" && (optional || !isText)) return undefined;
  if (["lane", "clock", "number", "count", "own", "packedNumber"].includes(form)) return Number(cell);
  return ["cause", "id", "packedJson"].includes(form) ? JSON.parse(cellText(cell)) : cellText(cell);
}

/** What a file can tell: no difference between an optional text that is empty and one that is absent. */
function tellable(event: AnyEvent): Readonly<Record<string, Json>> {
  const told: Record<string, Json> = { ...event };
  if (isKnown(event) && "error" in event && event.error === "") delete told["error"];
  return JSON.parse(JSON.stringify(told));
}

test("the events come back as they were, field by field, in every kind of event and under hostile texts", () => {
  fc.assert(
    fc.property(hostileRecording, (made) => {
      const [names, ...rows] = cellsOf(csvOf(made));
      expect(names).toEqual(csvColumns);
      expect(rows.map(told)).toEqual(made.events.map(tellable));
      const name = csvColumns.indexOf("lane_name");
      expect(rows.map((cells) => cellText(cells[name] ?? ""))).toEqual(
        made.events.map(({ lane }) => made.header.lanes.find(({ id }) => id === lane)?.name ?? ""),
      );
    }),
  );
});

test("no cell begins a formula, split at commas, semicolons or tabs, and no control character is left", () => {
  fc.assert(
    fc.property(hostileRecording, (made) => {
      const text = csvOf(made);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      expect(text.split("\r\n")).toHaveLength(made.events.length + 2);
      for (const cell of cellsOf(text).flat()) if (!number.test(cell)) expect(cell).not.toMatch(formula);
      // Elsewhere a line is one cell, and begins with a producer's number: quotes inside it mean nothing there.
      for (const line of text.split("\r\n")) {
        expect(line).not.toMatch(/[;\t]/);
        expect(line).not.toMatch(formula);
      }
    }),
  );
});

test("a cell gives any text back exactly", () => {
  const texts = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "binary" }), fc.string());
  fc.assert(
    fc.property(texts, (text) => {
      const [[cell = ""] = []] = cellsOf(`${textCell(text)},x\r\n`);
      expect(cellText(cell)).toBe(text);
    }),
  );
});

test("every field of every kind of event has its column", () => {
  fc.assert(
    fc.property(arbitraryEvent, (event) => {
      const known = isKnown(event) ? fieldsOf[event.kind].map((field: Field) => field.name) : [];
      for (const name of known) expect(csvColumns).toContain(name);
    }),
  );
});
