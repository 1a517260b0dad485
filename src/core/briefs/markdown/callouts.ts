/** Quotes that are callouts: under a label of ours, or alerts as GitHub has them. */
import type { BlockContent, Blockquote, DefinitionContent, PhrasingContent } from 'mdast';
import { plainText } from './plainText.ts';
import { CALLOUT_KINDS, CALLOUT_TYPE, calloutTitle, CONFIDENCES } from '#domain/document/callouts.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { blocks } from './blocks.ts';
import { element, paragraphOf } from './nodes.ts';
import type { Reading } from './reading.ts';

export function calloutOf({ children }: Blockquote, reading: Reading): StoredNode | null {
  const [head, ...rest] = children;
  if (head?.type !== 'paragraph') return null;
  const own = kindOf(plainText(head), head.children, reading.language);
  if (own !== null) return callout(own.kind, own.confidence, rest, reading);
  const alert = /^\[!([A-Z]+)\][^\S\n]*(?:\n|$)/u.exec(plainText(head));
  const kind = alert === null ? undefined : ALERTS[alert[1]!];
  const [first, ...others] = head.children;
  if (kind === undefined || first?.type !== 'text') return null;
  const value = first.value.slice(alert![0].length);
  const words: PhrasingContent[] = [...(value === '' ? [] : [{ ...first, value }]), ...others];
  return callout(
    kind,
    null,
    [...(words.length === 0 ? [] : [{ ...head, children: words }]), ...rest],
    reading,
  );
}

/** What GitHub's alerts are nearest to; one that is a remark only keeps its name. */
const ALERTS: Readonly<Record<string, string>> = {
  NOTE: 'Note',
  TIP: 'Tip',
  IMPORTANT: 'judgment',
  WARNING: 'caution',
  CAUTION: 'caution',
};

function kindOf(
  text: string,
  head: readonly PhrasingContent[],
  language: string,
): { kind: string; confidence: string | null } | null {
  if (head[0]?.type !== 'strong' || head.length > 2) return null;
  for (const kind of CALLOUT_KINDS)
    for (const confidence of [null, ...CONFIDENCES]) {
      const title = calloutTitle({ kind, confidence }, language);
      const label = title.confidence === null ? title.label : `${title.label} · ${title.confidence}`;
      if (label === text && plainText(head[0]) === title.label)
        return { kind, confidence: title.confidence === null ? null : confidence };
    }
  return null;
}

function callout(
  kind: string,
  confidence: string | null,
  inside: readonly (BlockContent | DefinitionContent)[],
  reading: Reading,
): StoredNode {
  const children = blocks(inside, reading);
  return element(CALLOUT_TYPE, children.length === 0 ? [paragraphOf([])] : children, {
    kind,
    confidence: confidence ?? '',
  });
}
