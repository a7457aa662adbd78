import { utf8OfBytes } from '../exchange/bytes.ts';
import type { DraftAuth } from '../workspace/draft.ts';
import { plainSecret } from '../workspace/secret.ts';
import { schemes } from '../schemes/index.ts';
import type { GivenOption } from './curl-words.ts';

/** Options that choose a scheme; which one of ours each means, the schemes say. */
const choosing = ['digest', 'ntlm', 'ntlm-wb', 'negotiate', 'aws-sigv4'];

const readings = new Map(
  schemes.flatMap(({ id, curlReading }) =>
    curlReading === undefined ? [] : [[curlReading.option, { scheme: id, read: curlReading.read }] as const],
  ),
);

const lastOn = (given: readonly GivenOption[], name: string): GivenOption | undefined =>
  given.findLast((option) => option.name === name);

const isOn = (given: readonly GivenOption[], name: string): boolean => lastOn(given, name)?.on ?? false;

/**
 * -u with its scheme, or --oauth2-bearer. Credentials for a scheme that is not known are never turned into another
 * one: sent as Basic, they would be given away.
 */
export const readCurlAuth = (given: readonly GivenOption[], notes: string[]): DraftAuth => {
  const user = lastOn(given, 'user');
  const chosen = choosing.find((name) => isOn(given, name));
  if (chosen !== undefined) {
    const reading = readings.get(chosen);
    if (reading === undefined) {
      const lost = user === undefined ? '' : ', and the credentials of -u were left out';
      notes.push(`--${chosen} is not supported${lost}.`);
      return { kind: 'none' };
    }
    // "-u :" is curl's way to say: whoever is logged in.
    const login = user === undefined ? { username: '', password: '' } : splitUser(user.value, 'user', notes);
    const value = utf8OfBytes(lastOn(given, chosen)?.value ?? '');
    return { kind: 'own', scheme: reading.scheme, settings: reading.read({ ...login, value }) };
  }
  const token = lastOn(given, 'oauth2-bearer');
  if (token !== undefined) {
    if (user !== undefined) notes.push('-u was left out: --oauth2-bearer takes its place.');
    return {
      kind: 'own',
      scheme: 'bearer',
      settings: { token: plainSecret(utf8OfBytes(token.value)), prefix: 'Bearer' },
    };
  }
  if (user === undefined) return { kind: 'none' };
  if (isOn(given, 'anyauth'))
    notes.push(
      '--anyauth lets curl choose the scheme; Basic is set. Change it if the server asks for another.',
    );
  const { username, password } = splitUser(user.value, 'user', notes);
  return {
    kind: 'own',
    scheme: 'basic',
    settings: { username, password: plainSecret(password), charset: 'utf-8' },
  };
};

/** A value of -u or -U; `whose` is for the note where it holds no password. */
export const splitUser = (
  value: string,
  whose: 'user' | 'proxy user',
  notes: string[],
): { readonly username: string; readonly password: string } => {
  const text = utf8OfBytes(value);
  const colon = text.indexOf(':');
  if (colon >= 0) return { username: text.slice(0, colon), password: text.slice(colon + 1) };
  notes.push(`curl would ask for the password of the ${whose} ${text}: type it.`);
  return { username: text, password: '' };
};
