import { describe, expect, test } from 'vitest';
import { attemptOf, basic, opaque } from '../attempt.test-support.ts';
import type { Cause } from '../causes.ts';
import { diagnose } from '../diagnose.ts';
import { TOLD } from '../weights.ts';
import type { Provider, Seen, Sign } from './provider.ts';
import { providers } from './index.ts';

/** The answers that a sign was made for: the one it shows, and one for each of its codes. */
const seenBy = ({ code, seen }: Sign): readonly Seen[] => {
  const shown: Seen = typeof seen === 'string' ? { body: seen } : (seen ?? {});
  return [
    ...(shown.body === undefined && code !== undefined ? [] : seen === undefined ? [] : [shown]),
    ...(code ?? []).map((one) => ({
      ...shown,
      body: JSON.stringify((shown.status ?? 401) < 400 ? { errors: [{ code: one }] } : { code: one }),
    })),
  ];
};

/** These are about the place itself. */
const ofPlaces: ReadonlySet<Cause> = new Set<Cause>(['scheme-mismatch', 'credentials-in-wrong-place']);

/** A token, or a credential where the provider reads one. */
const usual = ({ doors }: Provider, { cause, notSent }: Sign) => {
  if (notSent !== undefined) return undefined;
  if (doors === undefined || doors.includes('authorization bearer') || ofPlaces.has(cause)) return opaque;
  const [where, name = ''] = (doors[0] ?? '').split(' ');
  if (where === 'field') return { [name]: 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' };
  if (where !== 'authorization') return {};
  return name === 'basic'
    ? basic('ada', 'Lovelace-1843')
    : { Authorization: `${name} Zx81kQp07vTnE4sWc2RbYh6L`.trim() };
};

const diagnosisOf = (provider: Provider, sign: Sign, seen: Seen) => {
  const sent = seen.sent ?? usual(provider, sign);
  return diagnose(
    attemptOf({
      url: seen.url ?? provider.address,
      status: seen.status ?? sign.status?.[0] ?? 401,
      ...(sent === undefined ? {} : { sent }),
      ...(seen.received === undefined ? {} : { received: seen.received }),
      ...(seen.body === undefined ? {} : { body: seen.body }),
      ...(seen.posted === undefined ? {} : { posted: seen.posted }),
    }),
  );
};

const replays = providers.flatMap((provider) =>
  provider.signs.flatMap((sign) =>
    seenBy(sign).map(
      (seen) => [`${provider.id}: ${sign.cause}: ${JSON.stringify(seen)}`, provider, sign, seen] as const,
    ),
  ),
);

describe('what a vendor documents is understood', () => {
  test.each(replays)('%s', (_, provider, sign, seen) => {
    const causes = diagnosisOf(provider, sign, seen).findings.map(({ cause }) => cause);
    if (sign.weight >= TOLD) expect(causes[0]).toBe(sign.cause);
    else expect(causes).toContain(sign.cause);
  });
});
