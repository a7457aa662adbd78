import { numericClaim } from '../../token/jwt.ts';
import { durationInWords, instantInWords } from '../durations.ts';
import type { Facts } from '../facts.ts';
import { clocksOf } from '../facts/clocks.ts';
import { issuedAs } from '../facts/issued.ts';
import { claimPlace } from '../facts/sent-tokens.ts';
import { beginsLater } from '../facts/time-frame.ts';
import { statementEvidence } from '../heard.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { AGAINST, PROVEN, REFUTED, STATED, TOLD } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';
import { theServer } from '../facts.ts';

/** Servers allow some drift; less than this is no reason to refuse. Seconds. */
const LEEWAY = 5;
/** NumericDate counts seconds (RFC 7519 §2); thirteen digits are milliseconds. */
const MILLISECONDS = 1e11;

interface Start {
  readonly claim: 'nbf' | 'iat';
  readonly value: number;
}

/** By the clock of whoever handed the token out; 0 where the file does not tell. */
const handedOutAt = (facts: Facts): number => {
  const index = issuedAs(facts)?.index;
  const issuer = facts.earlier.find((one) => one.index === index);
  return issuer === undefined ? 0 : (clocksOf(issuer.exchange).server ?? 0);
};

/** Whoever handed the token out told a later time than the server that refused it: to that one it lies ahead. */
const strictly = (facts: Facts, start: Start | undefined): boolean =>
  facts.status === 401 &&
  start?.claim === 'nbf' &&
  facts.clocks.server !== undefined &&
  facts.clocks.server < start.value &&
  handedOutAt(facts) > facts.clocks.server;

const startOf = (facts: Facts): Start | undefined => {
  const jwt = facts.token?.jwt;
  if (jwt === undefined) return undefined;
  const nbf = numericClaim(jwt, 'nbf');
  const iat = numericClaim(jwt, 'iat');
  return nbf !== undefined && nbf >= (iat ?? 0)
    ? { claim: 'nbf', value: nbf }
    : iat === undefined
      ? undefined
      : { claim: 'iat', value: iat };
};

const explanation = (start: Start, milliseconds: boolean): string =>
  milliseconds
    ? `Times in a token count seconds (RFC 7519 §2). ${start.claim} has thirteen digits: whoever made the token wrote milliseconds, which read as seconds lie tens of thousands of years ahead. Divide by 1000 where the token is made.`
    : `A token counts from its ${start.claim} on (RFC 7519 §4.1.5). Either the machine that made it runs ahead of this server, or the token was made for later. Waiting helps if the gap is small; setting the issuer’s clock helps for good.`;

/** `nbf` or `iat` lies in the future although client and server agree on the time. */
export const tokenNotYetValid = defineRule({
  cause: 'token-not-yet-valid',
  references: ['RFC 7519 §4.1.5', 'RFC 7519 §2'],
  explains: ['token-malformed', 'signature-mismatch', 'token-expired'],
  phrases: [
    {
      says: /not (?:yet|before)[^.]{0,20}valid|(?:token|jwt)[^.]{0,30}(?:not (?:yet )?(?:active|valid) (?:yet|before)|not yet (?:active|valid|usable)|used before)|nbf[^.]{0,40}(?:fail|check|future|claim)|NotBeforeError|IDX10222|not[- ]before[- ]time|ImmatureSignature|issued in the future|iat[^.]{0,20}future|jwt not active|The token is not yet valid/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const later = beginsLater(facts);
    if (later !== undefined)
      return support(
        [
          ...heard,
          {
            weight: PROVEN + STATED / 2,
            evidence: statementEvidence(facts, later.said.statement, later.said.match[0]),
          },
        ],
        {
          title: `The signature becomes valid only ${durationInWords(later.ahead)} after the request`,
          explanation:
            'A shared access signature names its beginning in UTC. Local time written there lies hours ahead, and a clock that runs fast some minutes: leave the beginning out, or set it a quarter of an hour back.',
          remedies: [
            { id: 'wait-and-retry', values: { seconds: String(Math.ceil(later.ahead)) } },
            { id: 'fill-credentials' },
          ],
        },
      );
    const start = startOf(facts);
    const { now, offset, uncertainty } = facts.clocks;
    const milliseconds = start !== undefined && start.value > MILLISECONDS;
    const ahead = start === undefined || now === undefined ? undefined : start.value - now;
    if (
      start === undefined ||
      now === undefined ||
      ahead === undefined ||
      (ahead <= LEEWAY && !strictly(facts, start)) ||
      facts.token === undefined
    ) {
      const behind = start === undefined && offset !== undefined && offset < -Math.max(30, uncertainty);
      const differ =
        behind &&
        weigh(AGAINST, `The server’s clock is ${durationInWords(offset)} behind`, {
          in: 'timing',
          exchange: facts.index,
        });
      return support([...heard, differ], {
        title: inItsWords(`${theServer(facts)} says that the token is not valid yet`, heard, facts),
        explanation: explanation({ claim: 'nbf', value: 0 }, false),
        remedies: [
          {
            id: 'wait-and-retry',
            ...(ahead === undefined || ahead <= 0 ? {} : { values: { seconds: String(Math.ceil(ahead)) } }),
          },
          { id: 'fetch-token' },
          { id: 'fill-credentials' },
        ],
      });
    }
    const begun = facts.clocks.client !== undefined && start.value <= facts.clocks.client + LEEWAY;
    const skewed = offset !== undefined && Math.abs(offset) > Math.max(30, uncertainty);
    return support(
      [
        ...heard,
        weigh(
          milliseconds ? PROVEN : TOLD,
          `The token’s ${start.claim} is ${milliseconds ? start.value : instantInWords(start.value, now)}`,
          claimPlace(facts.token, start.claim),
        ),
        facts.clocks.server === undefined
          ? undefined
          : weigh(TOLD, `The server’s Date is ${instantInWords(now, start.value)}`, {
              in: 'field',
              exchange: facts.index,
              side: 'response',
              name: 'Date',
            }),
        skewed &&
          !milliseconds &&
          weigh(begun ? REFUTED : AGAINST, `Client and server clocks differ by ${durationInWords(offset)}`, {
            in: 'timing',
            exchange: facts.index,
          }),
      ],
      {
        title: milliseconds
          ? `The token’s ${start.claim} is written in milliseconds and lies ${durationInWords(ahead)} ahead`
          : `The token becomes valid only ${durationInWords(ahead)} after the request`,
        explanation: explanation(start, milliseconds),
        remedies:
          milliseconds || ahead > 3600
            ? [{ id: 'fetch-token' }, { id: 'report' }]
            : [
                { id: 'wait-and-retry', values: { seconds: String(Math.ceil(ahead)) } },
                { id: 'fetch-token' },
              ],
        figure: {
          kind: 'values',
          label: start.claim,
          got: String(start.value),
          wanted: `at most ${Math.floor(now)}`,
        },
      },
    );
  },
  foresee(facts) {
    const start = startOf(facts);
    const now = facts.clocks.client;
    if (start === undefined || now === undefined || facts.token === undefined || start.value - now <= 60)
      return [];
    const ahead = start.value - now;
    return [
      {
        title: `Not valid before ${durationInWords(ahead)} from now: expect a 401`,
        explanation: explanation(start, start.value > MILLISECONDS),
        evidence: [
          {
            text: `The token’s ${start.claim} is ${instantInWords(start.value, now)}`,
            place: claimPlace(facts.token, start.claim),
          },
        ],
        remedies: [{ id: 'fetch-token' }, { id: 'fill-credentials' }],
        confidence: 0.9,
      },
    ];
  },
});
