/** Names under which the CSL project carried styles before, of those that analysts are likely to meet. */
const RENAMED: Readonly<Record<string, string>> = {
  ama: 'american-medical-association',
  apa5th: 'apa-5th-edition',
  apsa: 'american-political-science-association',
  asa: 'american-sociological-association',
  'chicago-note': 'chicago-note-bibliography',
  harvard1: 'harvard-cite-them-right',
  'ieee-w-url': 'ieee-with-url',
  'juristische-zitierweise-deutsch': 'juristische-zitierweise',
  'law1-de': 'juristische-zitierweise',
  'mcgill-guide-v7': 'mcgill-en',
  mcrj7: 'mcgill-fr',
  mhra: 'modern-humanities-research-association',
  'mhra-author-date': 'modern-humanities-research-association-author-date',
  mhra_note_without_bibliography: 'modern-humanities-research-association',
  mla: 'modern-language-association',
  'unctad-english': 'united-nations-conference-on-trade-and-development',
};

/** The name of today for a style of the CSL project. */
export function presentName(name: string): string {
  return Object.hasOwn(RENAMED, name) ? RENAMED[name]! : name;
}
