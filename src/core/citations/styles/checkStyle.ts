/** Looks for what is wrong with a style before citeproc gets to see it. */
import { type StyleElement, styleFault } from '../engine/cslText.ts';
import { ATTRIBUTES, CHILDREN, NEEDED, NUMBERS, VALUES, WORDS } from './styleGrammar.ts';

/**
 * Elements that citeproc makes of a style once each call of a macro is replaced by what the macro holds. The
 * largest of the CSL project (APA) come to 70,000.
 */
const MAX_EXPANDED = 150_000;
/** Macros that call each other in a row. */
const MAX_CALLS = 100;

/**
 * Throws a DossierError (`invalid_input`) that names the line and the fault of the first thing that is wrong.
 * `style` is the root element of a style that is not dependent on another one.
 */
export function checkStyle(style: StyleElement): void {
  if (!['note', 'in-text'].includes(style.attrs['class'] ?? ''))
    throw styleFault(style.line, 'the class of <style> must be “note” or “in-text”.');
  checkElement(style);
  checkParts(style);
  checkMacros(style);
}

export function elementsOf(parent: StyleElement, name?: string): StyleElement[] {
  const elements = parent.children.filter((child) => typeof child !== 'string');
  return name === undefined ? elements : elements.filter((child) => child.name === name);
}

function checkElement(element: StyleElement): void {
  checkAttributes(element);
  if (element.name === 'choose') checkChoose(element);
  const known = CHILDREN[element.name]!;
  for (const child of elementsOf(element)) {
    if (CHILDREN[child.name] === undefined && child.name !== 'info')
      throw styleFault(child.line, `CSL has no element <${child.name}>.`);
    if (!known.includes(child.name))
      throw styleFault(child.line, `<${child.name}> cannot stand in <${element.name}>.`);
    if (child.name !== 'info') checkElement(child);
  }
}

function checkAttributes({ name, attrs, line }: StyleElement): void {
  const known = ATTRIBUTES[name]!;
  for (const [attribute, value] of Object.entries(attrs)) {
    if (!known.includes(attribute))
      throw styleFault(line, `<${name}> has no attribute “${shown(attribute)}” in CSL 1.0.2.`);
    const values = Object.hasOwn(VALUES, attribute) ? VALUES[attribute]! : undefined;
    if (values !== undefined && !values.includes(value))
      throw styleFault(
        line,
        `“${shown(value)}” is no value of “${attribute}”, which is one of ${values.join(', ')}.`,
      );
    if (Object.hasOwn(WORDS, attribute)) checkWords(attribute, value, line);
    if (NUMBERS.has(attribute) && !/^\s*\d{1,4}\s*$/u.test(value))
      throw styleFault(line, `“${attribute}” must be a number, not “${shown(value)}”.`);
  }
  const needed = NEEDED[name];
  if (needed !== undefined && !needed.some((attribute) => attrs[attribute] !== undefined))
    throw styleFault(
      line,
      `<${name}> needs ${needed.length === 1 ? 'the attribute' : 'one of the attributes'} ${needed.join(', ')}.`,
    );
}

function checkWords(attribute: string, value: string, line: number): void {
  const { name, words } = WORDS[attribute]!;
  const unknown = value.split(/\s+/u).find((word) => word !== '' && !words.has(word));
  if (unknown !== undefined) throw styleFault(line, `CSL 1.0.2 has no ${name} “${shown(unknown)}”.`);
}

function checkChoose(choose: StyleElement): void {
  for (const [index, branch] of elementsOf(choose).entries()) {
    if ((branch.name === 'if') !== (index === 0))
      throw styleFault(branch.line, '<choose> must begin with <if> and have only one.');
    if (branch.name === 'else' && index < elementsOf(choose).length - 1)
      throw styleFault(branch.line, '<else> must be the last part of <choose>.');
  }
}

function checkParts(style: StyleElement): void {
  for (const name of ['citation', 'bibliography']) {
    const [part, second] = elementsOf(style, name);
    if (second !== undefined) throw styleFault(second.line, `there is a second <${name}>.`);
    if (part === undefined) {
      if (name === 'citation') throw styleFault(style.line, '<style> has no <citation>.');
      continue;
    }
    const layouts = elementsOf(part, 'layout');
    if (layouts.length !== 1) throw styleFault(part.line, `<${name}> must have one <layout>.`);
  }
}

/** Every macro that is called is there, none calls itself, and together they do not grow without bounds. */
function checkMacros(style: StyleElement): void {
  const macros = new Map<string, StyleElement>();
  for (const macro of elementsOf(style, 'macro')) {
    const name = macro.attrs['name']!;
    if (macros.has(name)) throw styleFault(macro.line, `there is a second macro named “${shown(name)}”.`);
    macros.set(name, macro);
  }
  const sizes = new Map<string, number>();
  const open = new Set<string>();

  const sizeOf = (element: StyleElement): number => {
    let size = 1;
    for (const child of elementsOf(element)) size += sizeOf(child);
    const called = element.attrs['macro'];
    if (called !== undefined) size += macroSize(called, element.line);
    if (size > MAX_EXPANDED)
      throw styleFault(element.line, 'the macros called here make up far more than any style needs.');
    return size;
  };
  const macroSize = (name: string, line: number): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const macro = macros.get(name);
    if (macro === undefined) throw styleFault(line, `there is no macro named “${shown(name)}”.`);
    if (open.has(name))
      throw styleFault(line, `the macro “${shown(name)}” calls itself, here or in a macro that it calls.`);
    if (open.size >= MAX_CALLS)
      throw styleFault(line, `more than ${MAX_CALLS} macros call each other in a row.`);
    open.add(name);
    const size = sizeOf(macro);
    open.delete(name);
    sizes.set(name, size);
    return size;
  };

  // Macros that nobody calls are looked into as well: what they call must be there.
  for (const [name, macro] of macros) macroSize(name, macro.line);
  for (const name of ['citation', 'bibliography']) for (const part of elementsOf(style, name)) sizeOf(part);
}

/** A text of a file in a message. */
function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
