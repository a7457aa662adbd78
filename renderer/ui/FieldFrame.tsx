import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './FieldFrame.module.css';

/** What every typed field may have around it. The label is always there; it may be for screen readers only. */
export interface FieldWords {
  readonly label: string;
  readonly labelHidden?: boolean;
  /** One line below: what it is for. */
  readonly help?: ReactNode;
  /** One sentence: what is wrong, then what was probably meant. */
  readonly error?: string | undefined;
}

interface FieldFrameProps extends FieldWords {
  readonly children: (ids: { readonly input: string; readonly describedBy: string | undefined }) => ReactNode;
}

/** Label in the label column of a FormGrid, or above; field; help or error below. */
export const FieldFrame = ({ label, labelHidden = false, help, error, children }: FieldFrameProps) => {
  const input = useId();
  const note = `${input}-note`;
  const hasNote = error !== undefined || help !== undefined;
  return (
    <div className={cx(styles['frame'], labelHidden && styles['bare'])}>
      <label className={labelHidden ? styles['hidden'] : styles['label']} htmlFor={input}>
        {label}
      </label>
      <div className={styles['body']}>
        {children({ input, describedBy: hasNote ? note : undefined })}
        {hasNote && (
          <p id={note} className={error === undefined ? styles['help'] : styles['error']}>
            {error !== undefined && <CircleAlert size={14} strokeWidth={1.75} aria-hidden="true" />}
            {error ?? help}
          </p>
        )}
      </div>
    </div>
  );
};

/** Rows of labelled fields with one label column. */
export const FormGrid = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['form']}>{children}</div>
);

export const FormHeading = ({ children }: { readonly children: ReactNode }) => (
  <h3 className={styles['heading']}>{children}</h3>
);

/** A row of a FormGrid that holds something else than a field. */
export const FormRow = ({
  label,
  help,
  children,
}: {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly children: ReactNode;
}) => (
  <div className={styles['frame']}>
    <span className={styles['label']}>{label}</span>
    <div className={styles['body']}>
      {children}
      {help !== undefined && <p className={styles['help']}>{help}</p>}
    </div>
  </div>
);
