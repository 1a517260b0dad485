/**
 * What may stand in a CSL 1.0.2 style: https://docs.citationstyles.org/en/stable/specification.html. Wider
 * where the styles of the CSL project are wider than the specification.
 */
import { LOCATOR_LABELS } from '#domain/citation.ts';
import { CSL_DATE_FIELDS, CSL_NAMES_FIELDS, CSL_TEXT_FIELDS, CSL_TYPES } from '#domain/csl.ts';

const RENDERING = ['choose', 'date', 'group', 'label', 'names', 'number', 'text'];

/** By element, the elements that may stand in it. */
export const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  style: ['bibliography', 'citation', 'info', 'locale', 'macro'],
  locale: ['date', 'info', 'style-options', 'terms'],
  terms: ['term'],
  term: ['multiple', 'single'],
  single: [],
  multiple: [],
  'style-options': [],
  macro: RENDERING,
  citation: ['layout', 'sort'],
  bibliography: ['layout', 'sort'],
  layout: RENDERING,
  sort: ['key'],
  key: [],
  choose: ['else', 'else-if', 'if'],
  if: RENDERING,
  'else-if': RENDERING,
  else: RENDERING,
  group: RENDERING,
  names: ['et-al', 'label', 'name', 'substitute'],
  name: ['name-part'],
  'name-part': [],
  'et-al': [],
  substitute: RENDERING,
  date: ['date-part'],
  'date-part': [],
  number: [],
  label: [],
  text: [],
};

const FORMATTING = ['font-style', 'font-variant', 'font-weight', 'text-decoration', 'vertical-align'];
const AFFIXES = ['prefix', 'suffix'];
const AROUND = [...FORMATTING, ...AFFIXES, 'display'];
const CASE = ['text-case'];
const ET_AL = [
  'et-al-min',
  'et-al-use-first',
  'et-al-use-last',
  'et-al-subsequent-min',
  'et-al-subsequent-use-first',
];
const NAME = [
  ...ET_AL,
  'and',
  'delimiter-precedes-et-al',
  'delimiter-precedes-last',
  'initialize',
  'initialize-with',
  'name-as-sort-order',
  'sort-separator',
];
/** Options of names that hold for all below. */
const INHERITED = [...NAME, 'name-delimiter', 'name-form', 'names-delimiter'];
const CONDITIONS = [
  'disambiguate',
  'is-numeric',
  'is-uncertain-date',
  'locator',
  'position',
  'type',
  'variable',
];

/** By element, its attributes. */
export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  style: [
    ...INHERITED,
    'class',
    'default-locale',
    'demote-non-dropping-particle',
    'initialize-with-hyphen',
    'page-range-format',
    'version',
  ],
  locale: ['xml:lang', 'version'],
  terms: [],
  term: ['form', 'gender', 'gender-form', 'match', 'name'],
  single: [],
  multiple: [],
  'style-options': ['limit-day-ordinals-to-day-1', 'punctuation-in-quote'],
  macro: ['name'],
  citation: [
    ...INHERITED,
    'after-collapse-delimiter',
    'cite-group-delimiter',
    'collapse',
    'disambiguate-add-givenname',
    'disambiguate-add-names',
    'disambiguate-add-year-suffix',
    'givenname-disambiguation-rule',
    'near-note-distance',
    'year-suffix-delimiter',
  ],
  bibliography: [
    ...INHERITED,
    'entry-spacing',
    'hanging-indent',
    'line-spacing',
    'second-field-align',
    'subsequent-author-substitute',
    'subsequent-author-substitute-rule',
  ],
  layout: [...FORMATTING, ...AFFIXES, 'delimiter'],
  sort: [],
  key: ['macro', 'names-min', 'names-use-first', 'names-use-last', 'sort', 'variable'],
  choose: [],
  if: [...CONDITIONS, 'match'],
  'else-if': [...CONDITIONS, 'match'],
  else: [],
  group: [...AROUND, 'delimiter'],
  names: [...AROUND, ...CASE, 'delimiter', 'variable'],
  name: [...NAME, ...AROUND, 'delimiter', 'form'],
  'name-part': [...FORMATTING, ...AFFIXES, ...CASE, 'name'],
  'et-al': [...FORMATTING, 'term'],
  substitute: [],
  date: [...AROUND, ...CASE, 'date-parts', 'delimiter', 'form', 'variable'],
  'date-part': [...FORMATTING, ...AFFIXES, ...CASE, 'form', 'name', 'range-delimiter', 'strip-periods'],
  number: [...AROUND, ...CASE, 'form', 'variable'],
  label: [...AROUND, ...CASE, 'form', 'plural', 'strip-periods', 'variable'],
  text: [
    ...AROUND,
    ...CASE,
    'form',
    'macro',
    'plural',
    'quotes',
    'strip-periods',
    'term',
    'value',
    'variable',
  ],
};

