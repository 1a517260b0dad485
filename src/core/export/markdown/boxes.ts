/** Check boxes as they are drawn where Markdown has none. */
export const BOXES = { true: '☑', false: '☐' } as const;
