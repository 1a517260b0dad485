/** The part of the DOM that import uses, and the parser that brings it. Nothing runs and nothing is fetched. */
import { parseHTML } from 'linkedom';
import { buildTree } from './tree.ts';

export interface DomNode {
  nodeType: number;
  textContent: string;
  childNodes: Iterable<DomNode>;
  parentElement: DomElement | null;
  cloneNode(deep: boolean): DomNode;
}

export interface DomElement extends DomNode {
  localName: string;
  id: string;
  className: string;
  children: Iterable<DomElement>;
  parentElement: DomElement | null;
  nextElementSibling: DomElement | null;
  previousElementSibling: DomElement | null;
  insertBefore(node: DomNode, before: DomNode): DomNode;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  closest(selector: string): DomElement | null;
  contains(other: DomNode): boolean;
  remove(): void;
  append(...nodes: (DomNode | string)[]): void;
  before(...nodes: (DomNode | string)[]): void;
  replaceChildren(...nodes: (DomNode | string)[]): void;
  replaceWith(...nodes: (DomNode | string)[]): void;
}

export interface DomDocument {
  documentElement: DomElement | null;
  body: DomElement | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  createTextNode(text: string): DomNode;
  getElementById(id: string): DomElement | null;
}

const ELEMENT = 1;
export const TEXT = 3;

/** Parses a page or a fragment: whatever it holds stands in one `html`, `head` and `body`. */
export function parseDocument(html: string): DomDocument {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  buildTree<HTMLElement>(html, {
    html: document.documentElement,
    head: document.head,
    body: document.body,
    createElement: (name) => createElement(document, name),
    setAttribute: (element, name, value) => element.setAttribute(name, value),
    append: (parent, child) => void parent.appendChild(child),
    appendText: (parent, text) => void parent.appendChild(document.createTextNode(text)),
  });
  return document as unknown as DomDocument;
}

/** Tags with names that no element can have ("o:p" can) stand for nothing. */
function createElement(document: Document, name: string): HTMLElement {
  return document.createElement(/^[a-z][\w:.-]{0,60}$/u.test(name) ? name : 'span');
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}
