import type { Exchange } from '../../exchange/exchange.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { valueOf } from '../../exchange/fields.ts';
import { hostOf, responseFieldPlace, responseValue } from '../facts.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, SUGGESTED, TOLD } from '../weights.ts';

const serverOf = (exchange: Exchange): string | undefined =>
  valueOf(responseOf(exchange)?.fields ?? [], 'Server');

/** The name led to an old address. */
export const staleDns = defineRule({
  cause: 'stale-dns',
  references: ['RFC 1034 §3.6', 'RFC 9110 §15.5.20'],
  phrases: [
    {
      says: /misdirected|(?:host|site|domain) (?:is )?(?:not (?:served|configured|hosted) here)|old (?:server|address)|(?:moved|migrated) to (?:a )?new (?:server|ip|address)|dns (?:cache|record|entry)/i,
      weight: SUGGESTED,
    },
  ],
  examine(facts, heard) {
    const address = facts.exchange.connection?.remoteAddress;
    const before =
      address === undefined
        ? undefined
        : facts.earlier.findLast(
            (one) =>
              one.accepted &&
              one.sameOrigin &&
              one.sameCredential &&
              one.exchange.connection?.remoteAddress !== undefined &&
              one.exchange.connection.remoteAddress !== address,
          );
    const server = responseValue(facts, 'Server');
    const other = facts.earlier.findLast(
      (one) => one.accepted && one.sameRequest && serverOf(one.exchange) !== server,
    );
    return support(
      [
        ...heard,
        other !== undefined &&
          server !== undefined &&
          facts.status === 401 &&
          weigh(
            SUGGESTED,
            `Server is ${server} now and was ${serverOf(other.exchange)} when the same address was accepted`,
            responseFieldPlace(facts, 'Server'),
          ),
        other !== undefined &&
          server !== undefined &&
          facts.status === 401 &&
          weigh(HINTED, 'Then another server answered', {
            in: 'field',
            exchange: other.index,
            side: 'response',
            name: 'Server',
          }),
        before !== undefined &&
          weigh(TOLD, `${before.exchange.connection?.remoteAddress} accepted the same credential`, {
            in: 'connection',
            exchange: before.index,
          }),
        before !== undefined &&
          weigh(HINTED, `This answer comes from ${address}`, { in: 'connection', exchange: facts.index }),
      ],
      {
        title:
          before === undefined
            ? 'The name seems to lead to an old server'
            : `${address} refuses what another address of ${hostOf(facts)} accepts`,
        explanation:
          'A host name can point at several addresses, and a cache may hold one that no longer belongs to it. The server there does not know the account. Flush the resolver’s cache and compare the addresses.',
        remedies: [{ id: 're-resolve' }, { id: 'report' }],
      },
    );
  },
});
