const PRECISIONS: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'long' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric' },
];

/**
 * `9 May 2023` as the language (BCP 47) writes it; no more of it than is known: `2023-05` has no day. `date` is an ISO
 * date of the years from 1 on, or a range of two parted by `/`; it is given back where it is none.
 */
export function longDate(date: string, language: string): string {
  const days = date.split('/').map((one) => oneDate(one, language));
  return days.every((day) => day !== null) ? days.join(' – ') : date;
}

function oneDate(date: string, language: string): string | null {
  const precision = [/^\d{4}-\d{2}-\d{2}$/u, /^\d{4}-\d{2}$/u, /^\d{4}$/u].findIndex((form) =>
    form.test(date),
  );
  const day = new Date(`${date}${'-01'.repeat(Math.max(0, precision))}T00:00:00Z`);
  // The 31st of February is read as a day in March.
  if (precision === -1 || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(date)) return null;
  const style = { ...PRECISIONS[precision], timeZone: 'UTC' };
  try {
    return new Intl.DateTimeFormat(language, style).format(day);
  } catch {
    return new Intl.DateTimeFormat('en', style).format(day);
  }
}
