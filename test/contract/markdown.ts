/** What the operations on Markdown files do. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import type { Client } from '#contract/index.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { PNG } from '../pictures.ts';
import { temporaryFolder } from './library.ts';

interface Caller {
  call: Client['call'];
  failure: (operation: string, input: unknown) => Promise<ErrorCode>;
}

const BIB = `@book{doe99, author = {Doe, Jane}, title = {A Book About Straits and Cables}, year = 1999}
@book{roe01, author = {Roe, Rob}, title = {Never Cited}, year = 2001}`;

const FILE = `---
title: A note
author: [Ann, Ben]
date: 2026-11-23
lang: en-GB
bibliography: refs.bib
mood: calm
---

# Findings

As shown [see @doe99, p. 3; -@doe99, ch. 2], and here[^a]. Not found [@nobody].

![A map](img/map.png)

**Figure 1.** The *map*.

> Quoted. [@doe99, 7]

[^a]: A note.
`;

const types = (nodes: readonly StoredNode[]): string[] => nodes.map(({ type }) => type);

export function markdownSuite({ call, failure }: Caller): void {
  const folder = temporaryFolder();

  describe('Markdown files', () => {
    it('become briefs, with what lies beside them', async () => {
      const place = join(folder, 'markdown');
      await mkdir(join(place, 'img'), { recursive: true });
      await writeFile(join(place, 'note.md'), FILE);
      await writeFile(join(place, 'refs.bib'), BIB);
      await writeFile(join(place, 'img/map.png'), PNG);
      const { brief, warnings } = await call('markdown.open', { path: join(place, 'note.md') });
      expect(brief).toMatchObject({
        title: 'A note',
        author: 'Ann, Ben',
        date: '2026-11-23',
        language: 'en-GB',
      });
      expect(warnings).toEqual([
        'No source has the key “nobody”: the citation [@nobody] is kept as text.',
        'A brief has no place for some of the front matter: it stands at the end of the text.',
      ]);
      const { root } = (await call('briefs.get', { id: brief.id })).document;
      expect(types(root.children!)).toEqual([
        'heading',
        'paragraph',
        'picture',
        'caption',
        'snippet',
        'code',
        'footnotes',
      ]);
      const cited = root.children![1]!.children!.find(({ type }) => type === 'citation')!;
      const [first] = cited['items'] as { articleId: number }[];
      expect(cited['items']).toEqual([
        { articleId: first!.articleId, prefix: 'see', locator: '3', label: 'page' },
        { articleId: first!.articleId, locator: '2', label: 'chapter', suppressAuthor: true },
      ]);
      const source = await call('articles.get', { id: first!.articleId });
      expect(source.csl.title).toBe('A Book About Straits and Cables');
      const again = await call('markdown.open', { path: join(place, 'note.md') });
      expect(again.brief.id).not.toBe(brief.id);
      const copy = (await call('briefs.get', { id: again.brief.id })).document.root;
      expect(copy.children![1]!.children).toEqual(root.children![1]!.children);
    });

    it('are read from what is handed over, and never from outside of their folder', async () => {
      const bytes = new TextEncoder().encode('![a](a.png) ![b](../b.png) ![c](https://example.org/c.png)');
      const files = [
        { path: 'x.md', bytes },
        { path: 'a.png', bytes: PNG },
        { path: 'b.png', bytes: PNG },
      ];
      const { brief, warnings } = await call('markdown.open', { files });
      expect(brief.title).toBe('x');
      expect(warnings).toHaveLength(2);
      const { root } = (await call('briefs.get', { id: brief.id })).document;
      expect(types(root.children!)).toEqual(['picture', 'paragraph']);
    });

    it('are refused where they cannot be read', async () => {
      expect(await failure('markdown.open', { path: join(folder, 'none.md') })).toBe('file_unreadable');
      expect(await failure('markdown.open', { files: [] })).toBe('invalid_input');
    });
  });
}
