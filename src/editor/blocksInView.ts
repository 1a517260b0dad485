/** Which blocks of the text the window shows. */

/** The first and the last of them. */
export type Stretch = [first: Element, last: Element];

/** Null where the text is empty or not on the page. */
export function stretchInView(root: Element | null): Stretch | null {
  if (root === null) return null;
  const blocks = root.children;
  const height = root.ownerDocument.defaultView?.innerHeight ?? 0;
  let start = 0;
  let end = blocks.length;
  while (start < end) {
    const middle = (start + end) >> 1;
    if (blocks[middle]!.getBoundingClientRect().bottom < 0) start = middle + 1;
    else end = middle;
  }
  const first = blocks[start];
  if (first === undefined) return null;
  let last = first;
  for (let block = first.nextElementSibling; block !== null; block = block.nextElementSibling) {
    if (block.getBoundingClientRect().top > height) break;
    last = block;
  }
  return [first, last];
}
