import { describe, expect, it } from 'vitest';
import { joinOf } from './join.ts';

const join = (before: string, after: string, ...words: string[]): string => {
  const { drop, between } = joinOf(before, after, new Set(words));
  const end = before.trimEnd();
  return end.slice(0, end.length - drop) + between + after.trimStart();
};

describe('joining lines', () => {
  it.each([
    ['the photo-', 'graphs of', [], 'the photographs of'],
    ['the photo\u00AD', 'graphs of', [], 'the photographs of'],
    ['a self-', 'reported one', [], 'a self-reported one'],
    ['a deep-', 'water port', ['deep-water'], 'a deep-water port'],
    ['a deep-', 'water port', ['deep', 'water'], 'a deep-water port'],
    ['a water-', 'way', ['waterway', 'water', 'way'], 'a waterway'],
    ['the state-of-the-', 'art lamp', [], 'the state-of-the-art lamp'],
    ['the Asia-', 'Pacific region', [], 'the Asia-Pacific region'],
    ['from 2019–', '2023', [], 'from 2019–2023'],
    ['see https://example.org/a/', 'long-path', [], 'see https://example.org/a/long-path'],
    ['the end of', 'a line', [], 'the end of a line'],
  ])('%s|%s, knowing %j', (before, after, words, joined) => {
    expect(join(before, after, ...words)).toBe(joined);
  });

  it.each([
    ['北の灯台は', '三月から', [], '北の灯台は三月から'],
    ['케이블을', '복구했다', [], '케이블을 복구했다'],
    ['케이블 ', '을 복구했다', [], '케이블 을 복구했다'],
    ['새 케이블', '을 복구했다', [], '새 케이블을 복구했다'],
    ['계속 늘어난', '다. 하루', [], '계속 늘어난다. 하루'],
    ['수리를 기', '다리고 있었다', ['기다리는'], '수리를 기다리고 있었다'],
    ['먼 항', '구에서', ['항구에서'], '먼 항구에서'],
    ['한 척은', '수리를', ['척은', '수리를'], '한 척은 수리를'],
  ])('%s|%s, knowing %j', (before, after, words, joined) => {
    expect(join(before, after, ...words)).toBe(joined);
  });
});
