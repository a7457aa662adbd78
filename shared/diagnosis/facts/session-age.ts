import { percentDecoded } from '../../exchange/percent.ts';
import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Facts } from '../facts.ts';
import { providers } from '../providers/index.ts';
import type { Stamp } from '../providers/provider.ts';

/** A session whose own value tells when it began, past the time that its maker gives it. */
export interface AgedSession {
  /** Seconds since it began. */
  readonly age: number;
  /** Seconds for which it is good. */
  readonly good: number;
}

interface Stamped {
  readonly stamp: Stamp;
  readonly good: number;
}

let known: readonly Stamped[] | undefined;

/** The products whose cookies are stamped. Asked for late: to read the tables takes longer than a request. */
const stamped = (): readonly Stamped[] =>
  (known ??= providers.flatMap(({ lives }) =>
    lives?.stamp === undefined ? [] : [{ stamp: lives.stamp, good: lives.seconds }],
  ));

const textOf = (value: string, { base64 }: Stamp): string => {
  const text = percentDecoded(value);
  if (base64 !== true) return text;
  return byteStringOfBase64(text.replaceAll('-', '+').replaceAll('_', '/')) ?? '';
};

/** Absent where no cookie is stamped, or the session is young. */
export const agedSession = (facts: Facts): AgedSession | undefined => {
  const { now } = facts.clocks;
  if (now === undefined) return undefined;
  for (const { name, value } of facts.cookies)
    for (const { stamp, good } of stamped()) {
      if (!stamp.cookie.test(name)) continue;
      const began = stamp.began.exec(textOf(value, stamp))?.[1];
      const age = began === undefined ? 0 : now - Number.parseInt(began, 16);
      if (age > good) return { age, good };
    }
  return undefined;
};
