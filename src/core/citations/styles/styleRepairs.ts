/**
 * What the carried styles print otherwise than the manuals that they follow, set right in the parsed style when it is
 * read. The data on the disk stay as they came.
 */
import type { XmlNode } from 'citeproc';

interface Repair {
  /** Names of styles. */
  styles: RegExp;
  /** The name of a macro, or `citation`. */
  macro: string;
  mend: (macro: XmlNode) => void;
}

const CHICAGO_NOTES = /^chicago-(?:full)?note-bibliography/u;
const AUTHOR_DATE = /^(?:chicago|turabian)-author-date/u;
const VANCOUVER = /^vancouver(?:-brackets|-superscript)?$/u;
const TURABIAN_NOTES = /^turabian-(?:full)?note-bibliography/u;

const REPAIRS: readonly Repair[] = [
  // Reports and maps are set as books are (Chicago Manual of Style 17, 14.220 and 14.237), statutes and bills without
  // quotation marks (14.269 and after), and published interviews with them (14.213).
  {
    styles: CHICAGO_NOTES,
    macro: 'title-note',
    mend: retype({ book: ['report'], legal_case: ['bill', 'legislation'] }, 'interview'),
  },
  { styles: CHICAGO_NOTES, macro: 'title', mend: retype({ book: ['map', 'report'] }, 'interview') },
  { styles: CHICAGO_NOTES, macro: 'title-short', mend: retype({ book: ['map', 'report'] }, 'interview') },
  { styles: AUTHOR_DATE, macro: 'title', mend: retype({ book: ['map', 'report'] }, 'interview') },
  { styles: TURABIAN_NOTES, macro: 'title-note', mend: retype({ book: ['map'] }) },
  { styles: TURABIAN_NOTES, macro: 'title', mend: retype({ book: ['map'] }) },
  { styles: TURABIAN_NOTES, macro: 'title-short', mend: retype({ book: ['map'] }) },
  // Else a statute without a section ends in a section sign.
  { styles: CHICAGO_NOTES, macro: 'legal-cites', mend: groupSections },
  // Else nothing parts the title of an interview from "Interview by".
  { styles: AUTHOR_DATE, macro: 'interviewer', mend: (macro) => setPrefix(macro, 'interviewer', '.') },
  // A treaty begins with its name (Publication Manual of the APA 7, 11.10).
  { styles: /^apa(?!-[56]|-eu)/u, macro: 'legal-cites', mend: nameTreaties },
  // Titles of reports are italic in citations, too (8.14).
  { styles: /^apa(?!-[56])/u, macro: 'title-intext', mend: retype({}, 'report') },
  // "(Okafor, fig. 4)", not "fig.4" (MLA Handbook 9, ch. 6).
  { styles: /^modern-language-association/u, macro: 'citation', mend: spaceLabels },
  // "ibid para 4", not "ibid 4" (OSCOLA 4, 1.2).
  { styles: /^oscola/u, macro: 'citation', mend: labelIbid },
  // The name of a treaty is upright, and its date and series stand before the page (OSCOLA, Citing International Law Sources).
  { styles: /^oscola/u, macro: 'title', mend: retype({ bill: ['treaty'] }, 'treaty') },
  { styles: /^oscola/u, macro: 'title-short', mend: retype({ bill: ['treaty'] }, 'treaty') },
  { styles: /^oscola/u, macro: 'publisher', mend: retype({ chapter: ['treaty'] }) },
  { styles: /^oscola/u, macro: 'page-first', mend: addSeries },
  // Else the page that is cited runs into the one on which the article begins: "4 5".
  {
    styles: /^oscola/u,
    macro: 'locator-space',
    mend: retype({ legislation: ['article-newspaper', 'treaty'] }),
  },
  {
    styles: /^oscola/u,
    macro: 'locator-comma',
    mend: retype({ legislation: ['article-newspaper', 'treaty'] }),
  },
  // A semicolon parts the date of an article from what follows, and stands nowhere else (Citing Medicine 2, ch. 1).
  { styles: VANCOUVER, macro: 'date', mend: endWithoutSemicolon },
  { styles: VANCOUVER, macro: 'pages', mend: (macro) => setPrefix(macro, 'page', '') },
  { styles: VANCOUVER, macro: 'bibliography', mend: partPages },
  // A page that is cited is not passed over. A comma parts sources: "(1 p. 5,2 p. 7)".
  { styles: VANCOUVER, macro: 'citation', mend: addLocator },
];

