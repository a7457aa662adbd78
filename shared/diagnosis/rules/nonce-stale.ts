import { anyOf } from '../any-of.ts';
import { authParam } from '../../http-auth/auth.ts';
import { responseOf } from '../../exchange/outcome.ts';
import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { spentNonce } from '../facts/nonces.ts';
import { challengesIn } from '../facts/seen-challenges.ts';
import { isStale } from '../facts/stale.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { PROVEN, STATED, TOLD } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';
import { responseValue, theServer } from '../facts.ts';

/** A server with a nonce of its own for proofs (RFC 9449 §8). */
const nonceHandedOut = (facts: Facts): boolean => responseValue(facts, 'DPoP-Nonce') !== undefined;

/** The challenge of the request before that gave another nonce than the one answered. */
const newerChallenge = (facts: Facts, nonce: string): Place | undefined => {
  const before = facts.earlier.findLast((one) => one.sameOrigin && one.status === 401);
  const given = challengesIn(
    before === undefined ? [] : (responseOf(before.exchange)?.fields ?? []),
    'WWW-Authenticate',
    before?.index ?? 0,
  ).find(({ challenge }) => challenge.scheme === 'digest');
  const fresh = given === undefined ? undefined : authParam(given.challenge, 'nonce');
  return fresh === undefined || fresh === nonce ? undefined : given?.place;
};

/** The challenge's nonce is over or was used before; the new one is to be answered (RFC 7616 §3.3). */
export const nonceStale = defineRule({
  cause: 'nonce-stale',
  references: ['RFC 7616 §3.3', 'RFC 5849 §3.3'],
  explains: ['digest-response-mismatch', 'signature-mismatch', 'session-expired'],
  phrases: [
    {
      says: anyOf({
        'Nonce is too small.':
          /nonce[^.;]{0,40}\b(?:is |was |has |already |been )*(?:stale|expired|used|invalid|replayed|reused|too (?:old|low|small)|not (?:valid|unique|increasing)|refused)/i,
        'Invalid nonce': /(?:invalid|stale|expired|bad|duplicate|replayed|used|reused)[_ ]nonce/i,
        'oauth_problem=nonce_used': /nonce_used/i,
        replay: /replay/i,
        timestamp_refused: /timestamp_refused/i,
        'must be greater': /must be (?:greater|larger|higher|incremented|increased)/i,
        'nonce too': /nonce too/i,
        'nonce: small': /nonce[: ]+(?:small|low|used)/i,
        'jti was already used': /\bjti\b[^.;]{0,30}\b(?:used|seen|replay)/i,
        "Nonce '1772452700' has not increased": /nonce[^.;]{0,30}(?:has not|not) increased/i,
      }),
      unless: /cookie nonce|rest_cookie|csrf|dpop/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const digest = facts.challenges.find(({ challenge }) => challenge.scheme === 'digest');
    const sent = facts.authorization?.parsed?.scheme === 'digest' ? facts.authorization : undefined;
    const nonce = sent?.parsed === undefined ? undefined : authParam(sent.parsed, 'nonce');
    const fresh = digest === undefined ? undefined : authParam(digest.challenge, 'nonce');
    const stale = digest !== undefined && isStale(digest.challenge);
    const accepted =
      sent === undefined
        ? undefined
        : facts.earlier.findLast((one) => one.accepted && one.sameCredential && one.sameOrigin);
    const spent = spentNonce(facts);
    const older = sent === undefined || nonce === undefined ? undefined : newerChallenge(facts, nonce);
    const renewed = nonce !== undefined && fresh !== undefined && nonce !== fresh;
    return support(
      [
        ...heard,
        spent !== undefined &&
          weigh(
            STATED,
            spent.how === 'same'
              ? 'The same nonce was sent and accepted before'
              : 'A larger nonce was accepted before',
            { in: 'status', exchange: spent.index },
          ),
        older !== undefined &&
          accepted === undefined &&
          weigh(TOLD, 'The answer is made with another nonce than the newest challenge gave', older),
        stale && digest !== undefined && weigh(PROVEN + 1, 'The challenge says stale=true', digest.place),
        accepted !== undefined &&
          renewed &&
          digest !== undefined &&
          weigh(STATED, 'The same nonce was accepted before', {
            in: 'field',
            exchange: accepted.index,
            side: 'request',
            name: 'Authorization',
          }),
        accepted !== undefined &&
          renewed &&
          digest !== undefined &&
          weigh(TOLD, 'The server hands out another nonce now', digest.place),
      ],
      {
        title: stale
          ? `The nonce is over: ${theServer(facts)} says stale=true and gives a new one`
          : accepted !== undefined || spent?.how === 'same'
            ? `The nonce that ${theServer(facts)} accepted before is over`
            : inItsWords(`${theServer(facts)} no longer takes the nonce of this request`, heard, facts),
        explanation:
          digest === undefined && sent === undefined
            ? 'A nonce is good once: a server that meets it again takes the request for a copy that somebody recorded. Where the client makes it, it must be new for each request, retries and redirects among them, and often larger than the one before. Key and secret may be right.'
            : 'A challenge’s nonce is good for a while or for one use. User and password are right: with the nonce of the newest challenge the same request is accepted.',
        remedies: [
          ...(digest !== undefined || nonceHandedOut(facts) ? [{ id: 'answer-nonce' as const }] : []),
          { id: 'retry' },
          { id: 'report' },
        ],
      },
    );
  },
});
