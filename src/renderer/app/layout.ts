/** How wide the panes are in a window of a given width. All in CSS pixels. */

export const LIBRARY_MIN = 220;
export const READER_MIN = 280;
/** The brief gets this much before a side pane may be wider than its least. */
export const BRIEF_COMFORT = 440;
/** The brief gets this much beside both side panes, else the reader floats. */
export const BRIEF_MIN = 340;

export interface LayoutWish {
  showLibrary: boolean;
  showReader: boolean;
  libraryWidth: number;
  readerWidth: number;
}

export interface Layout {
  library: number;
  libraryMax: number;
  reader: number;
  readerMax: number;
  /** There is no room beside the brief: the reader lies over it. */
  readerFloats: boolean;
}

/** Narrows the reader first, then the library, and lets the reader float where both at their least are too wide. */
export function layoutPanes(windowWidth: number, wish: LayoutWish): Layout {
  const library = wish.showLibrary ? Math.max(LIBRARY_MIN, wish.libraryWidth) : 0;
  const reader = wish.showReader ? Math.max(READER_MIN, wish.readerWidth) : 0;
  const least = (wish.showLibrary ? LIBRARY_MIN : 0) + (wish.showReader ? READER_MIN : 0);
  const readerFloats = wish.showReader && least > windowWidth - BRIEF_MIN;
  const room = windowWidth - Math.min(BRIEF_COMFORT, Math.max(BRIEF_MIN, windowWidth - least));

  const readerRoom = room - (readerFloats ? 0 : library);
  const fittedReader = wish.showReader ? Math.max(READER_MIN, Math.min(reader, readerRoom)) : 0;
  const libraryRoom = room - (readerFloats ? 0 : fittedReader);
  const fittedLibrary = wish.showLibrary ? Math.max(LIBRARY_MIN, Math.min(library, libraryRoom)) : 0;
  return {
    library: fittedLibrary,
    libraryMax: Math.max(LIBRARY_MIN, libraryRoom),
    reader: fittedReader,
    readerMax: Math.max(READER_MIN, room - (readerFloats ? 0 : fittedLibrary)),
    readerFloats,
  };
}

export const PANEL_MIN = 220;
/** Of the text below a panel that lies over it, this much stays in view. */
const TEXT_EDGE = 48;

export interface PanelLayout {
  width: number;
  max: number;
  /** Beside it the text would have less than is comfortable: the panel lies over the text. */
  floats: boolean;
}

/** How wide the panel beside the text is in a brief pane of a given width; the text makes more room for a wide one. */
export function layoutPanel(paneWidth: number, wish: number, isWide = false): PanelLayout {
  const text = isWide ? BRIEF_MIN : BRIEF_COMFORT;
  const floats = paneWidth - PANEL_MIN < text;
  const max = Math.max(PANEL_MIN, paneWidth - (floats ? TEXT_EDGE : text));
  return { width: Math.min(Math.max(PANEL_MIN, wish), max), max, floats };
}
