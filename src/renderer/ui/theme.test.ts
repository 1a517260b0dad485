import { describe, expect, it } from 'vitest';
import css from './theme.css?raw';

type Rgb = [number, number, number];

/** The colours of one theme, by the name of their custom property. */
function colours(theme: 'light' | 'dark'): Map<string, Rgb> {
  const found = new Map<string, Rgb>();
  for (const [, name = '', light = '', dark = ''] of css.matchAll(
    /--([\w-]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\)/gu,
  )) {
    const hex = theme === 'light' ? light : dark;
    found.set(name, [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb);
  }
  return found;
}

/** Relative luminance and contrast, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const SURFACES = ['bg', 'bg-raised', 'bg-sunken', 'bg-hover'];
type Pair = [text: string, surfaces: string[], least: number];
const PAIRS: Pair[] = [
  ['text', [...SURFACES, 'accent-soft', 'warning-soft', 'highlight', 'comment', 'comment-current'], 4.5],
  ['text-muted', [...SURFACES, 'accent-soft'], 4.5],
  ['accent', [...SURFACES, 'accent-soft', 'comment'], 4.5],
  ...[0, 1, 2, 3, 4, 5].map((hue): Pair => [`change-${hue}`, SURFACES, 4.5]),
  ['accent-text', ['accent'], 4.5],
  ['danger', ['bg', 'bg-raised', 'bg-sunken'], 4.5],
  ['bg-raised', ['danger'], 4.5],
  ['warning', ['bg', 'bg-raised', 'bg-sunken', 'warning-soft'], 4.5],
  ['bg', ['text'], 4.5],
  ['line-strong', ['bg', 'bg-raised', 'bg-sunken'], 3],
  ['focus', [...SURFACES, 'accent-soft'], 3],
];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const all = colours(theme);
  it.each(PAIRS.flatMap(([text, surfaces, least]) => surfaces.map((on) => [text, on, least] as const)))(
    'shows --%s on --%s with a contrast of %d at least',
    (text, on, least) => {
      expect(contrast(all.get(text)!, all.get(on)!)).toBeGreaterThanOrEqual(least);
    },
  );
});
