/** Tab-separated values, as spreadsheets put them on the clipboard: fields with tabs, breaks or quotes are quoted. */

/** The fields of each row; null where a text is no table: rows of one field, or of different numbers of them. */
export function parseTsv(text: string): string[][] | null {
  if (!text.includes('\t')) return null;
  const rows = rowsOf(text.replace(/\r\n?/gu, '\n').replace(/\n$/u, ''));
  const width = rows[0]?.length ?? 0;
  if (width < 2 || rows.some((row) => row.length !== width)) return null;
  // Lines that are only indented are no table.
  return rows.length > 0 && rows.every(([first]) => first === '') ? null : rows;
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  // A quoted field, or one up to the next tab or line break; and what ends it.
  const field = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/gu;
  for (let at = 0; at <= text.length;) {
    field.lastIndex = at;
    const match = field.exec(text);
    if (match === null) break;
    const [whole, quoted, plain = '', end] = match;
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end === '\n') rows.push([]);
    at = match.index + whole.length;
  }
  return rows;
}

export function tsvField(text: string): string {
  return /[\t\n]|^"/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
