import { responseOf } from '../../exchange/outcome.ts';
import { valueOf } from '../../exchange/fields.ts';
import { durationInWords } from '../durations.ts';
import { responseFieldPlace, responseValue } from '../facts.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, STATED, TOLD } from '../weights.ts';

/** A stored refusal was replayed (RFC 9111 §3.5, §5.1). */
export const cachedResponse = defineRule({
  cause: 'cached-response',
  references: ['RFC 9111 §3.5', 'RFC 9111 §5.1'],
  phrases: [],
  examine(facts, heard) {
    const age = Number(responseValue(facts, 'Age') ?? '0');
    const hit = [
      'X-Cache',
      'CF-Cache-Status',
      'X-Cache-Status',
      'X-Proxy-Cache',
      'X-Varnish-Cache',
      'X-Drupal-Cache',
      'Cache-Status',
      'X-Cache-Lookup',
    ].find((name) => /\bhit\b/i.test(responseValue(facts, name) ?? ''));
    const date = responseValue(facts, 'Date');
    const twin =
      date === undefined
        ? undefined
        : facts.earlier.findLast(
            (one) =>
              one.refused &&
              one.before > 1.5 &&
              one.exchange.request.url === facts.exchange.request.url &&
              valueOf(responseOf(one.exchange)?.fields ?? [], 'Date') === date,
          );
    const aged = Number.isFinite(age) && age > 0;
    if (!aged && hit === undefined && twin === undefined) return undefined;
    return support(
      [
        ...heard,
        aged &&
          weigh(
            STATED,
            `Age is ${age}: the answer was made ${durationInWords(age)} before it was sent`,
            responseFieldPlace(facts, 'Age'),
          ),
        hit !== undefined &&
          weigh(TOLD, `${hit} says that it comes from a cache`, responseFieldPlace(facts, hit)),
        twin !== undefined &&
          weigh(STATED, 'An earlier refusal carries the very same Date', {
            in: 'field',
            exchange: twin.index,
            side: 'response',
            name: 'Date',
          }),
        twin !== undefined &&
          facts.credentials.length > 0 &&
          weigh(
            HINTED,
            'A credential is sent now',
            facts.credentials[0]?.place ?? responseFieldPlace(facts, 'Age'),
          ),
      ],
      {
        title: aged
          ? `The refusal is ${durationInWords(age)} old: it comes from a cache`
          : 'The refusal comes from a cache, not from the server',
        explanation:
          'A cache on the way stored a refusal and replays it to everybody, whatever they send. The server has not seen this request. Refusals should carry Cache-Control: no-store; until then another query string or a purge brings the server’s own answer.',
        remedies: [
          { id: 'add-field', values: { name: 'Cache-Control', value: 'no-cache' } },
          { id: 'retry' },
          { id: 'report' },
        ],
      },
    );
  },
});
