/// <reference lib="dom" />
/** Whoever goes through the window by the Tab key sees where they are, in a small window as in a large one. */
import { expect, type Page, test } from './fixtures.ts';
import { App } from './app.ts';
import { launch } from './hosts/index.ts';

interface Stop {
  name: string;
  faults: string[];
}

test('the focus is always seen', async () => {
  const host = await launch(test.info().project.name);
  const { page } = host;
  const app = new App(page);
  await app.addSample();
  // A message lies over other controls for a while.
  const loaded = page.getByRole('dialog', { name: 'The sample library is loaded' });
  await loaded.getByRole('button', { name: 'Close message' }).click();
  await expect(loaded).toBeHidden();
  await expect(app.sources.first()).toBeVisible();
  await app.find('repair ship');
  await app.openHit('repair');
  await expect(page.getByRole('region', { name: 'Brief', exact: true })).toBeVisible();

  // Half the size is what a zoom of 200 % leaves (WCAG 1.4.10). Forced colours take away all but outlines.
  for (const [width, height, forcedColors] of [
    [1440, 900, 'active'],
    [720, 450, 'none'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ forcedColors });
    const stops = await tour(page);
    expect(stops.length).toBeGreaterThan(30);
    expect(stops.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await host.close();
});

/** Every control that Tab leads to, from where the focus is until it comes round. */
async function tour(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  await page.evaluate(() =>
    document.querySelectorAll('[data-met]').forEach((one) => one.removeAttribute('data-met')),
  );
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(look);
    if (stop === 'round') return stops;
    if (stop !== 'same') stops.push(stop);
  }
}

/** Runs in the window. `same`: the focus went on inside of one control, or out of the page for a moment. */
function look(): Stop | 'same' | 'round' {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return 'same';
  if (element.dataset['met'] === 'last') return 'same';
  if (element.dataset['met'] !== undefined) return 'round';
  document.querySelector<HTMLElement>('[data-met=last]')?.setAttribute('data-met', '');
  element.dataset['met'] = 'last';

  const faults: string[] = [];
  const writes = element.matches('textarea, input, [contenteditable=true]');
  const chosen = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
  const isOutlined = [element, element.parentElement, chosen].some((one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
  });
  // A caret is seen as well.
  if (!writes && !isOutlined) faults.push('nothing shows the focus');

  const { left, right, top, bottom } = (chosen ?? element).getBoundingClientRect();
  const inView = right > 1 && bottom > 1 && left < innerWidth - 1 && top < innerHeight - 1 && right > left;
  const x = Math.min(Math.max((left + right) / 2, 1), innerWidth - 1);
  const y = Math.min(Math.max(Math.min((top + bottom) / 2, top + 12), 1), innerHeight - 1);
  const hit = document.elementFromPoint(x, y);
  const isCovered = !writes && hit !== null && !element.contains(hit) && !hit.contains(element);
  if (!inView || isCovered) faults.push('it is out of view');
  const name = element.getAttribute('aria-label') ?? element.innerText.slice(0, 40);
  return { name: `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name}`, faults };
}
