/** What blocks and units are called in a comparison. */
import { citationClusterSchema } from '../citation.ts';
import { CALLOUT_TYPE } from '../document/callouts.ts';
import { CROSS_REFERENCE_TYPE } from '../document/crossReferences.ts';
import { FIELD_TYPE } from '../document/fields.ts';
import { CAPTION_TYPE, PICTURE_TYPE } from '../document/figures.ts';
import { MARK_TYPE, NOTE_TYPE } from '../document/footnotes.ts';
import { PAGE_BREAK_TYPE } from '../document/pageBreak.ts';
import type { StoredNode } from '../document/stored.ts';
import { BIBLIOGRAPHY_TYPE } from '../document/bibliography.ts';
import type { CitationLabel } from './units.ts';

const NAMES: Readonly<Record<string, string>> = {
  paragraph: 'Paragraph',
  quote: 'Quote',
  snippet: 'Quote of a source',
  table: 'Table',
  code: 'Code',
  horizontalrule: 'Rule',
  [BIBLIOGRAPHY_TYPE]: 'List of sources',
  [CALLOUT_TYPE]: 'Callout',
  [CAPTION_TYPE]: 'Caption',
  [CROSS_REFERENCE_TYPE]: 'cross reference',
  [FIELD_TYPE]: 'field',
  [MARK_TYPE]: 'note',
  [NOTE_TYPE]: 'Footnote',
  [PAGE_BREAK_TYPE]: 'Page break',
  [PICTURE_TYPE]: 'Picture',
};
const LISTS: Readonly<Record<string, string>> = { number: 'Numbered list', check: 'Check list' };

/** A block of a kind that is not known here is called by the name of its kind. */
export function nameOfBlock(node: StoredNode): string {
  if (node.type === 'heading') return `Heading ${asText(node['tag']).replace('h', '')}`.trim();
  if (node.type === 'list') return LISTS[asText(node['listType'])] ?? 'List';
  return NAMES[node.type] ?? node.type;
}

/** A unit is named by what it stands for: a citation by its words, a picture by its description. */
export function nameOfUnit(node: StoredNode, label: CitationLabel): string {
  if (node.type === 'citation' || node.type === 'snippet') {
    const items = citationClusterSchema.safeParse(node['items']);
    return items.success ? label(items.data) : 'unreadable citation';
  }
  const name = nameOfBlock(node);
  const alt = node['alt'];
  return typeof alt === 'string' && alt.trim() !== '' ? `${name}: ${alt.trim()}` : name;
}

/** A member of a stored node as text; empty for what is neither text nor number. */
export function asText(member: unknown): string {
  return typeof member === 'string' || typeof member === 'number' ? String(member) : '';
}
