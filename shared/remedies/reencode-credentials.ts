import {
  base64OfByteString,
  byteStringOfBase64,
  latin1ByteString,
  utf8ByteString,
  utf8OfBytes,
} from '../exchange/bytes.ts';
import { parseCredentials } from '../http-auth/credentials.ts';
import { schemeById } from '../schemes/index.ts';
import type { Draft } from '../workspace/draft.ts';
import { typedField, withTypedField } from './parts/draft-edits.ts';
import { changingSettings, usedAuth } from './parts/used-auth.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy, type Plan, type Situation } from './remedy.ts';

const hasCharset = (scheme: string): boolean =>
  schemeById(scheme)?.form.some((field) => field.name === 'charset') === true;

/** The other reading of the same user name and password; `undefined` where it cannot be written so. */
const reencoded = (value: string, charset: string): string | undefined => {
  const { scheme, spelled, rest } = parseCredentials(value);
  const bytes = scheme === 'basic' ? byteStringOfBase64(rest) : undefined;
  if (bytes === undefined) return undefined;
  const other = charset === 'utf-8' ? utf8ByteString(bytes) : latin1ByteString(utf8OfBytes(bytes));
  return other === undefined || other === bytes ? undefined : `${spelled} ${base64OfByteString(other)}`;
};

const changing = (situation: Situation, charset: string): Pick<Plan, 'apply' | 'profile'> | undefined => {
  const typed = typedField(situation.draft, 'Authorization');
  if (typed !== undefined) {
    const value = reencoded(typed, charset);
    const after = (): Draft => withTypedField(situation.draft, 'Authorization', value ?? typed);
    return value === undefined ? undefined : { apply: after };
  }
  const auth = usedAuth(situation);
  return auth !== undefined && hasCharset(auth.scheme)
    ? changingSettings(situation, () => ({ charset }))
    : undefined;
};

const names: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', 'iso-8859-1': 'Latin-1' };

/** Sends user name and password in the charset that the server reads (RFC 7617 §2.1). */
export const reencodeCredentials = defineRemedy({
  id: 'reencode-credentials',
  plan(situation, offer) {
    const charset = offer.values?.['charset'] ?? 'utf-8';
    const change = changing(situation, charset);
    if (change === undefined) return undefined;
    const to = names[charset] ?? charset;
    return resend(situation, {
      id: 'reencode-credentials',
      label: `Encode as ${to} and retry`,
      changes: [
        {
          before: `Basic, encoded as ${to === 'UTF-8' ? 'Latin-1' : 'UTF-8'}`,
          after: `Basic, encoded as ${to}`,
        },
      ],
      ...change,
    });
  },
});
