/** Colours for markings: those of government labels, and two plain ones. */
export const MARKING_COLOURS = [
  { value: '#007a33', name: 'Green' },
  { value: '#0033a0', name: 'Blue' },
  { value: '#502b85', name: 'Purple' },
  { value: '#c8102e', name: 'Red' },
  { value: '#ff8c00', name: 'Orange' },
  { value: '#fce83a', name: 'Yellow' },
  { value: '#3f3f46', name: 'Grey' },
  { value: '#000000', name: 'Black' },
] as const;
