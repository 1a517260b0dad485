/** Pictures among what is pasted or dropped. */

export function isPicture(file: { type: string }): boolean {
  return file.type.startsWith('image/');
}

/** The files, where they are pictures and nothing else: of copied text the words count, not a picture of them. */
export function pastedPictures(data: DataTransfer | null): File[] {
  const files = [...(data?.files ?? [])];
  if (data === null || files.length === 0 || !files.every(isPicture)) return [];
  return data.getData('text/plain').trim() === '' && !hasWords(data.getData('text/html')) ? files : [];
}

/** Whether what is dragged is pictures and nothing else, as far as can be told before it is dropped. */
export function dragsPictures(data: DataTransfer | null): boolean {
  const files = [...(data?.items ?? [])].filter(({ kind }) => kind === 'file');
  return files.length > 0 && files.every(isPicture);
}

function hasWords(html: string): boolean {
  if (html === '') return false;
  return (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').trim() !== '';
}
