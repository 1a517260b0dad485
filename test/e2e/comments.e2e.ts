/** Comments: written by keyboard and pointer, kept, and left out of what is exported. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';

test('a brief is commented on, and goes out without the comments', async () => {
  const host = await launch(test.info().project.name, { sample: true });
  const { page } = host;
  const app = new App(page);
  const { keyboard } = page;
  await app.newBrief('Ports');
  await keyboard.type('Two ports are closed. The third one opens on Monday, says its owner.');
  const panel = page.getByRole('complementary', { name: 'Comments' });
  const threads = panel.getByRole('list', { name: 'Comments' }).getByRole('listitem');

  await test.step('the first comment asks for a name', async () => {
    for (let step = 0; step < 6; step += 1) await keyboard.press('Shift+ArrowLeft');
    await keyboard.press('ControlOrMeta+Alt+m');
    await expect(panel.getByRole('textbox', { name: 'Comment', exact: true })).toBeFocused();
    await keyboard.type('Which owner?');
    await keyboard.press('Enter');
    await expect(panel.getByRole('textbox', { name: /^Your name/ })).toBeFocused();
    await keyboard.type('Ada Lovelace');
    await keyboard.press('Enter');
    await expect(app.text).toBeFocused();
    await expect(threads).toHaveCount(1);
    await expect(app.text.locator('[data-comments]')).toHaveText('owner.');
  });

  await test.step('words are chosen by the pointer', async () => {
    await app.text.getByText('Two ports').dblclick({ position: { x: 4, y: 8 } });
    const tools = page.getByRole('toolbar', { name: 'Selected text' });
    await tools.getByRole('button', { name: 'Comment' }).click();
    await expect(panel.getByRole('textbox', { name: 'Comment', exact: true })).toBeFocused();
    await keyboard.type('Three, by now.');
    await keyboard.press('Enter');
    await expect(threads).toHaveCount(2);
    await expect(threads.first()).toContainText('Three, by now.');
    await keyboard.press('ControlOrMeta+Alt+PageDown');
    await keyboard.press('ControlOrMeta+Alt+m');
    await expect(panel.getByRole('textbox', { name: 'Reply' })).toBeFocused();
    await keyboard.type('The town');
    await keyboard.press('Enter');
    await expect(threads.last()).toContainText('The town');
    const { look, faults } = await audit(page);
    await look('comments');
    expect(faults).toEqual([]);
  });

  await test.step('all of it is there after the window was opened again', async () => {
    await app.saved();
    await page.reload();
    await app.openBrief('Ports');
    await expect(threads).toHaveCount(2);
    await expect(app.text.locator('[data-comments]')).toHaveText(['Two', 'owner.']);
  });

  await test.step('the Markdown says nothing of it', async () => {
    const { bytes } = await app.export(/Markdown/, /^GitHub/);
    const markdown = bytes.toString('utf8');
    expect(markdown).toContain('Two ports are closed. The third one opens on Monday, says its owner.');
    expect(markdown).not.toContain('Three, by now');
  });
  await host.close();
});
