/** Writes the saved pages and e-mails among the golden imports. `node test/import/make/mail.ts` */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { smallPdf } from './smallPdf.ts';

const fixtures = resolve(import.meta.dirname, '../../fixtures');
const lines = (...text: string[]): string => `${text.join('\r\n')}\r\n`;
const hex = (text: string): Uint8Array => Buffer.from(text.replace(/\s/gu, ''), 'hex');

function write(folder: string, file: string, bytes: Uint8Array | string): void {
  mkdirSync(join(fixtures, folder), { recursive: true });
  writeFileSync(join(fixtures, folder, file), bytes);
}

/** Quoted-printable (RFC 2045, 6.7) in lines of 76. */
function quotedPrintable(bytes: Uint8Array): string {
  let out = '';
  let column = 0;
  for (const byte of bytes) {
    const plain = (byte >= 33 && byte <= 126 && byte !== 61) || byte === 32;
    const piece =
      byte === 10
        ? '\r\n'
        : plain
          ? String.fromCharCode(byte)
          : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (byte !== 10 && column + piece.length > 73) {
      out += '=\r\n';
      column = 0;
    }
    out += piece;
    column = byte === 10 ? 0 : column + piece.length;
  }
  return out;
}

/** Text in an encoding of one byte a character. */
function singleByte(label: string, text: string): Uint8Array {
  const table = new Map(
    Array.from({ length: 256 }, (_none, byte) => [new TextDecoder(label).decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (character) => table.get(character)!);
}

const article = `<!DOCTYPE html><html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>The lamp on the north mole – Strand Quarterly</title><meta property="og:site_name" content="Strand Quarterly"><meta name="author" content="Ilse Brenner"><meta property="article:published_time" content="2023-11-05T08:00:00Z"></head><body><nav><a href="https://quarterly.example/">Home</a></nav><article><h1>The lamp on the north mole</h1><p>The lamp on the north mole has burned since 1788, and for most of that time somebody climbed up to it every evening. Nobody climbs now. A relay in the harbour office lights it when the sky is dark enough, and the office is told by a telephone line that crosses the mole in a pipe.</p><p>In January the pipe was broken by ice, and the lamp stayed dark for four nights before a ferry’s mate reported it. “We thought it was fog,” said the harbour master — and indeed there was fog on two of the four nights.</p><h2>What the council did</h2><ul><li>It bought a second lamp.</li><li>It hired nobody to look at either.</li></ul><p>The second lamp stands beside the first, on the same line, in the same pipe, and is lit by the same relay; the council’s minutes call it a reserve, and note that it was cheaper than the climb of a keeper for one winter.</p><figure><img src="cid:mole@mhtml.blink" alt="The mole"><figcaption>The mole in January 2023.</figcaption></figure></article></body></html>`;
write(
  'import/mhtml-chrome',
  'source.mhtml',
  lines(
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://quarterly.example/2023/lamp?ref=front',
    'Subject: =?utf-8?Q?The=20lamp=20on=20the=20north=20mole=20=E2=80=93=20Strand=20Quarterly?=',
    'Date: Tue, 14 Nov 2023 21:04:11 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----MultipartBoundary--q7Zx1----"',
    '',
    '',
    '------MultipartBoundary--q7Zx1----',
    'Content-Type: text/html',
    'Content-ID: <frame-1@mhtml.blink>',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://quarterly.example/2023/lamp?ref=front',
    '',
    quotedPrintable(Buffer.from(article)),
    '------MultipartBoundary--q7Zx1----',
    'Content-Type: text/html',
    'Content-ID: <frame-2@mhtml.blink>',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://ads.example/banner',
    '',
    quotedPrintable(
      Buffer.from(
        '<html><body><p>Buy lamps, cheap lamps, of every kind and for every mole in the strait.</p></body></html>',
      ),
    ),
    '------MultipartBoundary--q7Zx1----',
    'Content-Type: image/png',
    'Content-ID: <mole@mhtml.blink>',
    'Content-Transfer-Encoding: base64',
    'Content-Location: cid:mole@mhtml.blink',
    '',
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    '',
    '------MultipartBoundary--q7Zx1------',
  ),
);

const turkish = `<html><head><title>Kış vergisi kaldırılıyor</title></head><body><h1>Kış vergisi kaldırılıyor</h1><p>Belediye meclisi, limana giren gemilerden alınan kış vergisini kaldırma kararı aldı. Karar, balıkçıların iki yıldır süren itirazından sonra oy birliğiyle verildi ve gelecek kasım ayında yürürlüğe girecek.</p><p>Meclis başkanı, verginin nereye harcandığını kimsenin açıklayamadığını söyledi. “Şeffaflık, buzdan daha zor çözülüyor,” dedi. Liman idaresi ise gelir kaybının nasıl karşılanacağını bilmediğini, lambaların yakında söneceğini belirtti.</p></body></html>`;
write(
  'import/mhtml-turkish-windows-1254',
  'source.mht',
  Buffer.concat([
    Buffer.from(
      lines(
        'From: "Saved by Internet Explorer 11"',
        'Date: Mon, 5 Feb 2018 09:10:00 +0300',
        'MIME-Version: 1.0',
        'Content-Type: text/html; charset="windows-1254"',
        'Content-Transfer-Encoding: 8bit',
        'Content-Location: http://kiyi.example/haber/kis-vergisi',
        '',
      ),
    ),
    singleByte('windows-1254', turkish),
  ]),
);

const html = `<html><body><div dir="ltr"><p>Dear Ms Solberg,</p><p>the register is complete again. The two missing volumes were in the cellar of the <b>old customs house</b>, under the stairs, where the flood of 2013 had not reached them; you will find the dues of every winter from 1961 to 1974 in them.</p><ol><li>Volume 9 is damp, but it can be read.</li><li>Volume 10 lacks its last pages.</li></ol><p>Yours,<br>Pavel Novák</p></div><div class="gmail_quote"><div>On Mon, 12 Feb 2024 at 09:15, Ingrid Solberg wrote:</div><blockquote class="gmail_quote"><p>Could you look for the volumes that are missing from the register?</p></blockquote></div></body></html>`;
write(
  'items/eml-html',
  'source.eml',
  lines(
    'Received: from mail.halmhavn.example by mx.strand.example; Tue, 13 Feb 2024 16:20:00 +0100',
    'From: =?UTF-8?Q?Pavel_Nov=C3=A1k?= <pavel@halmhavn.example>',
    'To: Ingrid Solberg <ingrid@strand.example>, "Strand Institute" <office@strand.example>',
    'Subject: =?UTF-8?B?VGhlIG1pc3Npbmcgdm9sdW1lcyDigJMgZm91bmQ=?=',
    'Date: Tue, 13 Feb 2024 16:19:58 +0100',
    'Message-ID: <1@halmhavn.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=UTF-8',
    '',
    'Dear Ms Solberg, the register is complete again.',
    '--b1',
    'Content-Type: text/html; charset=UTF-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(Buffer.from(html)),
    '--b1--',
  ),
);

/** "港の灯台について": the lighthouse of the port, in JIS X 0208. */
const japanese = Buffer.concat([
  hex('1b2442 3941 244e 4574 4266 244b 2444 2424 2446 1b2842'),
  Buffer.from('\r\n\r\n'),
  // 北の灯台は三月から無人になります。当直は港の事務所が行います。
  hex(
    '1b2442 4b4c 244e 4574 4266 244f 3b30 376e 242b 2469 4c35 3f4d 244b 244a 246a 245e 2439 2123 4576 443e 244f 3941 244e 3b76 4c33 3d6a 242c 3954 2424 245e 2439 2123 1b2842',
  ),
  Buffer.from('\r\n\r\n> '),
  // 灯台は誰が見ますか。
  hex('1b2442 4574 4266 244f 432f 242c 382b 245e 2439 242b 2123 1b2842'),
  Buffer.from('\r\n'),
]);
write(
  'items/eml-japanese-iso-2022-jp',
  'source.eml',
  Buffer.concat([
    Buffer.from(
      lines(
        'From: =?ISO-2022-JP?B?GyRCOjRGIxsoQiAbJEI3chsoQg==?= <sato@minato.example>',
        'To: office@strand.example',
        'Subject: =?ISO-2022-JP?B?GyRCOUEkTkV0QmYkSyREJCQkRhsoQg==?=',
        'Date: Fri, 1 Mar 2024 10:00:00 +0900',
        'Message-ID: <2@minato.example>',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=ISO-2022-JP',
        'Content-Transfer-Encoding: 7bit',
        '',
      ),
    ),
    japanese,
  ]),
);

const pdf = smallPdf(
  [
    {
      lines: [
        { x: 50, y: 70, text: 'Dues of the Winter of 1961', size: 18 },
        { x: 50, y: 110, text: 'In the winter of 1961 forty-one ships paid the due of the port, and' },
        { x: 50, y: 122, text: 'nine were let off because they carried coal for the school.' },
      ],
    },
  ],
  { Title: 'Dues of the Winter of 1961' },
);
write(
  'items/eml-pdf-attachment',
  'source.eml',
  lines(
    'From: Pavel Novak <pavel@halmhavn.example>',
    'To: undisclosed-recipients:;',
    'Subject: Volume 9, first page',
    'Date: Wed, 14 Feb 2024 08:02:00 +0100',
    'Archived-At: <https://lists.example/dues/9>',
    'Message-ID: <3@halmhavn.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b2"',
    '',
    '--b2',
    'Content-Type: text/plain; charset=us-ascii; format=flowed',
    '',
    'The first page of volume 9 is attached. I could not photograph the ',
    'others, for the light in the cellar failed.',
    '',
    '-- ',
    'Pavel Novak',
    '--b2',
    'Content-Type: application/pdf; name="../volume 9.pdf"',
    'Content-Disposition: attachment; filename="../volume 9.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    ...Buffer.from(pdf)
      .toString('base64')
      .match(/.{1,76}/gu)!,
    '--b2',
    'Content-Type: application/vnd.ms-excel; name="dues.xls"',
    'Content-Disposition: attachment; filename="dues.xls"',
    'Content-Transfer-Encoding: base64',
    '',
    '0M8R4KGxGuE=',
    '--b2--',
  ),
);
