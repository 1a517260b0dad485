/** YAML that people write at the top of files. */
import { parseDocument } from 'yaml';

/** Its keys and values; null where it is no YAML, or no list of those. */
export function readYaml(yaml: string): Record<string, unknown> | null {
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
