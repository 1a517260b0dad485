/** citeproc's HTML, in which the CSL test suite tells what it expects, as our formatted text. */
import type { RichText } from '#domain/citation.ts';
import { readRichText, richFormat } from '#core/citations/engine/richFormat.ts';

/** Tags of citeproc's HTML and the decoration of an output format that each is for. */
const DECORATIONS: readonly [opening: RegExp, decoration: `@${string}`][] = [
  [/^<i>$/u, '@font-style/italic'],
  [/^<b>$/u, '@font-weight/bold'],
  [/^<sup>$/u, '@vertical-align/sup'],
  [/^<sub>$/u, '@vertical-align/sub'],
  [/font-style: ?normal/u, '@font-style/normal'],
  [/font-weight: ?normal/u, '@font-weight/normal'],
  [/font-variant: ?small-caps/u, '@font-variant/small-caps'],
  [/font-variant: ?normal/u, '@font-variant/normal'],
  [/text-decoration: ?underline/u, '@text-decoration/underline'],
  [/baseline/u, '@vertical-align/baseline'],
  [/csl-left-margin/u, '@display/left-margin'],
  [/csl-right-inline/u, '@display/right-inline'],
  [/csl-block/u, '@display/block'],
  [/csl-indent/u, '@display/indent'],
];

/** The entries of a bibliography. */
export function readBibliographyHtml(html: string): RichText[] {
  const entries = html.split(/<div class="csl-entry">/u).slice(1);
  return entries.map((entry) =>
    readHtml(entry.replace(/<\/div>\s*(?:<\/div>\s*)?$/u, '').replaceAll(/\s*\n\s*/gu, '')),
  );
}

export function readHtml(html: string): RichText {
  const tokens = html.split(/(<[^<>]+>)/u);
  let at = 0;
  const until = (closing: string | null): string => {
    let text = '';
    while (at < tokens.length) {
      const token = tokens[at]!;
      at += 1;
      if (token === closing) return text;
      const name = /^<([a-z]+)/u.exec(token)?.[1];
      if (name === undefined) text += richFormat.text_escape(plain(token));
      else text += decorated(token, until(`</${name}>`));
    }
    return text;
  };
  return readRichText(until(null));
}

function decorated(opening: string, text: string): string {
  const decoration = DECORATIONS.find(([pattern]) => pattern.test(opening))?.[1];
  const decorate = decoration === undefined ? false : richFormat[decoration];
  return typeof decorate === 'function' ? decorate({ getTerm: () => '' }, text) : text;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };

function plain(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|([a-z]+));/gu, (entity, code?: string, name?: string) =>
    code === undefined ? (ENTITIES[name!] ?? entity) : String.fromCodePoint(Number(code)),
  );
}
