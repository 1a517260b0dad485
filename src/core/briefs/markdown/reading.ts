/** What the parts of a Markdown file are read with, and what they leave behind. */
import type { BlockContent, Definition, DefinitionContent, Heading } from 'mdast';
import type { TermReader } from '#domain/locators.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import type { HeadingTarget } from './headings.ts';

export interface Picture {
  sha256: string;
  /** Pixels. */
  width: number;
  height: number;
}

export interface Reading {
  isPandoc: boolean;
  /** The Markdown that positions of the tree count in. */
  source: string;
  /** Of the brief: BCP 47. */
  language: string;
  /** Citations are set as notes. */
  inNotes: boolean;
  readTerm: TermReader;
  articleOf: (key: string) => number | null;
  /** By the addresses that the file gives them. */
  pictures: ReadonlyMap<string, Picture>;
  definitions: ReadonlyMap<string, Definition>;
  /** The words of notes by their identifiers. */
  noteWords: ReadonlyMap<string, (BlockContent | DefinitionContent)[]>;
  /** The ids that our own files give to headings and captions. */
  anchors: ReadonlySet<string>;
  /** The headings that references may be to, and the same by the names that links call them. */
  headings: ReadonlyMap<Heading, HeadingTarget>;
  headingNames: ReadonlyMap<string, HeadingTarget>;
  /** What is read are the words of a note. */
  inNote: boolean;
  /** Grows: captions so far, notes in the order of their marks, what could not be read as it was meant. */
  captions: { figure: number; table: number };
  notes: { identifier: string; node: StoredNode }[];
  warnings: Set<string>;
  uncited: number[];
}
