import { describe, expect, it } from 'vitest';
import { selectQuote } from '#domain/snippet.ts';
import { anchor } from './anchor.ts';

const TEXT = [
  'The committee met in March. It heard three witnesses from the shipyards, who spoke of rising wages.',
  'In April the committee met again. It heard nobody, and closed the inquiry without a report.',
  'The ministry denied that any wages had been withheld between 1943 and 1945.',
].join('\n\n');

function quote(exact: string, text = TEXT) {
  const start = text.indexOf(exact);
  if (start < 0) throw new Error(exact);
  return selectQuote(text, start, start + exact.length);
}
function found(exact: string, changed: string): string | null {
  const place = anchor(quote(exact), changed);
  return place === null ? null : changed.slice(place.start, place.end);
}

describe('a quote in another version', () => {
  it('is found where the text before it changed', () => {
    expect(found('three witnesses', `An added first paragraph.\n\n${TEXT}`)).toBe('three witnesses');
  });

  it('is told by its context from other places with the same words', () => {
    const place = anchor(quote('committee met'), `New words. ${TEXT}`)!;
    expect(`New words. ${TEXT}`.slice(place.start - 4, place.end + 9)).toBe('The committee met in March');
    const second = TEXT.lastIndexOf('wages');
    const context = selectQuote(TEXT, second, second + 5);
    expect(anchor(context, `X ${TEXT}`)).toEqual({ start: second + 2, end: second + 7 });
  });

  it('is found where it was edited a little', () => {
    const changed = TEXT.replace('three witnesses from the shipyards', 'four witnesses from the ship yards');
    expect(found('It heard three witnesses from the shipyards, who spoke of rising wages', changed)).toBe(
      'It heard four witnesses from the ship yards, who spoke of rising wages',
    );
  });

  it('is not found where it is gone, though a word of it stands elsewhere', () => {
    const changed = TEXT.replace(/In April.*report\.\n\n/su, '');
    expect(found('It heard nobody, and closed the inquiry without a report', changed)).toBeNull();
    expect(
      anchor({ exact: 'wages', prefix: 'who spoke of rising ', suffix: '.' }, 'All wages rose.'),
    ).toBeNull();
  });

  it('is not found where two places are as good', () => {
    const line = 'The vote on the second reading was put off until the autumn session.';
    const edited = line.replace('second', 'third');
    expect(anchor(quote(line, line), `${edited}\n\n${edited}`)).toBeNull();
    expect(anchor({ exact: 'vote', prefix: '', suffix: '' }, 'One vote, another vote.')).toBeNull();
  });
});
