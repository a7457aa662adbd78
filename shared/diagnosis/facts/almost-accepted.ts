import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Facts } from '../facts.ts';
import { serverCredentials } from '../facts.ts';
import { near } from '../reading/near.ts';
import type { SentCredential } from './sent-credentials.ts';
import { sentCredentials } from './sent-credentials.ts';

/** What was accepted before in the same place, but for a part of it that is not there any more. */
export interface AlmostAccepted {
  readonly index: number;
  readonly sent: SentCredential;
  /** In which way the two differ: "went on for 5 characters". */
  readonly how: string;
}

/** Shorter secrets are alike by chance. */
const TELLING = 12;

const plain = ({ value, parsed }: SentCredential): string =>
  parsed === undefined
    ? value
    : parsed.scheme === 'basic'
      ? (byteStringOfBase64(parsed.rest) ?? parsed.rest)
      : parsed.rest;

const differenceOf = (now: string, then: string): string | undefined => {
  if (now === then || now.length < TELLING || then.startsWith('eyJ')) return undefined;
  if (then.startsWith(now)) return `went on for ${then.length - now.length} characters`;
  if (then.endsWith(now)) return `began ${then.length - now.length} characters earlier`;
  if (then.toLowerCase() === now.toLowerCase()) return 'was written in other capitals';
  return now.length >= 20 && near(now, then, 2) ? 'differed by a letter or two' : undefined;
};

/** The secret that passed at this server in the same place, where the one sent now is a piece or a misspelling of it. */
export const almostAccepted = (facts: Facts): AlmostAccepted | undefined => {
  for (const sent of serverCredentials(facts)) {
    if (sent.in === 'cookie') continue;
    for (const { accepted, sameOrigin, exchange, index } of facts.earlier.toReversed()) {
      if (!accepted || !sameOrigin) continue;
      const then = sentCredentials(exchange.request, index).find(
        (one) => one.in === sent.in && one.name.toLowerCase() === sent.name.toLowerCase(),
      );
      const how = then === undefined ? undefined : differenceOf(plain(sent), plain(then));
      if (how !== undefined) return { index, sent, how };
    }
  }
  return undefined;
};
