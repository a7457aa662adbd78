import { Download, Search } from 'lucide-react';
import { useState } from 'react';
import { responseOf, type Exchange } from '../../shared/exchange/exchange.ts';
import { valueOf } from '../../shared/exchange/fields.ts';
import { actions } from '../state/store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { matchesShortcut } from '../ui/shortcut.ts';
import { fileNameOf, modeLabels, modesOf, previewOf, searchedBy, type BodyMode } from './body-modes.ts';
import { download, readWhole } from './body-source.ts';
import styles from './BodyView.module.css';
import { FindBar } from './FindBar.tsx';
import { ShownBody } from './ShownBody.tsx';
import type { Thread } from './thread.ts';
import { useFind } from './use-find.ts';

interface BodyViewProps {
  readonly exchange: Exchange;
  readonly index: number;
  readonly thread: Thread;
  readonly revealed: boolean;
}

/** The body of the answer in the way that fits it best; other ways and saving are a press away. */
export const BodyView = ({ exchange, ...rest }: BodyViewProps) => {
  const response = responseOf(exchange);
  const type = response === undefined ? undefined : valueOf(response.fields, 'Content-Type');
  const modes = response === undefined ? [] : modesOf(response.body, type);
  const [chosen, setChosen] = useState<BodyMode>();
  const [problem, setProblem] = useState<string>();
  const find = useFind();
  const [first] = modes;
  if (response === undefined) return <EmptyState>There is no answer, and so no body.</EmptyState>;
  if (first === undefined) return <EmptyState>The answer has no body.</EmptyState>;

  const mode = chosen !== undefined && modes.includes(chosen) ? chosen : first;
  const save = async (): Promise<void> => {
    try {
      const name = fileNameOf(exchange.request.url, type);
      const pieces = await actions.whileBusy(`Saving ${name}`, (progress) =>
        readWhole(response.body, progress),
      );
      if (pieces !== undefined) download(pieces, name);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The body could not be read.');
    }
  };
  const searched = searchedBy(response.body, mode);
  return (
    // The shortcut acts where the focus is within the body.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles['body']}
      onKeyDown={(event) => {
        if (searched !== 'bar' || !matchesShortcut(event.nativeEvent, 'mod+f')) return;
        event.preventDefault();
        find.open();
      }}
    >
      <div className={styles['bar']}>
        {modes.length > 1 && (
          <SegmentedControl
            label="View of the body"
            value={mode}
            onChange={setChosen}
            segments={modes.map((id) => ({ id, label: modeLabels[id] }))}
          />
        )}
        <span className={styles['type']}>
          {type ?? 'no Content-Type'}
          {mode === 'preview' && previewOf(type) !== 'image' && ', drawn without scripts, forms or network'}
        </span>
        {searched !== undefined && (
          <IconButton label="Search in the body" shortcut="mod+f" size="small" onPress={find.open}>
            <Search aria-hidden="true" />
          </IconButton>
        )}
        <IconButton label="Save body as a file" size="small" onPress={() => void save()}>
          <Download aria-hidden="true" />
        </IconButton>
      </div>
      {find.isOpen && searched === 'bar' && <FindBar find={find} />}
      {problem !== undefined && <Notice tone="warned">{problem}</Notice>}
      <div className={styles['content']}>
        <ShownBody body={response.body} mode={mode} type={type} find={find} {...rest} />
      </div>
    </div>
  );
};
