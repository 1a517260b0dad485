/** Writes small PDFs for tests: text at given places in Helvetica, without tags. */

export interface SmallPage {
  /** Points from the left and from the top of a page of 400 × 600. */
  lines: { x: number; y: number; text: string; size?: number; bold?: boolean }[];
  /** A picture that fills the page. */
  picture?: boolean;
}

export function smallPdf(pages: SmallPage[], info: Record<string, string> = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add('');
  const tree = add('');
  const plain = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const bold = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>');
  const picture = add(
    stream(
      '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
      '\0\u007F\u007F\0',
    ),
  );
  const kids = pages.map((page) => {
    const content = add(stream('', contentOf(page)));
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 400 600] /Contents ${content} 0 R /Resources << /Font << /F1 ${plain} 0 R /F2 ${bold} 0 R >> /XObject << /P ${picture} 0 R >> >> >>`,
    );
  });
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`;
  objects[tree - 1] =
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  const about = add(
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} ${literal(value)}`)
      .join(' ')} >>`,
  );
  return assemble(objects, `/Root ${catalog} 0 R /Info ${about} 0 R`);
}

/** One object after the other with the table of their places. */
export function assemble(objects: string[], trailer: string): Uint8Array {
  let file = '%PDF-1.4\n';
  const places = objects.map((body, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}

/** `data` one byte a character. */
export function stream(entries: string, data: string): string {
  return `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`;
}

function contentOf({ lines, picture = false }: SmallPage): string {
  const texts = lines.map(
    ({ x, y, text, size = 10, bold = false }) =>
      `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${x} ${600 - y} Td ${literal(text)} Tj ET`,
  );
  return [...(picture ? ['q 400 0 0 600 0 0 cm /P Do Q'] : []), ...texts].join('\n');
}

function literal(text: string): string {
  return `(${Buffer.from(text, 'latin1')
    .toString('latin1')
    .replace(/[()\\]/gu, String.raw`\$&`)})`;
}
