/** The commands of the window itself. Those of the editor are registered by the editor. */
import { client } from '../api/client.ts';
import { newBrief } from '../features/briefs/briefActions.ts';
import { chooseMarkdown } from '../features/briefs/openMarkdown.ts';
import { openBriefPdf } from '../features/briefs/openPdf.ts';
import { BRIEF_SWITCHER } from '../features/briefs/BriefSwitcher.tsx';
import { askForExport } from '../features/export/exportTask.ts';
import { copyAsText, exportBrief } from '../features/export/exportBrief.ts';
import { askForSources } from '../features/export/exportReferences.ts';
import {
  chooseAndImport,
  chooseFolderAndImport,
  chooseTable,
  ownImport,
} from '../features/import/importer.ts';
import { hasEnding } from '../features/import/droppedFiles.ts';
import { citeArticle, citeSelection, quoteSelection } from '../features/reader/citeActions.ts';
import { openArticleFind } from '../features/reader/find/articleFind.ts';
import { highlightSelection } from '../features/reader/highlightActions.ts';
import { selectedPlace } from '../features/reader/readerSelection.ts';
import { GRADE_CONTROL, showNotes, showPanel } from '../features/reader/readerState.ts';
import { searchCommands } from '../features/search/searchCommands.ts';
import { notify, notifyError } from '../ui/toasts.ts';
import type { Command } from './commands.ts';
import { focusMode, leaveFocusMode } from './focusMode.ts';
import { focusNextPane } from './panes.ts';
import { passageChoice } from './passageChoice.ts';
import { capabilities, inBrowserTab } from './host.ts';
import { setSetting, type Theme } from './settings.ts';
import { openBrief, showDialog, workspace } from './workspace.ts';

const briefIsOpen = (): boolean => workspace.get().briefId !== null;
const articleIsOpen = (): boolean => workspace.get().reader !== null;
const somethingSelected = (): boolean => selectedPlace() !== null;

export function appCommands(): Command[] {
  return [
    ...briefCommands(),
    ...searchCommands(),
    ...libraryCommands(),
    ...readerCommands(),
    ...exportCommands(),
    ...viewCommands(),
    {
      id: 'app.palette',
      group: 'Help',
      title: 'Find a command',
      shortcut: 'Mod+Shift+P',
      run: () => showDialog('palette'),
    },
    {
      id: 'app.shortcuts',
      group: 'Help',
      title: 'Keyboard shortcuts',
      shortcut: 'F1',
      run: () => showDialog('shortcuts'),
    },
    { id: 'app.about', group: 'Help', title: 'About Dossier', run: () => showDialog('about') },
  ];
}

function briefCommands(): Command[] {
  return [
    {
      id: 'brief.new',
      group: 'Brief',
      title: 'New brief',
      // A browser keeps Mod+N to itself, but for windows without tabs.
      shortcut: inBrowserTab() ? 'Alt+N' : 'Mod+N',
      run: newBrief,
    },
    {
      id: 'brief.switch',
      group: 'Brief',
      title: 'Open a brief…',
      shortcut: 'Mod+J',
      run: () => {
        document.getElementById(BRIEF_SWITCHER)?.focus();
        document.getElementById(BRIEF_SWITCHER)?.click();
      },
    },
    {
      id: 'brief.openMarkdown',
      group: 'Brief',
      title: 'Open Markdown as a brief…',
      run: () => chooseMarkdown(),
    },
    {
      id: 'brief.openPdf',
      group: 'Brief',
      title: 'Open a brief from its PDF…',
      run: openBriefPdf,
    },
    {
      id: 'brief.rename',
      group: 'Brief',
      title: 'Rename this brief…',
      enabled: briefIsOpen,
      run: () => showDialog('rename'),
    },
  ];
}

