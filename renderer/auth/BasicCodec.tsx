import { useState } from 'react';
import { decodeBasic } from '../../shared/schemes/basic/codec.ts';
import type { Scheme } from '../../shared/schemes/scheme.ts';
import type { SchemeSettings } from '../../shared/workspace/draft.ts';
import { plainSecret } from '../../shared/workspace/secret.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { FormGrid, FormRow } from '../ui/FieldFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SecretInput } from '../ui/SecretInput.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './BasicCodec.module.css';
import { charsetMatters, charsetName, encodedBasic } from './basic-value.ts';
import { MaskedValue } from './MaskedValue.tsx';
import { secretSetting, textSetting, type SettingValue } from './form-settings.ts';
import { openSecret } from './open-secret.ts';

interface BasicCodecProps {
  readonly scheme: Scheme;
  readonly settings: SchemeSettings;
  readonly onChange: (change: Readonly<Record<string, SettingValue>>) => void;
}

/** What stands in the field for this user name and password. A stored password is opened only to show it. */
const Encoder = ({ scheme, settings }: Omit<BasicCodecProps, 'onChange'>) => {
  const secret = secretSetting(settings, 'password');
  const username = textSetting(scheme, settings, 'username');
  const encode = (password: string) =>
    encodedBasic(username, password, textSetting(scheme, settings, 'charset'));
  const now = 'ref' in secret ? undefined : encode(secret.plain);
  if (now?.ok === false) return null;
  const open = async (): Promise<string | undefined> => {
    const password = 'ref' in secret ? await openSecret(secret.ref) : secret.plain;
    const encoded = password === undefined ? undefined : encode(password);
    return encoded?.ok === true ? encoded.value : undefined;
  };
  return (
    <>
      <FormRow label="Encoded">
        <MaskedValue label="Encoded value" open={open} />
        {now !== undefined && 'plain' in secret && !charsetMatters(username, secret.plain) && (
          <p className={styles['note']}>The same in every charset: all characters are ASCII.</p>
        )}
      </FormRow>
      {now?.warnings.map((warning) => (
        <Notice key={warning} tone="warned">
          {warning}
        </Notice>
      ))}
    </>
  );
};

const Decoder = ({ onChange }: Pick<BasicCodecProps, 'onChange'>) => {
  const [typed, setTyped] = useState('');
  const decoded = typed.trim() === '' ? undefined : decodeBasic(typed);
  return (
    <>
      <SecretInput
        label="Decode"
        value={{ kind: 'typed', text: typed }}
        placeholder="Basic dXNlcjpwYXNz"
        help="Paste an encoded value, with or without the word Basic."
        onChange={setTyped}
      />
      {decoded?.problems.map((problem) => (
        <Notice key={problem} tone="warned">
          {problem}
        </Notice>
      ))}
      {decoded?.readable === true && (
        <>
          <TextInput label="User name" value={decoded.user} isReadOnly />
          <FormRow label="Password">
            <MaskedValue label="Decoded password" open={async () => decoded.password} />
          </FormRow>
          <div className={styles['use']}>
            <span>Read as {charsetName[decoded.charset]}</span>
            <Button
              onPress={() => {
                onChange({
                  username: decoded.user,
                  password: plainSecret(decoded.password),
                  charset: decoded.charset,
                });
                setTyped('');
              }}
            >
              Use these
            </Button>
          </div>
        </>
      )}
    </>
  );
};

/** Basic both ways: what is typed as it will stand in the field, and a pasted field as what was typed. */
export const BasicCodec = ({ scheme, settings, onChange }: BasicCodecProps) => (
  <Disclosure title="Encode and decode">
    <div className={styles['codec']}>
      <FormGrid>
        <Encoder scheme={scheme} settings={settings} />
        <Decoder onChange={onChange} />
      </FormGrid>
    </div>
  </Disclosure>
);
