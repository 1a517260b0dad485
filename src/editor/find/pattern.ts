/** What is looked for in the text, as a regular expression. */

export interface FindOptions {
  matchCase: boolean;
  wholeWord: boolean;
  /** The words are a JavaScript regular expression. */
  regex: boolean;
}

/** Stand for each other where words are looked for as they are: what a keyboard writes and what is printed. */
const ALIKE: [pattern: RegExp, any: string][] = [
  [/['‘’‚‛]/gu, "['‘’‚‛]"],
  [/["“”„‟]/gu, '["“”„‟]'],
  [/[ \u00A0\u202F]/gu, '[ \u00A0\u202F]'],
];
const SPECIAL = /[\\^$.*+?()[\]{}|/-]/gu;
const IN_WORD = String.raw`[\p{L}\p{M}\p{N}_]`;

/** Throws an Error that says to people what is wrong with a regular expression. */
export function findPattern(words: string, { matchCase, wholeWord, regex }: FindOptions): RegExp {
  const flags = matchCase ? 'gmu' : 'gimu';
  if (regex) checkAlone(words, flags);
  const source = regex ? words : plainSource(words.normalize('NFC'));
  return new RegExp(wholeWord ? `(?<!${IN_WORD})(?:${source})(?!${IN_WORD})` : source, flags);
}

/** What stands in for a match: of a regular expression with its groups (`$1`, `$<name>`, `$&`) filled in. */
export function replacementFor(match: RegExpMatchArray, replacement: string, { regex }: FindOptions): string {
  if (!regex) return replacement;
  return replacement.replaceAll(
    /\$(?:(\$)|(&)|(\d{1,2})|<([^>]*)>)/gu,
    (sign, dollar, whole, number, name) => {
      if (dollar !== undefined) return '$';
      if (whole !== undefined) return match[0];
      if (number !== undefined) return Number(number) in match ? (match[Number(number)] ?? '') : sign;
      return match.groups === undefined ? sign : (match.groups[name] ?? '');
    },
  );
}

function plainSource(words: string): string {
  let source = words.replaceAll(SPECIAL, String.raw`\$&`);
  for (const [pattern, any] of ALIKE) source = source.replaceAll(pattern, any);
  return source;
}

/** By itself, so that an unclosed bracket is not closed by what is put around it. */
function checkAlone(words: string, flags: string): void {
  try {
    void new RegExp(words, flags);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`This is no regular expression: ${reason.split(': ').at(-1)}.`, { cause: error });
  }
}
