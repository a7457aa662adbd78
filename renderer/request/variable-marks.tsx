import type { ReactNode } from 'react';
import { placeholderSpans } from '../../shared/compose/variables.ts';
import styles from './variable-marks.module.css';

/** Which of the variables in a text, counted from 0, the caret stands in. */
export const variableAt = (text: string, caret: number): number | undefined => {
  const at = placeholderSpans(text).findIndex(({ start, end }) => start < caret && caret < end);
  return at < 0 ? undefined : at;
};

/**
 * Marks `{{variables}}` in a text: known ones with the accent, those without a value as a warning. Drawn behind what is
 * typed, so it must not change a letter's place. Nothing where it has none.
 */
export const paintVariables = (text: string, isKnown: (name: string) => boolean): ReactNode => {
  if (!text.includes('{{')) return undefined;
  const pieces: ReactNode[] = [];
  let end = 0;
  for (const { name, start, end: after } of placeholderSpans(text)) {
    pieces.push(
      text.slice(end, start),
      <span
        key={start}
        className={styles['variable']}
        data-variable={name}
        data-missing={!isKnown(name) || undefined}
      >
        {text.slice(start, after)}
      </span>,
    );
    end = after;
  }
  return (
    <>
      {pieces}
      {text.slice(end)}
    </>
  );
};

/** An address: its scheme steps back, its variables stand out. */
export const paintAddress = (text: string, paint: (text: string) => ReactNode): ReactNode => {
  const scheme = /^[a-z][a-z\d+.-]*:\/\//i.exec(text)?.[0] ?? '';
  return (
    <>
      <span className={styles['scheme']}>{scheme}</span>
      {paint(text.slice(scheme.length)) ?? text.slice(scheme.length)}
    </>
  );
};
