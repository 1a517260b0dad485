/** Preferences of the interface. They are kept with the library through `settings.get` and `settings.set`. */
import {
  MARKDOWN_FLAVOURS,
  type MarkdownFlavour,
  SUGGESTION_CHOICES,
  type SuggestionChoice,
} from '#contract/export.ts';
import { client } from '../api/client.ts';
import { createStore } from './store.ts';

const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const EMPHASES = ['paragraph', 'sentence', 'none'] as const;
export type Emphasis = (typeof EMPHASES)[number];

/** Sizes of the text that are offered, in per cent. */
export const ZOOMS = [70, 80, 90, 100, 110, 125, 150, 175, 200] as const;

export interface Settings {
  theme: Theme;
  showLibrary: boolean;
  showReader: boolean;
  /** Views, collections and tags above the list of articles. */
  showLibraryTree: boolean;
  /** Most height of that tree in CSS pixels. */
  treeHeight: number;
  /** Keys of the rows of that tree that are closed. */
  collapsed: string[];
  /** Widths in CSS pixels, as the analyst set them; a small window shows less. */
  libraryWidth: number;
  readerWidth: number;
  /** The panel beside the text of a brief: whether it is open, which one it is, and its width in CSS pixels. */
  showBriefPanel: boolean;
  briefPanel: string;
  panelWidth: number;
  /** The same of a panel that is wide, as the pages are. */
  widePanelWidth: number;
  /** Size of the text of a brief in per cent. */
  textZoom: number;
  /** What stands out in focus mode, and whether the line with the caret stays at one height there. */
  focusEmphasis: Emphasis;
  typewriter: boolean;
  /** Whether the words of briefs are checked. */
  checkSpelling: boolean;
  /** Whose comments and suggestions the analyst's are; empty until asked for. */
  authorName: string;
  /** Briefs, by their ids, in which what is written becomes a suggestion. */
  suggestIn: number[];
  /** Whether exports take pending suggestions as accepted, or leave them out. */
  exportSuggestions: SuggestionChoice;
  /** What was chosen last in the dialog for exports. */
  exportChoice: ExportChoice;
  exportAnnex: boolean;
  exportManifest: boolean;
  /** PDFs carry their brief. */
  exportData: boolean;
  /** The Markdown that was exported last. */
  markdownFlavour: MarkdownFlavour;
  /** The brief and the article that were open last. */
  lastBrief: number | null;
  lastArticle: number | null;
}

/** The formats that the dialog for exports offers, and a Word document with comments and tracked changes. */
export const EXPORT_CHOICES = ['pdf', 'docx', 'review', 'html', 'md', 'txt'] as const;
export type ExportChoice = (typeof EXPORT_CHOICES)[number];

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  showLibrary: true,
  showReader: true,
  showLibraryTree: true,
  treeHeight: 340,
  collapsed: [],
  libraryWidth: 320,
  readerWidth: 430,
  showBriefPanel: false,
  briefPanel: 'outline',
  panelWidth: 280,
  widePanelWidth: 520,
  textZoom: 100,
  focusEmphasis: 'paragraph',
  typewriter: false,
  checkSpelling: true,
  authorName: '',
  suggestIn: [],
  exportSuggestions: 'accepted',
  exportChoice: 'pdf',
  exportAnnex: false,
  exportManifest: false,
  exportData: false,
  markdownFlavour: 'gfm',
  lastBrief: null,
  lastArticle: null,
};

export const settings = createStore<Settings>(DEFAULT_SETTINGS);

const WRITE_AFTER = 300;
const waiting = new Map<keyof Settings, ReturnType<typeof setTimeout>>();

/** Changes one preference now and stores it a moment later. A failed write is tried again with the next change. */
export function setSetting<K extends keyof Settings>(key: K, value: Settings[K]): void {
  settings.set((before) => (before[key] === value ? before : { ...before, [key]: value }));
  clearTimeout(waiting.get(key));
  waiting.set(
    key,
    setTimeout(() => {
      waiting.delete(key);
      client.call('settings.set', { key: `ui.${key}`, value: settings.get()[key] }).catch(() => undefined);
    }, WRITE_AFTER),
  );
}

/** Reads what is stored. Values that do not fit are left at their defaults. */
export async function loadSettings(): Promise<void> {
  settings.set(readSettings(await client.call('settings.get', {})));
}

/** The preferences in a stored record. */
export function readSettings(stored: Record<string, unknown>): Settings {
  const read = { ...DEFAULT_SETTINGS };
  const take = <K extends keyof Settings>(key: K, fits: (value: unknown) => value is Settings[K]): void => {
    const value = stored[`ui.${key}`];
    if (fits(value)) read[key] = value;
  };
  take('theme', (value): value is Theme => (THEMES as readonly unknown[]).includes(value));
  take('showLibrary', (value) => typeof value === 'boolean');
  take('showReader', (value) => typeof value === 'boolean');
  take('showLibraryTree', (value) => typeof value === 'boolean');
  take('treeHeight', isWidth);
  take('collapsed', isTexts);
  take('libraryWidth', isWidth);
  take('readerWidth', isWidth);
  take('showBriefPanel', (value) => typeof value === 'boolean');
  take('briefPanel', (value) => typeof value === 'string');
  take('panelWidth', isWidth);
  take('widePanelWidth', isWidth);
  take('textZoom', isZoom);
  take('focusEmphasis', (value): value is Emphasis => (EMPHASES as readonly unknown[]).includes(value));
  take('typewriter', (value) => typeof value === 'boolean');
  take('checkSpelling', (value) => typeof value === 'boolean');
  take('authorName', (value) => typeof value === 'string');
  take('suggestIn', isIds);
  take('exportSuggestions', (value): value is SuggestionChoice =>
    (SUGGESTION_CHOICES as readonly unknown[]).includes(value),
  );
  take('markdownFlavour', (value): value is MarkdownFlavour =>
    (MARKDOWN_FLAVOURS as readonly unknown[]).includes(value),
  );
  take('exportChoice', (value): value is ExportChoice =>
    (EXPORT_CHOICES as readonly unknown[]).includes(value),
  );
  take('exportAnnex', (value) => typeof value === 'boolean');
  take('exportManifest', (value) => typeof value === 'boolean');
  take('exportData', (value) => typeof value === 'boolean');
  take('lastBrief', isIdOrNull);
  take('lastArticle', isIdOrNull);
  return read;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isIds(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((id) => id !== null && isIdOrNull(id));
}

function isZoom(value: unknown): value is number {
  return (ZOOMS as readonly unknown[]).includes(value);
}

function isWidth(value: unknown): value is number {
  return typeof value === 'number' && value >= 100 && value <= 4000;
}

function isIdOrNull(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && Number.isInteger(value) && value > 0);
}
