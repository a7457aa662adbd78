import { utf8OfBytes } from '../exchange/bytes.ts';
import type { DraftAuth, SchemeSettings } from '../workspace/draft.ts';
import { firstScheme } from '../schemes/index.ts';
import type { Scheme } from '../schemes/scheme.ts';
import { loginOfUserinfo, splitUser, type CurlLogin } from './curl-login.ts';
import type { GivenOption } from './curl-words.ts';

/** Options that choose another scheme than Basic; which one of ours each means, the schemes say. */
const choosing = ['digest', 'ntlm', 'ntlm-wb', 'negotiate', 'aws-sigv4'];

const chosenBy = (option: string): Scheme | undefined =>
  firstScheme(({ curlReading }) => curlReading?.option === option);

const nobody: CurlLogin = { username: '', password: '' };

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
  const fromFile = user === undefined ? netrcSettings(given) : undefined;
  if (fromFile !== undefined) {
    const scheme = chosenBy(chosen ?? 'basic');
    if (scheme?.form.some(({ name }) => name === 'netrcFile') === true) {
      return { kind: 'own', scheme: scheme.id, settings: fromFile };
    }
    notes.push(`--${chosen ?? ''} takes no login from a netrc file here; type it.`);
  }
  if (chosen !== undefined) {
    // "-u :" is curl's way to say: whoever is logged in.
    const login = user === undefined ? nobody : splitUser(user.value, 'user', notes);
    const auth = chosenAuth(given, chosen, login);
    if (auth !== undefined) return auth;
    const lost = user === undefined ? '' : ', and the credentials of -u were left out';
    notes.push(`--${chosen} is not supported${lost}.`);
    return { kind: 'none' };
  }
  const token = lastOn(given, 'oauth2-bearer');
  if (token !== undefined) {
    if (user !== undefined) notes.push('-u was left out: --oauth2-bearer takes its place.');
    return chosenAuth(given, 'oauth2-bearer', nobody) ?? { kind: 'none' };
  }
  if (user === undefined) return { kind: 'none' };
  if (isOn(given, 'anyauth'))
    notes.push(
      '--anyauth lets curl choose the scheme; Basic is set. Change it if the server asks for another.',
    );
  return chosenAuth(given, 'basic', splitUser(user.value, 'user', notes)) ?? { kind: 'none' };
};

/** -n and its kin. --netrc-optional means -n here: a request without its credentials would hide why it is refused. */
const netrcSettings = (given: readonly GivenOption[]): SchemeSettings | undefined => {
  const file = lastOn(given, 'netrc-file');
  if (file === undefined && !isOn(given, 'netrc') && !isOn(given, 'netrc-optional')) return undefined;
  return { source: 'netrc', ...(file === undefined ? {} : { netrcFile: utf8OfBytes(file.value) }) };
};

const chosenAuth = (
  given: readonly GivenOption[],
  option: string,
  login: CurlLogin,
): DraftAuth | undefined => {
  const scheme = chosenBy(option);
  if (scheme?.curlReading === undefined) return undefined;
  const value = utf8OfBytes(lastOn(given, option)?.value ?? '');
  return { kind: 'own', scheme: scheme.id, settings: scheme.curlReading.read({ ...login, value }) };
};

/** To curl, user and password in the address are what -u is: the chosen scheme uses them, and they leave the address. */
export const loginInUrl = (
  url: string,
  given: readonly GivenOption[],
): { readonly url: string; readonly auth: DraftAuth } | undefined => {
  const chosen = choosing.find((name) => isOn(given, name));
  const [, scheme = '', userinfo, rest = ''] = /^([a-z]+:\/\/)([^@/]*)@(.*)$/i.exec(url) ?? [];
  if (chosen === undefined || userinfo === undefined || lastOn(given, 'user') !== undefined) return undefined;
  const auth = chosenAuth(given, chosen, loginOfUserinfo(userinfo));
  return auth === undefined ? undefined : { url: scheme + rest, auth };
};
