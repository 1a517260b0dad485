import { describe, expect, it } from 'vitest';
import {
  BRIEF_COMFORT,
  BRIEF_MIN,
  LIBRARY_MIN,
  layoutPanel,
  layoutPanes,
  PANEL_MIN,
  READER_MIN,
} from './layout.ts';

const wish = { showLibrary: true, showReader: true, libraryWidth: 320, readerWidth: 430 };

describe('layoutPanes', () => {
  it('gives both side panes what they were set to where there is room', () => {
    expect(layoutPanes(1440, wish)).toMatchObject({ library: 320, reader: 430, readerFloats: false });
  });

  it.each([1100, 1000, 900, 860])('leaves the brief its width in a window of %i', (width) => {
    const { library, reader, readerFloats } = layoutPanes(width, wish);
    expect(readerFloats).toBe(false);
    expect(width - library - reader).toBeGreaterThanOrEqual(BRIEF_MIN);
    expect(library).toBeGreaterThanOrEqual(LIBRARY_MIN);
    expect(reader).toBeGreaterThanOrEqual(READER_MIN);
  });

  it('narrows the reader before the library', () => {
    const { library, reader } = layoutPanes(1100, wish);
    expect(library).toBe(320);
    expect(reader).toBe(1100 - BRIEF_COMFORT - 320);
  });

  it('narrows both before the brief', () => {
    const { library, reader } = layoutPanes(1000, wish);
    expect(1000 - library - reader).toBe(BRIEF_COMFORT);
  });

  it('lets the reader lie over the brief where nothing else fits', () => {
    const { library, readerFloats } = layoutPanes(700, wish);
    expect(readerFloats).toBe(true);
    expect(700 - library).toBeGreaterThanOrEqual(BRIEF_MIN);
  });

  it('needs no floating where one pane is folded away', () => {
    expect(layoutPanes(700, { ...wish, showLibrary: false }).readerFloats).toBe(false);
    expect(layoutPanes(700, { ...wish, showReader: false })).toMatchObject({
      reader: 0,
      readerFloats: false,
    });
  });
});

describe('layoutPanel', () => {
  it('stands beside the text where both have room, as wide as it was set to', () => {
    expect(layoutPanel(900, 280)).toEqual({ width: 280, max: 900 - BRIEF_COMFORT, floats: false });
  });

  it('is narrowed before the text is', () => {
    const { width, floats } = layoutPanel(690, 400);
    expect(floats).toBe(false);
    expect(690 - width).toBe(BRIEF_COMFORT);
  });

  it('lies over the text where beside it the text would be too narrow, and leaves a part of it in view', () => {
    expect(layoutPanel(BRIEF_COMFORT + PANEL_MIN - 1, 280).floats).toBe(true);
    expect(layoutPanel(BRIEF_MIN, 600)).toEqual({ width: 292, max: 292, floats: true });
  });
});
