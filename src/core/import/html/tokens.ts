/** The tags and the text of a page, one after the other, with the attributes that are of use. */
import { Tokenizer } from 'htmlparser2';
import { KEPT_ATTRIBUTES } from './tags.ts';

/** Names of tags are in small letters. */
export interface TokenTarget {
  /** Whether text is to be told now. */
  readonly wantsText: boolean;
  text(text: string): void;
  open(name: string, attributes: Map<string, string>, selfClosing: boolean): void;
  close(name: string): void;
}

/** Longest value of an attribute, in UTF-16 units: pictures in `data:` addresses are far longer. */
const MAX_ATTRIBUTE = 20_000;

/** Tells `target` what stands in `source`. An element that its own attributes hide has the attribute `hidden`. */
export function readTokens(source: string, target: TokenTarget): void {
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, new TokenReader(source, target));
  tokenizer.write(source);
  tokenizer.end();
}

class TokenReader {
  readonly #source: string;
  readonly #target: TokenTarget;
  #name = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value = '';

  constructor(source: string, target: TokenTarget) {
    this.#source = source;
    this.#target = target;
  }

  ontext(start: number, end: number): void {
    if (this.#target.wantsText) this.#target.text(this.#source.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    if (this.#target.wantsText) this.#target.text(fromCodePoint(codePoint));
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#source.slice(start, end).toLowerCase();
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, Math.min(end, start + 100)).toLowerCase();
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.#value.length <= MAX_ATTRIBUTE) this.#value += this.#source.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    if (this.#value.length <= MAX_ATTRIBUTE) this.#value += fromCodePoint(codePoint);
  }

  onattribend(): void {
    const name = this.#attribute;
    const value = this.#value;
    if (value.length > MAX_ATTRIBUTE || this.#attributes.has(name)) return;
    if (KEPT_ATTRIBUTES.has(name)) this.#attributes.set(name, value);
    else if (name === 'shadowrootmode' || name === 'shadowroot')
      this.#attributes.set('shadowrootmode', value);
    else if (hides(name, value)) this.#attributes.set('hidden', '');
  }

  onopentagend(): void {
    this.#target.open(this.#name, this.#attributes, false);
  }

  onselfclosingtag(): void {
    this.#target.open(this.#name, this.#attributes, true);
  }

  onclosetag(start: number, end: number): void {
    this.#target.close(this.#source.slice(start, end).toLowerCase().trimEnd());
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}

function fromCodePoint(codePoint: number): string {
  const isCharacter = codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
  return isCharacter ? String.fromCodePoint(codePoint) : '\uFFFD';
}

/** Whether an attribute hides its element. */
function hides(name: string, value: string): boolean {
  if (name === 'hidden') return value !== 'until-found';
  return (
    name === 'style' &&
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(value.slice(0, 2000))
  );
}
