import { useEffect, useState } from 'react';
import type { Body } from '../../shared/exchange/exchange.ts';
import { bytesInHand, readPiece } from './body-source.ts';

export interface LoadedBody {
  /** What is in the window so far. */
  readonly bytes: Uint8Array;
  /** The rest lies with the host. */
  readonly more: boolean;
  readonly loading: boolean;
  /** Why the next piece could not be read, one sentence. */
  readonly problem: string | undefined;
  loadMore(): void;
}

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};

/** The bytes of a body; those of a file come piece by piece, the first at once. */
export const useLoadedBody = (body: Body): LoadedBody => {
  const [bytes, setBytes] = useState(() => bytesInHand(body));
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<string>();

  const load = async (offset: number, isWanted: () => boolean): Promise<void> => {
    if (body.kind !== 'file') return;
    setLoading(true);
    try {
      const piece = await readPiece(body.id, offset);
      if (isWanted()) setBytes((before) => joined(before.subarray(0, offset), piece));
    } catch (error) {
      if (isWanted()) setProblem(error instanceof Error ? error.message : 'The body could not be read.');
    } finally {
      if (isWanted()) setLoading(false);
    }
  };

  useEffect(() => {
    let wanted = true;
    setBytes(bytesInHand(body));
    setProblem(undefined);
    void load(0, () => wanted);
    return () => {
      wanted = false;
    };
    // A body is a value: only another one starts anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [body]);

  return {
    bytes,
    more: body.kind === 'file' && bytes.length < body.size,
    loading,
    problem,
    loadMore: () => void load(bytes.length, () => true),
  };
};
