/** What a host's menu bar asks of the interface, by the event `menu.command`. */

/** Ids of the interface's commands that a native menu shows; there they have the same keys. */
export const MENU_COMMANDS = [
  'brief.new',
  'brief.openMarkdown',
  'library.import',
  'library.search',
  'export.docx',
  'export.html',
  'export.md',
  'export.options',
  'export.pdf',
  'export.preview',
  'export.txt',
  'view.toggleLibrary',
  'view.toggleReader',
  'app.palette',
  'app.shortcuts',
  'app.about',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/**
 * The window is about to close: the interface saves what is unsaved and then calls `Bridge.flushed`. The host
 * closes without an answer after a few seconds.
 */
export const FLUSH_COMMAND = 'app.flush';
