import { type CslDate, cslDateToIso } from '#domain/csl.ts';

/** EDTF, level 1: `2023-05-09/2023-05-11`, `2023-21` for spring, `~` behind what is about. */
export function edtf(date: CslDate): string {
  const about = date.circa === true ? '~' : '';
  const season = date.season === undefined ? '' : `-2${date.season}`;
  return date['date-parts']
    .map((parts) => `${cslDateToIso({ 'date-parts': [parts] })}${season}${about}`)
    .join('/');
}
