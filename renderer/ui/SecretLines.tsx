import { LinesInput } from './LinesInput.tsx';
import type { SecretInputProps } from './SecretInput.tsx';
import { useSecretText } from './use-secret-text.tsx';

/** A secret of several lines, such as a private key in PEM form: a SecretInput that keeps line breaks. */
export const SecretLines = ({
  value,
  onChange,
  open,
  placeholder,
  takesVariables = false,
  ...words
}: Omit<SecretInputProps, 'isDisabled' | 'onBlur'>) => {
  const secret = useSecretText({ label: words.label, value, open, isDisabled: false, takesVariables });
  return (
    <LinesInput
      {...words}
      rows={1}
      value={secret.shown}
      placeholder={secret.isReplacing ? 'Paste to replace it' : placeholder}
      isConcealed={secret.isConcealed}
      takesVariables={takesVariables}
      onChange={onChange}
      onFocus={() => {
        secret.setFocused(true);
      }}
      onBlur={() => {
        secret.setFocused(false);
      }}
      end={secret.tools}
    />
  );
};
