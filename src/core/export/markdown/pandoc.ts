/** What Pandoc's Markdown has beyond GFM, and so what is escaped in it. https://pandoc.org/MANUAL.html#pandocs-markdown */
import type { Literal, Parent, PhrasingContent } from 'mdast';
import type { Handle, Options } from 'mdast-util-to-markdown';

/** A citation, from its first bracket or `@` to its last sign. */
interface PandocCitation extends Literal {
  type: 'pandocCitation';
}
interface Superscript extends Parent {
  type: 'superscript';
  children: PhrasingContent[];
}
interface Subscript extends Parent {
  type: 'subscript';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    pandocCitation: PandocCitation;
    superscript: Superscript;
    subscript: Subscript;
  }
  interface RootContentMap {
    pandocCitation: PandocCitation;
    superscript: Superscript;
    subscript: Subscript;
  }
}
declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    raised: 'raised';
  }
}

const raised =
  (sign: '^' | '~'): Handle =>
  (node: Superscript | Subscript, _parent, state, info) => {
    const exit = state.enter('raised');
    const inside = state.containerPhrasing(node, { ...info, before: sign, after: sign });
    exit();
    return sign + inside + sign;
  };

const citation: Handle = (node: PandocCitation) => node.value;
// So that an exclamation mark before it is escaped.
const withPeek = Object.assign(citation, { peek: () => '[' });

export const pandocToMarkdown: Options = {
  handlers: { pandocCitation: withPeek, superscript: raised('^'), subscript: raised('~') },
  // Two lists that follow each other are one to Pandoc, whatever their bullets: a comment parts them.
  join: [(left, right) => (left.type === 'list' && right.type === 'list' ? false : undefined)],
  unsafe: [
    // Citations, superscript, subscript, mathematics, quotation marks that would be curled, attributes.
    ...['@', '^', '~', '$', '"', "'", '{'].map((character) => ({
      character,
      inConstruct: 'phrasing' as const,
    })),
    // No spaces in what is raised or lowered.
    { character: ' ', inConstruct: 'raised' },
    { character: '\t', inConstruct: 'raised' },
    // Dashes and ellipses. Looked ahead for, so that the next sign is looked at as well.
    { character: '-', after: '(?=-)', inConstruct: 'phrasing' },
    { character: '.', after: '(?=\\.)', inConstruct: 'phrasing' },
    // TeX; a space that does not break.
    { character: '\\', after: '[A-Za-z\\s]', inConstruct: 'phrasing' },
    // Definitions, fenced blocks, captions; lines as they are; examples and lists with letters.
    { atBreak: true, character: ':' },
    { atBreak: true, before: '[Tt]able', character: ':' },
    { atBreak: true, character: '|' },
    { atBreak: true, character: '(' },
    { atBreak: true, before: '(?:[A-Za-z#]|[ivxlcdmIVXLCDM]+|\\d+)', character: '.', after: '\\s' },
    { atBreak: true, before: '(?:[A-Za-z#]|[ivxlcdmIVXLCDM]+|\\d+)', character: ')', after: '\\s' },
  ],
};
