import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { Body } from '../../shared/exchange/exchange.ts';
import { parseJson } from '../../shared/exchange/json.ts';
import { maskText } from '../../shared/exchange/redact.ts';
import { CodeEditor } from '../editor/CodeEditor.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Notice } from '../ui/Notice.tsx';
import { isLarge, mediaType, prettyLanguage, previewOf, type BodyMode } from './body-modes.ts';
import { bytesInHand, dataAddress, readWhole } from './body-source.ts';
import styles from './BodyView.module.css';
import { HexDump } from './HexDump.tsx';
import { HtmlPreview } from './HtmlPreview.tsx';
import { JsonTree } from './JsonTree.tsx';
import { LargeBodyView } from './large/LargeBodyView.tsx';
import { PlainText } from './PlainText.tsx';
import { prettyJson } from './pretty-json.ts';
import { prettyMarkup } from './pretty-markup.ts';
import type { Thread } from './thread.ts';
import type { Find } from './use-find.ts';

interface ShownBodyProps {
  readonly body: Body;
  readonly mode: BodyMode;
  readonly type: string | undefined;
  readonly index: number;
  readonly thread: Thread;
  readonly revealed: boolean;
  readonly find: Find;
}

/** The reader of PDFs is loaded when the first one is drawn. */
const PdfPages = lazy(async () => ({ default: (await import('./pdf/PdfPages.tsx')).PdfPages }));

const jsonOf = (text: string): { readonly value: unknown } | undefined => {
  const value = parseJson(text);
  return value === undefined ? undefined : { value };
};

/** The text laid out in lines; absent while markup is still being read. */
const usePretty = (text: string, language: ReturnType<typeof prettyLanguage>): string | undefined => {
  const json = useMemo(() => (language === 'json' ? prettyJson(text) : undefined), [text, language]);
  const [markup, setMarkup] = useState<{ readonly of: string; readonly pretty: string }>();
  useEffect(() => {
    if (language === 'json' || language === undefined) return undefined;
    let stale = false;
    void prettyMarkup(text, language).then((pretty) => {
      if (!stale) setMarkup({ of: text, pretty });
    });
    return () => {
      stale = true;
    };
  }, [text, language]);
  return json ?? (markup?.of === text ? markup.pretty : undefined);
};

const Pretty = ({ body, type, revealed, find }: Omit<ShownBodyProps, 'index' | 'thread' | 'mode'>) => {
  const text = body.kind === 'text' ? body.text : '';
  const shown = useMemo(() => (revealed ? text : maskText(text)), [text, revealed]);
  const language = useMemo(() => prettyLanguage(text, type), [text, type]);
  const pretty = usePretty(shown, language);
  if (pretty === undefined) return null;
  return (
    <CodeEditor
      label="Body"
      value={pretty}
      language={language ?? 'plaintext'}
      isReadOnly
      wraps
      findRequest={find.request}
    />
  );
};

const Tree = ({ text, revealed }: { readonly text: string; readonly revealed: boolean }) => {
  const parsed = useMemo(() => jsonOf(text), [text]);
  return parsed === undefined ? (
    <EmptyState>This body is not JSON, whatever its Content-Type says; look at it as text.</EmptyState>
  ) : (
    <JsonTree value={parsed.value} revealed={revealed} />
  );
};

interface WholeBody {
  readonly bytes?: Uint8Array;
  readonly problem?: string;
}

/** The bytes of a body that is drawn as a whole; those of a file are read first. */
const useWholeBody = (body: Body): WholeBody => {
  const [read, setRead] = useState<WholeBody & { readonly body: Body }>();
  const inHand = useMemo(() => (body.kind === 'file' ? undefined : { bytes: bytesInHand(body) }), [body]);
  useEffect(() => {
    if (body.kind !== 'file') return undefined;
    let stale = false;
    readWhole(body)
      .then(async (pieces) => new Uint8Array(await new Blob(pieces.map((one) => one.slice())).arrayBuffer()))
      .then((bytes) => {
        if (!stale) setRead({ body, bytes });
      })
      .catch((error: unknown) => {
        const problem = error instanceof Error ? error.message : 'The body could not be read.';
        if (!stale) setRead({ body, problem });
      });
    return () => {
      stale = true;
    };
  }, [body]);
  return inHand ?? (read?.body === body ? read : {});
};

const Preview = ({ body, type, revealed }: Pick<ShownBodyProps, 'body' | 'type' | 'revealed'>) => {
  const { bytes, problem } = useWholeBody(body);
  const kind = previewOf(type);
  if (problem !== undefined) return <Notice tone="warned">{problem}</Notice>;
  if (bytes === undefined || kind === undefined) return null;
  switch (kind) {
    case 'image':
      return (
        <div className={styles['preview']}>
          <img src={dataAddress(bytes, mediaType(type))} alt="Body of the answer" />
        </div>
      );
    case 'page': {
      const html = body.kind === 'text' ? body.text : new TextDecoder().decode(bytes);
      return <HtmlPreview html={revealed ? html : maskText(html)} />;
    }
    case 'pdf':
      return (
        <Suspense fallback={null}>
          <PdfPages bytes={bytes} />
        </Suspense>
      );
    default:
      return kind satisfies never;
  }
};

/** A body in one of the ways of looking at it. */
export const ShownBody = ({ body, mode, type, index, thread, revealed, find }: ShownBodyProps) => {
  if (mode === 'hex') return <HexDump body={body} />;
  if (mode === 'preview') return <Preview body={body} type={type} revealed={revealed} />;
  if (isLarge(body, mode)) return <LargeBodyView body={body} mode={mode} revealed={revealed} find={find} />;
  const text = body.kind === 'text' ? body.text : '';
  switch (mode) {
    case 'pretty':
      return <Pretty body={body} type={type} revealed={revealed} find={find} />;
    case 'tree':
      return <Tree text={text} revealed={revealed} />;
    case 'text':
      return <PlainText text={text} index={index} thread={thread} revealed={revealed} find={find} />;
    default:
      return mode satisfies never;
  }
};
