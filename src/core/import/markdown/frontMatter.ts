/** The YAML block at the top of a Markdown file. */
import { parseDocument } from 'yaml';
import type { Found } from '../metadata/found.ts';
import { offerStated } from '../metadata/keys.ts';

/**
 * Takes over what the front matter states. Returns false, and says so in the messages, where it is not
 * valid YAML or not a list of keys and values.
 */
export function takeFrontMatterYaml(yaml: string, found: Found): boolean {
  const values = parse(yaml);
  if (values === null) {
    found.messages.push('The front matter is not valid YAML: it was kept as text.');
    return false;
  }
  for (const [key, value] of Object.entries(values)) offerStated(found, key, value);
  return true;
}

function parse(yaml: string): Record<string, unknown> | null {
  try {
    const document = parseDocument(yaml, { logLevel: 'silent' });
    if (document.errors.length > 0) return null;
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (value === null) return {};
    return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
