import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { CopyButton } from '../ui/CopyButton.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { secretDots } from '../ui/use-secret-text.tsx';
import { useRevealed } from '../ui/use-revealed.ts';
import styles from './MaskedValue.module.css';

interface MaskedValueProps {
  /** "Access token": names the value and its buttons. */
  readonly label: string;
  /** Last characters that may be shown. */
  readonly tail?: string;
  /** "812 characters". */
  readonly note?: string;
  /** Opens the value, only when it is asked for. */
  readonly open: () => Promise<string | undefined>;
}

/** A secret that is looked at, not typed: dots at rest, in plain for 30 s on demand, copied without being shown. */
export const MaskedValue = ({ label, tail = '', note, open }: MaskedValueProps) => {
  const [text, setText] = useState<string>();
  const revealed = useRevealed(() => {
    setText(undefined);
  });
  const name = label.toLowerCase();
  const toggle = async (): Promise<void> => {
    if (revealed.isOn) {
      revealed.hide();
      return;
    }
    const value = await open();
    if (value === undefined) return;
    setText(value);
    revealed.show();
  };
  return (
    <div
      className={styles['value']}
      role="group"
      aria-label={label}
      data-open={text !== undefined || undefined}
    >
      {text === undefined ? (
        <span
          className={styles['text']}
          role="img"
          aria-label={`masked${tail === '' ? '' : `, ends in ${tail}`}`}
        >
          {secretDots}
          {tail}
        </span>
      ) : (
        <code className={styles['text']}>{text}</code>
      )}
      {note !== undefined && <span className={styles['note']}>{note}</span>}
      {revealed.isOn && <span className={styles['note']}>{revealed.secondsLeft}&nbsp;s</span>}
      <IconButton
        label={revealed.isOn ? `Hide ${name}` : `Show ${name} for 30 s`}
        size="small"
        onPress={() => void toggle()}
      >
        {revealed.isOn ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
      </IconButton>
      <CopyButton label={`Copy ${name}`} text={open} />
    </div>
  );
};
