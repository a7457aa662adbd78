import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { openPdf, type OpenedPdf } from './open-pdf.ts';
import styles from './PdfPages.module.css';

/** So many pages are drawn at a time. */
const atOnce = 10;
const width = 720;

const Page = ({ pdf, number }: { readonly pdf: OpenedPdf; readonly number: number }) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let stale = false;
    if (canvas.current === null) return undefined;
    pdf.draw(number, canvas.current, width).catch((error: unknown) => {
      if (!stale) setProblem(error instanceof Error ? error.message : 'unknown');
    });
    return () => {
      stale = true;
    };
  }, [pdf, number]);
  return (
    <>
      <canvas ref={canvas} role="img" aria-label={`Page ${number} of ${pdf.pages}`} />
      {problem !== undefined && (
        <Notice tone="warned">
          Page {number} could not be drawn: {problem}. The saved file has it.
        </Notice>
      )}
    </>
  );
};

/** The pages of a PDF, the first ones at once. */
export const PdfPages = ({ bytes }: { readonly bytes: Uint8Array }) => {
  const [opened, setOpened] = useState<OpenedPdf | { readonly problem: string }>();
  const [shown, setShown] = useState(atOnce);
  useEffect(() => {
    let stale = false;
    const opening = openPdf(bytes);
    opening
      .then((pdf) => {
        if (!stale) setOpened(pdf);
      })
      .catch((error: unknown) => {
        if (!stale) setOpened({ problem: error instanceof Error ? error.message : 'unknown' });
      });
    return () => {
      stale = true;
      opening.then((pdf) => pdf.close()).catch(() => undefined);
    };
  }, [bytes]);
  if (opened === undefined) return null;
  if ('problem' in opened)
    return (
      <Notice tone="warned">
        This PDF could not be read: {opened.problem}. Save it, or look at its bytes.
      </Notice>
    );
  const count = Math.min(shown, opened.pages);
  return (
    <ScrollRegion className={styles['pages']} label="Pages of the body">
      {Array.from({ length: count }, (_, at) => (
        <Page key={at} pdf={opened} number={at + 1} />
      ))}
      {count < opened.pages && (
        <Button size="dense" onPress={() => setShown(shown + atOnce)}>
          {`Draw more of ${opened.pages} pages`}
        </Button>
      )}
    </ScrollRegion>
  );
};
