/** Libraries for tests: real folders, deleted after the test file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import type { NewArticle } from '#core/articles/add.ts';
import type { CslItem } from '#domain/csl.ts';

const folders: string[] = [];

/** An empty folder that is deleted when the tests of the file are over, wherever it was asked for. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'dossier-test-'));
  folders.push(path);
  return path;
}

/** For `test/setup.ts`: a hook that a running test registers is never called. */
export function removeTemporaryFolders(): void {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
}

/** An article whose paragraphs are its blocks. */
export function makeArticle(paragraphs: string[], csl: Partial<CslItem> = {}): NewArticle {
  const text = paragraphs.join('\n\n');
  let at = 0;
  const blocks = paragraphs.map((paragraph) => {
    const block = { role: 'paragraph' as const, start: at, end: at + paragraph.length };
    at = block.end + 2;
    return block;
  });
  const metadata = { type: 'report', title: 'A report', ...csl } as const;
  return {
    metadata: { csl: metadata, unconfirmed: [], issuedNotBefore: null, excerpt: false },
    content: { text, blocks, noteRefs: [], marks: [] },
    original: {
      sha256: createHash('sha256')
        .update(JSON.stringify([text, metadata]))
        .digest('hex'),
      name: `${metadata.title}.txt`,
    },
  };
}
