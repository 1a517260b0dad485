/**
 * Builds the tree of a page from its tags: in time that grows with its length alone, however broken or deep it
 * is, and without what no reader sees (scripts, styles, drawings, embedded data).
 */
import {
  BLOCK_NAMES,
  ENDED_BY,
  ENDING_SCOPE,
  FORMATTING_NAMES,
  HEAD_NAMES,
  SCOPE_NAMES,
  SKIPPED_NAMES,
  TABLE_NAMES,
  VOID_NAMES,
} from './tags.ts';
import { readTokens, type TokenTarget } from './tokens.ts';

/** Where the tree goes. `N` is an element. */
export interface TreeTarget<N> {
  html: N;
  head: N;
  body: N;
  createElement(name: string): N;
  setAttribute(element: N, name: string, value: string): void;
  append(parent: N, child: N): void;
  appendText(parent: N, text: string): void;
}

/** Elements inside each other that are kept apart: what is deeper flows into the deepest. People write some 60. */
const MAX_DEPTH = 250;
/** Elements of a page that are kept apart: further ones only part its text. */
const MAX_ELEMENTS = 250_000;
/** Elements of AMP pages that hold text of the article; the others are its frame. */
const AMP_CONTENT = new Set(['amp-accordion', 'amp-fit-text', 'amp-selector', 'amp-script', 'amp-list']);

interface Open<N> {
  name: string;
  element: N;
}

/** Writes the tree of `source` to `target`. */
export function buildTree<N>(source: string, target: TreeTarget<N>): void {
  const builder = new TreeBuilder(target);
  readTokens(source, builder);
  builder.finish();
}

class TreeBuilder<N> implements TokenTarget {
  readonly #target: TreeTarget<N>;
  /** The open elements below `body`, the innermost last. */
  readonly #open: Open<N>[] = [];
  /** How many elements of a name are open. */
  readonly #openCount = new Map<string, number>();
  /** Tags opened beyond the greatest depth, which have no element. */
  #tooDeep = 0;
  #elements = 0;
  #text = '';
  /** The last thing in the open element ends a line: spaces behind it show nothing. */
  #atLineStart = true;
  /** The element that is being left out, and how many of its name are open in it. */
  #skipped: string | null = null;
  #skippedDepth = 0;
  #inBody = false;
  /** The open `title` or JSON-LD script: text goes there as it is. */
  #raw: N | null = null;
  #rawName = '';
  /** Of the tag at hand. */
  #attributes = new Map<string, string>();

  constructor(target: TreeTarget<N>) {
    this.#target = target;
  }

  get wantsText(): boolean {
    return this.#skipped === null;
  }

  text(text: string): void {
    this.#text += text;
  }

