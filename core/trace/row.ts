/**
 * One row of columns as plain numbers and one text: what stands between a table's columns and an event. See
 * columns.ts for what each means.
 */
export interface Row {
  readonly producer: number;
  readonly seq: number;
  readonly kind: number;
  readonly code: number;
  readonly t: number;
  readonly lane: number;
  readonly other: number;
  readonly causeProducer: number;
  readonly causeSeq: number;
  readonly idProducer: number;
  readonly idSeq: number;
  readonly n: number;
  readonly text: string;
  /** JSON of the fields this version does not know; "" for none. */
  readonly more: string;
}