function libraryCommands(): Command[] {
  return [
    {
      id: 'library.import',
      group: 'Library',
      title: 'Import files…',
      shortcut: 'Mod+O',
      run: () => chooseAndImport(capabilities.get().nativeDialogs),
    },
    {
      id: 'library.importFolder',
      group: 'Library',
      title: 'Import a folder…',
      enabled: () => !capabilities.get().nativeDialogs,
      run: () => chooseFolderAndImport(hasEnding),
    },
    {
      id: 'library.importTable',
      group: 'Library',
      title: 'Import a table, choosing its columns…',
      run: () => chooseTable(capabilities.get().nativeDialogs),
    },
    {
      id: 'library.paste',
      group: 'Library',
      title: 'Paste an article…',
      shortcut: 'Alt+Shift+V',
      run: () => showDialog('paste'),
    },
    {
      id: 'library.watch',
      group: 'Library',
      title: 'Watched folders…',
      run: () => showDialog('watch'),
    },
    {
      id: 'library.duplicates',
      group: 'Library',
      title: 'Review possible duplicates…',
      run: () => showDialog('duplicates'),
    },
    {
      id: 'library.importReport',
      group: 'Library',
      title: 'Report of the last import',
      run: () => showDialog('import'),
    },
    { id: 'library.addSample', group: 'Library', title: 'Load the sample library', run: addSample },
  ];
}

function readerCommands(): Command[] {
  return [
    {
      id: 'reader.quote',
      group: 'Reader',
      title: 'Quote the selected words, or the chosen passage',
      shortcut: 'Alt+Q',
      enabled: () => passageChoice.get()() !== null || somethingSelected(),
      run: () => passageChoice.get()()?.quote() ?? quoteSelection(),
    },
    {
      id: 'reader.cite',
      group: 'Reader',
      title: 'Cite the selected passage, or the article',
      shortcut: 'Alt+C',
      enabled: () => passageChoice.get()() !== null || articleIsOpen(),
      run: () => {
        const chosen = passageChoice.get()();
        if (chosen !== null) return chosen.cite();
        const article = workspace.get().reader?.articleId;
        if (somethingSelected()) return citeSelection();
        return article === undefined ? undefined : citeArticle(article);
      },
    },
    {
      id: 'reader.highlight',
      group: 'Reader',
      title: 'Highlight the selected words',
      shortcut: 'Alt+H',
      enabled: somethingSelected,
      run: () => highlightSelection(true),
    },
    {
      id: 'reader.find',
      group: 'Reader',
      title: 'Find in the article…',
      enabled: articleIsOpen,
      run: openArticleFind,
    },
    {
      id: 'reader.notes',
      group: 'Reader',
      title: 'Notes and highlights of the article',
      shortcut: 'Alt+M',
      enabled: articleIsOpen,
      run: showNotes,
    },
    {
      id: 'reader.cited',
      group: 'Reader',
      title: 'Where the article is cited',
      enabled: articleIsOpen,
      run: () => showPanel('cited'),
    },
    {
      id: 'reader.grade',
      group: 'Reader',
      title: 'Grade the source…',
      shortcut: 'Alt+G',
      enabled: articleIsOpen,
      run: () => {
        document.getElementById(GRADE_CONTROL)?.focus();
        document.getElementById(GRADE_CONTROL)?.click();
      },
    },
    {
      id: 'reader.versions',
      group: 'Reader',
      title: 'Compare versions of the article…',
      enabled: articleIsOpen,
      run: () => showDialog('versions'),
    },
    {
      id: 'article.details',
      group: 'Reader',
      title: 'Details of the article…',
      shortcut: 'Alt+Enter',
      enabled: articleIsOpen,
      run: () => showDialog('details'),
    },
  ];
}

