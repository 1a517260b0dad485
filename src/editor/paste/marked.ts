/** What the steps that tidy a pasted page tell those that read it, by attributes on its elements. */

/** On what stands where a footnote is referred to: the id of the note. */
export const NOTE_MARK = 'data-paste-note';
/** On the words that name the picture or table beside them. */
export const CAPTION = 'data-paste-caption';
/** On what stands where a picture does: its node, as JSON. */
export const PICTURE = 'data-paste-picture';
