/** A brief with every kind of node, for those who do not see it, and for those who work by keys. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { createRoot, type Root } from 'react-dom/client';
import axe from 'axe-core';
import type { StoredDocument } from '#domain/document/stored.ts';
import '#renderer/ui/theme.css';
import '#renderer/ui/base.css';
import callouts from '../documents/v1-callouts.json';
import directions from '../documents/v1-directions.json';
import fields from '../documents/v1-fields.json';
import figures from '../documents/v1-figures.json';
import first from '../documents/v1-first-brief.json';
import footnotes from '../documents/v1-footnotes.json';
import tables from '../documents/v1-tables.json';
import { documentOf, press, type } from './editorPage.ts';
import { installStandInHost, newBrief } from './standInHost.ts';

const host = installStandInHost();
const { BriefPane } = await import('#renderer/features/brief/BriefPane.tsx');
const { activeBrief } = await import('#renderer/app/activeBrief.ts');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let container: HTMLElement;
let root: Root;
beforeEach(() => {
  host.briefs.clear();
  localStorage.clear();
  container = document.createElement('div');
  container.style.height = '850px';
  document.body.append(container);
  root = createRoot(container);
});
afterEach(async () => {
  root.unmount();
  container.remove();
  await emulate([]);
});

async function emulate(features: { name: string; value: string }[]): Promise<void> {
  const session = cdp() as unknown as { send(method: string, parameters: unknown): Promise<unknown> };
  await session.send('Emulation.setEmulatedMedia', { features });
}

/** Shows a brief that holds all that was ever stored. */
async function open(): Promise<HTMLElement> {
  const stored = [
    first,
    callouts,
    fields,
    figures,
    tables,
    directions,
    footnotes,
  ] as unknown as StoredDocument[];
  const blocks = stored.flatMap(({ root: { children = [] } }) => children);
  const notes = blocks.find(({ type: kind }) => kind === 'footnotes')!;
  const text = blocks.filter(({ type: kind }) => kind !== 'footnotes');
  host.briefs.set(1, newBrief(1, documentOf([...text, notes])));
  root.render(<BriefPane briefId={1} />);
  await expect.poll(() => activeBrief.get()).not.toBeNull();
  const written = container.querySelector<HTMLElement>('.brief-document')!;
  await expect.poll(() => written.querySelector('.citation')?.textContent).toBe('1');
  return written;
}

describe.each(['light', 'dark'])('in the %s theme', (scheme) => {
  test('axe finds nothing', async () => {
    await emulate([{ name: 'prefers-color-scheme', value: scheme }]);
    await open();
    const { violations } = await axe.run(container, { runOnly: RULES });
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });
});

test('what is not text has a role and a name', async () => {
  const text = await open();
  const named = (selector: string, name = 'aria-label'): string[] => [
    ...new Set(
      [...text.querySelectorAll(selector)].map(
        (one) => `${one.getAttribute('role') ?? one.tagName.toLowerCase()} ${one.getAttribute(name) ?? '-'}`,
      ),
    ),
  ];
  expect(named('.citation').slice(0, 2)).toEqual([
    'doc-noteref Citation 1: On Rest, 12–14',
    'doc-noteref Citation 2: Working Hours; [missing]',
  ]);
  expect(named('.footnote-mark')[0]).toBe('doc-noteref Footnote 7');
  expect(named('.footnotes, .footnote')).toEqual(['doc-endnotes Footnotes', 'doc-footnote -']);
  expect(named('.footnote-number')[0]).toBe('doc-backlink Back to the mark of footnote 7');
  expect(named('.callout')[0]).toBe('group Key judgment, Moderate confidence');
  expect(named('.page-break')).toEqual(['separator Page break']);
  expect(named('.cross-reference').slice(0, 2)).toEqual(['link Figure\u00a01', 'link Table\u00a01']);
  expect(named('.picture img', 'alt')[0]).toBe('img Waiting time rises from two hours to nine.');
  expect(named('table')).toContain('table Table\u00a01');
  const [head, ...rows] = [...text.querySelectorAll('table')[0]!.rows].map((row) =>
    [...row.cells].map((cell) => cell.getAttribute('scope')),
  );
  expect(head).toEqual(['col', 'col']);
  expect(rows[0]).toEqual(['row', null]);
});

test('what is chosen is told from the rest in forced colours', async () => {
  await emulate([{ name: 'forced-colors', value: 'active' }]);
  const text = await open();
  await userEvent.click(text.querySelector('p')!);
  await press('Control+End', 'Enter');
  await type('/');
  const outlines = (): string[] =>
    [...document.querySelectorAll('[role=option]')].map((option) => getComputedStyle(option).outlineStyle);
  await expect.poll(() => outlines().slice(0, 2)).toEqual(['solid', 'none']);
  await press('Escape');
});
