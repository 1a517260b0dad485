/** What a tree builder has to know about the tags of HTML. https://html.spec.whatwg.org/multipage/parsing.html */

const names = (list: string): Set<string> => new Set(list.split(' '));

/** Elements that begin and end a block of text. */
export const BLOCK_NAMES = names(
  'address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul',
);
/** Elements without content. */
export const VOID_NAMES = names(
  'area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr',
);
/** Formatting: an end tag of one does not end the blocks that were opened inside it. */
export const FORMATTING_NAMES = names(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q ruby s samp small span strike strong sub sup time tt u var',
);
/** Elements whose content no reader of a page sees as its text. */
export const SKIPPED_NAMES = names(
  'applet audio canvas datalist dialog embed frame frameset iframe input map math noembed noframes noscript object option progress meter script select style svg template textarea track video',
);
/** Elements of a page's head, wherever a page has them. */
export const HEAD_NAMES = names('base link meta title');
/** An end tag of anything else does not reach through these. */
export const SCOPE_NAMES = names('table td th caption body');
export const TABLE_NAMES = names('table tbody td tfoot th thead tr caption');

const PARAGRAPH = names('p');
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Elements that end where the element of the key begins. */
export const ENDED_BY = new Map<string, Set<string>>([
  ...[...BLOCK_NAMES]
    .filter((name) => !TABLE_NAMES.has(name) || name === 'table')
    .map((name) => [name, PARAGRAPH] as const),
  ['li', names('li p')],
  ['dt', names('dd dt p')],
  ['dd', names('dd dt p')],
  ['td', names('td th p')],
  ['th', names('td th p')],
  ['tr', names('tr td th p caption')],
  ['tbody', names('tbody thead tfoot tr td th p caption')],
  ['thead', names('tbody thead tfoot tr td th p caption')],
  ['tfoot', names('tbody thead tfoot tr td th p caption')],
  ['rt', names('rt rp')],
  ['rp', names('rt rp')],
  ['a', names('a')],
  ...HEADINGS.map((name) => [name, names(`p ${HEADINGS.join(' ')}`)] as const),
]);

/** Elements up to which the ones of `ENDED_BY` are looked for. */
export const ENDING_SCOPE = new Map<string, Set<string>>([
  ['li', names('ul ol menu table td th')],
  ['dt', names('dl table td th')],
  ['dd', names('dl table td th')],
  ['td', names('table')],
  ['th', names('table')],
  ['tr', names('table')],
  ['tbody', names('table')],
  ['thead', names('table')],
  ['tfoot', names('table')],
]);

/** Attributes that import looks at. */
export const KEPT_ATTRIBUTES = names(
  'alt aria-hidden aria-level cite class colspan content datetime dir href http-equiv id itemprop itemscope itemtype lang name property pubdate rel reversed role rowspan start title type value',
);
