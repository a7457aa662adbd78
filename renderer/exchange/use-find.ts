import { useState } from 'react';

/** What is looked for in a body, and at which of its places a person is. */
export interface Find {
  readonly isOpen: boolean;
  readonly words: string;
  /** How many places there are; absent until it is known. */
  readonly places: number | undefined;
  /** Which of them is gone to, from 0. */
  readonly place: number;
  /** Counts the wishes to go somewhere. */
  readonly request: number;
  open(): void;
  close(): void;
  look(words: string): void;
  tell(places: number): void;
  /** To the next place, or the one before; round at the ends. */
  go(by: 1 | -1): void;
}

const atRest = { isOpen: false, words: '', places: undefined, place: 0 } as const;

export const useFind = (): Find => {
  const [state, setState] = useState<Omit<Find, 'open' | 'close' | 'look' | 'tell' | 'go'>>({
    ...atRest,
    request: 0,
  });
  return {
    ...state,
    open: () => setState((before) => ({ ...before, isOpen: true, request: before.request + 1 })),
    close: () => setState((before) => ({ ...atRest, request: before.request })),
    look: (words) => setState((before) => ({ ...before, words, places: undefined, place: 0 })),
    tell: (places) =>
      setState((before) => ({ ...before, places, request: before.request + (places > 0 ? 1 : 0) })),
    go: (by) =>
      setState((before) => {
        const { places = 0, place, request } = before;
        if (places === 0) return before;
        return { ...before, place: (place + by + places) % places, request: request + 1 };
      }),
  };
};
