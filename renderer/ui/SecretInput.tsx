import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { CopyButton } from './CopyButton.tsx';
import type { FieldWords } from './FieldFrame.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './SecretInput.module.css';
import { TextInput } from './TextInput.tsx';
import { useRevealed } from './use-revealed.ts';

/** Either typed just now, or kept elsewhere and known only by its last characters. */
export type SecretValue =
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'stored'; readonly tail?: string | undefined };

/** A fixed number: the length of a secret is a secret too. */
export const secretDots = '••••••••';

interface SecretInputProps extends FieldWords {
  readonly value: SecretValue;
  readonly onChange: (text: string) => void;
  /** Opens a stored secret; absent where it cannot be opened. */
  readonly open?: (() => Promise<string | undefined>) | undefined;
  readonly placeholder?: string | undefined;
  readonly onBlur?: () => void;
  readonly isDisabled?: boolean;
}

/** A secret: dots at rest, shown for 30 s on demand, copied without being shown. Typing into a stored one replaces it. */
export const SecretInput = ({
  value,
  onChange,
  open,
  placeholder,
  onBlur,
  isDisabled = false,
  ...words
}: SecretInputProps) => {
  const [opened, setOpened] = useState<string>();
  const [focused, setFocused] = useState(false);
  const revealed = useRevealed(() => {
    setOpened(undefined);
  });
  const name = words.label.toLowerCase();
  const masked = value.kind === 'stored' ? `${secretDots}${value.tail ?? ''}` : secretDots;
  const plain = value.kind === 'stored' ? opened : value.text;
  const isEmpty = value.kind === 'typed' && value.text === '';

  const reveal = async (): Promise<void> => {
    if (revealed.isOn) {
      revealed.hide();
      return;
    }
    if (value.kind === 'stored') {
      const secret = await open?.();
      if (secret === undefined) return;
      setOpened(secret);
    }
    revealed.show();
  };

  const shown = (): string => {
    if (isEmpty) return '';
    if (revealed.isOn) return plain ?? '';
    if (focused) return value.kind === 'typed' ? value.text : '';
    return masked;
  };

  return (
    <TextInput
      {...words}
      value={shown()}
      placeholder={focused && value.kind === 'stored' ? 'Type to replace it' : placeholder}
      isDisabled={isDisabled}
      isConcealed={focused && !revealed.isOn}
      onChange={onChange}
      onFocus={() => {
        setFocused(true);
      }}
      onBlur={() => {
        setFocused(false);
        onBlur?.();
      }}
      end={
        isEmpty ? undefined : (
          <>
            {revealed.isOn && <span className={styles['left']}>{revealed.secondsLeft} s</span>}
            <IconButton
              label={revealed.isOn ? `Hide ${name}` : `Show ${name} for 30 s`}
              size="small"
              isDisabled={isDisabled || (value.kind === 'stored' && open === undefined)}
              onPress={() => void reveal()}
            >
              {revealed.isOn ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
            </IconButton>
            <CopyButton
              label={`Copy ${name}`}
              text={value.kind === 'typed' ? value.text : async () => open?.()}
            />
          </>
        )
      }
    />
  );
};