  open(name: string, attributes: Map<string, string>, selfClosing: boolean): void {
    this.#attributes = attributes;
    this.#openTag(name);
    // Only drawings and formulas end so; elsewhere browsers pass over the slash.
    if (selfClosing && this.#skipped === name) this.#endSkipped(name);
  }

  close(name: string): void {
    if (this.#skipped !== null) this.#endSkipped(name);
    else if (this.#raw !== null) {
      if (name === this.#rawName) this.#flush();
    } else this.#closeTag(name);
  }

  /** Writes the text that is left. */
  finish(): void {
    this.#flush();
  }

  #openTag(name: string): void {
    if (this.#skipped !== null) {
      if (name === this.#skipped && !VOID_NAMES.has(name)) this.#skippedDepth += 1;
      else if (BLOCK_NAMES.has(name) && (this.#skipped === 'svg' || this.#skipped === 'math'))
        // A drawing that was never closed: as in browsers, a block ends it.
        this.#skipped = null;
      if (this.#skipped !== null) return;
    }
    if (name === 'html') return this.#takeAttributes(this.#target.html);
    if (name === 'head') return;
    if (name === 'body') return this.#openBody();
    if (this.#opensRaw(name)) return;
    if (HEAD_NAMES.has(name)) {
      this.#flush();
      const element = this.#create(name);
      if (element !== null) this.#target.append(this.#inBody ? this.#parent : this.#target.head, element);
      return;
    }
    if (this.#isSkipped(name)) {
      if (VOID_NAMES.has(name)) return;
      this.#skipped = name;
      this.#skippedDepth = 1;
      return;
    }
    this.#openElement(name);
  }

  #openBody(): void {
    this.#flush();
    this.#inBody = true;
    this.#open.length = 0;
    this.#openCount.clear();
    this.#tooDeep = 0;
    this.#takeAttributes(this.#target.body);
  }

  /** The page's title, and scripts of JSON-LD, whose text is taken as it stands. */
  #opensRaw(name: string): boolean {
    const isTitle = name === 'title' && !this.#inBody;
    const isLinkedData = name === 'script' && /ld\+json/iu.test(this.#attributes.get('type') ?? '');
    if (!isTitle && !isLinkedData) return false;
    this.#flush();
    const element = this.#create(name);
    if (element === null) return false;
    this.#target.append(this.#target.head, element);
    this.#raw = element;
    this.#rawName = name;
    return true;
  }

  #isSkipped(name: string): boolean {
    if (name === 'button') return !this.#open.some((open) => /^(?:h[1-6]|summary)$/u.test(open.name));
    if (name.startsWith('amp-')) return !AMP_CONTENT.has(name);
    if (name === 'template') return !this.#attributes.has('shadowrootmode');
    return SKIPPED_NAMES.has(name) || (name === 'title' && this.#inBody);
  }

  #openElement(name: string): void {
    const isBlock = BLOCK_NAMES.has(name);
    this.#endImplied(name);
    if (isBlock) this.#atLineStart ||= this.#text === '';
    this.#flush(isBlock);
    this.#inBody = true;
    const isVoid = VOID_NAMES.has(name);
    if (!isVoid && this.#open.length >= MAX_DEPTH) {
      this.#tooDeep += 1;
      if (isBlock) this.#part();
      return;
    }
    const element = this.#create(name === 'template' ? 'div' : name);
    if (element === null) {
      if (isBlock || name === 'br') this.#part();
      return;
    }
    this.#target.append(this.#parent, element);
    if (!isVoid) {
      this.#open.push({ name, element });
      this.#openCount.set(name, (this.#openCount.get(name) ?? 0) + 1);
    }
    if (isBlock || name === 'br') this.#atLineStart = true;
    else if (isVoid) this.#atLineStart = false;
  }

  /** Closes what the beginning of `name` ends: the paragraph before a block, the item before an item. */
  #endImplied(name: string): void {
    const ended = ENDED_BY.get(name);
    if (ended === undefined) return;
    const scope = ENDING_SCOPE.get(name);
    let at = this.#open.length;
    for (let index = at - 1; index >= 0; index -= 1) {
      const open = this.#open[index]!.name;
      if (ended.has(open)) at = index;
      else if (scope === undefined ? !FORMATTING_NAMES.has(open) : scope.has(open)) break;
    }
    this.#closeTo(at);
  }

  #closeTag(name: string): void {
    if (name === 'body' || name === 'html' || name === 'head') return;
    if (name === 'br' || name === 'p') {
      // Browsers read `</br>` and a stray `</p>` as the beginning of a line.
      if (name === 'br' || (this.#openCount.get('p') ?? 0) === 0) return this.#part();
    }
    if ((this.#openCount.get(name) ?? 0) === 0) {
      if (this.#tooDeep > 0) this.#tooDeep -= 1;
      return;
    }
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      if (BLOCK_NAMES.has(name)) this.#part();
      return;
    }
    const formats = FORMATTING_NAMES.has(name);
    let through = false;
    for (let index = this.#open.length - 1; index >= 0; index -= 1) {
      const open = this.#open[index]!.name;
      if (open === name) {
        if (through) this.#forget(index);
        else this.#closeTo(index);
        return;
      }
      if (SCOPE_NAMES.has(open) && !TABLE_NAMES.has(name)) return;
      if (open === 'table' && name !== 'table') return;
      if (formats && BLOCK_NAMES.has(open)) through = true;
    }
  }

  /** Closes the innermost elements until `length` are open. */
  #closeTo(length: number): void {
    if (this.#open.length <= length) return;
    const isBlock = this.#open.slice(length).some((open) => BLOCK_NAMES.has(open.name));
    this.#flush(isBlock);
    while (this.#open.length > length) this.#forget(this.#open.length - 1);
    if (isBlock) this.#atLineStart = true;
  }

  /** The element at `index` takes no more children of its own; those that are open in it stay open. */
  #forget(index: number): void {
    const { name } = this.#open[index]!;
    this.#open.splice(index, 1);
    this.#openCount.set(name, this.#openCount.get(name)! - 1);
  }

  #endSkipped(name: string): void {
    if (name !== this.#skipped) return;
    this.#skippedDepth -= 1;
    if (this.#skippedDepth <= 0) this.#skipped = null;
  }

  get #parent(): N {
    return this.#open.at(-1)?.element ?? this.#target.body;
  }

  /** Two line ends where there is no element to part the text. */
  #part(): void {
    this.#flush(true);
    if (this.#atLineStart) return;
    for (let count = 0; count < 2; count += 1) {
      const lineBreak = this.#create('br');
      if (lineBreak === null) this.#target.appendText(this.#parent, '\n');
      else this.#target.append(this.#parent, lineBreak);
    }
    this.#atLineStart = true;
  }

  #create(name: string): N | null {
    if (this.#elements >= MAX_ELEMENTS) return null;
    this.#elements += 1;
    const element = this.#target.createElement(name);
    for (const [attribute, value] of this.#attributes) this.#target.setAttribute(element, attribute, value);
    this.#attributes = new Map();
    return element;
  }

  #takeAttributes(element: N): void {
    for (const [name, value] of this.#attributes)
      if (name === 'lang' || name === 'dir' || name === 'class')
        this.#target.setAttribute(element, name, value);
  }

  /** Writes the gathered text; white space that shows nothing, at the edge of a block, is left out. */
  #flush(beforeBlock = false): void {
    const text = this.#text.replaceAll('\0', '');
    this.#text = '';
    if (this.#raw !== null) {
      this.#target.appendText(this.#raw, text);
      this.#raw = null;
      return;
    }
    if (text === '') return;
    const isBlank = text.trim() === '';
    if (isBlank && !this.#inBody) return;
    const isPre = (this.#openCount.get('pre') ?? 0) > 0;
    if (isBlank && (this.#atLineStart || beforeBlock) && !isPre) return;
    this.#inBody = true;
    this.#target.appendText(this.#parent, text);
    this.#atLineStart = false;
  }
}
