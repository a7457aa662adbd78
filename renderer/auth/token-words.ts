import { durationInWords } from '../../shared/diagnosis/durations.ts';
import type { TokenAction } from '../../shared/remedies/remedy.ts';
import type { Scheme } from '../../shared/schemes/scheme.ts';
import type { Profile, TokenState } from '../../shared/workspace/profile.ts';
import { remainingWords } from '../exchange/time-words.ts';

/** What the app can do about a profile's token, the most likely first. */
export interface TokenDeed {
  readonly how: TokenAction;
  readonly label: string;
  /** Before the request is sent. */
  readonly thenSend: string;
}

const deeds: Readonly<Record<TokenAction, TokenDeed>> = {
  refresh: { how: 'refresh', label: 'Refresh now', thenSend: 'Refresh, then send' },
  fetch: { how: 'fetch', label: 'Fetch token', thenSend: 'Fetch token, then send' },
  authorize: { how: 'authorize', label: 'Authorize…', thenSend: 'Authorize, then send…' },
};

/** Empty for schemes whose token is not obtained by the app. */
export const tokenDeeds = (
  scheme: Scheme,
  profile: Profile,
  token: TokenState | undefined,
): readonly TokenDeed[] =>
  (scheme.tokenWays?.(profile.settings, token?.hasRefreshToken === true) ?? []).map((how) => deeds[how]);

/** What is left of a token, in a few words. Only the server knows whether it is valid. */
export const tokenLife = (
  token: TokenState | undefined,
  nowMs: number,
): { readonly words: string; readonly warned: boolean } => {
  if (token === undefined) return { words: 'no token', warned: false };
  if (token.expiresAtMs === undefined) return { words: 'lifetime unknown', warned: false };
  const left = (token.expiresAtMs - nowMs) / 1000;
  return left <= 0
    ? { words: `expired ${durationInWords(left)} ago`, warned: true }
    : { words: `${remainingWords(left)} left`, warned: false };
};

/** When the token was issued: what it says of itself, else when it came. Epoch milliseconds. */
export const issuedAtMs = ({ decoded, obtainedAtMs }: TokenState): number => {
  const issued = decoded?.claims['iat'];
  return typeof issued === 'number' && Number.isFinite(issued) ? issued * 1000 : obtainedAtMs;
};

/** The sentence above a token's lifetime: "Expired 4 min 12 s ago" and "after 60 min of life." */
export const lifeSentence = (
  token: TokenState,
  nowMs: number,
): { readonly strong: string; readonly rest: string; readonly warned: boolean } => {
  const { expiresAtMs } = token;
  if (expiresAtMs === undefined) {
    return {
      strong: 'Lifetime unknown',
      rest: ': neither the server nor the token says when it ends.',
      warned: false,
    };
  }
  const life = durationInWords((expiresAtMs - issuedAtMs(token)) / 1000);
  const left = (expiresAtMs - nowMs) / 1000;
  return left <= 0
    ? { strong: `Expired ${durationInWords(left)} ago`, rest: ` after ${life} of life.`, warned: true }
    : { strong: `${durationInWords(left)} left`, rest: ` of ${life}.`, warned: false };
};
