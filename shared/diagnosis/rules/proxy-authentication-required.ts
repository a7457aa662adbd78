import type { Facts } from '../facts.ts';
import { sameName } from '../../exchange/fields.ts';
import { authParam } from '../../http-auth/auth.ts';
import { strongestProxyScheme } from '../../proxy/strongest-scheme.ts';
import { absentField, responseValue, statusPlace } from '../facts.ts';
import { schemeInWords } from '../facts/schemes-asked.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, PROVEN, STATED } from '../weights.ts';

/** Name or product of the last proxy that the answer passed, as it calls itself (RFC 9110 §7.6.3). */
const viaName = (facts: Facts): string | undefined => {
  const via = responseValue(facts, 'Via')?.split(',').at(-1) ?? '';
  const [, host = '', product] = /^\s*(?:[\w.]+\/)?[\d.]+\s+(\S+)(?:\s+\(([^)]+)\))?/.exec(via) ?? [];
  return product ?? (host === '' ? undefined : host);
};

/** A proxy on the way, not the server, asks who you are (RFC 9110 §15.5.8). */
export const proxyAuthenticationRequired = defineRule({
  cause: 'proxy-authentication-required',
  references: ['RFC 9110 §11.7', 'RFC 9110 §15.5.8'],
  explains: ['credentials-missing', 'integrated-auth-required', 'blocked-by-intermediary', 'scheme-mismatch'],
  phrases: [
    {
      says: /proxy[ -](?:authentication|authori[sz]ation) (?:is )?(?:required|needed)|ERR_CACHE_ACCESS_DENIED|cache access denied|not currently allowed to request[^.]{0,60}from this cache until you have authenticated|(?:web )?proxy requires|proxy-?(?:authentifizierung|anmeldung)|authentification (?:du |de )?proxy|代理(?:服务器)?(?:身份)?(?:验证|认证)|プロキシ認証/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const required =
      facts.status === 407 ||
      (facts.failure?.code === 'proxy' &&
        /407|proxy auth/i.test(`${facts.failure.detail} ${facts.failure.message}`));
    // A cache that stands before a server of its own asks in that server's name, on the same page (RFC 9110 §11.7).
    const words = facts.challenges.length > 0 ? [] : heard;
    if (!required && facts.proxyChallenges.length === 0 && words.length === 0) return undefined;
    const [challenge] = facts.proxyChallenges;
    const sent = facts.credentials.find((credential) => credential.in === 'proxy');
    const schemes = [...new Set(facts.proxyChallenges.map((seen) => schemeInWords(seen.challenge.scheme)))];
    const asked = strongestProxyScheme(schemes) ?? schemes[0];
    const shown = sent?.parsed?.spelled;
    const untaken = shown !== undefined && schemes.length > 0 && !schemes.some((one) => sameName(one, shown));
    const realms = facts.proxyChallenges.map((seen) => authParam(seen.challenge, 'realm'));
    const realm = realms.find((name) => name !== undefined && name !== '');
    const via = facts.exchange.connection?.proxy;
    const named = via ?? (realm === undefined ? viaName(facts) : `“${realm}”`);
    const whose =
      named === undefined || /^proxy\b/i.test(named)
        ? named === undefined
          ? ''
          : ` at ${named}`
        : ` ${named}`;
    return support(
      [
        ...heard,
        required &&
          weigh(
            PROVEN,
            facts.status === 407
              ? 'The status is 407, which only a proxy sends'
              : 'The proxy refused the tunnel',
            facts.status === 407 ? statusPlace(facts) : { in: 'connection', exchange: facts.index },
          ),
        challenge !== undefined &&
          weigh(STATED, `Proxy-Authenticate asks for ${schemes.join(', ')}`, challenge.place),
        sent === undefined
          ? weigh(HINTED, 'Proxy-Authorization was not sent', absentField(facts, 'Proxy-Authorization'))
          : weigh(HINTED, 'Proxy-Authorization was sent and refused', sent.place),
      ],
      {
        title: untaken
          ? `The proxy${whose} does not take ${shown}; it asks for ${schemes.join(' or ')}`
          : sent === undefined
            ? `The proxy${whose} asks for ${schemes.length === 0 ? 'credentials' : schemes.join(' or ')}; no credentials were sent`
            : `The proxy${whose} refuses the credentials sent to it`,
        explanation: `The request never reached ${facts.url?.host ?? 'the server'}: a proxy between stopped it and wants to know who you are${schemes.length === 0 ? '' : `, by ${schemes.join(' or ')}`}. Credentials for a proxy go into Proxy-Authorization; those in Authorization are for the server and do not help here.`,
        remedies: [
          {
            id: 'send-proxy-credentials',
            ...(asked === undefined ? {} : { values: { scheme: asked.toLowerCase() } }),
          },
          { id: 'report' },
        ],
        ...(schemes.length === 0
          ? {}
          : {
              figure: {
                kind: 'schemes' as const,
                sent: sent?.parsed?.spelled ?? 'none',
                challenged: schemes,
              },
            }),
      },
    );
  },
});
