import type { Evidence } from '../../shared/diagnosis/diagnosis.ts';

/** The thread from the verdict to the bytes, as a view sees it: what is active, and how to make something so. */
export interface Thread {
  /** Evidence of the verdict, in its order. */
  readonly evidence: readonly Evidence[];
  /** Index of the evidence in question. */
  readonly active: number | undefined;
  /** Hover or focus came to a piece of evidence; it stays active until another one is, so that its leader can be followed. */
  readonly onActive: (index: number | undefined) => void;
  /** Counts wishes to scroll to the active evidence. */
  readonly scrollRequest: number;
}

export const isActive = (thread: Thread, evidence: readonly number[]): boolean =>
  thread.active !== undefined && evidence.includes(thread.active);

/** Moves the focus to the evidence's row in the diagnosis, where there is one. */
export const focusRow = (index: number): void => {
  document.querySelector<HTMLElement>(`[data-evidence-row="${index}"]`)?.focus();
};
