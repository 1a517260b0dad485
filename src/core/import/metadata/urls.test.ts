import { describe, expect, it } from 'vitest';
import { articleUrl, safeLink } from './urls.ts';

describe('addresses', () => {
  it.each([
    ['https://s.proxy.example:443/https/p.dw.com/p/4R5iJ', 'https://p.dw.com/p/4R5iJ'],
    ['https://12ft.example/https://site.org/a?b=1', 'https://site.org/a?b=1'],
    ['https://web.archive.org/web/20230509101010/https://site.org/a', 'https://site.org/a'],
    ['https://login.proxy.lib.example/login?url=https://site.org/a', 'https://site.org/a'],
    ['https://www.google.com/url?q=https://site.org/a&sa=U', 'https://site.org/a'],
    ['https://www-my--site-org.translate.goog/a?_x_tr_sl=de&x=1', 'https://www.my-site.org/a?x=1'],
    ['https://site.org/a?utm_source=x&id=7&fbclid=y', 'https://site.org/a?id=7'],
    ['https://site.org/https/guide', 'https://site.org/https/guide'],
  ])('unwraps %s', (address, expected) => {
    expect(articleUrl(address)).toBe(expected);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'not an address', ''])(
    'takes %s for none',
    (address) => {
      expect(articleUrl(address)).toBeNull();
    },
  );

  it('lets only harmless links through', () => {
    expect(safeLink('/a', 'https://site.org/b/c')).toBe('https://site.org/a');
    expect(safeLink('mailto:a@b.example')).toBe('mailto:a@b.example');
    for (const bad of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'data:text/html,x',
      '#top',
      '/relative',
    ])
      expect(safeLink(bad)).toBeNull();
  });
});
