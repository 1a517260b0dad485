import { $getRoot, $createParagraphNode } from 'lexical';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentOf, paragraph } from './editorPage.ts';
import { installStandInHost, newBrief } from './standInHost.ts';

const host = installStandInHost();
const { openSession } = await import('#renderer/features/brief/session.ts');
const { knownPages, notePages } = await import('#renderer/features/brief/counts/pages.ts');
const { setPagesInPauses } = await import('#renderer/features/brief/counts/setPages.ts');
type Session = Awaited<ReturnType<typeof openSession>>;

const PAUSE = 300;
let session: Session;
let end: () => void;

beforeEach(async () => {
  knownPages.set(new Map());
  host.calls.length = 0;
  host.briefs.set(1, newBrief(1, documentOf([paragraph('One'), paragraph('Two')])));
  session = await openSession(1);
  end = setPagesInPauses(session, PAUSE);
});

afterEach(() => {
  end();
  session.close();
  host.setting = null;
});

const pages = (): number | undefined => knownPages.get().get(1)?.pages;
const asked = (): number => host.calls.filter((name) => name === 'export.pages').length;
const write = (): void => session.editor.update(() => void $getRoot().append($createParagraphNode()));
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE * 2));

test('the pages of an open brief are counted, and again when it was written on, as it then is', async () => {
  await expect.poll(pages).toBe(2);
  write();
  await expect.poll(pages).toBe(3);
  expect(asked()).toBe(2);
  await pause();
  expect(asked()).toBe(2);
});

test('what a preview has counted is not counted again, and nothing once the brief is closed', async () => {
  write();
  await Promise.resolve();
  notePages(1, 7);
  await pause();
  expect([pages(), asked()]).toEqual([7, 0]);
  write();
  await Promise.resolve();
  end();
  await pause();
  expect(asked()).toBe(0);
});

test('one run is through before the next is asked for', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  host.setting = promise;
  await expect.poll(asked).toBe(1);
  write();
  await pause();
  await pause();
  expect(asked()).toBe(1);
  host.setting = null;
  resolve();
  await expect.poll(pages).toBe(3);
  expect(asked()).toBe(2);
});
