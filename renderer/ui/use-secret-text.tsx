import { Eye, EyeOff } from 'lucide-react';
import { useContext, useState, type ReactNode } from 'react';
import { CopyButton } from './CopyButton.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './SecretInput.module.css';
import { useRevealed } from './use-revealed.ts';
import { VariableHelpContext } from './variable-help.ts';

/** Either typed just now, or kept elsewhere and known only by its last characters. */
export type SecretValue =
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'stored'; readonly tail?: string | undefined };

/** A fixed number: the length of a secret is a secret too. */
export const secretDots = '••••••••';

export interface SecretSource {
  /** "Client secret": names its buttons. */
  readonly label: string;
  readonly value: SecretValue;
  /** Opens a stored secret; absent where it cannot be opened. */
  readonly open?: (() => Promise<string | undefined>) | undefined;
  readonly isDisabled: boolean;
  /** Whether a text of variables alone is shown as it is. */
  readonly takesVariables: boolean;
}

interface SecretText {
  /** What the field shows now. */
  readonly shown: string;
  /** What is shown was typed and is drawn as dots. */
  readonly isConcealed: boolean;
  /** A stored secret is about to be replaced. */
  readonly isReplacing: boolean;
  /** Reveal and copy; nothing while there is no secret. */
  readonly tools: ReactNode;
  readonly setFocused: (focused: boolean) => void;
}

/** What a field for a secret shows: dots at rest, the text for 30 s on demand; copied without being shown. */
export const useSecretText = ({
  label,
  value,
  open,
  isDisabled,
  takesVariables,
}: SecretSource): SecretText => {
  const known = useContext(VariableHelpContext);
  const [opened, setOpened] = useState<string>();
  const [focused, setFocused] = useState(false);
  const revealed = useRevealed(() => {
    setOpened(undefined);
  });
  const name = label.toLowerCase();
  const isEmpty = value.kind === 'typed' && value.text === '';
  // A text of variables alone keeps no secret, and must be seen to be told from one.
  const isOpen = takesVariables && value.kind === 'typed' && known?.isOpen(value.text) === true;

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
    if (value.kind === 'typed' && isOpen) return value.text;
    if (revealed.isOn) return (value.kind === 'stored' ? opened : value.text) ?? '';
    if (focused) return value.kind === 'typed' ? value.text : '';
    return value.kind === 'stored' ? `${secretDots}${value.tail ?? ''}` : secretDots;
  };

  return {
    shown: shown(),
    isConcealed: focused && !revealed.isOn && !isOpen,
    isReplacing: focused && value.kind === 'stored',
    setFocused,
    tools:
      isEmpty || isOpen ? undefined : (
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
      ),
  };
};