/** By element, attributes one of which it must have. */
export const NEEDED: Readonly<Record<string, readonly string[]>> = {
  macro: ['name'],
  term: ['name'],
  if: CONDITIONS,
  'else-if': CONDITIONS,
  names: ['variable'],
  number: ['variable'],
  'date-part': ['name'],
  'name-part': ['name'],
  key: ['macro', 'variable'],
  text: ['macro', 'term', 'value', 'variable'],
};

const YES_NO = ['false', 'true'];

/** By attribute, what it may say where that is the same in every element. */
export const VALUES: Readonly<Record<string, readonly string[]>> = {
  and: ['symbol', 'text'],
  collapse: ['citation-number', 'year', 'year-suffix', 'year-suffix-ranged'],
  'delimiter-precedes-et-al': ['after-inverted-name', 'always', 'contextual', 'never'],
  'delimiter-precedes-last': ['after-inverted-name', 'always', 'contextual', 'never'],
  'demote-non-dropping-particle': ['display-and-sort', 'never', 'sort-only'],
  display: ['block', 'indent', 'left-margin', 'right-inline'],
  'disambiguate-add-givenname': YES_NO,
  'disambiguate-add-names': YES_NO,
  'disambiguate-add-year-suffix': YES_NO,
  'et-al-use-last': YES_NO,
  'font-style': ['italic', 'normal', 'oblique'],
  'font-variant': ['normal', 'small-caps'],
  'font-weight': ['bold', 'light', 'normal'],
  'givenname-disambiguation-rule': [
    'all-names',
    'all-names-with-initials',
    'by-cite',
    'primary-name',
    'primary-name-with-initials',
  ],
  'hanging-indent': YES_NO,
  initialize: YES_NO,
  'name-as-sort-order': ['all', 'first'],
  'page-range-format': ['chicago', 'chicago-15', 'chicago-16', 'expanded', 'minimal', 'minimal-two'],
  quotes: YES_NO,
  'second-field-align': ['flush', 'margin'],
  sort: ['ascending', 'descending'],
  'strip-periods': YES_NO,
  'text-case': ['capitalize-all', 'capitalize-first', 'lowercase', 'sentence', 'title', 'uppercase'],
  'text-decoration': ['none', 'underline'],
  'vertical-align': ['baseline', 'sub', 'sup'],
};

/** Those of a source, and those that the processor sets; the last three are names from before CSL 1.0.2. */
const VARIABLES: readonly string[] = [
  ...CSL_DATE_FIELDS,
  ...CSL_NAMES_FIELDS,
  ...CSL_TEXT_FIELDS,
  'citation-label',
  'citation-number',
  'first-reference-note-number',
  'locator',
  'year-suffix',
  'event',
  'journalAbbreviation',
  'shortTitle',
];

/** By attribute, the words of which it holds one or more, and what such a word is called. */
export const WORDS: Readonly<Record<string, { name: string; words: ReadonlySet<string> }>> = {
  'is-numeric': { name: 'variable', words: new Set(VARIABLES) },
  'is-uncertain-date': { name: 'variable', words: new Set(VARIABLES) },
  locator: { name: 'locator', words: new Set([...LOCATOR_LABELS, 'article-locator', 'title-locator']) },
  position: {
    name: 'position',
    words: new Set(['first', 'ibid', 'ibid-with-locator', 'near-note', 'subsequent']),
  },
  type: { name: 'type of source', words: new Set(CSL_TYPES) },
  variable: { name: 'variable', words: new Set(VARIABLES) },
};

/** Attributes that hold a number from 0. */
export const NUMBERS: ReadonlySet<string> = new Set([
  'entry-spacing',
  'et-al-min',
  'et-al-subsequent-min',
  'et-al-subsequent-use-first',
  'et-al-use-first',
  'line-spacing',
  'names-min',
  'names-use-first',
  'near-note-distance',
]);
