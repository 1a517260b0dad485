/** What the operations on comments do. */
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import type { Client } from '#contract/index.ts';
import { newThreadId } from '#domain/document/comments.ts';

interface Caller {
  call: Client['call'];
  failure: (operation: string, input: unknown) => Promise<ErrorCode>;
}

export function commentSuite({ call, failure }: Caller): void {
  describe('comments', () => {
    const by = (author: string, text: string) => ({ id: newThreadId(), author, text });
    const begin = async (text = 'Is this so?') => {
      const { id: briefId } = await call('briefs.create', { title: 'Commented' });
      const comment = by('Ada', text);
      const input = { briefId, threadId: newThreadId(), quote: 'the words', comment };
      return { briefId, input, comment, thread: await call('comments.begin', input) };
    };

    it('make threads of a brief, which are answered, changed, resolved and opened again', async () => {
      const { briefId, input, comment, thread } = await begin(' Is this so?\nReally? ');
      expect(thread).toMatchObject({
        id: input.threadId,
        briefId,
        quote: 'the words',
        resolved: null,
        comments: [{ ...comment, text: 'Is this so?\nReally?', editedAt: null }],
      });
      const { id: threadId } = thread;
      const answer = by('김민지', 'Yes: see 😀.');
      await call('comments.reply', { threadId, comment: answer });
      const edited = await call('comments.edit', { id: answer.id, text: 'Yes.' });
      expect(edited.comments.map(({ author, text }) => [author, text])).toEqual([
        ['Ada', 'Is this so?\nReally?'],
        ['김민지', 'Yes.'],
      ]);
      expect(edited.comments[1]?.editedAt).not.toBeNull();
      const resolved = await call('comments.resolve', { threadId, resolved: true, author: 'Ada' });
      expect(resolved.resolved?.author).toBe('Ada');
      expect(await call('comments.list', { briefId })).toEqual([resolved]);
      const opened = await call('comments.resolve', { threadId, resolved: false, author: 'Ada' });
      expect(opened.resolved).toBeNull();
    });

    it('are written once, however often they are sent', async () => {
      const { briefId, input, thread } = await begin();
      expect(await call('comments.begin', input)).toEqual(thread);
      const comment = by('Ada', 'Again');
      const once = await call('comments.reply', { threadId: thread.id, comment });
      expect(await call('comments.reply', { threadId: thread.id, comment })).toEqual(once);
      expect(await call('comments.list', { briefId })).toEqual([once]);
    });

    it('come back after they were removed: an answer alone, the first with its thread', async () => {
      const { briefId, comment, thread } = await begin();
      const answer = by('B', 'No.');
      const whole = await call('comments.reply', { threadId: thread.id, comment: answer });
      await call('comments.remove', { id: answer.id });
      expect((await call('comments.list', { briefId }))[0]?.comments).toHaveLength(1);
      await call('comments.remove', { id: comment.id });
      expect(await call('comments.list', { briefId })).toEqual([]);
      expect((await call('comments.restore', { id: comment.id })).comments).toHaveLength(1);
      expect(await call('comments.restore', { id: answer.id })).toEqual(whole);
      expect(await call('comments.list', { briefId })).toEqual([whole]);
    });

    it('stay with a brief that is removed and brought back, and keep to their own', async () => {
      const { briefId, thread } = await begin();
      const other = await begin();
      await call('briefs.remove', { id: briefId });
      await call('briefs.restore', { id: briefId });
      expect(await call('comments.list', { briefId })).toEqual([thread]);
      expect(await call('comments.list', { briefId: other.briefId })).toEqual([other.thread]);
    });

    it('are refused without words, author, brief or thread', async () => {
      const { input, thread } = await begin();
      const threadId = newThreadId();
      const none = by('Ada', ' \n ');
      expect(await failure('comments.begin', { ...input, threadId, comment: none })).toBe('invalid_input');
      expect(await failure('comments.begin', { ...input, threadId, briefId: 9999 })).toBe('not_found');
      expect(await failure('comments.begin', { ...input, threadId: 'A thread' })).toBe('invalid_input');
      expect(await failure('comments.reply', { threadId, comment: by('Ada', 'x') })).toBe('not_found');
      expect(await failure('comments.reply', { threadId: thread.id, comment: by(' ', 'x') })).toBe(
        'invalid_input',
      );
      expect(await failure('comments.edit', { id: threadId, text: 'x' })).toBe('not_found');
      expect(await failure('comments.remove', { id: threadId })).toBe('not_found');
      expect(await failure('comments.resolve', { threadId, resolved: true, author: 'A' })).toBe('not_found');
    });
  });
}
