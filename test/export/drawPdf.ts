/** Draws a page of a PDF, to look at its colours. */
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface DrawnPage {
  /** In points. */
  width: number;
  height: number;
  /** Red, green and blue at a place in points, from the left and the top. */
  colourAt: (x: number, y: number) => [number, number, number];
}

/** Its first page. */
export async function drawnPage(bytes: Uint8Array): Promise<DrawnPage> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  try {
    const page = await (await task.promise).getPage(1);
    const viewport = page.getViewport({ scale: 1 });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const context = canvas.getContext('2d');
    await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
    return {
      width: viewport.width,
      height: viewport.height,
      colourAt: (x, y) => {
        const [red = 0, green = 0, blue = 0] = context.getImageData(Math.floor(x), Math.floor(y), 1, 1).data;
        return [red, green, blue];
      },
    };
  } finally {
    await task.destroy();
  }
}
