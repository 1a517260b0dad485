/** Inline content of the document AST, and formatted citations, as spans. */
import { type CitationCluster, plainText, type RichText, runningText } from '#domain/citation.ts';
import type { Inline, Jump, Link } from '#domain/document/ast.ts';
import { languageDirection, textDirection } from '#domain/document/direction.ts';
import { contentInText, wantsSpaceBefore } from '../citationSpace.ts';
import { safeLink } from '../links.ts';
import type { Change, FlowBlock, Span, SpanMark } from './flow.ts';
import type { Setting } from './flowOf.ts';

export function spansOf(inlines: Inline[], setting: Setting, inLink = false): Span[] {
  const each = (inline: Inline, index: number): Span[] =>
    inline.type === 'link' || inline.type === 'jump'
      ? spansOfOne(inline, index)
      : noted(spansOfOne(inline, index), inline, setting.change);
  const spansOfOne = (inline: Inline, index: number): Span[] => {
    switch (inline.type) {
      case 'text':
        return textSpans(inline.text, inline.marks);
      case 'break':
        return [{ type: 'break' }];
      case 'citation': {
        const cited = citationSpans(inline.items, setting, (content) =>
          contentInText(content, inlines, index),
        );
        const isApart = cited[0]?.type !== 'note' && wantsSpaceBefore(inlines, index);
        return isApart ? [{ type: 'text', text: ' ', marks: [] }, ...cited] : cited;
      }
      case 'footnote':
        return [
          {
            type: 'note',
            number: setting.brief.footnote(inline),
            blocks: setting.noteBlocks(inline.children),
          },
        ];
      case 'crossReference': {
        const { text, to } = setting.brief.reference(inline);
        const id = to === null ? undefined : setting.ids.get(to);
        if (inLink || id === undefined) return textSpans(text, []);
        return [{ type: 'reference', to: id, text }];
      }
      case 'jump': {
        const { name, to, text, marks } = inline;
        return [{ type: 'jump', name, to, text, marks }];
      }
      case 'link':
    }
    const url = inLink ? null : safeLink(inline.url);
    const children = spansOf(inline.children, setting, inLink || url !== null);
    return url === null || children.length === 0 ? children : [{ type: 'link', url, children }];
  };
  return inlines.flatMap(each);
}

/** The spans of an inline with what is said of that: threads of comments, and how it was changed. */
function noted(spans: Span[], inline: Exclude<Inline, Link | Jump>, outer: Change | undefined): Span[] {
  const own = inline.change ?? outer;
  const change = own === undefined ? {} : { change: own };
  const comments = 'comments' in inline && inline.comments !== undefined ? { comments: inline.comments } : {};
  const note = (span: Span): Span => {
    if (span.type === 'link') return { ...span, children: span.children.map(note) };
    return span.type === 'break' ? { ...span, ...change } : { ...span, ...change, ...comments };
  };
  return Object.keys({ ...change, ...comments }).length === 0 ? spans : spans.map(note);
}

/** What a citation puts into the text, fitted by `joined` to the words around it, and its note where it is one. */
export function citationSpans(
  cluster: CitationCluster,
  setting: Setting,
  joined: (content: RichText) => RichText = (content) => content,
): Span[] {
  const { brief } = setting;
  const formatted = brief.citation(cluster);
  const inText = runningText(formatted);
  const { noteNumber: number, content } = formatted;
  const evidence = spansOf(brief.evidence(cluster), setting);
  if (number === null) return [...richSpans(joined(inText)), ...evidence];
  const words: FlowBlock = {
    type: 'paragraph',
    dir: textDirection(plainText(content)) ?? languageDirection(brief.settings.language),
    spans: [...richSpans(content), ...evidence],
  };
  return [...richSpans(inText), { type: 'note', number, blocks: [words] }];
}

export function richSpans(rich: RichText): Span[] {
  return rich.flatMap(({ text, marks = [], url }): Span[] => {
    const target = url === undefined ? null : safeLink(url);
    const children = textSpans(text, marks);
    return target === null || children.length === 0 ? children : [{ type: 'link', url: target, children }];
  });
}

/** Line ends in text are breaks. */
function textSpans(text: string, marks: readonly SpanMark[]): Span[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .flatMap((line, index): Span[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line, marks } as const]),
    ]);
}

/** Their words without notes; breaks as spaces. */
export function plainSpans(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (span.type === 'note') return '';
      if (span.type === 'link') return plainSpans(span.children);
      return span.type === 'break' ? ' ' : span.text;
    })
    .join('');
}

/** Whether any of them is read: PDF, HTML and Word's outline have no headings of notes and breaks only. */
export function hasWords(spans: readonly Span[]): boolean {
  return /[^\s\p{Cf}\p{M}]/u.test(plainSpans(spans));
}
