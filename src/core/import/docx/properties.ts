/** The properties of an Office document (ECMA-376 part 2, core properties). */
import { nodesNamed, parseXml, wholeText, type XmlNode } from '../xml/tree.ts';
import type { Parts } from './parts.ts';

export interface Properties {
  title?: string;
  creators: string[];
  description?: string;
  language?: string;
  /** Who owned the program. */
  company?: string;
  /** ISO 8601. */
  created?: string;
}

export function propertiesOf(parts: Parts): Properties {
  const core = partOf(parts, 'docProps/core.xml');
  const app = partOf(parts, 'docProps/app.xml');
  const styles = partOf(parts, 'word/styles.xml');
  const properties: Properties = {
    creators: [...nodesNamed(core, 'creator')].map(wholeText).filter((name) => name !== ''),
  };
  const set = (
    key: 'title' | 'description' | 'language' | 'company' | 'created',
    value: string | undefined,
  ): void => {
    if (value !== undefined && value !== '') properties[key] = value;
  };
  set('title', first(core, 'title'));
  set('description', first(core, 'description'));
  set('created', first(core, 'created'));
  set('company', first(app, 'Company'));
  set('language', first(core, 'language') ?? defaultLanguage(styles));
  return properties;
}

function partOf(parts: Parts, name: string): XmlNode {
  return parseXml(Buffer.from(parts.get(name) ?? []).toString('utf8'));
}

function first(node: XmlNode, name: string): string | undefined {
  for (const found of nodesNamed(node, name)) return wholeText(found) || undefined;
  return undefined;
}

/** The language that the document's text is in unless it says otherwise. */
function defaultLanguage(styles: XmlNode): string | undefined {
  for (const defaults of nodesNamed(styles, 'docDefaults'))
    for (const language of nodesNamed(defaults, 'lang')) return language.attributes['w:val'];
  return undefined;
}
