/** One writing for data that came in different orders. */

/** Members of objects in the order of their names. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member)]));
}

/** JSON of data that JSON can hold, with the members of objects in the order of their names, and no white space. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value));
}
