import { utf8OfBytes } from '../exchange/bytes.ts';
import type { ProxyAuthScheme } from '../proxy/network-settings.ts';
import type { DraftProxy, DraftSettings } from '../workspace/draft.ts';
import { plainSecret } from '../workspace/secret.ts';
import { loginOfUserinfo, splitUser, type CurlLogin } from './curl-login.ts';
import type { GivenOption } from './curl-words.ts';

/** Options that name a proxy, and the scheme that they mean where the address writes none. */
const naming: Readonly<Record<string, string>> = {
  proxy: 'http',
  socks5: 'socks5',
  'socks5-hostname': 'socks5h',
};

const schemes: Readonly<Record<string, ProxyAuthScheme>> = {
  'proxy-anyauth': 'automatic',
  'proxy-basic': 'basic',
  'proxy-digest': 'digest',
  'proxy-ntlm': 'ntlm',
  'proxy-negotiate': 'negotiate',
};

/** -x, --socks5, -U, --noproxy and what goes with them; of several proxies the last one counts. */
export const readCurlProxy = (
  given: readonly GivenOption[],
  notes: string[],
): Pick<DraftSettings, 'proxy' | 'noProxy'> => {
  const last = (...names: readonly string[]): GivenOption | undefined =>
    given.findLast((option) => option.on && names.includes(option.name));
  const listed = last('noproxy')?.value;
  const noProxy = listed === undefined ? {} : { noProxy: utf8OfBytes(listed) };
  const named = last(...Object.keys(naming));
  // An empty address overrides the environment.
  if (named?.value === '') return { noProxy: '*' };
  const address = named === undefined ? undefined : addressOf(named, notes);
  if (address === undefined) return noProxy;
  const login = loginOf(address, last('proxy-user')?.value, notes);
  const chosen = last(...Object.keys(schemes))?.name;
  const insecure = last('proxy-insecure') !== undefined;
  const proxy: DraftProxy = {
    url: address.kind + address.rest,
    username: login.username,
    password: plainSecret(login.password),
    ...(login.username === '' && chosen !== 'proxy-negotiate'
      ? {}
      : { scheme: schemes[chosen ?? ''] ?? 'basic' }),
    ...(/^https:/i.test(address.kind) ? { verifyTls: !insecure } : {}),
  };
  return { proxy, ...noProxy };
};

interface Address {
  /** With its colon and slashes. */
  readonly kind: string;
  readonly userinfo: string | undefined;
  readonly rest: string;
}

/** curl takes the scheme of the address before that of the option. */
const addressOf = ({ name, value }: GivenOption, notes: string[]): Address | undefined => {
  const typed = utf8OfBytes(value);
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `${naming[name] ?? 'http'}://${typed}`;
  const [, kind, userinfo, rest = ''] = /^((?:https?|socks5h?):\/\/)(?:([^@/]*)@)?(.*)$/i.exec(whole) ?? [];
  if (kind === undefined) {
    notes.push(
      `The proxy ${typed.replace(/\/\/.*@/, '//')} was left out: only HTTP and SOCKS5 proxies are supported.`,
    );
    return undefined;
  }
  return { kind, userinfo, rest };
};

const loginOf = ({ userinfo }: Address, option: string | undefined, notes: string[]): CurlLogin => {
  if (option !== undefined) return splitUser(option, 'proxy user', notes);
  if (userinfo === undefined) return { username: '', password: '' };
  return loginOfUserinfo(userinfo);
};
