import { anyOf } from '../any-of.ts';
import { lostLoginCookie } from '../facts/login-cookie.ts';
import type { Facts } from '../facts.ts';
import { requestFieldPlace, responseFieldPlace, responseValue, statusPlace, theServer } from '../facts.ts';
import {
  antiForgery,
  differingHalves,
  halfSent,
  handedAndLacking,
  handedByRefusal,
  handedUnderAnotherSession,
  handedWithSession,
  renewedByRefusal,
  repeatsToken,
} from '../facts/anti-forgery.ts';
import { comesBack } from '../facts/callback.ts';
import { saidOf, statementEvidence } from '../heard.ts';
import { inItsWords } from '../in-its-words.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, STATED, SUGGESTED, TOLD } from '../weights.ts';

/** A missing half of a token is not the only reason for these, unless nothing else is said. */
const unspoken = ({ status, body }: Facts): boolean =>
  status === 401 || status === 403 || (status === 400 && body.kind === 'none');

/** Names that such a token shares with others: they tell where nothing but a cookie proves who asks. */
const shared =
  /(?:security|form|page|action|verification|request)[ _-]?token[^.;]{0,30}(?:invalid|missing|mismatch|expired|wrong|not valid|not match)|(?:invalid|missing|wrong|expired|bad)[ _](?:security|form|page|action|request)[ _-]?token|\btoken mismatch\b|sicherheits-?token|jeton de s[ée]curit[ée]/i;

