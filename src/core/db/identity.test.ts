import { expect, it } from 'vitest';
import { temporaryFolder } from '#test/contract/library.ts';
import { libraryIdentity } from './identity.ts';
import { openLibrary } from './open.ts';

it('is that of the library in its folder, whenever it is opened', () => {
  const paths = [temporaryFolder(), temporaryFolder()];
  const identityIn = (path: string): string => {
    const library = openLibrary({ path, create: true });
    const identity = libraryIdentity(library.db, path);
    library.close();
    return identity;
  };
  const [one, other] = paths.map(identityIn);
  expect(identityIn(paths[0]!)).toBe(one);
  expect(other).not.toBe(one);
});
