import { useEffect, useState } from 'react';
import type { Body } from '../../../shared/exchange/exchange.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from '../BodyView.module.css';
import { partWords, sizeWords } from '../measures.ts';
import type { Find } from '../use-find.ts';
import { LargeRows } from './LargeRows.tsx';
import { LargeTreeView } from './LargeTreeView.tsx';
import type { LargeReader } from './large-reader.ts';
import { mostRead, useLargeBody, useRowCount } from './use-large-body.ts';

interface LargeBodyViewProps {
  readonly body: Body;
  readonly mode: 'pretty' | 'tree' | 'text';
  readonly revealed: boolean;
  readonly find: Find;
}

/** Searches as soon as typing pauses, and again when more of the body is there; answers the row to go to. */
const useLargeFind = (
  reader: LargeReader | undefined,
  form: 'text' | 'json',
  find: Find,
  isWhole: boolean,
): number => {
  const [row, setRow] = useState({ request: 0, index: -1 });
  const { words, place, places, request } = find;
  useEffect(() => {
    if (reader === undefined) return undefined;
    let stale = false;
    const pause = setTimeout(
      () => {
        void reader.call('search', words).then((count) => {
          if (!stale && words !== '') find.tell(count);
        });
      },
      words === '' ? 0 : 200,
    );
    return () => {
      stale = true;
      clearTimeout(pause);
    };
    // Asked once for what is looked for.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [reader, words, isWhole]);
  useEffect(() => {
    if (reader === undefined || places === undefined || places === 0) return undefined;
    let stale = false;
    void reader.call('rowOfPlace', form, place).then((index) => {
      if (!stale) setRow({ request, index });
    });
    return () => {
      stale = true;
    };
  }, [reader, form, places, place, request]);
  return places === undefined || places === 0 || row.request !== request ? -1 : row.index;
};

/** A body that is too large for the editor and for values, through a worker. */
export const LargeBodyView = ({ body, mode, revealed, find }: LargeBodyViewProps) => {
  const state = useLargeBody(body);
  const { reader, loaded, wanted, problem } = state;
  const form = mode === 'text' ? 'text' : 'json';
  const count = useRowCount(state, form);
  const isWhole = loaded >= wanted;
  const row = useLargeFind(reader, form, find, isWhole);
  const size = body.kind === 'none' ? 0 : body.size;
  return (
    <>
      {problem !== undefined && <Notice tone="warned">{problem}</Notice>}
      {reader !== undefined && mode !== 'tree' && (
        <LargeRows
          reader={reader}
          form={form}
          count={count}
          revealed={revealed}
          search={`${find.words} ${find.places ?? ''}`}
          place={{ index: row, request: row < 0 ? 0 : find.request }}
        />
      )}
      {reader !== undefined && mode === 'tree' && isWhole && (
        <LargeTreeView reader={reader} revealed={revealed} />
      )}
      <div className={styles['more']} role="status">
        {problem === undefined && !isWhole
          ? `Reading ${partWords(loaded, wanted)}`
          : size > mostRead
            ? `The first ${sizeWords(mostRead)} of ${sizeWords(size)}; the saved file has all of it.`
            : `${sizeWords(size)}, ${largeWords[mode]}`}
      </div>
    </>
  );
};

/** Why it looks other than a small body. */
const largeWords = {
  pretty: 'too large for the editor: laid out beside the window, long strings in rows of their own',
  tree: 'too large to be read at once: parts are read as they are opened',
  text: 'long lines go on in rows of their own',
} as const;
