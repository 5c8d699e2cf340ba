import { expect, test } from "vitest";
import { cellText, textCell } from "../../../../../core/formats/csv/csv-cell.ts";
import { csvColumns } from "../../../../../core/formats/csv/csv-columns.ts";
import { writeCsv } from "../../../../../core/formats/csv/csv-writer.ts";
import { type Field, fieldsOf } from "../../../../../core/trace/fields.ts";
import { kinds } from "../../../../../core/trace/kinds.ts";
import { MadeUpRecording } from "../../trace/made-up-recording.ts";

test("a recording is a line of names and a line an event", () => {
  const made = new MadeUpRecording();
  const lane = made.lane(7, "thread", "Thread-1 (spin)");
  made.say(1, 0, lane, "lane.created");
  made.say(1, 12.5, lane, "output", { text: "| thinking!\n" });
  made.say(1, 20, lane, "lane.ended", { how: "returned", value: { answer: 42 } });
  const lines = [...writeCsv(made.recording)].join("").split("\r\n");
  expect(lines[0]).toMatch(/^producer,number,time_us,lane,lane_name,lane_kind,runtime,kind,cause,id,by,how,value,/);
  expect(lines[2]).toMatch(/^1,1,12\.500,7,Thread-1 \(spin\),thread,threads,output,+\| thinking!\\n,+$/);
  expect(lines[3]).toContain('lane.ended,,,,returned,"{""answer"":42}"');
  expect(lines.slice(4)).toEqual([""]);
});

test.each([..."=+-@＝＋－＠"].flatMap((sign) => [sign, ` ${sign}`, `\u00a0${sign}`, `\u3000${sign}`]))(
  "a text that begins with %j begins no formula",
  (text) => {
    expect(textCell(`${text}1`)).toBe(`'${text}1`);
    expect(cellText(textCell(`${text}1`))).toBe(`${text}1`);
  },
);

test.each([
  ["=1+1", "'=1+1"],
  ["-5 and more", "'-5 and more"],
  [" @x", "' @x"],
  ["'quoted'", "''quoted'"],
  ["a;=b", "a\\u003b=b"],
  ['say "hi", twice', '"say ""hi"", twice"'],
  ["C:\\new", "C:\\\\new"],
  ["\u001b[31m\b", "\\u001b[31m\\b"],
  ["plain", "plain"],
])("the text %j is the cell %s", (text, cell) => {
  expect(textCell(text)).toBe(cell);
});

test("what is no escape of ours stays as it is", () => {
  expect(cellText("\\q \\u12")).toBe("\\q \\u12");
});

test("every field of every kind has a column, and what came since stands at the end", () => {
  const names = new Set(kinds.flatMap((kind) => fieldsOf[kind].map((field: Field) => field.name)));
  expect([...names].filter((name) => !csvColumns.includes(name))).toEqual([]);
  expect(csvColumns.slice(csvColumns.indexOf("reason"))).toEqual(["reason", "more", "stream"]);
});
