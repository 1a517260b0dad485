import { expect, it } from 'vitest';
import { readStyleText } from '../engine/cslText.ts';
import { checkStyle } from './checkStyle.ts';
import { packagedTitles, readPackagedStyle } from './styleData.ts';
import { styleXml } from './styleXml.ts';

const REPAIRED = [...packagedTitles().keys()].filter((name) =>
  /^(?:apa|chicago|modern-language|oscola|turabian|vancouver)/u.test(name),
);

it('leaves every style that is repaired a style', () => {
  expect(REPAIRED.length).toBeGreaterThan(20);
  const broken = REPAIRED.flatMap((name) => {
    try {
      checkStyle(readStyleText(styleXml(readPackagedStyle(name))));
      return [];
    } catch (error) {
      return [`${name}: ${String(error)}`];
    }
  });
  expect(broken).toEqual([]);
});
