import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

describe('decoding', () => {
  it('takes UTF-8 as it is, with or without its mark, and says nothing', () => {
    expect(decode(utf8('Größe – 한국'), 'a.txt', false)).toEqual({ text: 'Größe – 한국', messages: [] });
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61), 'a.txt', false).text).toBe('a');
  });

  it('reads UTF-16 by its mark, and without one where it is plain', () => {
    const wide = Uint8Array.from(Buffer.from('Plain words in wide characters', 'utf16le'));
    expect(decode(bytes(0xff, 0xfe, ...wide), 'a.txt', false)).toEqual({
      text: 'Plain words in wide characters',
      messages: [],
    });
    expect(decode(wide, 'a.txt', false)).toEqual({
      text: 'Plain words in wide characters',
      messages: ['Read as utf-16le; check that the text is right.'],
    });
  });

  it.each([
    ['lowest byte first', true],
    ['highest byte first', false],
  ])('reads UTF-32 with the %s, with and without its mark', (_order, littleEndian) => {
    const wide = (text: string): Uint8Array => {
      const view = new DataView(new ArrayBuffer(Array.from(text).length * 4));
      for (const [at, sign] of Array.from(text).entries())
        view.setUint32(at * 4, sign.codePointAt(0)!, littleEndian);
      return new Uint8Array(view.buffer);
    };
    for (const text of ['Größe – 한국 😀', '\uFEFFGröße – 한국 😀'])
      expect(decode(wide(text), 'a.txt', false)).toEqual({ text: 'Größe – 한국 😀', messages: [] });
  });

  it('reads a text with a stray zero byte', () => {
    const text = `The road to\0 the school ${'is under water, they say. '.repeat(30)}`;
    expect(decode(utf8(text), 'a.txt', false).text).toContain('road to');
  });

  it('believes the encoding that a page states where the bytes fit it', () => {
    const page = [...utf8('<meta charset="windows-1252"><p>caf'), 0xe9, ...utf8('</p>')];
    expect(decode(bytes(...page), 'a.html', true)).toMatchObject({ messages: [] });
    expect(decode(bytes(...page), 'a.html', true).text).toContain('café');
  });

  it('says so where a character was lost', () => {
    const broken = [...utf8('é'.repeat(400)), 0xc3];
    const { messages } = decode(bytes(0xef, 0xbb, 0xbf, ...broken), 'a.txt', false);
    expect(messages).toEqual(['One character could not be read and is shown as �.']);
  });

  it.each([0xff, 0xec])('reads UTF-8 with a byte (%d) that does not fit as UTF-8', (stray) => {
    const turkish = utf8('Japonya’nın stratejisi “önemli” bir adım, İstanbul’da görüşüldü. '.repeat(9));
    const { text, messages } = decode(bytes(...turkish, stray, ...turkish), 'a.txt', false);
    expect(text.replace('\uFFFD', '')).toBe(new TextDecoder().decode(turkish).repeat(2));
    expect(messages).toEqual(['One character could not be read and is shown as �.']);
  });

  it('reads UTF-8 with the escapes of a terminal as UTF-8, without a doubt', () => {
    expect(decode(utf8('\u001B[1mGröße\u001B[0m'), 'a.txt', false).messages).toEqual([]);
  });

  it('believes the encoding that a page states where all but a few bytes fit it', () => {
    const korean = [0xc7, 0xd1, 0xb1, 0xb9, 0x20];
    const page = [
      ...utf8('<meta charset="euc-kr"><p>'),
      ...Array.from({ length: 200 }, () => korean).flat(),
      0xff,
    ];
    const { text } = decode(bytes(...page), 'a.html', true);
    expect(text).toContain('한국 한국');
  });

  it.each([
    [bytes(), 'is empty'],
    [utf8(' \n\t '), 'holds no text'],
    [utf8('%PDF-1.7\n'), 'is a PDF document'],
    [utf8('PK\u0003\u0004xyz'), 'is a ZIP archive'],
    [utf8('{\\rtf1 x}'), 'is an RTF document'],
    [bytes(0x89, 0x50, 0x4e, 0x47, 0x0d), 'is a picture'],
    [bytes(...utf8('text '), 0, 1, 2, 0, 0, 3), 'is a binary file'],
    [bytes(0xff, 0xfe, 0x00, 0xd8, 0x00, 0xd8), 'cannot be read'],
  ])('refuses %j', (content, reason) => {
    expect(() => decode(content, 'a.txt', false)).toThrow(
      expect.objectContaining({ code: 'file_unreadable', message: expect.stringContaining(reason) }),
    );
  });
});
