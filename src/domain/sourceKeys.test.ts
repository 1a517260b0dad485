import { expect, it } from 'vitest';
import { doiKey, urlKey } from './sourceKeys.ts';

it.each([
  ['https://www.example.org/a/b/?utm_source=x&fbclid=1#top', 'example.org/a/b'],
  ['http://example.org/a/b', 'example.org/a/b'],
  ['https://example.org:443/a?id=2&b=1&ref=home', 'example.org/a?b=1&id=2'],
  ['https://Example.org/A/index.html', 'example.org/A'],
  ['https://example.org/?p=12', 'example.org?p=12'],
  ['https://example.org/#!/story/7', 'example.org#!/story/7'],
  ['https://example.org/', null],
  ['mailto:a@example.org', null],
  ['no address', null],
  [undefined, null],
])('knows the page of %s', (url, key) => {
  expect(urlKey(url)).toBe(key);
});

it.each([
  [{ DOI: '10.1000/ABC.1' }, '10.1000/abc.1'],
  [{ DOI: 'https://doi.org/10.1000/abc.1' }, '10.1000/abc.1'],
  [{ DOI: 'doi: 10.1000/abc(1)' }, '10.1000/abc(1)'],
  [{ URL: 'http://dx.doi.org/10.1000%2Fabc' }, '10.1000/abc'],
  [{ URL: 'https://example.org/10.1000/abc' }, null],
  [{ DOI: 'none' }, null],
  [{ DOI: '10.1000/%zz' }, '10.1000/%zz'],
])('reads the DOI of %o', (item, key) => {
  expect(doiKey(item)).toBe(key);
});
