/**
 * Files that somebody made to hurt whoever opens them, and files that are merely odd. Made of one good recording of nine
 * events, on the lines 2 to 10.
 */
import { recordingLines } from "../e2e/opened.ts";

export interface HostileFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the refusal says, with its line where there is one. */
  readonly reason: RegExp;
  /** `check` reads it whole, to say what is broken. */
  readonly isChecked?: true;
}

const whole = recordingLines("x");
const thread = 16_777_217;

function withLine(line: number, text: string): string {
  return whole.map((each, index) => (index === line - 1 ? text : each)).join("\n");
}

/** A good output event with fields of it replaced, as text. */
function event(fields: string): string {
  return withLine(7, `{"p":17,"s":2,"t":500000,"lane":${thread},${fields}}`);
}

/** The header with a text of it replaced. */
function header(found: string, put: string): string {
  const [first = ""] = whole;
  if (!first.includes(found)) throw new Error(`the header has no ${found}`);
  return withLine(1, first.replace(found, put));
}

function bytes(text: string, at: string, put: readonly number[]): Uint8Array {
  const all = Buffer.from(text);
  const place = all.indexOf(at);
  return Buffer.concat([all.subarray(0, place), Buffer.from(put), all.subarray(place)]);
}

const deep = `${"[".repeat(1e6)}${"]".repeat(1e6)}`;
const deepObjects = `${'{"a":'.repeat(1e5)}1${"}".repeat(1e5)}`;

