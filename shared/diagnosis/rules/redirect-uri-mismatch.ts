import type { Facts } from '../facts.ts';
import type { Weighed } from '../rule.ts';
import { anyOf } from '../any-of.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { FAINT, HINTED, PROVEN, STATED, SUGGESTED } from '../weights.ts';

/** What remains when neither the code's age nor the client is blamed: the token request repeats no redirect URI (RFC 6749 §4.1.3). */
const leftOut = (facts: Facts): Weighed | undefined => {
  const value = (name: string): string | undefined => facts.form.find((one) => one.name === name)?.value;
  if (
    !facts.tokenRequest ||
    value('grant_type') !== 'authorization_code' ||
    value('redirect_uri') !== undefined ||
    value('code_verifier') !== undefined
  )
    return undefined;
  const weight = /error: access_denied/.test(facts.said)
    ? STATED + FAINT
    : /error: invalid_request/.test(facts.said)
      ? SUGGESTED
      : /error: invalid_grant/.test(facts.said)
        ? HINTED
        : undefined;
  return weight === undefined
    ? undefined
    : weigh(weight, 'The body holds a code and no redirect_uri', {
        in: 'body',
        exchange: facts.index,
        side: 'request',
      });
};

/** The login was begun with another redirect URI than the token request repeats (RFC 6749 §4.1.3). */
const begunWith = (facts: Facts): { readonly index: number; readonly uri: string } | undefined => {
  const value = (name: string): string | undefined => facts.form.find((one) => one.name === name)?.value;
  const [now, client] = [value('redirect_uri'), value('client_id')];
  if (!facts.tokenRequest || value('grant_type') !== 'authorization_code' || now === undefined)
    return undefined;
  for (const { exchange, index } of facts.earlier.toReversed()) {
    if (!URL.canParse(exchange.request.url)) continue;
    const query = new URL(exchange.request.url).searchParams;
    const uri = query.get('redirect_uri');
    if (uri === null || !query.has('response_type')) continue;
    if (client !== undefined && query.get('client_id') !== client) continue;
    return uri === now ? undefined : { index, uri };
  }
  return undefined;
};

/** The redirect URI is not registered or differs from the one that was asked with (RFC 6749 §3.1.2.4). */
export const redirectUriMismatch = defineRule({
  cause: 'redirect-uri-mismatch',
  references: ['RFC 6749 §3.1.2.4', 'RFC 9700 §2.1'],
  explains: [
    'grant-invalid',
    'client-authentication-failed',
    'client-not-allowed',
    'credentials-missing',
    'blocked-by-intermediary',
  ],
  phrases: [
    {
      says: anyOf({
        redirect_uri: /redirect[_ ]?ur[il][_ ]?(?:mismatch)?/i,
        'redirect_uri invalid':
          /redirect[_ ]?ur[il][^.;]{0,80}(?:match|register|invalid|allow|valid|mismatch|whitelist|differ)/i,
        'Callback URL not approved':
          /(?:callback|reply|return)[_ ]?ur[il]s?[^.;]{0,60}(?:not (?:approved|allowed|match|registered|valid)|mismatch|invalid|must|differ)/i,
        'reply address': /reply address/i,
        AADSTS50011: /AADSTS50011/i,
        AADSTS500112: /AADSTS500112/i,
        invalid_redirect_uri: /invalid[_ ]redirect/i,
        'bad redirect': /bad[_ ]redirect/i,
        redirect_mismatch: /redirect_mismatch/i,
        'mismatching redirection': /mismatching redirect/i,
        'callback URL mismatch': /callback[_ ](?:ur[il][_ ])?mismatch/i,
        invalid_callback: /invalid_callback/i,
        'registered callback does not match': /registered callback[^.;]{0,40}not match/i,
        'redirect failed': /redirect failed/i,
        'domain of this URL is not included': /domain of this url is ?n[o'’]t included/i,
        'ACS URL is not': /(?:acs|assertion consumer service) ur[il][^.;]{0,80}(?:not|mismatch|invalid)/i,
        'not authorized to use CAS': /not authorized to use CAS/i,
        origin_mismatch: /origin_mismatch/i,
        'Custom URI scheme is not enabled':
          /custom (?:ur[il] )?schemes?(?: ur[il]s?)? (?:is|are) not (?:allowed|enabled|supported|permitted)/i,
      }),
      unless: /missing|code[_ ]verifier/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const left = leftOut(facts);
    const begun = begunWith(facts);
    if (heard.length === 0 && left === undefined && begun === undefined) return undefined;
    const inUrl = facts.url?.searchParams.get('redirect_uri') ?? undefined;
    const uri = inUrl ?? facts.form.find(({ name }) => name === 'redirect_uri')?.value;
    return support(
      [
        ...heard,
        left,
        begun !== undefined &&
          weigh(PROVEN, `The login was begun with ${begun.uri}`, { in: 'url', exchange: begun.index }),
        uri !== undefined &&
          weigh(
            HINTED,
            `The redirect URI is ${uri}`,
            inUrl === undefined
              ? { in: 'body', exchange: facts.index, side: 'request' }
              : { in: 'url', exchange: facts.index },
          ),
      ],
      {
        title:
          uri === undefined && left !== undefined
            ? 'The token request does not repeat the redirect URI'
            : uri === undefined
              ? 'The redirect URI is not the one that is registered'
              : begun === undefined
                ? `The redirect URI ${uri} is not registered for this client`
                : `The token request names ${uri}; the login was begun with ${begun.uri}`,
        explanation:
          'An authorization server sends codes only to addresses registered for the client, and compares them letter by letter: http against https, a slash at the end, the port, localhost against 127.0.0.1. The token request must repeat the same one. Register exactly what the client sends.',
        remedies: [{ id: 'correct-redirect-uri' }, { id: 'report' }],
      },
    );
  },
});
