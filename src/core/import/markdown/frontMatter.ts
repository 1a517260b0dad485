/** The block of YAML or TOML at the top of a Markdown file. */
import type { Found } from '../metadata/found.ts';
import { offerStated } from '../metadata/keys.ts';
import { readToml } from '../read/toml.ts';
import { readYaml } from '../read/yaml.ts';
import { tagsOf } from '../table/values.ts';

const TAGS = /^(?:tags?|keywords?)$/iu;

/** Each language by the name that its block goes by in the tree of a Markdown file. */
const LANGUAGES = {
  yaml: { name: 'YAML', read: readYaml },
  toml: { name: 'TOML', read: readToml },
};
export type FrontMatterLanguage = keyof typeof LANGUAGES;

/**
 * Takes over what the front matter states. Returns false, and says so in the messages, where it is not
 * valid in its language or not a list of keys and values.
 */
export function takeFrontMatter(language: FrontMatterLanguage, text: string, found: Found): boolean {
  const { name, read } = LANGUAGES[language];
  const values = read(text);
  if (values === null) {
    found.messages.push(`The front matter is not valid ${name}: it was kept as text.`);
    return false;
  }
  for (const [key, value] of Object.entries(values))
    if (TAGS.test(key)) found.tags.push(...tagsOf(value));
    else offerStated(found, key, value);
  return true;
}
