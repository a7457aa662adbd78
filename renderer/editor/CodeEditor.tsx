import { lazy, Suspense, useState } from 'react';
import styles from './CodeEditor.module.css';

export interface CodeEditorProps {
  /** Names it for screen readers. */
  readonly label: string;
  readonly value: string;
  /** Monaco's id; what it does not know is plain text. */
  readonly language: string;
  readonly onChange?: (value: string) => void;
  readonly isReadOnly?: boolean;
  readonly wraps?: boolean;
  /** Variables in it are completed, marked and explained, where somebody around it knows them. */
  readonly takesVariables?: boolean;
  /** Opens the editor's search when it changes; 0 at rest. */
  readonly findRequest?: number;
}

const LoadedEditor = lazy(async () => ({ default: (await import('./LoadedEditor.tsx')).LoadedEditor }));

/** Monaco, loaded when it is first needed; until then the text stands there as it is. Fills its container. */
export const CodeEditor = ({ findRequest = 0, ...props }: CodeEditorProps) => {
  // A wish that was made before, of another editor, is not this one's.
  const [before] = useState(findRequest);
  return (
    <Suspense fallback={<pre className={styles['waiting']}>{props.value.slice(0, 20_000)}</pre>}>
      <LoadedEditor {...props} findRequest={findRequest - before} />
    </Suspense>
  );
};
