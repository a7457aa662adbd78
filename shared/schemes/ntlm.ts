import { z } from 'zod';
import type { ReceivedResponse } from '../exchange/exchange.ts';
import { valuesOf } from '../exchange/fields.ts';
import { areSameOrigin } from '../exchange/url.ts';
import { parseChallenges } from '../http-auth/challenges.ts';
import { plainSecret } from '../workspace/secret.ts';
import { attachField, withoutCredentials } from './parts/attach.ts';
import { ntlmLogin } from './ntlm/account.ts';
import { parseNtlmChallenge, type NtlmChallenge } from './ntlm/challenge.ts';
import { ntlmAuthenticate, ntlmFieldValue, ntlmNegotiate } from './ntlm/messages.ts';
import { ntlmXray } from './ntlm/xray.ts';
import {
  defineScheme,
  FlowStopped,
  send,
  sendFollowed,
  type Flow,
  type ForeignAuth,
  type OutgoingRequest,
  type SchemeEnv,
} from './scheme.ts';

const settings = z.object({
  username: z.string().default(''),
  password: z.string().default(''),
  domain: z.string().default(''),
  workstation: z.string().default(''),
});
export type NtlmSettings = z.infer<typeof settings>;

const isEmpty = ({ username, password }: NtlmSettings): boolean => username === '' && password === '';

const foreign = (types: readonly string[]): ForeignAuth => ({
  types,
  read: ({ username = '', password = '', domain = '', workstation = '' }) => ({
    username,
    password: plainSecret(password),
    domain,
    workstation,
  }),
  write: ({ username, password, domain, workstation }) => ({
    username: String(username),
    password: String(password),
    domain: String(domain),
    workstation: String(workstation),
  }),
});

/** Windows user and password, three messages on one connection (MS-NTHT, MS-NLMP). An empty form adds nothing. */
export const ntlm = defineScheme<NtlmSettings>({
  id: 'ntlm',
  label: 'NTLM',
  references: ['MS-NTHT', 'MS-NLMP'],
  challenges: ['ntlm'],
  form: [
    {
      name: 'username',
      label: 'User name',
      kind: 'text',
      placeholder: 'DOMAIN\\user',
      help: 'Also user@domain, or the name alone.',
    },
    {
      name: 'password',
      label: 'Password',
      kind: 'secret',
      help: 'Never sent; the server sees a hash of it.',
    },
    {
      name: 'domain',
      label: 'Domain',
      kind: 'text',
      group: 'Names',
      placeholder: 'from the user name',
      when: ({ username }) => !/[\\/@]/.test(String(username)),
    },
    {
      name: 'workstation',
      label: 'Workstation',
      kind: 'text',
      group: 'Names',
      placeholder: 'none',
      help: 'Name of this computer, where the server asks for it.',
    },
  ],
  credential: 'user name or password',
  settings,
  summary: ({ username }) => (username === '' ? 'NTLM' : `NTLM, ${username}`),
  answers: ['Authorization'],
  ownConnection: true,
  *flow(request, own, env) {
    if (isEmpty(own)) yield* send(request);
    else yield* ntlmFlow(request, own, env);
  },
  curl: (own) => {
    if (isEmpty(own)) return { words: [], notes: [] };
    const { user, domain } = ntlmLogin(own.username, own.domain, '');
    const name = domain === '' ? user : `${domain}\\${user}`;
    return {
      words: [{ text: '--ntlm' }, { text: '-u' }, { text: `${name}:${own.password}`, secret: true }],
      notes: [
        ...(own.workstation === '' ? [] : ['curl names a workstation of its own.']),
        ...(user.includes('\\') || name.includes(':')
          ? ['curl ends the user name at the first colon and the domain at the first backslash.']
          : []),
      ],
    };
  },
  curlReading: {
    option: 'ntlm',
    read: ({ username, password }) => ({ username, password: plainSecret(password) }),
  },
  foreign: {
    postman: foreign(['ntlm']),
    insomnia: foreign(['ntlm']),
    bruno: foreign(['ntlm']),
    yaak: foreign(['windows']),
  },
});

/**
 * The first message goes with the whole request: a server that asks for nothing has then got all of it. All travels on
 * one connection, which is what the server authenticates.
 */
function* ntlmFlow(request: OutgoingRequest, own: NtlmSettings, env: SchemeEnv): Flow {
  const bare = withoutCredentials(request);
  const { response, answered } = yield* sendFollowed(
    attachField(bare, 'Authorization', ntlmFieldValue(ntlmNegotiate)),
    'own',
  );
  if (response.status !== 401 || !areSameOrigin(answered.url, request.url)) return;
  const challenge = challengeIn(response);
  if (challenge === undefined) return;
  const login = ntlmLogin(own.username, own.domain, own.password);
  const answer = ntlmAuthenticate(challenge, login, own.workstation, env);
  const proven = attachField(withoutCredentials(answered), 'Authorization', ntlmFieldValue(answer.message));
  yield* send({ ...proven, xray: ntlmXray(challenge, login, answer), signed: true }, 'own');
}

/** @throws FlowStopped where the server's message cannot be read */
const challengeIn = ({ fields }: ReceivedResponse): NtlmChallenge | undefined => {
  const { challenges } = parseChallenges(valuesOf(fields, 'WWW-Authenticate'));
  const token = challenges.find(({ scheme, token68 }) => scheme === 'ntlm' && token68 !== undefined)?.token68;
  if (token === undefined) return undefined;
  const parsed = parseNtlmChallenge(token);
  if (parsed.ok) return parsed.challenge;
  throw new FlowStopped(
    'ntlm-malformed',
    `The server's NTLM message cannot be read: ${parsed.problem}. The server or a proxy before it is at fault.`,
  );
};
