import { expect, it } from 'vitest';
import { readStyleText } from './cslText.ts';
import { createStyleFit } from './styleFit.ts';

const style = (variable: string) =>
  readStyleText(`<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>T</title><id>t</id></info>
  <citation><layout><text variable="${variable}"/></layout></citation>
</style>`);
const page = { type: 'webpage', title: 'T', publisher: 'Harbour Institute' };

it('names the site of a page where the style looks for it', () => {
  const { publisher, ...named } = page;
  expect(createStyleFit(style('container-title'))(page)).toEqual({ ...named, 'container-title': publisher });
  expect(createStyleFit(style('publisher'))(page)).toEqual(page);
});
