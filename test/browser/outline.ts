/** Documents as lines that a person can read and compare: all that is stored in them, and their exact words. */
import type { StoredNode } from '#domain/document/stored.ts';

const MARKS: readonly [bit: number, sign: string][] = [
  [1, '**'],
  [2, '//'],
  [4, '~~'],
  [8, '__'],
  [16, '`'],
  [32, ',,'],
  [64, '^^'],
];

/** One line a block: `⏎` for a line break, `{1}` for the mark of the first note, whose words are the last lines. */
export function outlineOf(blocks: readonly StoredNode[]): string {
  const ids: unknown[] = [];
  const lines: string[] = [];
  const note = (id: unknown): string => {
    if (!ids.includes(id)) ids.push(id);
    return `{${ids.indexOf(id) + 1}}`;
  };
  const words = (nodes: readonly StoredNode[] = []): string =>
    nodes
      .map((node) => {
        const { type, children, format } = node;
        if (type === 'text')
          return MARKS.reduce(
            (text, [bit, sign]) => (((format as number) & bit) === 0 ? text : `${sign}${text}${sign}`),
            String(node['text']),
          );
        if (type === 'linebreak') return '⏎';
        if (type === 'footnoteReference') return note(node['id']);
        if (type === 'link') return `[${words(children)}](${String(node['url'])})`;
        return children === undefined ? `<${type}>` : `<${type}: ${words(children)}>`;
      })
      .join('');
  const visit = (node: StoredNode, indent: string): void => {
    const { type, children = [] } = node;
    const add = (line: string): void => void lines.push(indent + line);
    switch (type) {
      case 'paragraph':
        return add(words(children) || '(empty)');
      case 'heading':
        return add(`${'#'.repeat(Number(String(node['tag']).slice(1)))} ${words(children)}`);
      case 'quote':
        return add(`> ${words(children)}`);
      case 'code':
        return add(`code: ${words(children)}`);
      case 'list':
        for (const item of children)
          if (item.children?.[0]?.type === 'list') visit(item.children[0], `${indent}  `);
          else add(`${signOf(node, item)} ${words(item.children)}`.trimEnd());
        return;
      case 'table':
        add(`table ${JSON.stringify(node['colWidths'] ?? [])}`);
        for (const row of children)
          add(
            (row.children ?? [])
              .map((cell) => {
                const inner = outlineOf(cell.children ?? []).replaceAll('\n', ' ¶ ');
                const state = cell['headerState'] === 0 ? '' : `h${String(cell['headerState'])} `;
                return `| ${state}${cell['format'] === '' ? '' : `${String(cell['format'])} `}${inner}`;
              })
              .join(' '),
          );
        return;
      case 'footnotes':
        for (const entry of children.toSorted((a, b) => ids.indexOf(a['id']) - ids.indexOf(b['id'])))
          add(`${note(entry['id'])} ${outlineOf(entry.children ?? []).replaceAll('\n', ' ¶ ')}`);
        return;
      default:
        add(`<${type}>${children.length > 0 ? ` ${words(children)}` : ''}`);
    }
  };
  for (const block of blocks) visit(block, '');
  return lines.join('\n');
}

function signOf(list: StoredNode, item: StoredNode): string {
  if (list['listType'] === 'check') return item['checked'] === true ? '[x]' : '[ ]';
  return list['listType'] === 'number' ? `${String(item['value'])}.` : '-';
}
