import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_PICTURE_BYTES } from '#domain/picture.ts';
import { temporaryFolder } from '#test/contract/library.ts';
import { GIF, JPEG, PNG, svg, turnedJpeg, WEBP } from '#test/pictures.ts';
import { addPicture, readPicture } from './store.ts';
import { sniffPicture } from './sniff.ts';
import { svgObjection } from './svg.ts';

const folder = join(temporaryFolder(), 'pictures');

describe('what a picture is', () => {
  it.each([
    ['png', PNG],
    ['jpg', JPEG],
    ['gif', GIF],
    ['webp', WEBP],
    ['svg', svg()],
  ] as const)('is told by its bytes: %s', (format, bytes) => {
    expect(sniffPicture(bytes)).toEqual({ format, width: 3, height: 2 });
  });

  it('is as wide as it is shown: a turned photograph', () => {
    expect(sniffPicture(turnedJpeg(6))).toEqual({ format: 'jpg', width: 2, height: 3 });
    expect(sniffPicture(turnedJpeg(3))).toEqual({ format: 'jpg', width: 3, height: 2 });
  });

  it('has the size of its view box, in CSS pixels', () => {
    expect(sniffPicture(svg('', 'viewBox="0 0 40 20"'))).toMatchObject({ width: 40, height: 20 });
    expect(sniffPicture(svg('', 'width="1in" viewBox="0,0,40,20"'))).toMatchObject({ width: 96, height: 48 });
    expect(sniffPicture(svg('', "width='100%' height='100%' viewBox='0 0 4 2'"))).toMatchObject({ width: 4 });
    expect(sniffPicture(svg('', ''))).toBeNull();
  });

  it('is never more than the file holds', () => {
    for (const bytes of [PNG, JPEG, GIF, WEBP])
      for (let end = 0; end < 10; end += 1) expect(sniffPicture(bytes.subarray(0, end))).toBeNull();
    for (const words of ['', 'svg', '<html><svg width="1" height="1"/></html>', '%PDF-1.4', 'BM'])
      expect(sniffPicture(new TextEncoder().encode(words))).toBeNull();
  });
});

describe('a drawing', () => {
  it.each([
    '<script>alert(1)</script>',
    '<rect onclick="alert(1)"/>',
    '<foreignObject/>',
    '<image href="https://example.org/x.png"/>',
    '<image xlink:href="x.png" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
    '<use href="other.svg#x"/>',
    '<style>@import "x.css";</style>',
    '<rect style="fill:url(https://example.org)"/>',
    '<rect fill="url(x.svg#a)"/>',
    '<g>',
  ])('that runs or fetches something is not kept: %s', (inner) => {
    expect(svgObjection(svg(inner))).toMatch(/^is a drawing/);
  });

  it.each([
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    '<?xml version="1.0"?><?xml-stylesheet href="x.css"?><svg/>',
  ])('brings no entities and no style sheets: %s', (text) => {
    expect(svgObjection(new TextEncoder().encode(text))).toMatch(/entities or style sheets/);
  });

  it('may refer to what it holds itself', () => {
    const inner =
      '<style>a{fill:url(#b)}</style><a href="https://example.org"><use href="#b"/></a><image href="data:image/png;base64,AA=="/>';
    expect(svgObjection(svg(inner))).toBeNull();
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    const drawn = new TextEncoder().encode(`<?xml version="1.0"?>\n${doctype}\n<svg width="3" height="2"/>`);
    expect([sniffPicture(drawn)?.format, svgObjection(drawn)]).toEqual(['svg', null]);
  });
});

describe('the pictures of a library', () => {
  it('are files under their own SHA-256, and are mended by being added again', async () => {
    const { sha256, width, height } = await addPicture(folder, PNG, 'a.png');
    expect([width, height, sha256]).toEqual([3, 2, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    await addPicture(folder, PNG, 'b.png');
    expect(readdirSync(folder)).toEqual([sha256]);
    writeFileSync(join(folder, sha256), 'damaged');
    expect(await readPicture(folder, sha256)).toBeNull();
    await addPicture(folder, PNG, 'a.png');
    expect(new Uint8Array(readFileSync(join(folder, sha256)))).toEqual(PNG);
    expect(await readPicture(folder, sha256)).toEqual({ format: 'png', width: 3, height: 2, bytes: PNG });
    expect(await readPicture(folder, 'f'.repeat(64))).toBeNull();
  });

  it('say what is too large, by bytes and by pixels, and leave nothing behind', async () => {
    const wide = PNG.slice();
    wide.set([0, 1, 0, 0, 0, 1, 0, 0], 16);
    const before = readdirSync(folder);
    const long = new Uint8Array(MAX_PICTURE_BYTES + 1);
    long.set(PNG);
    await expect(addPicture(folder, long, 'scan.png')).rejects.toThrow(
      /“scan.png”.* 21 MB.* 20 MB.*smaller copy/,
    );
    for (const bytes of [PNG, JPEG, GIF, WEBP])
      await expect(addPicture(folder, bytes.subarray(0, -3), 'cut')).rejects.toThrow(
        /“cut”.* its end is missing/,
      );
    await expect(addPicture(folder, wide, 'map.png')).rejects.toThrow(/65536 × 65536 pixels.*64 million/);
    await expect(addPicture(folder, svg('<script/>'), 'x.svg')).rejects.toThrow(
      /could run something\. Save it as PNG/,
    );
    await expect(addPicture(folder, new Uint8Array(9), 'x.tiff')).rejects.toMatchObject({
      code: 'file_unreadable',
    });
    expect(readdirSync(folder)).toEqual(before);
  });
});
