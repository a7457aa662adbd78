import type { Field } from '../../exchange/exchange.ts';
import { fieldsNamed } from '../../exchange/fields.ts';
import type { Challenge } from '../../http-auth/auth.ts';
import { parseChallenges } from '../../http-auth/challenges.ts';
import type { Place } from '../diagnosis.ts';

/** One challenge with the place at which it stands. */
export interface SeenChallenge {
  readonly challenge: Challenge;
  readonly place: Extract<Place, { in: 'field' }>;
}

export const challengesIn = (
  fields: readonly Field[],
  name: 'WWW-Authenticate' | 'Proxy-Authenticate',
  exchange: number,
): readonly SeenChallenge[] =>
  fieldsNamed(fields, name).flatMap((field, nth) =>
    parseChallenges([field.value]).challenges.map((challenge) => ({
      challenge,
      place: {
        in: 'field' as const,
        exchange,
        side: 'response' as const,
        name: field.name,
        ...(nth === 0 ? {} : { nth }),
        span: challenge.span,
      },
    })),
  );
