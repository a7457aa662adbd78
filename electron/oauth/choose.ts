import { beginnings, type OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import { stopped } from './oauth-errors.ts';
import type { StoredToken } from './token-store.ts';
import type { How, Stopped } from './tokens-types.ts';

/** A token that ends sooner than this is renewed before it is sent. */
export const leewayMs = 30_000;

export type Choice =
  | { readonly kind: 'use'; readonly stored: StoredToken }
  | { readonly kind: 'fetch' }
  | { readonly kind: 'refresh'; readonly refreshToken: string }
  | { readonly kind: 'login' }
  | { readonly kind: 'stop'; readonly stopped: Stopped };

export interface Situation {
  readonly settings: OAuth2Settings;
  readonly stored: StoredToken | undefined;
  readonly how: How;
  readonly renew: boolean;
  readonly nowMs: number;
}

/** What to do for a token, decided without doing it. */
export const choose = (situation: Situation): Choice => {
  switch (situation.how) {
    case 'auto':
      return auto(situation);
    case 'refresh':
      return refreshing(situation);
    case 'fetch':
    case 'authorize':
      return anew(situation);
    default:
      return situation.how satisfies never;
  }
};

const auto = (situation: Situation): Choice => {
  const { settings, renew, nowMs } = situation;
  // Another refresh token was pasted since: the stored access token descends from the old one.
  const stored = isOfPastedToken(situation) ? situation.stored : undefined;
  if (stored === undefined) return anew(situation);
  const endsSoon = stored.expiresAtMs !== undefined && stored.expiresAtMs - nowMs < leewayMs;
  if (!renew || !endsSoon) return { kind: 'use', stored };
  const { refreshToken, refused } = stored;
  // RFC 6749 §4.4.3: client credentials are their own refresh token.
  const canRefresh =
    refreshToken !== undefined && refreshToken !== refused && settings.grant !== 'client-credentials';
  if (canRefresh) return { kind: 'refresh', refreshToken };
  if (beginnings[settings.grant] === 'fetch') return { kind: 'fetch' };
  // What cannot be renewed is sent as it is: the answer, and its diagnosis, say the rest.
  return { kind: 'use', stored };
};

const isOfPastedToken = ({ settings, stored }: Situation): boolean =>
  settings.grant !== 'refresh-token' ||
  settings.refreshToken === '' ||
  stored?.descendsFrom === settings.refreshToken;

const refreshing = (situation: Situation): Choice => {
  const { settings, stored } = situation;
  const pasted =
    settings.grant === 'refresh-token' && settings.refreshToken !== '' ? settings.refreshToken : undefined;
  const refreshToken = (isOfPastedToken(situation) ? stored?.refreshToken : undefined) ?? pasted;
  if (refreshToken !== undefined) return { kind: 'refresh', refreshToken };
  if (beginnings[settings.grant] === 'fetch') return { kind: 'fetch' };
  return stop(
    'no-refresh-token',
    settings.grant === 'refresh-token'
      ? 'The profile holds no refresh token; paste one.'
      : 'The server gave no refresh token; log in again. Many servers give one only for the scope offline_access.',
  );
};

const anew = (situation: Situation): Choice => {
  const beginning = beginnings[situation.settings.grant];
  return beginning === 'refresh' ? refreshing(situation) : { kind: beginning };
};

const stop = (code: string, sentence: string): Choice => ({ kind: 'stop', stopped: stopped(code, sentence) });
