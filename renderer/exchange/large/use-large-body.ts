import { useEffect, useState } from 'react';
import type { Body } from '../../../shared/exchange/exchange.ts';
import { bytesInHand, pieceSize, readPieceText } from '../body-source.ts';
import { openLargeReader, type LargeReader } from './large-reader.ts';
import type { Form } from './large-body.ts';

/** More is not read into the window; the file that is saved has all of it. */
export const mostRead = 268_435_456;

export interface LargeBodyState {
  readonly reader: LargeReader | undefined;
  /** Bytes that were read so far, of so many that will be. */
  readonly loaded: number;
  readonly wanted: number;
  /** Why no more could be read, one sentence. */
  readonly problem: string | undefined;
}

const feed = async (body: Body, reader: LargeReader, onRead: (bytes: number) => void): Promise<void> => {
  if (body.kind !== 'file') {
    const bytes = bytesInHand(body);
    await reader.call('begin', bytes.length);
    await reader.call('append', bytes, 'text');
    return onRead(bytes.length);
  }
  const wanted = Math.min(body.size, mostRead);
  await reader.call('begin', wanted);
  for (let offset = 0; offset < wanted; offset += pieceSize) {
    // The worker takes one piece while the next is on its way.
    const piece = await readPieceText(body.id, offset);
    if (piece === '') throw new Error('The body on disk is shorter than it was. Send the request again.');
    await reader.call('append', piece, 'text');
    onRead(Math.min(wanted, offset + pieceSize));
  }
};

const sizeOf = (body: Body): number => (body.kind === 'none' ? 0 : body.size);

interface Read {
  readonly body: Body;
  readonly reader: LargeReader;
  readonly loaded: number;
  readonly problem?: string;
}

/** Reads a body into a worker of its own, piece by piece; what is there can be looked at meanwhile. */
export const useLargeBody = (body: Body): LargeBodyState => {
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    const reader = openLargeReader();
    let closed = false;
    const told = (more: Pick<Read, 'loaded'> | Pick<Read, 'problem'>): void => {
      if (closed) return;
      setRead((before) => ({
        ...(before?.body === body ? before : { loaded: 0 }),
        body,
        reader,
        ...more,
      }));
    };
    feed(body, reader, (loaded) => {
      if (closed) throw new Error('Nobody looks at it any more.');
      told({ loaded });
    }).catch((error: unknown) => {
      told({ problem: error instanceof Error ? error.message : 'The body could not be read.' });
    });
    return () => {
      closed = true;
      reader.close();
    };
  }, [body]);
  const own = read?.body === body ? read : undefined;
  return {
    reader: own?.reader,
    loaded: own?.loaded ?? 0,
    wanted: Math.min(sizeOf(body), mostRead),
    problem: own?.problem,
  };
};

/** How many rows there are in a form by now. */
export const useRowCount = ({ reader, loaded }: LargeBodyState, form: Form): number => {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let stale = false;
    void reader?.call('count', form).then((rows) => {
      if (!stale) setCount(rows);
    });
    return () => {
      stale = true;
    };
  }, [reader, loaded, form]);
  return count;
};
