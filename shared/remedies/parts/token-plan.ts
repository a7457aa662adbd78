import { responseOf } from '../../exchange/outcome.ts';
import { maskSecret } from '../../exchange/redact.ts';
import { hostIn } from '../../exchange/url.ts';
import { schemeById } from '../../schemes/index.ts';
import type { RemedyId } from '../remedy-ids.ts';
import type { Change, Plan, Situation, TokenAction } from '../remedy.ts';
import { textSetting, usedAuth } from './used-auth.ts';
import { resend } from './wording.ts';

/** The ways in which the request’s scheme can get a token. */
const ways = (situation: Situation): readonly TokenAction[] => {
  const auth = usedAuth(situation);
  const scheme = auth === undefined ? undefined : schemeById(auth.scheme);
  return (
    (auth &&
      scheme?.tokenWays?.({ ...scheme.initial, ...texts(auth.settings) }, hasRefreshToken(situation))) ??
    []
  );
};

const hasRefreshToken = ({ token }: Situation): boolean => token?.hasRefreshToken === true;

const texts = (settings: Readonly<Record<string, unknown>>): Readonly<Record<string, string | boolean>> =>
  Object.fromEntries(
    Object.entries(settings).filter(
      (entry): entry is [string, string | boolean] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'boolean',
    ),
  );

/** Whether a token can be got in this way. */
export const canGet = (way: TokenAction, situation: Situation): boolean => ways(situation).includes(way);

/** How a token with new properties is got: a refresh would only repeat the old ones (RFC 6749 §6). */
export const anew = (situation: Situation): TokenAction | undefined =>
  ways(situation).find((way) => way !== 'refresh');

/** A fresh token was refused already in this attempt: getting one more would not tell anything new. */
export const gotTokenAlready = ({ attempt }: Situation): boolean =>
  attempt.exchanges.some(
    (exchange) => exchange.purpose === 'token' && (responseOf(exchange)?.status ?? 0) === 200,
  );

/** Host of the server that gives the tokens, or words for it. */
const tokenServer = (situation: Situation): string => {
  const settings = usedAuth(situation)?.settings;
  const endpoint = textSetting(settings, 'tokenEndpoint') || textSetting(settings, 'issuer');
  return endpoint === '' ? 'the authorization server' : (hostIn(endpoint) ?? endpoint);
};

const firstWords = (way: TokenAction, situation: Situation): string => {
  const server = tokenServer(situation);
  if (way !== 'authorize') return `Sends one token request to ${server}.`;
  return textSetting(usedAuth(situation)?.settings, 'grant') === 'device-code'
    ? `Asks ${server} for a code and waits until it was entered in a browser.`
    : `Opens ${server} in the browser to log in.`;
};

/** Gets a token in this way, then sends the request again. */
export const tokenPlan = (
  situation: Situation,
  plan: { readonly id: RemedyId; readonly label: string; readonly way: TokenAction } & Partial<
    Pick<Plan, 'apply' | 'profile' | 'question'>
  > & { readonly changes?: readonly Change[] },
): Plan => {
  const { way, ...rest } = plan;
  const tail = situation.token === undefined ? 'no token' : maskSecret('') + situation.token.tail;
  return resend(situation, {
    token: way,
    changes: [{ before: `Authorization: Bearer ${tail}`, after: 'Authorization: Bearer new token' }],
    sends: `${firstWords(way, situation)} Then this ${situation.draft.method} again.`,
    ...rest,
  });
};
