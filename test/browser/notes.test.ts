/** Notes on an article, as the panel keeps them: saved while they are typed, and never lost. */
import { beforeEach, expect, test, vi } from 'vitest';
import { installStandInHost } from './standInHost.ts';

const host = installStandInHost();
const { openNotes } = await import('#renderer/features/reader/notesSession.ts');
const { saveEverything } = await import('#renderer/app/flush.ts');

beforeEach(() => {
  localStorage.clear();
  host.notes.clear();
  host.failure = null;
});

const stored = (text: string) => vi.waitFor(() => expect(host.notes.get(1)).toBe(text), { timeout: 10_000 });

test('what is typed is saved by itself, and at once before the window closes', async () => {
  const notes = await openNotes(1);
  notes.write('First');
  await stored('First');
  notes.write('First, second');
  await saveEverything();
  expect(host.notes.get(1)).toBe('First, second');
  expect(notes.saved.get()).toEqual({ stored: true, problem: null });
  notes.close();
});

test('what is typed last is saved when another article is opened', async () => {
  const notes = await openNotes(1);
  notes.write('Last words');
  notes.close();
  const again = await openNotes(1);
  expect(again.text.get()).toBe('Last words');
  expect(host.notes.get(1)).toBe('Last words');
  again.close();
});

test('words of two windows are both kept', async () => {
  host.notes.set(1, 'Before');
  const notes = await openNotes(1);
  host.notes.set(1, 'Before, theirs');
  notes.write('Before, ours');
  await stored('Before, theirs\n\nBefore, ours');
  expect(notes.text.get()).toBe('Before, theirs\n\nBefore, ours');
  notes.close();
});

test('words of another window appear while nothing is typed here', async () => {
  const notes = await openNotes(1);
  host.notes.set(1, 'Theirs');
  host.emit('annotations.changed', { articleId: 1 });
  await vi.waitFor(() => expect(notes.text.get()).toBe('Theirs'));
  notes.write('Theirs and ours');
  await stored('Theirs and ours');
  notes.close();
});

test('what could not be saved comes back in the next window', async () => {
  host.failure = { code: 'unavailable', message: 'The core is gone.' };
  const notes = await openNotes(1);
  notes.write('Not lost');
  await vi.waitFor(() => expect(notes.saved.get().problem).toBe('The core is gone.'), { timeout: 10_000 });
  notes.close();

  host.failure = null;
  host.notes.set(1, 'Written elsewhere');
  const next = await openNotes(1);
  expect(next.text.get()).toBe('Written elsewhere\n\nNot lost');
  await stored('Written elsewhere\n\nNot lost');
  next.close();
});
