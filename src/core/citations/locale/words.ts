/** What Dossier itself says inside citations, in the language of the brief. */

/** By language; `{id}` stands for the number of the source. */
const MISSING: Readonly<Record<string, string>> = {
  de: 'Quelle {id} fehlt in der Bibliothek',
  en: 'source {id} is not in the library',
  es: 'la fuente {id} no está en la biblioteca',
  fr: 'la source {id} n’est pas dans la bibliothèque',
  it: 'la fonte {id} non è nella biblioteca',
  ja: '出典{id}はライブラリにありません',
  ko: '출처 {id}이(가) 라이브러리에 없습니다',
  nl: 'bron {id} staat niet in de bibliotheek',
  pl: 'źródła {id} nie ma w bibliotece',
  pt: 'a fonte {id} não está na biblioteca',
  ru: 'источника {id} нет в библиотеке',
  tr: '{id} numaralı kaynak kitaplıkta yok',
  uk: 'джерела {id} немає в бібліотеці',
  zh: '资料库中没有来源 {id}',
};

/** Stands in a citation for a source that the library does not hold. English where we have no words. */
export function missingSource(id: number, language: string): string {
  const [primary = ''] = language.toLowerCase().split('-');
  const words = Object.hasOwn(MISSING, primary) ? MISSING[primary]! : MISSING['en']!;
  return `[${words.replace('{id}', String(id))}]`;
}
