/** Reads the text of a `.csl` file into elements that know their line. */
import type { XmlNode } from 'citeproc';
import { XMLValidator } from 'fast-xml-parser';
import { Parser } from 'htmlparser2';
import { DossierError } from '#contract/errors.ts';

export interface StyleElement extends XmlNode {
  /** From 1. */
  line: number;
  children: (StyleElement | string)[];
}

/** The longest style of the CSL project has 0.3 MB. */
export const MAX_STYLE_CHARACTERS = 2_000_000;
/** Elements in each other, and of all: the styles of the CSL project have at most 19, and 1,300. */
const MAX_DEPTH = 60;
const MAX_ELEMENTS = 20_000;

/** Of these the text counts; between other elements there are only line breaks. */
const WITH_TEXT: ReadonlySet<string> = new Set([
  'term',
  'single',
  'multiple',
  'title',
  'title-short',
  'id',
  'updated',
]);

/** A fault of a style, with the line it is in, as people read it. */
export function styleFault(line: number, what: string): DossierError {
  return new DossierError('invalid_input', `Line ${line}: ${what}`);
}

/**
 * The root element. Throws a DossierError (`invalid_input`) that names the line for a text that is not
 * well-formed XML, declares entities of its own, or is larger than any style.
 */
export function readStyleText(text: string): StyleElement {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (source.length > MAX_STYLE_CHARACTERS)
    throw new DossierError(
      'invalid_input',
      `The file has more than ${MAX_STYLE_CHARACTERS / 1_000_000} million characters; no citation style has so many.`,
    );
  if (source.trim() === '') throw styleFault(1, 'the file is empty.');
  const doctype = source.indexOf('<!DOCTYPE');
  if (doctype >= 0)
    throw styleFault(lineCounter(source)(doctype), 'a style declares no document type (<!DOCTYPE …>).');
  const wellFormed = XMLValidator.validate(source);
  if (wellFormed !== true)
    throw styleFault(wellFormed.err.line, `not well-formed XML: ${wellFormed.err.msg}`);
  return readElements(source);
}

function readElements(source: string): StyleElement {
  const lineAt = lineCounter(source);
  const document: StyleElement = { name: '', attrs: {}, children: [], line: 1 };
  const open = [document];
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const line = lineAt(parser.startIndex);
        elements += 1;
        if (open.length > MAX_DEPTH) throw styleFault(line, `elements are nested deeper than ${MAX_DEPTH}.`);
        if (elements > MAX_ELEMENTS) throw styleFault(line, `there are more than ${MAX_ELEMENTS} elements.`);
        const element: StyleElement = { name, attrs: ownAttributes(attributes), children: [], line };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      ontext(text) {
        const parent = open.at(-1)!;
        if (WITH_TEXT.has(parent.name)) parent.children.push(text);
      },
      onclosetag() {
        tidyText(open.pop()!);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(source);
  const root = document.children.find((child) => typeof child !== 'string');
  if (root === undefined) throw styleFault(1, 'there is no element in the file.');
  return root;
}

/** citeproc takes attributes of other namespaces for faults, and declarations of namespaces are none of CSL. */
function ownAttributes(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => name === 'xml:lang' || !/^xmlns$|:/u.test(name)),
  );
}

/** citeproc wants one text in an element, and one in a term that has neither text nor forms. */
function tidyText(element: StyleElement): void {
  if (!WITH_TEXT.has(element.name)) return;
  const text = element.children.filter((child) => typeof child === 'string').join('');
  const elements = element.children.filter((child) => typeof child !== 'string');
  // Not \s: the spaces of some languages do not break.
  element.children = elements.length > 0 ? elements : [text.replaceAll(/[ \t\r\n]+/gu, ' ')];
}

/** The line, from 1, of an index; for indices that rise. */
function lineCounter(source: string): (index: number) => number {
  let line = 1;
  let at = 0;
  return (index) => {
    for (; at < index; at += 1) if (source.charCodeAt(at) === 10) line += 1;
    return line;
  };
}
