/** A request on its way to the thread of citations. */
import type { CslItem } from '#domain/csl.ts';
import type { FormatRequest } from './engine/engine.ts';

/** Metadata as JSON: quicker to send than objects, and mostly what it was in the request before. */
export interface SentRequest extends Omit<FormatRequest, 'items'> {
  items: Map<number, string>;
}

/** Items kept as they were read; about 1 kB each. */
const MAX_ITEMS = 10_000;

/** Reads requests; metadata that did not change are the same object. */
export function createReceiver(): (sent: SentRequest) => FormatRequest {
  const known = new Map<string, CslItem>();
  const read = (json: string): CslItem => {
    let item = known.get(json);
    if (item === undefined) {
      item = JSON.parse(json) as CslItem;
      if (known.size >= MAX_ITEMS) known.clear();
      known.set(json, item);
    }
    return item;
  };
  return (sent) => ({ ...sent, items: new Map([...sent.items].map(([id, json]) => [id, read(json)])) });
}
