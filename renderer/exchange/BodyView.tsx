import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { responseOf, type Body, type Exchange } from '../../shared/exchange/exchange.ts';
import { valueOf } from '../../shared/exchange/fields.ts';
import { parseJson } from '../../shared/exchange/json.ts';
import { maskText } from '../../shared/exchange/redact.ts';
import { CodeEditor } from '../editor/CodeEditor.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { fileNameOf, languageOf, mediaType, modeLabels, modesOf, type BodyMode } from './body-modes.ts';
import { textRows } from './body-rows.ts';
import { dataAddress, download, readWhole } from './body-source.ts';
import styles from './BodyView.module.css';
import { HexDump } from './HexDump.tsx';
import { JsonTree } from './JsonTree.tsx';
import { LongList } from './LongList.tsx';
import { sizeWords } from './measures.ts';
import { prettyJson } from './pretty-json.ts';
import type { Thread } from './thread.ts';
import { useLoadedBody } from './use-loaded-body.ts';
import { WireLine } from './WireLine.tsx';

interface BodyViewProps {
  readonly exchange: Exchange;
  readonly index: number;
  readonly thread: Thread;
  readonly revealed: boolean;
}

/** Evidence in the body is numbered in the plain text, where its bytes are. */
const evidenceInBody = (thread: Thread, index: number) =>
  thread.evidence.flatMap(({ place }, at) =>
    place.in === 'body' && place.side === 'response' && place.exchange === index
      ? [{ index: at, place }]
      : [],
  );

const PlainText = ({
  text,
  thread,
  index,
  revealed,
}: Omit<BodyViewProps, 'exchange'> & { readonly text: string }) => {
  const { evidence } = thread;
  const rows = useMemo(
    () => textRows('<', text, evidenceInBody({ ...thread, evidence }, index), revealed),
    // Of the thread only the evidence changes the rows.
    // oxlint-disable-next-line react/exhaustive-deps
    [text, evidence, index, revealed],
  );
  const wanted =
    thread.active === undefined ? -1 : rows.findIndex((row) => row.evidence.includes(thread.active ?? -1));
  return (
    <LongList
      rows={rows}
      rowHeight={20}
      scrollTo={{ index: wanted, request: thread.scrollRequest }}
      label="Body"
      className={styles['text']}
    >
      {(row) => <WireLine row={row} thread={thread} />}
    </LongList>
  );
};

const jsonOf = (text: string): { readonly value: unknown } | undefined => {
  const value = parseJson(text);
  return value === undefined ? undefined : { value };
};

const Shown = ({
  body,
  mode,
  type,
  ...rest
}: Omit<BodyViewProps, 'exchange'> & {
  readonly body: Body;
  readonly mode: BodyMode;
  readonly type: string | undefined;
}) => {
  const loaded = useLoadedBody(body);
  const text = body.kind === 'text' ? body.text : new TextDecoder().decode(loaded.bytes);
  const pretty = useMemo(() => {
    if (mode !== 'pretty') return '';
    return prettyJson(rest.revealed ? text : maskText(text));
  }, [mode, text, rest.revealed]);
  const parsed = useMemo(() => (mode === 'tree' ? jsonOf(text) : undefined), [mode, text]);
  switch (mode) {
    case 'pretty':
      return <CodeEditor label="Body" value={pretty} language={languageOf(mode, type)} isReadOnly wraps />;
    case 'tree':
      return parsed === undefined ? (
        <EmptyState>This body is not JSON, whatever its Content-Type says; look at it as text.</EmptyState>
      ) : (
        <JsonTree value={parsed.value} revealed={rest.revealed} />
      );
    case 'text':
      return (
        <>
          <PlainText text={text} {...rest} />
          <More loaded={loaded} size={body.kind === 'file' ? body.size : loaded.bytes.length} />
        </>
      );
    case 'preview':
      return (
        <div className={styles['preview']}>
          <img src={dataAddress(loaded.bytes, mediaType(type))} alt="Body of the answer" />
        </div>
      );
    case 'hex':
      return (
        <>
          <HexDump bytes={loaded.bytes} />
          <More loaded={loaded} size={body.kind === 'file' ? body.size : loaded.bytes.length} />
        </>
      );
    default:
      return mode satisfies never;
  }
};

const More = ({
  loaded,
  size,
}: {
  readonly loaded: ReturnType<typeof useLoadedBody>;
  readonly size: number;
}) => {
  if (loaded.problem !== undefined) return <Notice tone="warned">{loaded.problem}</Notice>;
  if (!loaded.more) return null;
  return (
    <footer className={styles['more']}>
      {sizeWords(loaded.bytes.length)} of {sizeWords(size)}
      <Button size="dense" onPress={loaded.loadMore} busy={loaded.loading ? 'Loading…' : undefined}>
        Load more
      </Button>
    </footer>
  );
};

/** The body of the answer in the way that fits it best; other ways and saving are a press away. */
export const BodyView = ({ exchange, ...rest }: BodyViewProps) => {
  const response = responseOf(exchange);
  const type = response === undefined ? undefined : valueOf(response.fields, 'Content-Type');
  const modes = response === undefined ? [] : modesOf(response.body, type);
  const [chosen, setChosen] = useState<BodyMode>();
  const [problem, setProblem] = useState<string>();
  const [first] = modes;
  if (response === undefined) return <EmptyState>There is no answer, and so no body.</EmptyState>;
  if (first === undefined) return <EmptyState>The answer has no body.</EmptyState>;

  const mode = chosen !== undefined && modes.includes(chosen) ? chosen : first;
  const save = async (): Promise<void> => {
    try {
      download(await readWhole(response.body), fileNameOf(exchange.request.url, type));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The body could not be read.');
    }
  };
  return (
    <div className={styles['body']}>
      <div className={styles['bar']}>
        {modes.length > 1 && (
          <SegmentedControl
            label="View of the body"
            value={mode}
            onChange={setChosen}
            segments={modes.map((id) => ({ id, label: modeLabels[id] }))}
          />
        )}
        <span className={styles['type']}>{type ?? 'no Content-Type'}</span>
        <IconButton label="Save body as a file" size="small" onPress={() => void save()}>
          <Download aria-hidden="true" />
        </IconButton>
      </div>
      {problem !== undefined && <Notice tone="warned">{problem}</Notice>}
      <div className={styles['content']}>
        <Shown body={response.body} mode={mode} type={type} {...rest} />
      </div>
    </div>
  );
};