function exportCommands(): Command[] {
  return [
    {
      id: 'export.preview',
      group: 'Export',
      title: 'Print preview',
      shortcut: 'Mod+P',
      enabled: briefIsOpen,
      run: () => showDialog('preview'),
    },
    {
      id: 'export.options',
      group: 'Export',
      title: 'Export with options…',
      shortcut: 'Mod+Alt+Shift+E',
      enabled: briefIsOpen,
      run: () => askForExport(),
    },
    {
      id: 'export.pdf',
      group: 'Export',
      title: 'Export as PDF…',
      shortcut: 'Mod+Shift+E',
      enabled: briefIsOpen,
      run: () => exportBrief('pdf'),
    },
    {
      id: 'export.md',
      group: 'Export',
      title: 'Export as Markdown…',
      shortcut: 'Mod+Shift+M',
      enabled: briefIsOpen,
      run: () => showDialog('markdown'),
    },
    {
      id: 'export.docx',
      group: 'Export',
      title: 'Export as Word document…',
      enabled: briefIsOpen,
      run: () => exportBrief('docx'),
    },
    {
      id: 'export.docxReview',
      group: 'Export',
      title: 'Export as Word document for review…',
      enabled: briefIsOpen,
      run: () => exportBrief('docx', { review: true }),
    },
    {
      id: 'export.html',
      group: 'Export',
      title: 'Export as web page…',
      enabled: briefIsOpen,
      run: () => exportBrief('html'),
    },
    {
      id: 'export.txt',
      group: 'Export',
      title: 'Export as plain text…',
      enabled: briefIsOpen,
      run: () => exportBrief('txt'),
    },
    {
      id: 'export.copyText',
      group: 'Export',
      title: 'Copy the brief as plain text',
      enabled: briefIsOpen,
      run: () => copyAsText(),
    },
    {
      id: 'export.references',
      group: 'Export',
      title: 'Export sources as references…',
      enabled: briefIsOpen,
      run: askForSources,
    },
  ];
}

function viewCommands(): Command[] {
  const themes: [Theme, string][] = [
    ['light', 'Light theme'],
    ['dark', 'Dark theme'],
    ['system', 'Theme of the system'],
  ];
  return [
    {
      id: 'view.toggleLibrary',
      group: 'View',
      title: 'Show or hide the library',
      shortcut: 'Mod+Shift+B',
      run: () => togglePane('showLibrary'),
    },
    {
      id: 'view.toggleReader',
      group: 'View',
      title: 'Show or hide the reader',
      shortcut: 'Mod+Shift+A',
      run: () => togglePane('showReader'),
    },
    {
      id: 'view.nextPane',
      group: 'View',
      title: 'Go to the next pane',
      shortcut: 'F6',
      run: () => focusNextPane(1),
    },
    {
      id: 'view.previousPane',
      group: 'View',
      title: 'Go to the previous pane',
      shortcut: 'Shift+F6',
      run: () => focusNextPane(-1),
    },
    ...themes.map(([theme, title]) => ({
      id: `view.theme.${theme}`,
      group: 'View',
      title,
      run: () => setSetting('theme', theme),
    })),
  ];
}

/** From focus mode, where neither is seen, the panes come back as they were. */
function togglePane(pane: 'showLibrary' | 'showReader'): void {
  if (focusMode.get()) leaveFocusMode();
  else workspace.set((before) => ({ ...before, [pane]: !before[pane] }));
}

async function addSample(): Promise<void> {
  // Reading a dozen files takes seconds the first time: the language models are loaded with it.
  const id = notify({ title: 'Loading the sample library…', timeout: 0 });
  try {
    const jobId = crypto.randomUUID();
    const { imported, skipped, briefId } = await ownImport(jobId, () =>
      client.call('library.addSample', { jobId }),
    );
    openBrief(briefId);
    notify({
      id,
      title: 'The sample library is loaded',
      description:
        skipped > 0
          ? `${imported} articles added, ${skipped} were already there.`
          : `${imported} articles, and one brief that cites them.`,
    });
  } catch (error) {
    notifyError(error, 'The sample library was not loaded', id);
  }
}
