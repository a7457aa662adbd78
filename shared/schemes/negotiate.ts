import { z } from 'zod';
import type { ReceivedResponse } from '../exchange/exchange.ts';
import { valuesOf } from '../exchange/fields.ts';
import { areSameOrigin, plainHostnameIn } from '../exchange/url.ts';
import type { Challenge } from '../http-auth/auth.ts';
import { parseChallenges } from '../http-auth/challenges.ts';
import { attachField, withoutCredentials } from './parts/attach.ts';
import {
  defineScheme,
  FlowStopped,
  negotiateToken,
  sendFollowed,
  type Flow,
  type OutgoingRequest,
} from './scheme.ts';

const settings = z.object({ serviceHost: z.string().default('') });
export type NegotiateSettings = z.infer<typeof settings>;

/** Kerberos needs one token, NTLM inside Negotiate two. */
const mostTokens = 4;

/** The ticket of whoever is logged in at the operating system (RFC 4559). */
export const negotiate = defineScheme<NegotiateSettings>({
  id: 'negotiate',
  label: 'Negotiate (Kerberos)',
  references: ['RFC 4559', 'RFC 4178'],
  challenges: ['negotiate'],
  form: [
    {
      name: 'serviceHost',
      label: 'Service host',
      kind: 'text',
      help: 'Name under which Kerberos knows the server: HTTP/name. Your ticket comes from the system (kinit).',
      guess: (_, url) => {
        const host = plainHostnameIn(url);
        return host === undefined ? undefined : { value: host, because: 'from the address' };
      },
    },
  ],
  credential: 'ticket',
  settings,
  summary: ({ serviceHost }) => (serviceHost === '' ? 'Negotiate' : `Negotiate, HTTP/${serviceHost}`),
  answers: ['Authorization'],
  ownConnection: true,
  flow: (request, { serviceHost }) => negotiateFlow(request, serviceHost.trim()),
  curl: ({ serviceHost }, { url }) => ({
    words: [{ text: '--negotiate' }, { text: '-u' }, { text: ':' }],
    notes:
      serviceHost === '' || serviceHost === plainHostnameIn(url)
        ? []
        : [`curl asks for a ticket of the host in the address, not for HTTP/${serviceHost}.`],
  }),
  curlReading: { option: 'negotiate', read: () => ({}) },
});

/**
 * Waits to be asked, so that no ticket is spent where none is wanted; then answers as often as the server goes on. What
 * it says behind its answer proves the server, and is checked.
 */
function* negotiateFlow(request: OutgoingRequest, serviceHost: string): Flow {
  const host = serviceHost === '' ? (plainHostnameIn(request.url) ?? '') : serviceHost;
  let { response, answered } = yield* sendFollowed(withoutCredentials(request), 'own');
  for (let tokens = 0; ; tokens += 1) {
    const challenge = challengeIn(response);
    if (response.status !== 401) {
      if (tokens > 0 && challenge?.token68 !== undefined) yield* negotiateToken(host, challenge.token68);
      return;
    }
    // A refusal without a token ends the conversation; beginning it again would end the same.
    const goesOn = tokens === 0 || challenge?.token68 !== undefined;
    if (challenge === undefined || !goesOn || !areSameOrigin(answered.url, request.url)) return;
    if (tokens === mostTokens) {
      throw new FlowStopped(
        'negotiate-endless',
        `The server went on asking after ${mostTokens} Negotiate tokens.`,
      );
    }
    const token = yield* negotiateToken(host, tokens === 0 ? undefined : challenge.token68);
    const authorised = attachField(withoutCredentials(answered), 'Authorization', `Negotiate ${token}`);
    ({ response, answered } = yield* sendFollowed({ ...authorised, signed: true }, 'own'));
  }
}

const challengeIn = ({ fields }: ReceivedResponse): Challenge | undefined =>
  parseChallenges(valuesOf(fields, 'WWW-Authenticate')).challenges.find(
    ({ scheme }) => scheme === 'negotiate',
  );
