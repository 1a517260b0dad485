/** Stored nodes that stand in a line of text, beside words. */
import { CROSS_REFERENCE_TYPE } from './crossReferences.ts';
import { FIELD_TYPE } from './fields.ts';
import { MARK_TYPE } from './footnotes.ts';

/** Without `linebreak`, which parts words. */
export const INLINE_TYPES: ReadonlySet<string> = new Set([
  'text',
  'tab',
  'code-highlight',
  'link',
  'autolink',
  'citation',
  CROSS_REFERENCE_TYPE,
  FIELD_TYPE,
  MARK_TYPE,
]);
