/** Pictures: pasted, chosen and dropped into a brief, described, captioned, kept, and out into files. */
import { expect, type Page, test } from './fixtures.ts';
import { unzipSync } from 'fflate';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';
import { readPdf } from './pdf.ts';

/** A chart of some colour, as PNG. */
async function chart(page: Page, colour: string): Promise<Buffer> {
  const address = await page.evaluate((fill) => {
    const canvas = document.createElement('canvas');
    canvas.width = 900;
    canvas.height = 420;
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#eef';
    context.fillRect(0, 0, 900, 420);
    context.fillStyle = fill;
    for (let bar = 0; bar < 8; bar += 1) context.fillRect(60 + bar * 100, 380 - bar * 40, 60, 20 + bar * 40);
    return canvas.toDataURL('image/png');
  }, colour);
  return Buffer.from(address.split(',')[1]!, 'base64');
}

/** Gives the text files, as a paste or a drop does. */
async function give(
  app: App,
  kind: 'paste' | 'drop',
  bytes: Buffer,
  name: string,
  size = bytes.length,
): Promise<void> {
  await app.text.evaluate(
    (root, given) => {
      const content = Uint8Array.from(atob(given.text), (character) => character.charCodeAt(0));
      const padding = new Uint8Array(Math.max(0, given.size - content.length));
      const data = new DataTransfer();
      data.items.add(new File([content, padding], given.name, { type: 'image/png' }));
      const options = { bubbles: true, cancelable: true };
      if (given.kind === 'paste') {
        root.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
        return;
      }
      const { left, bottom } = root.lastElementChild!.getBoundingClientRect();
      const place = { clientX: left + 2, clientY: bottom - 4 };
      root.lastElementChild!.dispatchEvent(
        new DragEvent('drop', { ...options, ...place, dataTransfer: data }),
      );
    },
    { kind, name, size, text: bytes.toString('base64') },
  );
}

test('a picture that was pasted is seen, also at the end of a long text', async () => {
  const host = await launch(test.info().project.name);
  const app = new App(host.page);
  await app.newBrief('Traffic');
  await give(app, 'paste', await chart(host.page, '#1f5878'), 'first.png');
  await expect(app.text.locator('.picture')).toHaveCount(1);
  await host.page.keyboard.press('ArrowDown');
  for (let line = 0; line < 20; line += 1) await host.page.keyboard.press('Enter');
  await give(app, 'paste', await chart(host.page, '#785f1f'), 'second.png');
  await expect(app.text.locator('.picture')).toHaveCount(2);
  await expect(app.text.locator('.picture').last()).toBeInViewport({ ratio: 1 });
  await host.close();
});

test('pictures come into a brief, are described and captioned, and go out with it', async () => {
  const host = await launch(test.info().project.name);
  const { page } = host;
  const app = new App(page);
  const pictures = app.text.locator('.picture');
  const notices = page.getByRole('region', { name: 'Notifications' });
  const form = page.getByRole('dialog', { name: 'Picture' });
  const drawn = (): Promise<number[]> =>
    pictures
      .locator('img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));

  await test.step('one is pasted, and asks to be described', async () => {
    await app.newBrief('Traffic');
    await page.keyboard.type('Ships wait longer.');
    await give(app, 'paste', await chart(page, '#1f5878'), 'image.png');
    await expect(pictures).toHaveCount(1);
    await expect.poll(drawn).toEqual([900]);
    await page.getByRole('button', { name: '1 picture without alternative text' }).click();
    await form.getByLabel('Alternative text').fill('Waiting time rises from one to eight hours');
    await form.getByLabel('Alternative text').press('Enter');
    await expect(page.getByRole('button', { name: /without alternative text/ })).toHaveCount(0);
    await expect(pictures.getByRole('img', { name: 'Waiting time rises' })).toBeVisible();
  });

  await test.step('it is captioned and resized by keyboard', async () => {
    await expect(pictures.first()).toHaveAttribute('data-selected', 'true');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: 'Caption' }).click();
    await page.keyboard.type('Waiting time in 2024');
    await expect(app.text.locator('.caption')).toHaveAttribute('data-label', 'Figure\u00a01. ');
    await page.keyboard.press('Enter');
    await page.keyboard.type('More in /cross');
    await page.keyboard.press('Enter');
    const picker = page.getByRole('dialog', { name: 'Cross reference' });
    await picker.getByRole('combobox').fill('waiting');
    await page.keyboard.press('Enter');
    await expect(app.text.getByRole('link', { name: 'Figure\u00a01' })).toBeVisible();
    await expect(app.text).toBeFocused();
    await page.keyboard.type('.');
    await expect(app.text.locator('p').last()).toHaveText('More in Figure\u00a01.');
    await pictures.first().click();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(pictures.first().locator('.picture-frame')).toHaveCSS('width', /px/);
    await page.keyboard.press('Escape');
  });

  await test.step('another is chosen by the slash menu', async () => {
    await app.text.locator('p').last().click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    // Before the typing: a key comes sooner than the browser hears that somebody waits.
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.type('/pict');
    await page.keyboard.press('Enter');
    await (
      await chooser
    ).setFiles({ name: 'map.png', mimeType: 'image/png', buffer: await chart(page, '#a3241b') });
    await expect(pictures).toHaveCount(2);
    await expect.poll(drawn).toEqual([900, 900]);
  });

  await test.step('what is too large or damaged is refused with its reason', async () => {
    const bytes = await chart(page, '#555');
    await give(app, 'drop', bytes, 'scan.png', 21 * 1024 * 1024);
    await expect(notices.getByText(/“scan.png” has 21 MB, and a picture may have 20 MB/)).toBeVisible();
    await give(app, 'paste', bytes.subarray(0, 200), 'cut.png');
    await expect(notices.getByText(/“cut.png” was not inserted: it is damaged/)).toBeVisible();
    await expect(pictures).toHaveCount(2);
  });

  await test.step('all of it can be used without seeing it', async () => {
    await pictures.first().click();
    await page.keyboard.press('F2');
    await expect(form).toBeVisible();
    const axe = await audit(page);
    await axe.look('the form of a picture');
    expect(axe.faults).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(form).toBeHidden();
  });

  await test.step('it is there after a reload, and goes out with its pictures', async () => {
    await app.saved();
    await page.reload();
    await expect(pictures).toHaveCount(2);
    await expect.poll(drawn).toEqual([900, 900]);
    const { name, bytes } = await app.export(/Markdown/, /^GitHub/);
    expect(name).toBe('Traffic.zip');
    const entries = unzipSync(bytes);
    expect(Object.keys(entries)).toEqual([
      'Traffic.md',
      'Traffic-pictures/picture-1.png',
      'Traffic-pictures/picture-2.png',
    ]);
    expect(new TextDecoder().decode(entries['Traffic.md'])).toMatch(
      /!\[Waiting time rises .*\]\(Traffic-pictures\/picture-1\.png\)\n\n<a id="ref-\w+"><\/a>\*\*Figure\u00a01\.\*\* Waiting time in 2024\n/,
    );
    const pdf = await readPdf((await app.export(/PDF/)).bytes);
    expect(pdf.pages[0]).toContain('Figure 1. Waiting time in 2024');
    expect(pdf.pages.join(' ')).toContain('More in Figure 1.');
  });
  await host.close();
});
