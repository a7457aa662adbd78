import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { copyText } from './clipboard.ts';
import { IconButton } from './IconButton.tsx';

interface CopyButtonProps {
  /** "Copy client secret": names the button. */
  readonly label: string;
  /** Asked for only when pressed, so that a secret is opened for no longer than that. */
  readonly text: string | (() => Promise<string | undefined>);
  readonly size?: 'regular' | 'small';
}

export const CopyButton = ({ label, text, size = 'small' }: CopyButtonProps) => {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => {
      setCopied(false);
    }, 1_500);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);

  const copy = async (): Promise<void> => {
    const value = typeof text === 'string' ? text : await text();
    if (value !== undefined) setCopied(await copyText(value));
  };
  return (
    <IconButton label={copied ? 'Copied' : label} size={size} onPress={() => void copy()}>
      {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
    </IconButton>
  );
};
