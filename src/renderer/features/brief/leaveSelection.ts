/**
 * Keeps React out of an element whose selection somebody else looks after. Before each commit React notes where the
 * selection stands in the element with the focus, should that be editable, and walks all of its text for it
 * (`getSelectionInformation` of react-dom): some 10 ms in a brief of 12,000 words, whatever was rendered.
 *
 * It asks `contentEditable`, which this answers otherwise. The attribute, which browsers follow, stays as it is.
 */
export function leaveSelection(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', { configurable: true, get: () => 'inherit' });
}
