import type { Exchange } from '../../exchange/exchange.ts';
import { fieldNamed } from '../../exchange/fields.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { maskUrl } from '../../exchange/redact.ts';
import { hostIn, originIn } from '../../exchange/url.ts';
import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import type { Hop } from '../facts/hops.ts';
import { lostBody } from '../facts/hops.ts';
import { formOf } from '../facts/form.ts';
import { isGuestPage } from '../facts/guest-network.ts';
import type { SentCredential } from '../facts/sent-credentials.ts';
import { ledToGate } from '../facts/web-gate.ts';
import { defineRule, ruledOut, support, weigh } from '../rule.ts';
import { absentField, nameOfSecret } from '../facts.ts';
import { PROVEN, STATED } from '../weights.ts';

const reasons = {
  'same-origin': 'though the origin stayed the same',
  'other-scheme': 'because the scheme of the address changed',
  'other-host': 'because the host changed',
  'other-port': 'because the port changed',
  'method-changed': 'when the method changed',
} as const;

/** Where a proxy sends those whom it does not know yet. */
const signOn =
  /\/(?:authorize|oauth2?\/(?:v\d\/)?(?:auth|start|sign_in)|openid-connect\/auth|saml2?|sso|adfs\/ls|if\/flow)(?:[/?]|$)|outpost\.goauthentik|cdn-cgi\/access\/login/i;

/** A redirect to another origin lost the Authorization field on the way (RFC 9110 §15.4). */
export const redirectDroppedCredentials = defineRule({
  cause: 'redirect-dropped-credentials',
  references: ['RFC 9110 §15.4', 'WHATWG Fetch §4.4'],
  explains: [
    'credentials-missing',
    'header-stripped',
    'url-wrong',
    'blocked-by-intermediary',
    'session-expired',
    'cached-response',
  ],
  phrases: [],
  examine(facts) {
    const left = leftBehind(facts);
    if (left === undefined) {
      return facts.hops.length > 0 && facts.authorization !== undefined
        ? ruledOut('Authorization was sent to the last address as well')
        : undefined;
    }
    const { hop } = left;
    const { from, to, because, status } = hop.note;
    if (isGuestPage(facts))
      return ruledOut(
        'The redirect leads to the page of a network for guests, not to another address of the server',
      );
    if (ledToGate(facts))
      return ruledOut('The redirect leads to the sign-in of a company’s web gateway, not on to the server');
    const origin = originIn(to) ?? to;
    const place = because === 'other-scheme' ? origin : (hostIn(to) ?? to);
    if (because === 'other-host' && facts.status !== undefined && facts.status < 400 && signOn.test(to))
      return ruledOut('The redirect leads to a sign-on, which is the refusal itself');
    return support(
      [
        weigh(PROVEN, `${left.name} was sent to ${hostIn(from) ?? from}`, left.place),
        weigh(STATED, `The ${status} leads to ${short(maskUrl(to))}`, {
          in: 'field',
          exchange: hop.index - 1,
          side: 'response',
          name: 'Location',
        }),
        weigh(STATED, `${left.name} was not sent on, ${reasons[because]}`, left.absent),
      ],
      {
        title: `The redirect to ${place} went without ${left.name === 'Authorization' ? 'credentials' : left.name}`,
        explanation: `The first request carried ${left.name}; its answer redirected to ${origin}. Clients leave credentials out when a redirect leads to another origin, so that no stranger gets them, and nobody says so. Use the final address from the start, or send the credentials there on purpose if that host is yours.`,
        remedies: [
          { id: 'send-to-redirect-target', values: { origin, url: to } },
          { id: 'use-final-url', values: { url: to } },
        ],
      },
    );
  },
});

/** What one of the hops left behind. */
interface Left {
  readonly hop: Hop;
  /** As the verdict calls it: the field, "the parameter token", "the posted password". */
  readonly name: string;
  readonly place: Place;
  readonly absent: Place;
}

const leftBehind = (facts: Facts): Left | undefined => {
  for (const hop of facts.hops) {
    // Whoever is led to a login page without a cookie is asked to sign in: that is no loss.
    const lost = hop.lost.find((one) => one.in !== 'cookie' || (facts.status ?? 0) >= 400);
    if (lost !== undefined) return ofCredential(facts, hop, lost);
    const before = facts.attempt.exchanges.find(({ request }) => request.url === hop.note.from);
    const secret = before === undefined ? undefined : nameOfSecret(formOf(before.request));
    // A login that leads to its own page, or that hands out a session, has been looked at.
    if (
      secret !== undefined &&
      !handsOut(before) &&
      hop.note.from !== hop.note.to &&
      lostBody(facts.attempt, hop)
    ) {
      const at = Math.max(0, hop.index - 1);
      return {
        hop,
        name: `the posted ${secret}`,
        place: { in: 'body', exchange: at, side: 'request' },
        absent: { in: 'body', exchange: facts.index, side: 'request' },
      };
    }
  }
  return undefined;
};

const handsOut = (exchange: Exchange | undefined): boolean =>
  exchange !== undefined && fieldNamed(responseOf(exchange)?.fields ?? [], 'Set-Cookie') !== undefined;

const ofCredential = (facts: Facts, hop: Hop, lost: SentCredential): Left => {
  const at = { hop, place: lost.place };
  switch (lost.in) {
    case 'query':
      return {
        ...at,
        name: `the parameter ${lost.name}`,
        absent: { in: 'url', exchange: facts.index },
      };
    case 'userinfo':
      return { ...at, name: 'the user in the URL', absent: absentField(facts, 'Authorization') };
    case 'cookie':
      return { ...at, name: `the cookie ${lost.name}`, absent: absentField(facts, 'Cookie') };
    case 'authorization':
    case 'field':
    case 'proxy':
    case 'path':
      return { ...at, name: lost.name, absent: absentField(facts, lost.name) };
    default:
      return lost.in satisfies never;
  }
};

const short = (url: string): string => (url.length > 80 ? `${url.slice(0, 77)}…` : url);
