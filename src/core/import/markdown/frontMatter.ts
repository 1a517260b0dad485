/** The YAML block at the top of a Markdown file. */
import type { Found } from '../metadata/found.ts';
import { offerStated } from '../metadata/keys.ts';
import { readYaml } from '../read/yaml.ts';
import { tagsOf } from '../table/values.ts';

const TAGS = /^(?:tags?|keywords?)$/iu;

/**
 * Takes over what the front matter states. Returns false, and says so in the messages, where it is not
 * valid YAML or not a list of keys and values.
 */
export function takeFrontMatterYaml(yaml: string, found: Found): boolean {
  const values = readYaml(yaml);
  if (values === null) {
    found.messages.push('The front matter is not valid YAML: it was kept as text.');
    return false;
  }
  for (const [key, value] of Object.entries(values))
    if (TAGS.test(key)) found.tags.push(...tagsOf(value));
    else offerStated(found, key, value);
  return true;
}
