/** `9 May 2023` as the language (BCP 47) writes it; `date` is an ISO date, and is given back where it is none. */
export function longDate(date: string, language: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  const style = { dateStyle: 'long', timeZone: 'UTC' } as const;
  try {
    return new Intl.DateTimeFormat(language, style).format(day);
  } catch {
    return new Intl.DateTimeFormat('en', style).format(day);
  }
}
