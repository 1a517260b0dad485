/** Commands of the interface that a native menu can ask for through `menu.command`. */
export const MENU_COMMANDS = {
  newBrief: 'brief.new',
  importFiles: 'library.import',
  exportMarkdown: 'export.md',
  exportPdf: 'export.pdf',
  preview: 'export.preview',
  toggleLibrary: 'view.toggleLibrary',
  toggleReader: 'view.toggleReader',
  palette: 'app.palette',
  search: 'library.search',
  about: 'app.about',
} as const;
