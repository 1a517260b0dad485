/** Reads XML into a plain tree: whatever it holds, in time that grows with its length, and without entities of its own. */
import { Parser } from 'htmlparser2';

export interface XmlNode {
  /** Without its prefix. */
  name: string;
  /** With their prefixes. */
  attributes: Record<string, string>;
  children: XmlNode[];
  /** Its own text, without that of its children. */
  text: string;
}

/** Elements inside each other; what is deeper is left out. Nobody writes more. */
const MAX_DEPTH = 256;

/** The document as one node without a name; broken XML gives what could be read of it. */
export function parseXml(source: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > MAX_DEPTH) return;
        const node = { name: localName(name), attributes: { ...attributes }, children: [], text: '' };
        open.at(-1)!.children.push(node);
        open.push(node);
      },
      onclosetag() {
        if (depth <= MAX_DEPTH) open.pop();
        depth -= 1;
      },
      ontext(text) {
        if (depth <= MAX_DEPTH) open.at(-1)!.text += text;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(source);
  return root;
}

/** How deep the elements of a document stand in each other. */
export function depthOf(source: string): number {
  let depth = 0;
  let deepest = 0;
  const parser = new Parser(
    {
      onopentag() {
        depth += 1;
        deepest = Math.max(deepest, depth);
      },
      onclosetag() {
        depth -= 1;
      },
    },
    { xmlMode: true },
  );
  parser.end(source);
  return deepest;
}

/** All nodes of that name below `node`, in order. */
export function* nodesNamed(node: XmlNode, name: string): Generator<XmlNode> {
  for (const child of node.children) {
    if (child.name === name) yield child;
    yield* nodesNamed(child, name);
  }
}

/** The text of a node and of all below it, with single spaces. */
export function wholeText(node: XmlNode): string {
  return textParts(node).join(' ').replace(/\s+/gu, ' ').trim();
}

function textParts(node: XmlNode): string[] {
  return [node.text, ...node.children.flatMap(textParts)];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
