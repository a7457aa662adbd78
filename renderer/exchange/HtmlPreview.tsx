import { useEffect, useRef } from 'react';
import styles from './BodyView.module.css';
import { previewDocument } from './preview-document.ts';

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string };
}

/** What the frame shows may be anything: it is the sandbox and its policy that make it harmless, not a look at it. */
const policy = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy(
  'why401-preview',
  { createHTML: (html) => html },
);

/** A page as a browser would draw it, without scripts, forms or network. */
export const HtmlPreview = ({ html }: { readonly html: string }) => {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const page = previewDocument(html);
    if (frame.current !== null) frame.current.srcdoc = policy?.createHTML(page) ?? page;
  }, [html]);
  return (
    <iframe
      ref={frame}
      title="Preview of the body"
      sandbox=""
      referrerPolicy="no-referrer"
      className={styles['page']}
    />
  );
};
