/** Cuts a feed into its entries, so that a broken one costs itself alone. */

export interface FeedSlices {
  root: 'rss' | 'feed' | 'rdf';
  /** The feed without its entries. */
  head: string;
  entries: string[];
  /** An entry as a feed of its own, with the namespaces and the language of the whole. */
  alone(entry: string): string;
}

const ROOT = /<(?:[\w.-]+:)?(rss|feed|RDF)\b[^>]*>/iu;

/** RSS 0.9x and 2.0, RSS 1.0 (RDF), or Atom by its root element; null for any other XML. */
export function feedRoot(xml: string): FeedSlices['root'] | null {
  const name = ROOT.exec(withoutProlog(xml.slice(0, 64 * 1024)).slice(0, 4096))?.[1]?.toLowerCase();
  return name === 'rss' || name === 'feed' || name === 'rdf' ? name : null;
}

/** Null where the text is no feed. */
export function sliceFeed(xml: string): FeedSlices | null {
  const root = feedRoot(xml);
  if (root === null) return null;
  const source = withoutProlog(xml);
  const start = source.search(ROOT);
  const name = root === 'feed' ? 'entry' : 'item';
  const entries: string[] = [];
  let first = -1;
  let open = -1;
  // CDATA sections and comments are stepped over: what looks like a tag in them is text.
  const tokens = new RegExp(String.raw`<!\[CDATA\[|<!--|<(/?)(?:[\w.-]+:)?${name}(?=[\s/>])[^>]*>`, 'giu');
  for (let match = tokens.exec(source); match !== null; match = tokens.exec(source)) {
    const token = match[0];
    if (token === '<!--' || token.startsWith('<![')) {
      const end = source.indexOf(token === '<!--' ? '-->' : ']]>', match.index);
      if (end === -1) break;
      tokens.lastIndex = end + 3;
    } else if (match[1] === '/') {
      if (open !== -1) entries.push(source.slice(open, tokens.lastIndex));
      open = -1;
    } else {
      if (first === -1) first = match.index;
      // An entry that does not end ends where the next begins.
      if (open !== -1) entries.push(`${source.slice(open, match.index)}</${tagName(token)}>`);
      open = token.endsWith('/>') ? -1 : match.index;
    }
  }
  if (open !== -1) entries.push(source.slice(open));
  const head = source.slice(start, first === -1 ? undefined : first);
  const rootTag = ROOT.exec(head)?.[0] ?? '';
  const [before, behind] = root === 'rss' ? ['<channel>', '</channel>'] : ['', ''];
  return {
    root,
    head: head + closingTags(head),
    entries,
    alone: (entry) => `${rootTag}${before}${entry}${behind}</${tagName(rootTag)}>`,
  };
}

function tagName(tag: string): string {
  return /^<([^\s/>]+)/u.exec(tag)?.[1] ?? 'item';
}

/** Without declarations and document type, whose entities must not be expanded. */
function withoutProlog(xml: string): string {
  return xml
    .replace(/^\uFEFF/u, '')
    .replace(/<\?[^>]{0,2000}\?>/gu, '')
    .replace(/<!DOCTYPE(?:[^>[]|\[[^\]]*\])*>/iu, '');
}

/** Closes the elements that are open at the end of the head. */
function closingTags(head: string): string {
  const open: string[] = [];
  const tags = head
    .replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/gu, '')
    .matchAll(/<(\/?)([\w:.-]+)(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/gu);
  for (const [tag, closes, name = ''] of tags) {
    if (tag.endsWith('/>')) continue;
    if (closes !== '/') open.push(name);
    else if (open.includes(name)) open.length = open.lastIndexOf(name);
  }
  return open
    .toReversed()
    .map((name) => `</${name}>`)
    .join('');
}
