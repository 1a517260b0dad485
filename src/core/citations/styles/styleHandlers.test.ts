import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '#domain/citation.ts';
import { coreContext } from '#test/coreContext.ts';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { addArticles } from '../../articles/add.ts';
import { createBrief, updateSettings } from '../../briefs/store.ts';
import { openLibrary } from '../../db/open.ts';
import { type Citations, createCitations } from '../citations.ts';
import { createStyles } from './styleHandlers.ts';

const path = temporaryFolder();
const library = openLibrary({ path, create: true });
const events: string[] = [];
const context = coreContext(library, (name) => events.push(name));
const ADDRESS = 'http://www.example.org/styles/plain';
let citations: Citations;
let styles: Citations['handlers'];

beforeAll(() => {
  const metadata = {
    title: 'A history of claims',
    author: [{ family: 'Kim', given: 'Marie' }],
    issued: { 'date-parts': [[2004]] },
  };
  addArticles(library.db, [makeArticle(['Words.'], metadata)]);
  citations = createCitations(context);
  styles = citations.handlers;
});
afterAll(async () => {
  await citations.close();
  library.close();
});

/** A small style; `inside` replaces what it prints of a source. */
function plainStyle(inside = '<text variable="title"/>', more = '', id = ADDRESS): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Plain</title><id>${id}</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  ${more}
  <citation>
    <layout prefix="(" suffix=")">
      ${inside}
    </layout>
  </citation>
</style>`;
}

function dependentStyle(parent: string, locale = 'de-DE'): string {
  return `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="${locale}">
  <info>
    <title>Journal of Claims</title>
    <id>http://www.example.org/styles/journal-of-claims</id>
    <link href="${parent}" rel="independent-parent"/>
    <updated>2026-01-01T00:00:00+00:00</updated>
  </info>
