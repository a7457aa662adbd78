import { percentDecoded } from '../exchange/percent.ts';
import { isLoopbackHost } from '../schemes/parts/loopback-host.ts';
import { joinUrl, splitUrl, type Param } from '../workspace/draft.ts';
import { placeholderNames } from './variables.ts';

export type Address =
  | {
      readonly ok: true;
      /** Absolute, without user, password and fragment; path and query as typed. */
      readonly url: string;
      /** Host and, unless it is the scheme's own, port: the value of the Host field. */
      readonly host: string;
      /** user:password that stood in the URL, percent-decoded. */
      readonly userinfo: { readonly user: string; readonly password: string } | undefined;
    }
  | { readonly ok: false; readonly message: string };

const no = (message: string): Address => ({ ok: false, message });

/**
 * Makes the absolute URL from what was typed. A missing scheme is https, or http for this machine. The host becomes
 * ASCII (punycode); of path and query only spaces, number signs and characters beyond ASCII are percent-encoded, so that
 * dot segments, doubled slashes and odd characters reach the server as typed.
 */
export const addressOf = ({
  url,
  params,
}: {
  readonly url: string;
  readonly params: readonly Param[];
}): Address => {
  const base = splitUrl(url.trim());
  const typed = joinUrl(base.url, [...base.params, ...params]);
  if (typed === '') return no('The request has no address yet.');
  if (/[\u0000-\u001f\u007f]/.test(typed)) {
    return no('The address contains a line break or another control character; remove it.');
  }
  const absolute = withScheme(typed);
  const [, scheme = '', authority = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?]*)(.*)$/i.exec(absolute) ?? [];
  if (!/^https?$/i.test(scheme))
    return no(`"${scheme}:" cannot be sent; the address must begin with http:// or https://.`);
  const [missing] = placeholderNames(authority);
  if (missing !== undefined) return no(`{{${missing}}} stands in the host and has no value; give it one.`);
  // The URL parser takes a backslash for a slash, so the host would be another one than the eye reads.
  if (authority.includes('\\')) return no('The host contains a backslash; write a slash.');
  const origin = `${scheme}://${authority}`;
  if (!URL.canParse(origin)) return no(`"${authority}" is not a host; check the address.`);
  const { protocol, host } = new URL(origin);
  if (host === '') return no('The address has no host.');
  const target = percentEncoded(rest.startsWith('/') ? rest : `/${rest}`);
  return { ok: true, url: `${protocol}//${host}${target}`, host, userinfo: userinfoOf(authority) };
};

const withScheme = (typed: string): string => {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return typed;
  const bare = typed.replace(/^\/\//, '');
  const [authority = ''] = bare.split(/[/?]/, 1);
  const local =
    URL.canParse(`http://${authority}`) && isLoopbackHost(new URL(`http://${authority}`).hostname);
  return `${local ? 'http' : 'https'}://${bare}`;
};

/** A number sign in a parameter would begin a fragment, which is never sent. */
const percentEncoded = (text: string): string =>
  text.replace(/[^\u0021\u0022\u0024-\u007e]+/gu, (odd) => encodeURIComponent(odd.toWellFormed()));

const userinfoOf = (authority: string): { readonly user: string; readonly password: string } | undefined => {
  const at = authority.lastIndexOf('@');
  if (at < 0) return undefined;
  const text = authority.slice(0, at);
  const colon = text.indexOf(':');
  const [user, password] = colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
  return user === '' && password === ''
    ? undefined
    : { user: percentDecoded(user), password: percentDecoded(password) };
};
