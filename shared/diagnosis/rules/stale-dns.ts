import type { Exchange } from '../../exchange/exchange.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { valueOf } from '../../exchange/fields.ts';
import { durationInWords } from '../durations.ts';
import type { EarlierExchange } from '../facts/earlier.ts';
import type { Facts } from '../facts.ts';
import { hostOf, responseFieldPlace, responseValue } from '../facts.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, STATED, SUGGESTED, TOLD } from '../weights.ts';

const serverOf = (exchange: Exchange): string | undefined =>
  valueOf(responseOf(exchange)?.fields ?? [], 'Server');

/** In such a time nothing happens to a credential. Seconds. */
const SOON = 600;
/** And in such a time little. Seconds. */
const HOUR = 3_600;

/** The product without its version. */
const productOf = (server: string | undefined): string => server?.split(/[/ (]/)[0]?.toLowerCase() ?? '';

/**
 * The same credential passed at another address of this name, and at none that now refuses it. Where several addresses
 * took it they are a network's many doors.
 */
const acceptedByAnother = (facts: Facts): EarlierExchange | undefined => {
  const address = facts.exchange.connection?.remoteAddress;
  if (address === undefined || facts.status !== 401) return undefined;
  const accepted = facts.earlier.filter(
    ({ accepted: passed, sameOrigin, sameCredential, exchange }) =>
      passed && sameOrigin && sameCredential && exchange.connection?.remoteAddress !== undefined,
  );
  const addresses = new Set(accepted.map(({ exchange }) => exchange.connection?.remoteAddress));
  return addresses.size === 1 && !addresses.has(address) ? accepted.at(-1) : undefined;
};

/** The name led to an old address. */
export const staleDns = defineRule({
  cause: 'stale-dns',
  references: ['RFC 1034 §3.6', 'RFC 9110 §15.5.20'],
  explains: [
    'scheme-mismatch',
    'credentials-in-wrong-place',
    'token-signature-invalid',
    'token-issuer-mismatch',
    'token-revoked',
    'session-expired',
    'server-misconfigured',
  ],
  phrases: [
    {
      says: /misdirected|(?:host|site|domain) (?:is )?(?:not (?:served|configured|hosted) here)|old (?:server|address)|(?:moved|migrated) to (?:a )?new (?:server|ip|address)|dns (?:cache|record|entry)/i,
      weight: SUGGESTED,
    },
  ],
  examine(facts, heard) {
    const before = acceptedByAnother(facts);
    const address = facts.exchange.connection?.remoteAddress;
    const server = responseValue(facts, 'Server');
    const other = facts.earlier.findLast(
      (one) =>
        one.accepted &&
        one.sameRequest &&
        one.sameCredential &&
        productOf(serverOf(one.exchange)) !== productOf(server),
    );
    const replaced = facts.status === 401 && server !== undefined ? other : undefined;
    return support(
      [
        ...heard,
        replaced !== undefined &&
          weigh(
            TOLD,
            `Server is ${server} now and was ${serverOf(replaced.exchange) ?? 'not named'} when the same call was accepted`,
            responseFieldPlace(facts, 'Server'),
          ),
        replaced !== undefined &&
          weigh(HINTED, 'Another server answered when the same call was accepted', {
            in: 'field',
            exchange: replaced.index,
            side: 'response',
            name: 'Server',
          }),
        before !== undefined &&
          weigh(
            before.before <= HOUR ? STATED : TOLD,
            `${before.exchange.connection?.remoteAddress} accepted the same credential`,
            {
              in: 'connection',
              exchange: before.index,
            },
          ),
        before !== undefined &&
          weigh(HINTED, `This answer comes from ${address}`, { in: 'connection', exchange: facts.index }),
        before !== undefined &&
          before.before <= SOON &&
          weigh(
            SUGGESTED,
            `Only ${durationInWords(Math.max(1, before.before))} before, another address accepted it`,
            {
              in: 'connection',
              exchange: before.index,
            },
          ),
      ],
      {
        title:
          before === undefined
            ? `${hostOf(facts)} seems to lead to an old server${replaced === undefined ? '' : `: ${server} answers, no longer ${serverOf(replaced.exchange) ?? 'the one before'}`}`
            : `${address} refuses what another address of ${hostOf(facts)} accepts`,
        explanation:
          'A host name can point at several addresses, and a cache may hold one that no longer belongs to it. The server there does not know the account. Flush the resolver’s cache and compare the addresses.',
        remedies: [{ id: 're-resolve' }, { id: 'report' }],
      },
    );
  },
});
