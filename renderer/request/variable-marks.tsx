import type { ReactNode } from 'react';
import styles from './variable-marks.module.css';

const placeholder = /\{\{\s*([^{}\s](?:[^{}]*[^{}\s])?)\s*\}\}/g;

/** Which of the variables in a text, counted from 0, the caret stands in. */
export const variableAt = (text: string, caret: number): number | undefined => {
  const at = [...text.matchAll(placeholder)].findIndex(
    ({ 0: whole, index }) => index < caret && caret < index + whole.length,
  );
  return at < 0 ? undefined : at;
};

/**
 * Marks `{{variables}}` in a text: known ones with the accent, those without a value as a warning. Drawn behind what is
 * typed, so it must not change a letter's place.
 */
export const paintVariables = (text: string, isKnown: (name: string) => boolean): ReactNode => {
  const pieces: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(placeholder)) {
    const [whole, name = ''] = match;
    pieces.push(
      text.slice(end, match.index),
      <span
        key={match.index}
        className={styles['variable']}
        data-variable={name}
        data-missing={!isKnown(name) || undefined}
      >
        {whole}
      </span>,
    );
    end = match.index + whole.length;
  }
  return (
    <>
      {pieces}
      {text.slice(end)}
    </>
  );
};

/** An address: its scheme steps back, its variables stand out. */
export const paintAddress = (text: string, isKnown: (name: string) => boolean): ReactNode => {
  const scheme = /^[a-z][a-z\d+.-]*:\/\//i.exec(text)?.[0] ?? '';
  return (
    <>
      <span className={styles['scheme']}>{scheme}</span>
      {paintVariables(text.slice(scheme.length), isKnown)}
    </>
  );
};
