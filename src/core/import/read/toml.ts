/** TOML that static site builders put at the top of files. */
import { parse, TomlDate } from 'smol-toml';

/** Its keys and values, dates as they are written; null where it is no TOML. */
export function readToml(toml: string): Record<string, unknown> | null {
  try {
    return Object.fromEntries(
      Object.entries(parse(toml)).map(([key, value]) => [
        key,
        value instanceof TomlDate ? value.toISOString() : value,
      ]),
    );
  } catch {
    return null;
  }
}