</style>`;
}

const install = (text: string) => Promise.resolve(styles['citations.installStyle']({ text }));
const cite = async (styleId: string, language = 'en-US'): Promise<string> => {
  const clusters = [[{ articleId: 1 }]];
  const formatted = await citations.format({ styleId, language, clusters, footnotes: [], uncited: [] });
  return plainText(formatted.clusters[0]!.content);
};
const removeFiles = (): Promise<void> => rm(library.folder.styles, { recursive: true, force: true });

describe('the styles that come with Dossier', () => {
  it('all work, and are of the class that the list says', async () => {
    const list = await styles['citations.styles']({});
    for (const { id, class: styleClass, title } of list) {
      const preview = await styles['citations.previewStyle']({
        styleId: id,
        language: 'en-US',
        clusters: [],
      });
      expect([title, preview.styleClass, preview.isSample]).toEqual([title, styleClass, true]);
      expect(plainText(preview.citations[0]!.content).length).toBeGreaterThan(2);
    }
  });

  it('are found by words of their titles, without those of the short list', async () => {
    const find = async (words: string) =>
      (await styles['citations.findStyles']({ words, limit: 50 })).styles.map(({ id, class: kind }) => [
        id,
        kind,
      ]);
    expect(await find('mcgill guide')).toEqual([
      ['mcgill-en', 'note'],
      ['mcgill-fr', 'note'],
    ]);
    expect(await find('ECOLE de technologie superieure')).toContainEqual([
      'ecole-de-technologie-superieure-apa',
      'in-text',
    ]);
    expect(await find('ieee')).not.toContainEqual(['ieee', 'in-text']);
    expect(await find('no style has these words')).toEqual([]);
    expect(await find(' ')).toEqual([]);
  });

  it('are known by their address at the CSL project, and by names they had before', async () => {
    const style = async (id: string) => {
      const { title, isMissing } = await styles['citations.style']({ id });
      return [title, isMissing];
    };
    expect(await style('http://www.zotero.org/styles/nature')).toEqual(['Nature', false]);
    expect(await style('http://www.zotero.org/styles/asa')).toEqual(
      await style('american-sociological-association'),
    );
    expect(await style('http://www.zotero.org/styles/no-such-style')).toEqual([
      'Chicago 17, full notes',
      true,
    ]);
  });

  it('show the sources of the brief', async () => {
    const preview = await styles['citations.previewStyle']({
      styleId: 'apa',
      language: 'de-DE',
      clusters: [[{ articleId: 99 }], [{ articleId: 1, locator: '7' }]],
    });
    expect(preview).toMatchObject({ isSample: false, locale: 'de-DE', styleClass: 'in-text' });
    expect(preview.citations.map(({ content }) => plainText(content))).toEqual(['(Kim, 2004, S. 7)']);
    expect(preview.sources).toHaveLength(1);
  });
});

describe('a brief whose style is missing', () => {
  it('is set in another style, and keeps the name of its own', async () => {
    const brief = createBrief(library.db, { styleId: 'http://www.example.org/styles/gone' });
    expect(await cite(brief.styleId)).toBe(await cite('chicago-notes'));
    expect(await styles['citations.style']({ id: brief.styleId })).toMatchObject({
      isMissing: true,
      id: 'chicago-notes',
    });
    expect(brief.styleId).toBe('http://www.example.org/styles/gone');
  });
});

describe('installing a style', () => {
  it('keeps the file whole in the library, where another start finds it', async () => {
    const text = plainStyle();
    events.length = 0;
    expect(await install(text)).toEqual({
      id: ADDRESS,
      title: 'Plain',
      class: 'in-text',
      origin: 'installed',
      isReplaced: false,
    });
    expect(events).toEqual(['styles.changed']);
    const [file] = await readdir(library.folder.styles);
    expect(await readFile(join(library.folder.styles, file!), 'utf8')).toBe(text);
    expect(await cite(ADDRESS)).toBe('(A history of claims)');
    const again = createCitations(context);
    expect((await again.handlers['citations.styles']({})).at(-1)).toMatchObject({
      id: ADDRESS,
      title: 'Plain',
    });
    await again.close();
  });

  it('replaces one with the same id, in citations that were formatted before as well', async () => {
    await install(plainStyle());
    expect(await cite(ADDRESS)).toBe('(A history of claims)');
    expect(await install(plainStyle('<names variable="author"/>'))).toMatchObject({ isReplaced: true });
    expect(await cite(ADDRESS)).toBe('(Marie Kim)');
    expect(await readdir(library.folder.styles)).toHaveLength(1);
  });

  it('takes the rules of the parent, and the title and language of the dependent style', async () => {
    const style = await install(dependentStyle('http://www.zotero.org/styles/apa'));
    expect(style).toMatchObject({ title: 'Journal of Claims', class: 'in-text' });
    const preview = await styles['citations.previewStyle']({
      styleId: style.id,
      language: 'en-US',
      clusters: [[{ articleId: 1, locator: '7' }]],
    });
    expect([preview.locale, plainText(preview.citations[0]!.content)]).toEqual([
      'de-DE',
      '(Kim, 2004, S. 7)',
    ]);
    await expect(install(dependentStyle('http://www.example.org/styles/parent'))).rejects.toThrow(
      /“Journal of Claims” takes its rules from the style http:\/\/www\.example\.org\/styles\/parent, which is not here/,
    );
    // A style that names itself as its parent is no parent.
    await expect(
      install(dependentStyle('http://www.example.org/styles/journal-of-claims')),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each([
    ['nothing', '', /Line 1: the file is empty/],
    ['a web page', '<!DOCTYPE html>\n<html><body>No</body></html>', /Line 1: .*document type/],
    [
      'entities of its own',
      plainStyle().replace('<style', '<!DOCTYPE s [<!ENTITY a "b">]>\n<style'),
      /Line 2: .*document type/,
    ],
    [
      'an element that is not closed',
      plainStyle('<group><text variable="title"/>'),
      /Line 8: not well-formed XML/,
    ],
    ['a locale', '<locale xml:lang="de"/>', /CSL locale, not a citation style/],
    [
      'another version',
      plainStyle().replace('in-text" version="1.0"', 'in-text" version="1.1mlz1"'),
      /Line 2: .*1\.1mlz1.*CSL 1\.0/,
    ],
    [
      'no citation',
      plainStyle().replaceAll('citation>', 'bibliography>'),
      /Line 2: <style> has no <citation>/,
    ],
    ['an unknown element', plainStyle('<txt variable="title"/>'), /Line 7: CSL has no element <txt>/],
    ['an element out of place', plainStyle('<layout/>'), /Line 7: <layout> cannot stand in <layout>/],
    [
      'an unknown attribute',
      plainStyle('<text varaible="title"/>'),
      /Line 7: <text> has no attribute “varaible”/,
    ],
    [
      'an unknown variable',
      plainStyle('<text variable="title"/><text variable="publihser"/>'),
      /Line 7: CSL 1\.0\.2 has no variable “publihser”/,
    ],
    [
      'an unknown type',
      plainStyle('<choose><if type="book webpge"><text variable="title"/></if></choose>'),
      /Line 7: CSL 1\.0\.2 has no type of source “webpge”/,
    ],
    [
      'a wrong value',
      plainStyle('<text variable="title" text-case="loud"/>'),
      /Line 7: “loud” is no value of “text-case”/,
    ],
    [
      'a macro that is not there',
      plainStyle('<text macro="author"/>'),
      /Line 7: there is no macro named “author”/,
    ],
    [
      'macros that call each other',
      plainStyle(
        '<text macro="a"/>',
        '<macro name="a"><text macro="b"/></macro>\n<macro name="b"><text macro="a"/></macro>',
      ),
      /Line 5: the macro “a” calls itself/,
    ],
    [
      'macros that make up a billion elements',
      plainStyle(
        '<text macro="m30"/>',
        Array.from(
          { length: 31 },
          (_none, n) =>
            `<macro name="m${n}">${n === 0 ? '<text value="x"/>' : `<text macro="m${n - 1}"/>`.repeat(3)}</macro>`,
        ).join(''),
      ),
      /Line 4: .*far more than any style needs/,
    ],
    [
      'elements deep in each other',
      plainStyle(`${'<group>'.repeat(500)}<text value="x"/>${'</group>'.repeat(500)}`),
      /Line 7: .*nested deeper/,
    ],
    ['a file without end', plainStyle(' '.repeat(3_000_000)), /more than 2 million characters/],
    ['nothing to print', plainStyle('<text value="–"/>'), /prints nothing/],
  ])('refuses %s, and says what is wrong where', async (_what, text, message) => {
    const before = await readdir(library.folder.styles);
    await expect(install(text)).rejects.toThrow(message);
    expect(await readdir(library.folder.styles)).toEqual(before);
  });

  it('gives up on a style with which the engine comes to no end', async () => {
    const impatient = createStyles(context, () => expect.fail('asked for no sources'), 1);
    await expect(
      Promise.resolve(impatient.handlers['citations.installStyle']({ text: plainStyle() })),
    ).rejects.toThrow(/did not come to an end/);
    expect((await impatient.handlers['citations.findStyles']({ words: 'mcgill', limit: 5 })).total).toBe(2);
    await impatient.close();
  });
});

describe('removing a style', () => {
  it('is refused while a brief is set in it, and can be undone', async () => {
    await install(plainStyle());
    const brief = createBrief(library.db, { styleId: ADDRESS, title: 'On claims' });
    const remove = () => Promise.resolve().then(() => styles['citations.removeStyle']({ id: ADDRESS }));
    await expect(remove()).rejects.toThrow(/“Plain” is the style of “On claims”/);
    updateSettings(library.db, brief.id, { styleId: 'apa' });
    const { text } = await remove();
    expect(await styles['citations.style']({ id: ADDRESS })).toMatchObject({ isMissing: true });
    expect(await install(text)).toMatchObject({ id: ADDRESS, isReplaced: false });
    expect(await cite(ADDRESS)).toBe('(A history of claims)');
  });

  it('is refused while another style depends on it, and for what was not installed', async () => {
    await install(plainStyle());
    await install(dependentStyle(ADDRESS));
    const remove = (id: string) => Promise.resolve().then(() => styles['citations.removeStyle']({ id }));
    await expect(remove(ADDRESS)).rejects.toThrow(/“Journal of Claims” depends on “Plain”/);
    await expect(remove('apa')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the folder of styles', () => {
  it('may hold what is no style, and may lose a file', async () => {
    await install(plainStyle());
    await writeFile(join(library.folder.styles, 'letter.csl'), 'Dear all');
    const again = createCitations(context);
    const list = await again.handlers['citations.styles']({});
    expect(list.filter(({ origin }) => origin === 'installed').map(({ title }) => title)).toContain('Plain');
    await removeFiles();
    await expect(
      again.format({
        styleId: ADDRESS,
        language: 'fr',
        clusters: [[{ articleId: 1 }]],
        footnotes: [],
        uncited: [],
      }),
    ).rejects.toMatchObject({ code: 'file_unreadable' });
    await again.close();
  });
});
