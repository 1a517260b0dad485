/**
 * The files that are chosen in the system's dialog for `input`, which opens at once; none where it is cancelled. The
 * element stands in the document meanwhile: one that stands nowhere may be gone before its dialog answers.
 */
export function chosenFiles(input: HTMLInputElement): Promise<File[]> {
  input.type = 'file';
  input.hidden = true;
  document.body.append(input);
  return new Promise((resolve) => {
    const answer = (files: File[]): void => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => answer([...(input.files ?? [])]));
    input.addEventListener('cancel', () => answer([]));
    input.click();
  });
}
