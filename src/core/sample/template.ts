/** The brief of the sample library as `resources/sample/brief.json` writes it: ids exist only after the import. */
import type { BriefSettings } from '#domain/brief.ts';
import type { CitationItem } from '#domain/citation.ts';

/** A cited article by its file, and the exact words that the citation rests on. */
export interface SourceTemplate extends Pick<CitationItem, 'locator' | 'label' | 'prefix' | 'suffix'> {
  /** Name of the file in `resources/sample/articles`. */
  file: string;
  /** The words, as they stand in the article. */
  quote?: string;
}

export type InlineTemplate = string | { bold: string } | { italic: string } | { cite: SourceTemplate[] };

export type BlockTemplate =
  | { heading: string; level: 1 | 2 | 3 }
  | { paragraph: InlineTemplate[] }
  | { list: 'bullet' | 'number'; items: InlineTemplate[][] }
  /** Rows of cells; the first row is the header. */
  | { table: InlineTemplate[][][] }
  | { snippet: SourceTemplate & { quote: string } };

export interface BriefTemplate {
  settings: BriefSettings;
  blocks: BlockTemplate[];
}
