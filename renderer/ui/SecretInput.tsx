import type { FieldWords } from './FieldFrame.tsx';
import { TextInput } from './TextInput.tsx';
import { useSecretText, type SecretSource } from './use-secret-text.tsx';

export interface SecretInputProps extends FieldWords, Pick<SecretSource, 'label' | 'value' | 'open'> {
  readonly onChange: (text: string) => void;
  readonly placeholder?: string | undefined;
  readonly onBlur?: () => void;
  readonly isDisabled?: boolean;
  /** Variables in it are completed and marked; a text of variables alone is shown. */
  readonly takesVariables?: boolean;
}

/** A secret: dots at rest, shown for 30 s on demand, copied without being shown. Typing into a stored one replaces it. */
export const SecretInput = ({
  value,
  onChange,
  open,
  placeholder,
  takesVariables = false,
  onBlur,
  isDisabled = false,
  ...words
}: SecretInputProps) => {
  const secret = useSecretText({ label: words.label, value, open, isDisabled, takesVariables });
  return (
    <TextInput
      {...words}
      value={secret.shown}
      placeholder={secret.isReplacing ? 'Type to replace it' : placeholder}
      isDisabled={isDisabled}
      isConcealed={secret.isConcealed}
      takesVariables={takesVariables}
      onChange={onChange}
      onFocus={() => {
        secret.setFocused(true);
      }}
      onBlur={() => {
        secret.setFocused(false);
        onBlur?.();
      }}
      end={secret.tools}
    />
  );
};
