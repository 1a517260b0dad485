/** As in Google Docs and Word. */
export const COMMENT_SHORTCUT = 'Mod+Alt+M';
/** As in LibreOffice; the others have none. */
export const NEXT_SHORTCUT = 'Mod+Alt+PageDown';
export const PREVIOUS_SHORTCUT = 'Mod+Alt+PageUp';
