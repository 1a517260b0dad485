/** Id of the element that holds the open panel beside the text. */
export const SIDE_PANEL = 'brief-side-panel';
