import { maskUrl } from '../../exchange/redact.ts';
import { defineRule, ruledOut, support, weigh } from '../rule.ts';
import { absentField } from '../facts.ts';
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
  phrases: [],
  examine(facts) {
    const hop = facts.hops.find(({ lost }) => lost.length > 0);
    if (hop === undefined) {
      return facts.hops.length > 0 && facts.authorization !== undefined
        ? ruledOut('Authorization was sent to the last address as well')
        : undefined;
    }
    const [lost] = hop.lost;
    const { from, to, because, status } = hop.note;
    const origin = originOf(to);
    const place = because === 'other-scheme' ? origin : hostOf(to);
    if (lost === undefined) return undefined;
    if (because === 'other-host' && facts.status !== undefined && facts.status < 400 && signOn.test(to))
      return ruledOut('The redirect leads to a sign-on, which is the refusal itself');
    return support(
      [
        weigh(PROVEN, `${lost.name} was sent to ${hostOf(from)}`, lost.place),
        weigh(STATED, `The ${status} leads to ${short(maskUrl(to))}`, {
          in: 'field',
          exchange: hop.index - 1,
          side: 'response',
          name: 'Location',
        }),
        weigh(STATED, `${lost.name} was not sent on, ${reasons[because]}`, absentField(facts, lost.name)),
      ],
      {
        title: `The redirect to ${place} went without ${lost.name === 'Authorization' ? 'credentials' : lost.name}`,
        explanation: `The first request carried ${lost.name}; its answer redirected to ${origin}. Clients leave credentials out when a redirect leads to another origin, so that no stranger gets them, and nobody says so. Use the final address from the start, or send the credentials there on purpose if that host is yours.`,
        remedies: [
          { id: 'send-to-redirect-target', values: { origin, url: to } },
          { id: 'use-final-url', values: { url: to } },
        ],
      },
    );
  },
});

const short = (url: string): string => (url.length > 80 ? `${url.slice(0, 77)}…` : url);
const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
