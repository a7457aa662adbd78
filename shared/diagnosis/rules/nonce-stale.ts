import { authParam } from '../../http-auth/auth.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { PROVEN, STATED, TOLD } from '../weights.ts';

/** The challenge's nonce is over or was used before; the new one is to be answered (RFC 7616 §3.3). */
export const nonceStale = defineRule({
  cause: 'nonce-stale',
  references: ['RFC 7616 §3.3', 'RFC 5849 §3.3'],
  phrases: [
    {
      says: /nonce[^.;]{0,40}\b(?:is |was |has |already |been )*(?:stale|expired|used|invalid|replayed|reused|too (?:old|low|small)|not (?:valid|unique|increasing)|refused)|(?:invalid|stale|expired|bad|duplicate|replayed|used|reused)[_ ]nonce|nonce_used|replay|timestamp_refused|must be greater|nonce too/i,
      unless: /cookie nonce|rest_cookie|csrf|dpop/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const digest = facts.challenges.find(({ challenge }) => challenge.scheme === 'digest');
    const sent = facts.authorization?.parsed?.scheme === 'digest' ? facts.authorization : undefined;
    const nonce = sent?.parsed === undefined ? undefined : authParam(sent.parsed, 'nonce');
    const fresh = digest === undefined ? undefined : authParam(digest.challenge, 'nonce');
    const stale = digest !== undefined && /^true$/i.test(authParam(digest.challenge, 'stale') ?? '');
    const accepted =
      sent === undefined
        ? undefined
        : facts.earlier.findLast((one) => one.accepted && one.sameCredential && one.sameOrigin);
    const renewed = nonce !== undefined && fresh !== undefined && nonce !== fresh;
    return support(
      [
        ...heard,
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
          ? 'The nonce is over: the server says stale=true and gives a new one'
          : accepted !== undefined
            ? 'The nonce that was accepted before is over'
            : 'The nonce is over or was used before',
        explanation:
          'A challenge’s nonce is good for a while or for one use. User and password are right: with the nonce of the newest challenge the same request is accepted. Where the client makes the nonce itself, it must be new, and often larger, each time.',
        remedies: [{ id: 'answer-nonce' }, { id: 'retry' }, { id: 'report' }],
      },
    );
  },
});
