import { AnnotationMode, getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.mjs?worker&url';
import { ownWorker } from '../../own-worker.ts';

/** A document that is drawn page by page. */
export interface OpenedPdf {
  readonly pages: number;
  /** Draws a page, from 1, as wide as so many CSS pixels. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<void>;
  close(): void;
}

const drawn = async (
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
): Promise<void> => {
  const page = await document.getPage(number);
  const scale = (width / page.getViewport({ scale: 1 }).width) * devicePixelRatio;
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  // Forms and links are drawn by nobody: they would have nowhere to go.
  await page.render({ canvas, viewport, annotationMode: AnnotationMode.DISABLE }).promise;
};

/**
 * Reads a PDF in a worker. Its scripts are never run, its forms never sent, and nothing is fetched for it: fonts that it
 * does not carry are the system's. Rejects with a reason where it is none, or is encrypted.
 */
export const openPdf = async (bytes: Uint8Array): Promise<OpenedPdf> => {
  const port = ownWorker(worker);
  // The reader takes the bytes away with it.
  const task = getDocument({
    data: bytes.slice(),
    worker: PDFWorker.create({ port }),
    useSystemFonts: true,
    useWasm: false,
    enableXfa: false,
  });
  try {
    const document = await task.promise;
    return {
      pages: document.numPages,
      draw: (page, canvas, width) => drawn(document, page, canvas, width),
      close: () => {
        void task.destroy().finally(() => port.terminate());
      },
    };
  } catch (error) {
    port.terminate();
    throw error;
  }
};
