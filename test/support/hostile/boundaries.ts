/**
 * Every boundary that messages cross under a schema, in each direction, with what attacks it. The test of channels fails
 * for a map of messages that is not here.
 */
import type { MessageMap } from "../../../core/contract/envelope.ts";
import { pageEvents, pageRequests } from "../../../core/contract/page-protocol.ts";
import { fromProducer, toProducer } from "../../../core/contract/producer-protocol.ts";
import { fromTimeline, toTimeline } from "../../../core/contract/timeline-protocol.ts";
import {
  type Example,
  fromProducerExamples,
  fromTimelineExamples,
  pageEventExamples,
  requestExamples,
  toProducerExamples,
  toTimelineExamples,
} from "./examples.ts";

export interface Boundary {
  /** From whom to whom. */
  readonly name: string;
  /** The map's name where core/contract exports it. */
  readonly map: string;
  readonly messages: MessageMap;
  readonly examples: Readonly<Record<string, Example>>;
}

export const boundaries: readonly Boundary[] = [
  { name: "page → main", map: "pageRequests", messages: pageRequests, examples: requestExamples },
  { name: "main → page", map: "pageEvents", messages: pageEvents, examples: pageEventExamples },
  { name: "producer → main", map: "fromProducer", messages: fromProducer, examples: fromProducerExamples },
  { name: "main → producer", map: "toProducer", messages: toProducer, examples: toProducerExamples },
  { name: "timeline → main", map: "fromTimeline", messages: fromTimeline, examples: fromTimelineExamples },
  { name: "main → timeline", map: "toTimeline", messages: toTimeline, examples: toTimelineExamples },
];
