import { describe, expect, it } from 'vitest';
import { cslDateToIso } from '#domain/csl.ts';
import { dateOfLine, findDate, metadataDate } from './dates.ts';

const iso = (read: ReturnType<typeof findDate>): string | null =>
  read === null ? null : cslDateToIso(read.date);

describe('dates', () => {
  it.each([
    ['May 9, 2023', '2023-05-09'],
    ['| Mar. 21, 2023', '2023-03-21'],
    ['Published on Tuesday, 9th May 2023 at 10:30 am GMT', '2023-05-09'],
    ['Sept. 4 2019', '2019-09-04'],
    ['1er mai 2023', '2023-05-01'],
    ['Publié le 12 mars 2025 à 18h30', '2025-03-12'],
    ['Stand: 9. Mai 2023', '2023-05-09'],
    ['9 de mayo de 2023', '2023-05-09'],
    ['Yayın Tarihi: 15 Ekim 2022', '2022-10-15'],
    ['입력 2025년 2월 10일 오전 9:05', '2025-02-10'],
    ['2021. 12. 3.', '2021-12-03'],
    ['2025年2月14日 18時00分 公開', '2025-02-14'],
    ['20230509', '2023-05-09'],
    ['07.05.2023', '2023-05-07'],
    ['13/04/2022', '2022-04-13'],
    ['04/13/2022', '2022-04-13'],
    ['March 2021', '2021-03'],
    ['03/12/2024 05:00 AM EDT', '2024-03-12'],
    ['12.mar.2024 às 8h30', '2024-03-12'],
    ['令和6年3月12日', '2024-03-12'],
    ['２０２４年３月１２日', '2024-03-12'],
    ['12 Mart 2024, Salı 06:00', '2024-03-12'],
    ['송고시간2024-05-14 08:40', '2024-05-14'],
  ])('reads the line %s', (line, expected) => {
    expect(iso(dateOfLine(line))).toBe(expected);
  });

  it.each([
    'On April 17, 2023, South Korea and Japan held defense talks.',
    'Room 2023',
    'February 30, 2023',
    'The 1965 treaty',
    '31.13.2023',
  ])('takes %s for no date line', (line) => {
    expect(dateOfLine(line)).toBeNull();
  });

  it('says where the order of day and month is a guess', () => {
    expect(findDate('03/04/2022')).toEqual({ date: { 'date-parts': [[2022, 4, 3]] }, ambiguous: true });
    expect(findDate('04/04/2022')?.ambiguous).toBe(false);
    expect(findDate('2022-04-03')?.ambiguous).toBe(false);
  });

  it('takes the day of a timestamp as it is written', () => {
    expect(iso(metadataDate('2024-06-30T23:30:00-07:00'))).toBe('2024-06-30');
    expect(iso(metadataDate('2020'))).toBe('2020');
    expect(iso(metadataDate('soon'))).toBeNull();
  });
});
