/** Dates of queries: a year, a month, a day, or a range of them that may be open at one end. */

const DATE = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;

/** ISO dates as precise as written, both included; null where this is no date. Ends may stand in either order. */
export function parseDates(value: string): { from: string | null; to: string | null } | null {
  const at = value.indexOf('..');
  if (at < 0) {
    const date = isoDate(value);
    return date === null ? null : { from: date, to: date };
  }
  const [first, last] = [value.slice(0, at).trim(), value.slice(at + 2).trim()];
  const [from, to] = [isoDate(first), isoDate(last)];
  if ((first !== '' && from === null) || (last !== '' && to === null)) return null;
  if (from === null && to === null) return null;
  // `2024-03-05..2024` ends with the year that it begins in.
  const areTurned = from !== null && to !== null && from > to && !from.startsWith(to);
  return areTurned ? { from: to, to: from } : { from, to };
}

function isoDate(written: string): string | null {
  const match = DATE.exec(written);
  if (match === null) return null;
  const [, year, month, day] = match;
  if (month === undefined) return year!;
  const monthOfYear = Number(month);
  if (monthOfYear < 1 || monthOfYear > 12) return null;
  const padded = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return padded;
  const days = new Date(Date.UTC(Number(year), monthOfYear, 0)).getUTCDate();
  return Number(day) < 1 || Number(day) > days ? null : `${padded}-${day.padStart(2, '0')}`;
}
