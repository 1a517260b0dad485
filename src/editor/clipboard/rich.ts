import type { RichText } from '#domain/citation.ts';

const TAGS = { bold: 'b', italic: 'i', underline: 'u', superscript: 'sup', subscript: 'sub' } as const;

/** Formatted text as HTML of one line. */
export function richHtml(text: RichText): string {
  const line = document.createElement('span');
  for (const { text: words, marks = [], url } of text) {
    let run: Node = document.createTextNode(words);
    for (const mark of marks) {
      const element = document.createElement(mark === 'smallcaps' ? 'span' : TAGS[mark]);
      if (mark === 'smallcaps') element.setAttribute('style', 'font-variant:small-caps');
      element.append(run);
      run = element;
    }
    if (url !== undefined) {
      const link = document.createElement('a');
      link.setAttribute('href', url);
      link.append(run);
      run = link;
    }
    line.append(run);
  }
  return line.innerHTML;
}

type Marks = NonNullable<RichText[number]['marks']>;

const MARKS: Readonly<Record<string, Marks[number]>> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  U: 'underline',
  SUP: 'superscript',
  SUB: 'subscript',
};

/** The editor's classes for what a tag does not say. */
const CLASSES: Readonly<Record<string, Marks[number]>> = {
  'text-italic': 'italic',
  'text-underline': 'underline',
  'text-underline-strikethrough': 'underline',
};

function marksOf(element: HTMLElement): Marks {
  const named = [MARKS[element.tagName], ...[...element.classList].map((name) => CLASSES[name])];
  const isSmall = element.style.fontVariant === 'small-caps';
  return [...named.filter((mark) => mark !== undefined), ...(isSmall ? (['smallcaps'] as const) : [])];
}

/** Text of the editor as it is drawn, on one line: its marks and links, and the space before a citation. */
export function drawnText(element: Element): RichText {
  const runs: RichText = [];
  const visit = (node: Node, marks: Marks, url: string | null): void => {
    if (node instanceof Text) {
      if (node.data !== '')
        runs.push({ text: node.data, ...(marks.length > 0 && { marks }), ...(url !== null && { url }) });
      return;
    }
    if (!(node instanceof HTMLElement)) return;
    if (node.tagName === 'BR') return void runs.push({ text: ' ' });
    if (node.dataset['apart'] === 'true') runs.push({ text: ' ' });
    const within = [...new Set([...marks, ...marksOf(node)])];
    const link = node.tagName === 'A' ? (node.getAttribute('href') ?? url) : url;
    for (const child of node.childNodes) visit(child, within, link);
  };
  visit(element, [], null);
  const first = runs[0];
  const last = runs.at(-1);
  if (first !== undefined) first.text = first.text.trimStart();
  if (last !== undefined) last.text = last.text.trimEnd();
  return runs.filter(({ text }) => text !== '');
}