/** Each is refused. */
export const hostileFiles: readonly HostileFile[] = [
  { name: "proto", content: event('"kind":"tea","__proto__":{"polluted":true}'), reason: /line 7.*__proto__/ },
  {
    name: "proto-in-value",
    content: event('"kind":"lane.ended","how":"returned","value":{"a":[{"__proto__":1}]}'),
    reason: /line 7.*__proto__/,
  },
  {
    name: "proto-escaped",
    content: event('"kind":"tea","\\u005f_proto__":{"polluted":true}'),
    reason: /line 7.*__proto__/,
  },
  {
    name: "proto-in-header",
    content: header('"host":{}', '"host":{"__proto__":{"polluted":true}}'),
    reason: /line 1.*__proto__/,
  },
  {
    name: "constructor",
    content: event('"kind":"tea","constructor":{"prototype":{"polluted":true}}'),
    reason: /line 7.*constructor/,
  },
  { name: "deep", content: event(`"kind":"lane.ended","how":"returned","value":${deep}`), reason: /line 7.*nested/ },
  { name: "deep-objects", content: event(`"kind":"tea","x":${deepObjects}`), reason: /line 7.*nested/ },
  { name: "deep-header", content: header('"host":{}', `"host":{"a":${deep}}`), reason: /line 1.*nested/ },
  { name: "nan", content: event('"kind":"wait","why":"sleep","ms":NaN'), reason: /line 7.*not JSON/ },
  { name: "infinity", content: event('"kind":"wait","why":"sleep","ms":-Infinity'), reason: /line 7.*not JSON/ },
  { name: "too-large-a-number", content: event('"kind":"wait","why":"sleep","ms":1e999'), reason: /line 7.*too large/ },
  {
    name: "too-late",
    content: withLine(7, `{"p":17,"s":2,"t":1e300,"lane":${thread},"kind":"run"}`),
    reason: /line 7.*"t"/,
  },
  {
    name: "too-early",
    content: withLine(7, `{"p":17,"s":2,"t":-1e300,"lane":${thread},"kind":"run"}`),
    reason: /line 7.*"t"/,
  },
  { name: "numbered-twice", content: withLine(8, whole[6] ?? ""), isChecked: true, reason: /line 8.*twice/ },
  {
    name: "numbered-back",
    content: withLine(8, `{"p":17,"s":0,"t":900000,"lane":${thread},"kind":"run"}`),
    isChecked: true,
    reason: /line 8.*twice or out of order/,
  },
  {
    name: "negative-number",
    content: withLine(7, `{"p":17,"s":-1,"t":1,"lane":${thread},"kind":"run"}`),
    reason: /line 7.*"s"/,
  },
  {
    name: "no-such-producer",
    content: withLine(7, `{"p":2047,"s":0,"t":1,"lane":${thread},"kind":"run"}`),
    reason: /line 7.*"p"/,
  },
  {
    name: "half-a-lane",
    content: withLine(7, '{"p":17,"s":2,"t":1,"lane":1.5,"kind":"run"}'),
    reason: /line 7.*"lane"/,
  },
  { name: "lane-twice", content: header('"id":16777217', '"id":16777216'), reason: /line 1.*lane 16777216 twice/ },
  { name: "producer-twice", content: header('"id":17,', '"id":16,'), reason: /line 1.*producer 16 twice/ },
  {
    name: "clock-twice",
    content: header('"clocks":[', '"clocks":[{"id":0,"kind":"hrtime","errorUs":0},'),
    reason: /line 1.*clock 0 twice/,
  },
  {
    name: "undeclared-lane",
    content: withLine(4, '{"p":16,"s":1,"t":20,"lane":99,"kind":"lane.created"}'),
    isChecked: true,
    reason: /line 4.*not declared/,
  },
  { name: "wrong-types", content: event('"kind":"output","text":{"toString":1}'), reason: /line 7.*"text"/ },
  { name: "no-object", content: withLine(7, "[1,2,3]"), reason: /line 7.*object/ },
  { name: "null", content: withLine(7, "null"), reason: /line 7.*object/ },
  { name: "kind-of-number", content: event('"kind":7'), reason: /line 7.*"kind"/ },
  { name: "lanes-no-list", content: header('"lanes":[', '"lanes":{"length":1e9},"x":['), reason: /line 1.*lanes/ },
  { name: "kind-of-lane", content: header('"kind":"thread"', '"kind":"__proto__"'), reason: /line 1.*lanes/ },
  { name: "newer", content: header('"version":1', '"version":2'), reason: /line 1.*version 2.*newer Spinscope/ },
  { name: "version-of-text", content: header('"version":1', '"version":"1"'), reason: /line 1.*version/ },
  {
    name: "huge-text",
    content: event(`"kind":"output","text":"${"x".repeat(2 ** 20)}"`),
    reason: /line 7.*too long/,
  },
  { name: "huge-line", content: `${whole[0]}\n${" ".repeat(9 * 2 ** 20)}`, reason: /line 2.*longer than/ },
  { name: "huge-header", content: `{"format":"${"x".repeat(33 * 2 ** 20)}`, reason: /line 1.*longer than/ },
  { name: "huge-nothing", content: new Uint8Array(80 * 2 ** 20).fill(0x41), reason: /line 1.*no Spinscope recording/ },
  { name: "bad-utf8", content: bytes(whole.join("\n"), "x\\n", [0xff, 0xfe]), reason: /line 7.*UTF-8/ },
  { name: "overlong-utf8", content: bytes(whole.join("\n"), "x\\n", [0xc0, 0xaf]), reason: /line 7.*UTF-8/ },
  {
    name: "half-a-pair-in-utf8",
    content: bytes(whole.join("\n"), "x\\n", [0xed, 0xa0, 0x80]),
    reason: /line 7.*UTF-8/,
  },
  { name: "nul", content: bytes(whole.join("\n"), '{"p":17,"s":2', [0]), reason: /line 7.*not JSON/ },
  { name: "all-nul", content: new Uint8Array(100_000), reason: /line 1.*no Spinscope recording/ },
  { name: "utf16", content: Buffer.from(whole.join("\n"), "utf16le"), reason: /UTF-16/ },
  { name: "more-behind", content: `${whole.join("\n")}${whole[6]}\n`, reason: /line 12.*after the last line/ },
  { name: "another-behind", content: `${whole.join("\n")}${whole.join("\n")}`, reason: /line 12.*after the last line/ },
  {
    name: "footer-of-text",
    content: withLine(11, '{"end":true,"events":"9","dropped":0}'),
    reason: /line 11.*last line/,
  },
  { name: "html", content: "<!doctype html>\n<script>alert(1)</script>\n", reason: /line 1/ },
  { name: "other-json", content: '{"traceEvents":[]}\n', reason: /line 1.*no Spinscope recording/ },
  { name: "empty", content: "", reason: /is empty/ },
  { name: "one-byte", content: "{", reason: /line 1/ },
];

/** Each is opened: it says what no invariant allows, which `check` tells, or says it in another way. */
export const oddFiles: readonly { readonly name: string; readonly content: string }[] = [
  { name: "carriage-returns", content: whole.join("\r\n") },
  { name: "before-the-origin", content: withLine(2, '{"p":0,"s":0,"t":-5.5,"lane":0,"kind":"lane.created"}') },
  { name: "its-own-parent", content: header('"parent":16777216', '"parent":16777217') },
  {
    name: "parents-in-a-circle",
    content: header('"id":16777216,"kind":"process"', '"id":16777216,"parent":16777217,"kind":"thread"'),
  },
  { name: "no-such-parent", content: header('"parent":16777216', '"parent":5') },
  { name: "event-on-no-lane", content: withLine(7, '{"p":17,"s":2,"t":1,"lane":5,"kind":"output","text":"x"}') },
  {
    name: "a-constructor",
    content: event('"kind":"output","text":"x","constructor":"Ferrari","toString":1,"hasOwnProperty":2'),
  },
  { name: "prototype-words", content: header('"host":{}', '"host":{"constructor":1,"valueOf":null,"toJSON":"x"}') },
  {
    name: "back-in-time",
    content: withLine(8, `{"p":17,"s":3,"t":1,"lane":${thread},"kind":"lane.ended","how":"returned"}`),
  },
];
