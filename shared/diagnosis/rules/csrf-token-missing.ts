import type { Facts } from '../facts.ts';
import { requestFieldPlace, responseFieldPlace, responseValue, statusPlace, theServer } from '../facts.ts';
import { inItsWords } from '../heard.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, STATED, SUGGESTED, TOLD } from '../weights.ts';

const antiForgery = /[cx]srf/i;

/** The cookie of an anti-forgery token whose other half a changing request lacks, refused without a reason. */
const unusedToken = (facts: Facts): string | undefined =>
  facts.status === 403 &&
  facts.authorization === undefined &&
  !/^(?:GET|HEAD|OPTIONS)$/.test(facts.exchange.request.method) &&
  !facts.exchange.request.fields.some(({ name }) => antiForgery.test(name)) &&
  !facts.form.some(({ name }) => antiForgery.test(name))
    ? facts.cookies.find(({ name }) => antiForgery.test(name))?.name
    : undefined;

/** Session accepted; the anti-forgery token is missing or wrong. */
export const csrfTokenMissing = defineRule({
  cause: 'csrf-token-missing',
  references: ['RFC 6749 §10.12'],
  phrases: [
    {
      says: /\bcsrf|\bxsrf|_csrf|CSRFPrevention|cross[- ]site request forgery|(?:valid|no|missing|invalid)[^.]{0,16}\bcrumb|anti-?forgery|authenticity[_ ]?token|request verification token|invalid_?nonce|cookie nonce|RequestVerificationToken|page (?:has )?expired|security token (?:is )?(?:missing|invalid)|form token|forgery|The change you wanted was rejected/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const asked = responseValue(facts, 'X-CSRF-Token');
    const required = asked !== undefined && /required/i.test(asked);
    const unused = unusedToken(facts);
    return support(
      [
        ...heard,
        unused !== undefined &&
          weigh(
            TOLD,
            `The cookie ${unused} holds an anti-forgery token, which no field repeats`,
            requestFieldPlace(facts, 'Cookie'),
          ),
        unused !== undefined &&
          facts.earlier.some((one) => one.accepted && one.sameOrigin && one.sameCredential) &&
          weigh(SUGGESTED, `The same session may read; only ${facts.exchange.request.method} is refused`, {
            in: 'status',
            exchange: facts.index,
          }),
        required &&
          weigh(STATED, 'The answer’s X-CSRF-Token is Required', responseFieldPlace(facts, 'X-CSRF-Token')),
        facts.status === 419 &&
          weigh(TOLD, 'The status is 419, Laravel’s for a wrong anti-forgery token', statusPlace(facts)),
        heard.length > 0 &&
          !/^(GET|HEAD|OPTIONS)$/.test(facts.exchange.request.method) &&
          weigh(HINTED / 2, `${facts.exchange.request.method} changes something, so the token is demanded`, {
            in: 'status',
            exchange: facts.index,
          }),
      ],
      {
        title: `The anti-forgery token for ${theServer(facts)} is missing or no longer valid${inItsWords(heard)}`,
        explanation:
          'The login is accepted, but a request that changes something must also carry a token that the same server handed out to this session, so that no foreign page can send it. Fetch it first (a field, cookie or hidden input of an earlier answer), keep the cookies of that answer, and send both. A new login needs a new token. API tokens are often exempt.',
        remedies: [{ id: 'add-csrf-token' }, { id: 'log-in-by-form' }, { id: 'report' }],
      },
    );
  },
});
