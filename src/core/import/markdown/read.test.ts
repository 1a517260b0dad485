import { expect, it } from 'vitest';
import { buildContent } from '../content/build.ts';
import { blockText } from '../content/draft.ts';
import { readMarkdown } from './read.ts';

function read(markdown: string): { text: string; notes: string[]; links: (string | undefined)[] } {
  const { text, blocks, marks } = buildContent(readMarkdown(markdown).blocks);
  const notes = blocks.filter(({ role }) => role === 'note');
  return {
    text,
    notes: notes.map(({ start, end, label }) => `${label}: ${text.slice(start, end)}`),
    links: marks.map(({ url }) => url),
  };
}

it('reads notes and link targets that are defined inside quotes and lists', () => {
  const { notes, links } = read(
    '# T\n\n> Words[^1]\n>\n> [^1]: A note.\n\n- See [that][a].\n\n  [a]: https://example.org/a\n',
  );
  expect(notes).toEqual(['1: A note.']);
  expect(links).toEqual(['https://example.org/a']);
});

it('reads all parts of a note', () => {
  const { notes } = read(
    '# T\n\nWords[^1]\n\n[^1]: One.\n\n    Two.\n\n    | a | b |\n    |---|---|\n    | c | d |\n',
  );
  expect(notes).toEqual(['1: One. Two. a\tb\nc\td']);
});

it('reads the HTML of a line as pages are read', () => {
  expect(read('# T\n\nOne<br>two<br />three km<sup>2</sup> of <b>it</b>.').text).toBe(
    'One\ntwo\nthree km² of it.',
  );
});

it('reads HTML however deep its elements are nested', () => {
  expect(read(`# T\n\n${'<div>'.repeat(20_000)}deep`).text).toBe('deep');
});

it('takes what is printed below pictures for captions', () => {
  const { blocks } = readMarkdown(
    '# T\n\n![map](a.png "The strait in 2020")\n\n[![A ferry at the quay](b.png)](b.html)\n\n![IMG_1](c.png)\n\nWords ![x](d.png) go on.',
  );
  expect(blocks.map(({ role, runs }) => [role, runs.map(({ text: own }) => own).join('')])).toEqual([
    ['caption', 'The strait in 2020'],
    ['caption', 'A ferry at the quay'],
    ['paragraph', 'Words  go on.'],
  ]);
});

it('takes tags and keywords of the front matter for tags', () => {
  const { found } = readMarkdown(
    '---\ntags: [sanctions, "#trade policy"]\nKeywords: ports; sanctions\n---\nText.',
  );
  expect(found.tags).toEqual(['sanctions', 'trade policy', 'ports', 'sanctions']);
});

it('takes front matter in TOML as it takes that in YAML', () => {
  const { blocks, found } = readMarkdown(
    '+++\ntitle = "Harbour dues"\ndate = 2024-03-05T10:00:00Z\nauthors = ["Ada Holm"]\ntags = ["ports"]\n+++\n\nText.',
  );
  expect(found.csl).toMatchObject({
    title: 'Harbour dues',
    issued: { 'date-parts': [[2024, 3, 5]] },
    author: [{ family: 'Holm', given: 'Ada' }],
  });
  expect(found.tags).toEqual(['ports']);
  expect(blocks.map((block) => blockText(block))).toEqual(['Text.']);
});

it('keeps front matter that is no TOML as text, and says so', () => {
  const { blocks, found } = readMarkdown('+++\ntitle =\n+++\n\nText.');
  expect(found.messages).toEqual(['The front matter is not valid TOML: it was kept as text.']);
  expect(blocks.map((block) => blockText(block))).toEqual(['title =', 'Text.']);
});
