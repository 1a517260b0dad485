/** What a setting of a brief says, in words that can be compared. */
import type { BriefSettings } from '#domain/brief.ts';
import { bannerOf } from '#domain/marking.ts';
import { DESIGNS } from '#domain/page.ts';

export const SETTINGS: Readonly<Record<keyof BriefSettings, string>> = {
  title: 'Title',
  addressee: 'Addressee',
  author: 'Author',
  date: 'Date',
  reference: 'Reference number',
  keywords: 'Keywords',
  language: 'Language',
  styleId: 'Citation style',
  marking: 'Marking',
  page: 'Pages',
};

/** Empty where it says nothing. */
export function settingWords(name: keyof BriefSettings, settings: BriefSettings): string {
  if (name === 'marking') {
    const { marking } = settings;
    const banner = bannerOf(marking, new Set());
    if (marking === null || banner === null) return 'none';
    const names = marking.levels.map((level) => `${level.name} (${level.mark}, ${level.colour})`).join(', ');
    return `${banner.text}, of ${names}${marking.portions ? '; with portion marks' : ''}`;
  }
  if (name === 'page') {
    const { design, paper, margins, columns, contents } = settings.page;
    const parts = [
      DESIGNS[design]?.title ?? design,
      paper === 'a4' ? 'A4' : 'Letter',
      `${margins} margins`,
      columns === null ? 'columns of the design' : `${columns} ${columns === 1 ? 'column' : 'columns'}`,
      `contents ${contents}`,
    ];
    return parts.join(', ');
  }
  return settings[name] ?? 'none';
}
