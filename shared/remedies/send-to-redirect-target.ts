import { audiences, decodeJwt } from '../token/jwt.ts';
import { fieldNamed } from '../exchange/fields.ts';
import { hostIn, originIn } from '../exchange/url.ts';
import { parseCredentials } from '../http-auth/credentials.ts';
import { withTrustedOrigin } from './parts/draft-edits.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy, type Situation } from './remedy.ts';

/** What stayed behind, in the words of the question: "the token", "the password". */
const secretInHand = ({ attempt, profile }: Situation): string => {
  const sent = attempt.exchanges.map((e) => fieldNamed(e.request.fields, 'Authorization')).find(Boolean);
  const scheme = parseCredentials(sent?.value ?? '').scheme;
  const what = scheme === 'bearer' ? 'token' : scheme === 'basic' ? 'password' : 'credentials';
  return profile === undefined ? `the ${what}` : `${profile.name}’s ${what}`;
};

const audienceRemark = ({ attempt }: Situation, host: string): string | undefined => {
  for (const exchange of attempt.exchanges) {
    const decoded = decodeJwt(
      parseCredentials(fieldNamed(exchange.request.fields, 'Authorization')?.value ?? '').rest,
    );
    if (decoded.kind !== 'jwt') continue;
    const named = audiences(decoded.jwt);
    if (named.length > 0 && !named.some((audience) => audience.includes(host))) {
      return `The token’s aud is ${named.join(', ')}. Whoever runs ${host} can use the token while it lives.`;
    }
  }
  return undefined;
};

const isLoopback = (host: string): boolean => /^(?:localhost|127\.|\[::1\])/.test(host);

/** Lets the credentials follow the redirect to another origin, once a person has said so. */
export const sendToRedirectTarget = defineRemedy({
  id: 'send-to-redirect-target',
  plan(situation, offer) {
    const url = offer.values?.['url'];
    if (url === undefined) return undefined;
    const origin = originIn(url) ?? url;
    const host = hostIn(url) ?? url;
    const secure = url.startsWith('https:');
    const remark = audienceRemark(situation, host);
    return resend(situation, {
      id: 'send-to-redirect-target',
      label: `Send to ${host} once`,
      changes: [
        { before: 'Authorization: not sent after the redirect', after: `Authorization: sent to ${host}` },
      ],
      sends: `Sends this ${situation.draft.method} again, and the credentials to ${host} as well.`,
      question: {
        kind: 'consent',
        question: `Send ${secretInHand(situation)} to ${host}?`,
        speaksFor: [
          ...(secure ? ['HTTPS: nobody between can read it'] : []),
          ...(isLoopback(host) ? ['The address is on this computer'] : []),
          'The server you chose redirects there',
        ],
        speaksAgainst: [
          ...(secure || isLoopback(host) ? [] : ['Plain HTTP: everybody between can read it']),
          remark ?? `Whoever runs ${host} gets the credentials.`,
        ],
        ...(situation.profile === undefined ? {} : { always: 'Always for this profile' }),
      },
      apply: () => withTrustedOrigin(situation.draft, origin),
    });
  },
});
