/** The blocks of versions: each is kept once a brief, named by the hash of its JSON. */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { countWords } from '#domain/article.ts';
import { unwrap } from '#domain/document/fromStoredText.ts';
import { INLINE_TYPES } from '#domain/document/inline.ts';
import type { StoredNode } from '#domain/document/stored.ts';

export interface PackedBlock {
  hash: Buffer;
  words: number;
  data: Buffer;
}

/** SHA-256; of a string, as UTF-8. */
export function hashOf(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

export function packBlock(block: StoredNode, json: string, hash: Buffer): PackedBlock {
  return { hash, words: countWords(textOf(block)), data: deflateRawSync(json) };
}

/** Null where the data is not what was kept. */
export function unpackBlock({ hash, data }: Pick<PackedBlock, 'hash' | 'data'>): StoredNode | null {
  try {
    const json = inflateRawSync(data).toString('utf8');
    return hashOf(json).equals(hash) ? (JSON.parse(json) as StoredNode) : null;
  } catch {
    return null;
  }
}

/** The ids of a version's blocks, each as the difference to the one before. */
export function packList(ids: readonly number[]): string {
  return JSON.stringify(ids.map((id, index) => id - (ids[index - 1] ?? 0)));
}

/** Empty where the list itself is damaged: the digest then tells. */
export function unpackList(list: string): number[] {
  try {
    let id = 0;
    return (JSON.parse(list) as number[]).map((difference) => (id += difference));
  } catch {
    return [];
  }
}

/** Words of neighbouring blocks stand apart. */
function textOf(wrapped: StoredNode): string {
  const node = unwrap(wrapped);
  const own = typeof node['text'] === 'string' ? node['text'] : '';
  const text = own + (node.children ?? []).map(textOf).join('');
  return INLINE_TYPES.has(node.type) ? text : `${text} `;
}
