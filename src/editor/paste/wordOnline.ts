/** Word Online writes each item of a list as a list of its own, and how deep it stands as a number. */
export function joinListsOfWordOnline(document: Document): void {
  let open: { list: HTMLElement; level: number }[] = [];
  let last: Element | null = null;
  for (const item of document.querySelectorAll<HTMLElement>('li[data-aria-level], li[data-listid]')) {
    const list = item.parentElement;
    if (list === null || !/^(?:UL|OL)$/u.test(list.tagName) || list.closest('li') !== null) continue;
    const outer = list.closest('.ListContainerWrapper') ?? list;
    const level = Number(item.getAttribute('data-aria-level') ?? 1);
    if (list === open.at(-1)?.list) continue;
    if (outer.previousElementSibling !== last) open = [];
    while (open.length > 0 && open.at(-1)!.level > level) open.pop();
    const top = open.at(-1);
    if (top === undefined) {
      open = [{ list, level }];
      last = outer;
    } else if (top.level === level && top.list.tagName === list.tagName) {
      top.list.append(...list.childNodes);
      outer.remove();
    } else if (top.level < level) {
      (top.list.lastElementChild ?? top.list).append(list);
      open.push({ list, level });
      if (outer !== list) outer.remove();
    } else {
      open = [{ list, level }];
      last = outer;
    }
  }
}
