/** The sheets of a page that is printed, and its letters. */
import type { FlowPages } from '../flow/flow.ts';

const SANS = '"Source Sans 3", Calibri, "Segoe UI", system-ui, "Noto Sans", "Noto Sans CJK KR", sans-serif';

export function paperStyle({ geometry, letters }: FlowPages): string {
  const { width, height, margins } = geometry;
  const { top, bottom, side } = margins;
  const sans = letters === 'sans' ? `body { font-family: ${SANS}; }\n` : '';
  const columns =
    geometry.columns === 1
      ? ''
      : `\n  main { columns: 2; column-gap: ${geometry.gutter}mm; } header { column-span: all; }`;
  return `${sans}@media print {
  @page { size: ${width}mm ${height}mm; margin: ${top}mm ${side}mm ${bottom}mm; }${columns}
}
`;
}
