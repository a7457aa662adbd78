import { maskSecret } from '../exchange/redact.ts';
import type { Attempt } from '../exchange/exchange.ts';
import { hostIn, originIn } from '../exchange/url.ts';
import type { Draft } from '../workspace/draft.ts';
import { csrfTokenOf, type CsrfToken } from './parts/csrf-token.ts';
import { withTypedField, withUrl } from './parts/draft-edits.ts';
import { lastAnswered } from './parts/seen.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy, type Situation } from './remedy.ts';

const withToken = (draft: Draft, { field, value }: CsrfToken): Draft => withTypedField(draft, field, value);

const tokenIn = ({ exchanges }: Pick<Attempt, 'exchanges'>): CsrfToken | undefined =>
  exchanges
    .toReversed()
    .map(csrfTokenOf)
    .find((token) => token !== undefined);

/** A safe request whose answer hands out a token: Jenkins' crumb issuer, or the same address by GET. */
const asking = ({ draft, attempt }: Situation): Draft => {
  const answer = lastAnswered({ attempt });
  const body = answer?.outcome.kind === 'answered' ? answer.outcome.response.body : undefined;
  const says = body?.kind === 'text' ? body.text : '';
  const bare: Draft = { ...draft, method: 'GET', body: { kind: 'none' } };
  return /\bcrumb\b/i.test(says)
    ? withUrl(bare, `${originIn(draft.url) ?? draft.url}/crumbIssuer/api/json`)
    : withTypedField(bare, 'X-CSRF-Token', 'Fetch');
};

/**
 * Sends the anti-forgery token that the server gave to this session. Where no exchange of the attempt holds one, it is
 * fetched by a GET with the same session first.
 */
export const addCsrfToken = defineRemedy({
  id: 'add-csrf-token',
  plan(situation) {
    const { draft } = situation;
    const known = tokenIn(situation.attempt);
    if (known !== undefined) {
      return resend(situation, {
        id: 'add-csrf-token',
        label: `Send the token as ${known.field} and retry`,
        changes: [{ before: undefined, after: `${known.field}: ${maskSecret('')}, from ${known.from}` }],
        apply: () => withToken(draft, known),
      });
    }
    const first = asking(situation);
    return resend(situation, {
      id: 'add-csrf-token',
      label: 'Fetch the anti-forgery token and retry',
      changes: [{ before: undefined, after: 'anti-forgery token: the one that the server gives' }],
      sends: `Sends a GET to ${hostIn(first.url) ?? first.url} for the token, then this ${draft.method} with it.`,
      first: () => ({
        draft: first,
        afterwards: (attempt) => {
          const token = tokenIn(attempt);
          return token === undefined
            ? {
                problem:
                  'The answer holds no anti-forgery token: neither a field, nor a cookie, nor a hidden input. Fetch it from the page that shows the form.',
              }
            : { next: withToken(draft, token) };
        },
      }),
    });
  },
});
