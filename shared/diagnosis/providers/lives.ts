import type { Cause } from '../causes.ts';
import { durationInWords } from '../durations.ts';
import type { Facts } from '../facts.ts';
import { serverCredentials } from '../facts.ts';
import { issuedBefore } from '../facts/issued.ts';
import type { Weighed } from '../rule.ts';
import { PROVEN } from '../weights.ts';
import { keyFormOf } from './keys.ts';
import type { Provider } from './provider.ts';

/** An exchange in which the credential was good: the first one, or the last where each use prolongs its life. */
const lastGood = (
  facts: Facts,
  idle: boolean,
): { readonly index: number; readonly before: number } | undefined => {
  const uses = facts.earlier.filter((one) => one.accepted && one.sameCredential);
  return idle ? uses.at(-1) : (issuedBefore(facts) ?? uses[0]);
};

const onlyCookies = ({ credentials }: Facts): boolean =>
  credentials.length > 0 && credentials.every(({ in: where }) => where === 'cookie');

/** What its form tells: one maker's tokens differ in how long they live. */
const ownTerm = (facts: Facts): readonly Pick<Provider, 'name' | 'lives'>[] => {
  const text = facts.token?.text ?? serverCredentials(facts).find(({ in: where }) => where === 'path')?.value;
  const found = text === undefined ? undefined : keyFormOf(text);
  const seconds = found?.key.lives;
  return found === undefined || seconds === undefined
    ? []
    : [{ name: found.provider.name, lives: { seconds, ends: 'token-expired' } }];
};

/** The credential was good longer ago than this product's tokens or sessions live. */
export const outlived = (
  facts: Facts,
  known: readonly Provider[],
): (Weighed & { readonly cause: Cause }) | undefined => {
  // A token tells its own end, and what a person made lives as long as that person likes.
  if (facts.token?.jwt !== undefined) return undefined;
  if (serverCredentials(facts).some(({ parsed }) => parsed?.scheme === 'basic')) return undefined;
  for (const { name, lives } of [...ownTerm(facts), ...known]) {
    if (lives === undefined || (lives.of === 'cookie' && !onlyCookies(facts))) continue;
    const good = lastGood(facts, lives.idle === true);
    if (good === undefined || good.before < lives.seconds) continue;
    const what = lives.ends === 'session-expired' ? 'a session' : 'a token';
    return {
      cause: lives.ends,
      weight: PROVEN,
      evidence: {
        text: `At ${name} ${what} lives ${durationInWords(lives.seconds)}; this one was good ${durationInWords(good.before)} before`,
        place: { in: 'status', exchange: good.index },
      },
    };
  }
  return undefined;
};
