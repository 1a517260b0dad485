/** A document that is formatted at once prints what one that was written citation by citation prints. */
import { expect, it } from 'vitest';
import { startEngine } from '#core/citations/engine/createEngine.ts';
import { engineItem } from '#core/citations/engine/engineInput.ts';
import { readRichText } from '#core/citations/engine/richFormat.ts';
import { createSession, printed } from '#core/citations/engine/session.ts';
import { readPackagedStyle } from '#core/citations/styles/styleData.ts';
import { plainText } from '#domain/citation.ts';
import type { CslItem } from '#domain/csl.ts';

const doe = [{ family: 'Doe', given: 'John' }];
const book = (title: string, author: CslItem['author'] = doe, dates: number[][] = [[2000]]): CslItem => ({
  type: 'book',
  title,
  author,
  issued: { 'date-parts': dates },
});

interface Brief {
  /** The name of a style that we carry, or a style. */
  style: string;
  items: CslItem[];
  /** Places in `items`, from 1. */
  clusters: string[][];
  uncited?: string[];
}

function formatAtOnce({ style, items, clusters, uncited = [] }: Brief) {
  const known = new Map(items.map((item, index) => [String(index + 1), engineItem(index + 1, item)]));
  const source = style.startsWith('<') ? style : readPackagedStyle(style);
  const engine = startEngine(source, 'en-US', known);
  const isNote = engine.opt.xclass === 'note';
  const session = createSession(engine);
  const citations = clusters.map((ids, index) => ({
    items: ids.map((id) => ({ id })),
    noteIndex: isNote ? index + 1 : 0,
  }));
  session.place({ citations, uncited });
  const { texts, bibliography } = printed(session, { citations, uncited });
  const plain = (text: string): string => plainText(readRichText(text));
  return { texts: texts.map(plain), sources: bibliography.map(({ text }) => plain(text)) };
}

it('tells two works apart that one note cites, where the style sends back to the note', () => {
  const items = [book('A First Book'), book('A Second Book'), book('A Third', [{ family: 'Roe' }])];
  const { texts } = formatAtOnce({ style: 'oscola', items, clusters: [['1', '2'], ['3'], ['1'], ['3']] });
  expect(texts.slice(2)).toEqual(['Doe, A First Book (n 1).', 'Roe (n 2).']);
});

it('tells a cited work apart from one that is only listed', () => {
  const items = [book('A First Book'), book('A Second Book')];
  const { texts, sources } = formatAtOnce({ style: 'apa', items, clusters: [['2']], uncited: ['1'] });
  expect(texts).toEqual(['(Doe, 2000b)']);
  expect(sources).toEqual(['Doe, J. (2000a). A First Book.', 'Doe, J. (2000b). A Second Book.']);
});

/** A style whose dates are parted by a delimiter, as those of French and Spanish are. */
const DELIMITED_DATES = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title/><id/><updated>2026-01-01T00:00:00Z</updated></info>
  <citation><layout>
    <date variable="issued" delimiter=" ">
      <date-part name="day"/><date-part name="month"/><date-part name="year"/>
    </date>
  </layout></citation>
</style>`;

it('keeps the spaces at the end of a range of dates', () => {
  const dates = [
    [2020, 1, 2],
    [2020, 3, 4],
  ];
  const { texts } = formatAtOnce({
    style: DELIMITED_DATES,
    items: [book('A Book', doe, dates)],
    clusters: [['1']],
  });
  expect(texts).toEqual(['2 January–4 March 2020']);
});
