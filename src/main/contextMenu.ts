/** The menu under the right mouse button: spelling, editing, links. */
import {
  type BrowserWindow,
  clipboard,
  type ContextMenuParams,
  Menu,
  type MenuItemConstructorOptions,
} from 'electron';
import { isOutsideLink, openOutside } from './links.ts';

const MAX_SUGGESTIONS = 6;

export function addContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, params) => {
    const groups = [spelling(window, params), link(params), editing(params)].filter(
      (group) => group.length > 0,
    );
    if (groups.length === 0) return;
    const template = groups.flatMap((group, index): MenuItemConstructorOptions[] =>
      index === 0 ? group : [{ type: 'separator' }, ...group],
    );
    Menu.buildFromTemplate(template).popup({ window });
  });
}

function spelling(window: BrowserWindow, params: ContextMenuParams): MenuItemConstructorOptions[] {
  const { misspelledWord, dictionarySuggestions } = params;
  if (misspelledWord === '') return [];
  const contents = window.webContents;
  const suggestions = dictionarySuggestions.slice(0, MAX_SUGGESTIONS).map((word) => ({
    label: word,
    click: () => contents.replaceMisspelling(word),
  }));
  return [
    ...(suggestions.length > 0 ? suggestions : [{ label: 'No suggestions', enabled: false }]),
    { type: 'separator' },
    {
      label: 'Add to dictionary',
      click: () => contents.session.addWordToSpellCheckerDictionary(misspelledWord),
    },
  ];
}

function link({ linkURL }: ContextMenuParams): MenuItemConstructorOptions[] {
  if (!isOutsideLink(linkURL)) return [];
  return [
    { label: 'Open link in browser', click: () => void openOutside(linkURL).catch(() => undefined) },
    { label: 'Copy link address', click: () => clipboard.writeText(linkURL) },
  ];
}

function editing({ isEditable, editFlags, selectionText }: ContextMenuParams): MenuItemConstructorOptions[] {
  if (isEditable)
    return [
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      { role: 'pasteAndMatchStyle', enabled: editFlags.canPaste },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  return selectionText.trim() === '' ? [] : [{ role: 'copy', enabled: editFlags.canCopy }];
}
