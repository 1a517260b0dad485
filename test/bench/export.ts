/** Export of a 20-page brief with 60 citations, beside an empty document through the same path. */
import { join } from 'node:path';
import type { CitationItem } from '#domain/citation.ts';
import { DOC_VERSION, emptyDocument, type StoredNode } from '#domain/document/stored.ts';
import { openBenchCore, temporaryFolder } from './core.ts';
import { printRows, type Row, timeEach } from './measure.ts';
import { addArticles } from '#core/articles/add.ts';
import { openLibrary } from '#core/db/open.ts';
import { syntheticArticles, word } from './library.ts';
import { createRandom, type Random, zipf } from './random.ts';

const SOURCES = 40;
const PARAGRAPHS = 90;
const RUNS = 5;

export async function benchExport(): Promise<void> {
  const library = join(temporaryFolder(), 'library');
  const stored = openLibrary({ path: library, create: true });
  addArticles(stored.db, [...syntheticArticles(SOURCES)]);
  stored.close();
  const core = await openBenchCore(library);
  const empty = await core.call('briefs.create', { title: 'Empty', document: emptyDocument() });
  const rows: Row[] = [];
  for (const styleId of ['chicago-notes', 'apa']) {
    const random = createRandom(3);
    const brief = await core.call('briefs.create', {
      title: `Twenty pages in ${styleId}`,
      styleId,
      document: { docVersion: DOC_VERSION, root: { ...emptyDocument().root, children: paragraphs(random) } },
    });
    for (const format of ['pdf', 'md'] as const) {
      const first = await timeEach([0], () => core.call('export.render', { briefId: brief.id, format }));
      const again = await timeEach(Array.from({ length: RUNS }), () =>
        core.call('export.render', { briefId: brief.id, format }),
      );
      const floor = await timeEach(Array.from({ length: RUNS }), () =>
        core.call('export.render', { briefId: empty.id, format }),
      );
      const floorIs = 'an empty brief, warm';
      rows.push(
        { what: `${format}, ${styleId}, first`, ours: first, floor, floorIs },
        { what: `${format}, ${styleId}, warm`, ours: again, floor, floorIs },
      );
    }
  }
  await core.close();
  printRows('Export of a brief of about 20 pages with 60 citations of 40 sources', rows);
}

/** About 9,000 words under headings, two citations in every third paragraph. */
function paragraphs(random: Random): StoredNode[] {
  const draw = zipf(20_000, random);
  const sentence = (): string => {
    const words = Array.from({ length: random.integer(12, 22) }, () => word(draw())).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}. `;
  };
  return Array.from({ length: PARAGRAPHS }, (_unused, index) => {
    if (index % 9 === 0)
      return { type: 'heading', version: 1, tag: 'h2', children: [text(sentence().slice(0, 40))] };
    const children = [text(sentence() + sentence() + sentence())];
    if (index % 3 === 1) children.push(citation(random), text(` ${sentence()}`), citation(random));
    children.push(text(` ${sentence()}${sentence()}`));
    return { type: 'paragraph', version: 1, children };
  });
}

function text(content: string): StoredNode {
  return { type: 'text', version: 1, text: content, format: 0, detail: 0, mode: 'normal', style: '' };
}

function citation(random: Random): StoredNode {
  const item: CitationItem = {
    articleId: random.integer(1, SOURCES),
    locator: String(random.integer(1, 99)),
    label: 'page',
  };
  return { type: 'citation', version: 1, items: [item] };
}
