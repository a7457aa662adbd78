import { responseOf } from '../exchange/exchange.ts';
import type { RemedyId } from './remedy-ids.ts';
import { defineRemedy, type Plan, type Situation, type TokenAction } from './remedy.ts';
import { maskSecret } from '../exchange/redact.ts';
import { schemeById } from '../schemes/index.ts';
import { hostOf, resend } from './wording.ts';

/** A setting of the profile that is a text. */
const setting = ({ profile }: Situation, name: string): string => {
  const value = profile?.settings[name];
  return typeof value === 'string' ? value : '';
};

/** Whether the profile's scheme can get a token in this way. */
const canGet = (way: TokenAction, { profile, token }: Situation): boolean => {
  const scheme = profile === undefined ? undefined : schemeById(profile.scheme);
  const ways = profile && scheme?.tokenWays?.(profile.settings, token?.hasRefreshToken === true);
  return ways?.includes(way) === true;
};

/** A fresh token was refused already in this attempt: getting one more would not tell anything new. */
const gotTokenAlready = ({ attempt }: Situation): boolean =>
  attempt.exchanges.some(
    (exchange) => exchange.purpose === 'token' && (responseOf(exchange)?.status ?? 0) === 200,
  );

const tokenServer = (situation: Situation): string => {
  const endpoint = setting(situation, 'tokenEndpoint') || setting(situation, 'issuer');
  return endpoint === '' ? 'the authorization server' : hostOf(endpoint);
};

const tokenPlan = (
  id: RemedyId,
  action: TokenAction,
  label: string,
  first: string,
  situation: Situation,
): Plan =>
  resend(situation, {
    id,
    label,
    token: action,
    changes: [
      {
        before: `Authorization: Bearer ${situation.token === undefined ? 'no token' : maskSecret('') + situation.token.tail}`,
        after: 'Authorization: Bearer new token',
      },
    ],
    sends: `${first} Then this ${situation.draft.method} again.`,
  });

export const refreshToken = defineRemedy({
  id: 'refresh-token',
  plan(situation) {
    if (!canGet('refresh', situation) || gotTokenAlready(situation)) return undefined;
    const first = `Sends one token request to ${tokenServer(situation)}.`;
    return tokenPlan('refresh-token', 'refresh', 'Refresh token and retry', first, situation);
  },
});

export const fetchToken = defineRemedy({
  id: 'fetch-token',
  plan(situation) {
    if (!canGet('fetch', situation) || gotTokenAlready(situation)) return undefined;
    const first = `Sends one token request to ${tokenServer(situation)}.`;
    return tokenPlan('fetch-token', 'fetch', 'Fetch token and retry', first, situation);
  },
});

export const authorizeAgain = defineRemedy({
  id: 'authorize-again',
  plan(situation) {
    if (!canGet('authorize', situation)) return undefined;
    const first = `Opens ${tokenServer(situation)} in the browser to log in.`;
    return tokenPlan('authorize-again', 'authorize', 'Log in again and retry…', first, situation);
  },
});
