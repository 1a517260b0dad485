/** Comments of a Word document, with their replies, and which of them are resolved. */
import type { Comment, Thread } from '#domain/comment.ts';
import type { Flow, Span } from '../flow/flow.ts';
import { flowSpans, allSpans } from '../flow/walk.ts';
import { NAMESPACES } from './package.ts';
import { escaped, val, xml, xmlPart } from './xml.ts';

export interface Comments {
  /** What a span is written as, between the marks of the threads that begin and end with it. */
  around: (span: Span, content: string) => string;
  /** Null where nothing is commented. */
  parts: () => { comments: string; commentsExtended: string } | null;
}

/** For the words of notes: Word has comments on their marks only. */
export const NO_COMMENTS: Comments = { around: (_span, content) => content, parts: () => null };

interface Placed {
  thread: Thread;
  /** `w:id` of its first comment; those of the replies follow. */
  id: number;
  /** Spans that it is on, and those that were written. */
  spans: number;
  written: number;
}

/** Threads that are on no words any more are left out. */
export function createComments({ blocks, threads }: Flow): Comments {
  if (threads.size === 0) return NO_COMMENTS;
  const placed = new Map<string, Placed>();
  let nextId = 0;
  for (const id of flowSpans(blocks).flatMap(threadsOf)) {
    const thread = threads.get(id);
    if (thread === undefined) continue;
    const known = placed.get(id);
    if (known !== undefined) {
      known.spans += 1;
      continue;
    }
    placed.set(id, { thread, id: nextId, spans: 1, written: 0 });
    nextId += thread.comments.length;
  }
  if (placed.size === 0) return NO_COMMENTS;
  return {
    around(span, content) {
      let [before, after] = ['', ''];
      for (const id of threadsOf(span)) {
        const thread = placed.get(id);
        if (thread === undefined) continue;
        if (thread.written === 0) before += idsOf(thread).map(rangeStart).join('');
        thread.written += 1;
        if (thread.written === thread.spans) after += idsOf(thread).map(rangeEnd).join('');
      }
      return before + content + after;
    },
    parts: () => partsOf([...placed.values()]),
  };
}

/** A note has those on its words, too: Word has none there. */
function threadsOf(span: Span): string[] {
  const own = 'comments' in span ? (span.comments ?? []) : [];
  const inside = span.type === 'note' ? allSpans(span.blocks).flatMap(threadsOf) : [];
  return [...new Set([...own, ...inside])];
}

function idsOf({ thread, id }: Placed): number[] {
  return thread.comments.map((_comment, index) => id + index);
}

function rangeStart(id: number): string {
  return xml('w:commentRangeStart', { 'w:id': id });
}

function rangeEnd(id: number): string {
  const mark = xml('w:r', {}, STYLE, xml('w:commentReference', { 'w:id': id }));
  return xml('w:commentRangeEnd', { 'w:id': id }) + mark;
}

const STYLE = xml('w:rPr', {}, val('rStyle', 'CommentReference'));

function partsOf(placed: Placed[]): { comments: string; commentsExtended: string } {
  const comments = placed.flatMap((thread) =>
    thread.thread.comments.map((comment, index) => commentXml(comment, thread.id + index)),
  );
  const extended = placed.flatMap((thread) =>
    idsOf(thread).map((id) =>
      xml('w15:commentEx', {
        'w15:paraId': paragraphId(id),
        'w15:paraIdParent': id === thread.id ? undefined : paragraphId(thread.id),
        'w15:done': thread.thread.resolved === null ? 0 : 1,
      }),
    ),
  );
  const extendedRoot = {
    'xmlns:w15': 'http://schemas.microsoft.com/office/word/2012/wordml',
    'xmlns:mc': NAMESPACES['xmlns:mc'],
    'mc:Ignorable': 'w15',
  };
  return {
    comments: xmlPart(xml('w:comments', NAMESPACES, ...comments)),
    commentsExtended: xmlPart(xml('w15:commentsEx', extendedRoot, ...extended)),
  };
}

/** Names the last paragraph of a comment: eight hexadecimal digits below 80000000 ([MS-DOCX] 2.5.1.9). */
function paragraphId(id: number): string {
  return (0x10_00_00_00 + id).toString(16).toUpperCase();
}

function commentXml({ author, text, createdAt }: Comment, id: number): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u);
  const paragraphs = lines.map((line, index) => {
    const name = index === lines.length - 1 ? { 'w14:paraId': paragraphId(id) } : {};
    const sign = index === 0 ? xml('w:r', {}, STYLE, '<w:annotationRef/>') : '';
    const words = xml('w:r', {}, xml('w:t', { 'xml:space': 'preserve' }, escaped(line)));
    return xml('w:p', name, xml('w:pPr', {}, val('pStyle', 'CommentText')), sign, words);
  });
  const initials = author.split(/\s+/u).map((name) => name.slice(0, 1));
  return xml(
    'w:comment',
    {
      'w:id': id,
      'w:author': author,
      // Word wants no parts of seconds.
      'w:date': createdAt.replace(/\.\d+/u, ''),
      'w:initials': initials.join('').slice(0, 3),
    },
    ...paragraphs,
  );
}