/** Of the value that binds a login's way back to the browser that began it (RFC 6749 §10.12). */
const stateDiffers = anyOf({
  'state mismatch':
    /\bstate\b[^.;]{0,50}(?:mis-?match\w*|(?:does|did|do) ?(?:not|n['’]t) match|missing|invalid|not (?:found|valid)|expired|lost|unknown|verification failed|differ)/i,
  'Invalid OAuth state':
    /(?:invalid|missing|mismatch\w*|unknown|bad|expired|no|wrong)[ _](?:oauth2? |auth |session )?state\b/i,
  'No local OIDC state': /\bno (?:\w+ ){1,2}state\b/i,
  MismatchingState: /MismatchingState/i,
  'error=redirect_uri_mismatch&state=xyz':
    /(?:verify|validate|check|match)(?:ing)?\b[^.;]{0,30}\b(?:request|oauth2?|login|saved)? ?state\b/i,
  'Correlation failed': /correlation (?:failed|cookie)/i,
});

const ofLogin =
  'A login that leads away and back carries a value of chance (state), which a cookie or session keeps as well; both must agree in the end (RFC 6749 §10.12). It fails where the cookie was lost: another host name, http for https, SameSite, a second window, a page loaded again. Begin the login anew, at one address.';

/** Session accepted; the anti-forgery token is missing or wrong. */
export const csrfTokenMissing = defineRule({
  cause: 'csrf-token-missing',
  references: ['RFC 6749 §10.12'],
  explains: [
    'session-expired',
    'credentials-missing',
    'nonce-stale',
    'required-header-missing',
    'client-not-allowed',
  ],
  phrases: [
    {
      says: anyOf({
        'BAD CSRF': /\bcsrf/i,
        'XSRF check failed': /\bxsrf/i,
        security_csrf_violation: /_csrf/i,
        CSRFPrevention: /CSRFPrevention/i,
        'Cross Site Request Forgery': /cross[- ]site request forgery/i,
        'No valid crumb': /(?:valid|no|missing|invalid)[^.]{0,16}\bcrumb/i,
        'anti-forgery': /anti-?forgery/i,
        'Invalid authenticity token': /authenticity[_ ]?token/i,
        'request verification token': /request verification token/i,
        InvalidNonce: /invalid_?nonce/i,
        'Cookie nonce is invalid': /cookie nonce/i,
        RequestVerificationToken: /RequestVerificationToken/i,
        'Page Expired': /page (?:has )?expired/i,
        'security token missing': /security token (?:is )?(?:missing|invalid)/i,
        'form token': /form token/i,
        TokenMismatchException: /TokenMismatchException/i,
        'Forbidden - origin invalid': /Forbidden - (?:origin|referer) (?:invalid|not supplied)/i,
        Forgery: /forgery/i,
        'Cross-site POST form submissions are forbidden':
          /cross-?(?:site|origin) (?:post|form)[^.;]{0,40}(?:forbidden|not allowed|blocked|refused|rejected)/i,
        'The change you wanted was rejected (422)': /The change you (?:wanted|requested) was rejected/i,
        'Invalid Form Key. Please refresh the page.': /invalid[ _]form[ _]?key/i,
        'form key invalid': /form[ _]?key[^.;]{0,20}(?:invalid|missing|expired)/i,
      }),
      weight: STATED,
    },
    {
      says: anyOf({
        sesskey: /\bsess_?key\b/i,
        sectok: /\bsectok\b/i,
        'Security Token did not match': /security token did not match/i,
        'contained an invalid security token':
          /(?:contained|carries|with) an? (?:invalid|missing|wrong) security token/i,
        'security token was missing': /security token was missing/i,
        'submitted form was invalid': /submitted form was invalid/i,
        'Session verification failed': /session verification failed/i,
        'your session has timed out, submit the form again': /your session has timed out[^.]{0,20}form/i,
        'form has expired, please reload': /form (?:has )?(?:expired|timed out)[^.]{0,40}(?:reload|again)/i,
        'invalid request token': /invalid request token/i,
        'request token is missing': /request ?token (?:is )?(?:missing|invalid|expired)/i,
        'post code invalid': /post (?:code|key)[^.;]{0,16}(?:invalid|mismatch)/i,
        'authorisation code mismatch': /authori[sz]ation code mismatch/i,
        'edit token': /edit token/i,
        badtoken: /\bbadtoken\b/i,
        'hash key invalid': /hash key (?:is )?(?:invalid|missing)/i,
        'A security error occurred. Please press back':
          /security error occurred[^.]{0,6}\. ?please press back/i,
      }),
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const asked = responseValue(facts, 'X-CSRF-Token');
    const required = asked !== undefined && /required/i.test(asked);
    const unused = unspoken(facts) ? halfSent(facts)?.name : undefined;
    const handed = unspoken(facts) ? handedAndLacking(facts) : undefined;
    const beside = handed === undefined ? handedWithSession(facts) : undefined;
    const offered = unspoken(facts) && !required ? handedByRefusal(facts) : undefined;
    const renewed = renewedByRefusal(facts);
    const halves = facts.status === 403 || facts.status === 400 ? differingHalves(facts) : undefined;
    const before =
      facts.status === 403 || facts.status === 400 ? handedUnderAnotherSession(facts) : undefined;
    // A signed request carries a nonce of another kind.
    if (facts.signing.kind !== undefined && !antiForgery.test(facts.said)) return undefined;
    const state = comesBack(facts) ? saidOf(facts, stateDiffers) : undefined;
    const kept = lostLoginCookie(facts);
    const byName =
      heard.length === 0 && facts.cookies.length > 0 && facts.authorization === undefined
        ? saidOf(facts, shared)
        : undefined;
    return support(
      [
        ...heard,
        state !== undefined && {
          weight: STATED,
          evidence: statementEvidence(facts, state.statement, state.match[0]),
        },
        kept?.because === 'other-host' &&
          weigh(TOLD, `The login began at another host, which keeps the cookie ${kept.name}`, {
            in: 'field',
            exchange: kept.index,
            side: 'response',
            name: 'Set-Cookie',
          }),
        byName !== undefined && {
          weight: TOLD,
          evidence: statementEvidence(facts, byName.statement, byName.match[0]),
        },
        handed !== undefined &&
          weigh(
            TOLD,
            `An earlier answer handed out ${handed.name}, which this request does not carry`,
            handed.in === 'field'
              ? { in: 'field', exchange: handed.index, side: 'response', name: handed.name }
              : { in: 'body', exchange: handed.index, side: 'response' },
          ),
        beside !== undefined &&
          weigh(
            STATED,
            `The login a moment before handed out ${beside.name}, which this request does not carry`,
            { in: 'field', exchange: beside.index, side: 'response', name: beside.name },
          ),
        offered !== undefined &&
          weigh(
            TOLD + HINTED,
            `The answer hands out ${offered}, which this request does not carry`,
            responseFieldPlace(facts, offered),
          ),
        renewed !== undefined &&
          weigh(
            STATED,
            `The answer hands out another ${renewed} than the request carried`,
            responseFieldPlace(facts, renewed),
          ),
        halves !== undefined &&
          weigh(TOLD, `${halves.field} repeats another token than the cookie ${halves.cookie.name} holds`, {
            in: 'field',
            exchange: facts.index,
            side: 'request',
            name: 'Cookie',
            span: halves.cookie.span,
          }),
        before !== undefined &&
          weigh(
            TOLD,
            `The page with the token began a new session; ${before.name} still names the one before`,
            {
              in: 'field',
              exchange: facts.index,
              side: 'request',
              name: 'Cookie',
              span: before.span,
            },
          ),
        unused !== undefined &&
          weigh(
            TOLD,
            `The cookie ${unused} holds an anti-forgery token, which no field repeats`,
            requestFieldPlace(facts, 'Cookie'),
          ),
        (unused !== undefined || halves !== undefined) &&
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
        title: comesBack(facts)
          ? kept === undefined
            ? inItsWords(
                `The login that came back to ${theServer(facts)} is not the one that was begun`,
                heard,
                facts,
              )
            : `The cookie ${kept.name}, with which the login began, did not come back to ${theServer(facts)}`
          : inItsWords(
              repeatsToken(facts)
                ? `The anti-forgery token sent to ${theServer(facts)} is not accepted`
                : `No anti-forgery token was sent to ${theServer(facts)}`,
              heard,
              facts,
            ),
        explanation: comesBack(facts)
          ? ofLogin
          : 'What changes something must carry a token that the server handed out to this very session, so that no foreign page can send it. Fetch it first (a field, cookie or hidden input of an earlier answer), keep that answer’s cookies, and send both. A new login needs a new token. API tokens are often exempt.',
        remedies: [{ id: 'add-csrf-token' }, { id: 'log-in-by-form' }, { id: 'report' }],
      },
    );
  },
});
