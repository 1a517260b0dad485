import { describe, expect, it } from 'vitest';
import { languageOfCitations } from './locale.ts';

describe('the language of citations', () => {
  it.each([
    ['en-US', undefined, 'en-US', 'a style without a default locale leaves it to the brief'],
    ['en-US', 'en-GB', 'en-GB', 'what new briefs begin with leaves it to the style'],
    ['en-US', 'de-DE', 'de-DE', 'also in another language'],
    ['en', 'en-GB', 'en-GB', 'a language without a region leaves the region to the style'],
    ['de-DE', 'de-AT', 'de-AT', 'and so does its commonest form'],
    ['de-CH', 'de-AT', 'de-CH', 'a region that was chosen stays'],
    ['en-GB', 'en-US', 'en-GB', 'in English as well'],
    ['ko-KR', 'en-US', 'ko-KR', 'a language that was chosen stays'],
    ['fr-FR', 'de-DE', 'fr-FR', 'whatever the style'],
    ['not a language', 'de-DE', 'not a language', 'what is no language is left as it is'],
    ['tr-TR', 'not a language', 'tr-TR', 'on either side'],
  ])('of a brief in %s in a style for %s is %s: %s', (brief, style, language, _why) => {
    expect(languageOfCitations(brief, style)).toBe(language);
  });
});
