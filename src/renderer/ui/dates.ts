/** Dates as people read them. */
import { type CslDate, cslDateToIso } from '#domain/csl.ts';

/** `9 May 2023`, `May 2023` or `2023`, from an ISO date as precise as it is; ranges by a dash. Years before 1 are told as BCE. A date never breaks over two lines. */
export function formatIsoDate(iso: string, locale?: string): string {
  return iso
    .split('/')
    .map((part) => {
      const [year, month, day] = (/^(-?\d+)(?:-(\d+))?(?:-(\d+))?$/u.exec(part) ?? [])
        .slice(1)
        .map((digits) => (digits === undefined ? undefined : Number(digits)));
      if (year === undefined) return part;
      const date = new Date(0);
      // Date.UTC takes the years up to 99 for those of the last century.
      date.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
      const format = dateFormat(locale, year < 1, month !== undefined, day !== undefined);
      return format.format(date).replaceAll(' ', '\u00A0');
    })
    .join(' – ');
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once of each kind: that takes longer than drawing the line that the date stands in. */
function dateFormat(
  locale: string | undefined,
  isBeforeChrist: boolean,
  hasMonth: boolean,
  hasDay: boolean,
): Intl.DateTimeFormat {
  const key = `${locale} ${isBeforeChrist} ${hasMonth} ${hasDay}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(isBeforeChrist && { era: 'short' }),
    ...(hasMonth && { month: 'short' }),
    ...(hasDay && { day: 'numeric' }),
  });
  formats.set(key, made);
  return made;
}

const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];

/** A date of a source with all that is known of it: `c. 2023`, `Spring 2023`. */
export function formatCslDate(date: CslDate, locale?: string): string {
  const season = date.season === undefined ? '' : `${SEASONS[date.season - 1]}\u00A0`;
  return `${date.circa === true ? 'c.\u00A0' : ''}${season}${formatIsoDate(cslDateToIso(date), locale)}`;
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `5 minutes ago`; the date where it is more than a week ago. `iso` is a UTC timestamp. */
export function formatAgo(iso: string, now: number, locale?: string): string {
  const elapsed = Math.max(0, now - Date.parse(iso));
  if (elapsed >= 7 * 86_400_000) return formatIsoDate(iso.slice(0, 10), locale);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, length] of UNITS)
    if (elapsed >= length) return words.format(-Math.floor(elapsed / length), unit);
  return 'just now';
}
