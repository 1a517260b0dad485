/** What our integration prints, case by case, held against what the manuals of the styles ask for. */
import { describe, expect, it } from 'vitest';
import { formatCitations } from '#core/citations/engine/engine.ts';
import type { CitationCluster } from '#domain/citation.ts';
import type { CslItem } from '#domain/csl.ts';
import { BY_SOURCE } from './cases/bySource.ts';
import { DOCUMENTS, type DocumentCase } from './cases/documents.ts';
import { markup } from './cases/markup.ts';
import { PLACES, SOURCES } from './cases/sources.ts';

type SourceName = keyof typeof SOURCES;

let lastId = 0;

/** Ids are new, so that an engine of other cases does not take a source for a corrected one. */
function print(
  styleId: string,
  language: string,
  items: CslItem[],
  cites: (ids: number[]) => CitationCluster[],
) {
  const byId = new Map(items.map((item) => [(lastId += 1), item]));
  const formatted = formatCitations({
    styleId,
    language,
    clusters: cites([...byId.keys()]),
    footnotes: [],
    uncited: [],
    items: byId,
  });
  return {
    citations: formatted.clusters.map(({ inText, content }) =>
      inText === null ? markup(content) : `${markup(inText)} | ${markup(content)}`,
    ),
    list: formatted.bibliography.map(({ content }) => markup(content)),
  };
}

describe.each(BY_SOURCE)('$manual', ({ style, sources }) => {
  const cases = Object.entries(sources) as [SourceName, (typeof sources)[SourceName] & {}][];
  it.each(cases)('%s', (name, [cited, listed]) => {
    const place = PLACES[name] ?? { locator: '5', label: 'page' as const };
    const { citations, list } = print(style, 'en-US', [SOURCES[name]], ([id]) => [
      [{ articleId: id!, ...place }],
    ]);
    expect({ citations, list }).toEqual({ citations: [cited], list: [listed] });
  });
});

describe.each(DOCUMENTS)('%s', (_group, cases) => {
  it.each(cases)('$what', ({ style, language = 'en-US', items, cites, citations, list }: DocumentCase) => {
    const each = items.map((_item, index) => [{ source: index + 1 }]);
    const printed = print(style, language, items, (ids) =>
      (cites ?? each).map((cluster) =>
        cluster.map(({ source, ...cite }) => ({ ...cite, articleId: ids[source - 1]! })),
      ),
    );
    expect(citations ?? list).toBeDefined();
    expect({
      ...(citations && { citations: printed.citations }),
      ...(list && { list: printed.list }),
    }).toEqual({ ...(citations && { citations }), ...(list && { list }) });
  });
});
