import { requestFieldPlace, requestValue, statusPlace } from '../facts.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { PROVEN, STATED } from '../weights.ts';

/** A CORS preflight met the authentication wall: browsers send it without credentials (WHATWG Fetch §4.8). */
export const preflightBlocked = defineRule({
  cause: 'preflight-blocked',
  references: ['WHATWG Fetch §4.8'],
  explains: [
    'credentials-missing',
    'session-expired',
    'integrated-auth-required',
    'scheme-mismatch',
    'cached-response',
    'server-misconfigured',
    'csrf-token-missing',
  ],
  phrases: [],
  examine(facts, heard) {
    if (facts.exchange.request.method !== 'OPTIONS') return undefined;
    const method = requestValue(facts, 'Access-Control-Request-Method');
    if (method === undefined) return undefined;
    return support(
      [
        ...heard,
        weigh(
          PROVEN + 1,
          `OPTIONS asks beforehand whether ${method} is allowed`,
          requestFieldPlace(facts, 'Access-Control-Request-Method'),
        ),
        weigh(STATED, `It is answered ${facts.status ?? 'not at all'}`, statusPlace(facts)),
      ],
      {
        title: `The browser’s CORS preflight was answered ${facts.status ?? 'with a failure'}, so the ${method} was never sent`,
        explanation:
          'Before a script’s cross-origin request the browser sends OPTIONS and by design without cookies and Authorization. A server that demands a login for it stops every such call. OPTIONS with Access-Control-Request-Method must be answered 2xx before authentication, with the Access-Control-Allow fields.',
        remedies: [{ id: 'report' }],
      },
    );
  },
});
