import { useState } from 'react';
import { TextInput } from '../ui/TextInput.tsx';

/** A field whose text is not always a value: what is typed stays until it is one. */
export const ParsedInput = <T,>({
  label,
  help,
  text,
  parse,
  problem,
  isShort = false,
  takesVariables = false,
  placeholder,
  onChange,
}: {
  readonly label: string;
  readonly help: string;
  readonly text: string;
  readonly parse: (typed: string) => T | undefined;
  readonly problem: string;
  readonly isShort?: boolean;
  readonly takesVariables?: boolean;
  readonly placeholder?: string;
  readonly onChange: (value: T) => void;
}) => {
  const [typed, setTyped] = useState<string>();
  return (
    <TextInput
      label={label}
      takesVariables={takesVariables}
      help={help}
      isShort={isShort}
      placeholder={placeholder}
      value={typed ?? text}
      error={typed !== undefined && parse(typed) === undefined ? problem : undefined}
      onChange={(next) => {
        setTyped(next);
        const value = parse(next);
        if (value !== undefined) onChange(value);
      }}
      onBlur={() => {
        setTyped(undefined);
      }}
    />
  );
};
