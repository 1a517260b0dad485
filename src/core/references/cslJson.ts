/** CSL-JSON: the metadata as they are. https://github.com/citation-style-language/schema */
import { withTitleMarkup } from '#domain/titleMarkup.ts';
import type { FormatWriter, Reference } from './reference.ts';

export const cslJson: FormatWriter = {
  mediaType: 'application/vnd.citationstyles.csl+json',
  extension: 'json',
  open: '[\n',
  between: ',\n',
  close: '\n]\n',
  write: (reference) => JSON.stringify(cslOf(reference), null, 2),
};

/** The key is `id`, by which Pandoc cites, and `citation-key`; tags are keywords. */
function cslOf({ key, csl, tags }: Reference): Record<string, unknown> {
  const { 'citation-key': _key, keyword, ...rest } = withTitleMarkup(csl);
  const keywords = [...new Set([...tags, ...(keyword ?? '').split(';')].map((word) => word.trim()))].filter(
    (word) => word !== '',
  );
  return {
    id: key,
    'citation-key': key,
    ...rest,
    ...(keywords.length > 0 && { keyword: keywords.join('; ') }),
  };
}