/** Changes `style`, which the CSL project names `name`, in place. The package leaves its id out: it is set, too. */
export function repairStyle(name: string, style: XmlNode): XmlNode {
  for (const info of children(style))
    if (info.name === 'info')
      for (const node of children(info))
        if (node.name === 'id') node.children = [`http://www.zotero.org/styles/${name}`];
  for (const { styles, macro, mend } of REPAIRS)
    if (styles.test(name))
      for (const node of children(style)) if ((node.attrs['name'] ?? node.name) === macro) mend(node);
  return style;
}

/** Takes `removed` out of conditions on types, and adds types to those that name the type under which they stand. */
function retype(added: Record<string, string[]>, removed?: string): (macro: XmlNode) => void {
  const mend = (node: XmlNode): void => {
    const { type } = node.attrs;
    // A condition that tests something beside the type is about one kind of source.
    if (type !== undefined && node.attrs['variable'] === undefined && type.includes(' ')) {
      const kept = type.split(' ').filter((name) => name !== removed);
      const more = kept.flatMap((name) => added[name] ?? []);
      node.attrs['type'] = [...new Set([...kept, ...more])].join(' ');
    }
    children(node).forEach(mend);
  };
  return mend;
}

/** A group prints nothing where the variables in it are empty. */
function groupSections(node: XmlNode): void {
  const within = children(node);
  const term = within.findIndex(({ attrs }) => attrs['term'] === 'section');
  if (node.name === 'group' && term !== -1 && within.length > 2) {
    const section = element('group', { delimiter: ' ' }, within.slice(term, term + 2));
    node.children = within.toSpliced(term, 2, section);
  } else within.forEach(groupSections);
}

function setPrefix(node: XmlNode, variable: string, prefix: string): void {
  if (node.attrs['variable'] === variable) node.attrs['prefix'] = prefix;
  for (const child of children(node)) setPrefix(child, variable, prefix);
}

function nameTreaties(node: XmlNode): void {
  if (node.name === 'if' && node.attrs['type'] === 'treaty')
    children(node)[0]?.children.unshift(element('text', { macro: 'title-legal' }));
  else children(node).forEach(nameTreaties);
}

function spaceLabels(node: XmlNode): void {
  const within = children(node);
  if (node.name === 'group' && within.some(({ name }) => name === 'label')) node.attrs['delimiter'] ??= ' ';
  within.forEach(spaceLabels);
}

function endWithoutSemicolon(node: XmlNode): void {
  if (node.attrs['suffix'] === ';') delete node.attrs['suffix'];
  children(node).forEach(endWithoutSemicolon);
}

const ARTICLES = 'article-journal article-magazine article-newspaper review review-book';

function partPages(node: XmlNode): void {
  const within = children(node);
  if (within[0]?.attrs['macro'] !== 'date') return within.forEach(partPages);
  const place = element('group', { delimiter: ':' }, within.slice(1));
  const parted = element('group', { delimiter: ';' }, [within[0], place]);
  node.children = [
    element('choose', {}, [
      element('if', { type: ARTICLES, match: 'any' }, [parted]),
      element('else', {}, within),
    ]),
  ];
}

function addLocator(node: XmlNode): void {
  const at = node.children.findIndex(
    (child) => typeof child !== 'string' && child.attrs['variable'] === 'citation-number',
  );
  if (at === -1 || node.name === 'sort') children(node).forEach(addLocator);
  else
    node.children[at] = element('group', { delimiter: ' ' }, [
      node.children[at] as XmlNode,
      element('group', { delimiter: ' ' }, [
        element('label', { variable: 'locator', form: 'short' }),
        element('text', { variable: 'locator' }),
      ]),
    ]);
}

function labelIbid(node: XmlNode): void {
  for (const child of children(node))
    if (child.name === 'text' && child.attrs['variable'] === 'locator')
      child.attrs = { macro: 'locator-basic' };
    else labelIbid(child);
}

function addSeries(macro: XmlNode): void {
  const series = ['volume', 'container-title'].map((variable) => element('text', { variable }));
  const ofTreaty = element('if', { type: 'treaty' }, [element('group', { delimiter: ' ' }, series)]);
  macro.children = [
    element('group', { delimiter: ' ' }, [element('choose', {}, [ofTreaty]), ...macro.children]),
  ];
}

function element(name: string, attrs: Record<string, string>, within: XmlNode['children'] = []): XmlNode {
  return { name, attrs, children: within };
}

function children(node: XmlNode): XmlNode[] {
  return node.children.filter((child) => typeof child !== 'string');
}
