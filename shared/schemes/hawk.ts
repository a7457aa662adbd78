import { hawkFlow, isHawkSigned } from './hawk/flow.ts';
import { hawkForeign } from './hawk/foreign.ts';
import { hawkSettingsSchema, type HawkSettings } from './hawk/settings.ts';
import { defineScheme, send } from './scheme.ts';

const isEmpty = ({ id, key }: HawkSettings): boolean => id === '' && key === '';

const ascii = /^[ \w!#$%&'()*+,\-./:;<=>?@[\]^`{|}~]*$/;

/** Hawk: a MAC over method, address, time and a nonce; as a bewit, in the query of a link. An empty form adds nothing. */
export const hawk = defineScheme<HawkSettings>({
  id: 'hawk',
  label: 'Hawk',
  references: ['Hawk 1.1, mozilla/hawk API.md'],
  challenges: ['hawk'],
  form: [
    { name: 'id', label: 'Key ID', kind: 'text' },
    { name: 'key', label: 'Key', kind: 'secret' },
    {
      name: 'algorithm',
      label: 'Algorithm',
      kind: 'choice',
      choices: [
        { value: 'sha256', label: 'SHA-256' },
        { value: 'sha1', label: 'SHA-1' },
      ],
    },
    {
      name: 'place',
      label: 'Place',
      kind: 'choice',
      choices: [
        { value: 'header', label: 'Header' },
        { value: 'query', label: 'Query', note: 'a bewit, for GET only' },
      ],
    },
    {
      name: 'ttl',
      label: 'Good for',
      kind: 'text',
      help: 'Seconds.',
      when: (own) => own['place'] === 'query',
    },
    {
      name: 'payloadHash',
      label: 'Sign the body',
      kind: 'switch',
      group: 'Message',
      when: (own) => own['place'] === 'header',
    },
    {
      name: 'ext',
      label: 'Extra data',
      kind: 'text',
      group: 'Message',
      help: 'Signed and sent along, as the server wants it.',
    },
    {
      name: 'app',
      label: 'Application',
      kind: 'text',
      group: 'Message',
      when: (own) => own['place'] === 'header',
    },
    {
      name: 'dlg',
      label: 'Delegated by',
      kind: 'text',
      group: 'Message',
      when: (own) => own['place'] === 'header' && own['app'] !== '',
    },
    {
      name: 'timestamp',
      label: 'Timestamp',
      kind: 'text',
      group: 'Message',
      placeholder: 'now, in seconds',
      when: (own) => own['place'] === 'header',
    },
    {
      name: 'nonce',
      label: 'Nonce',
      kind: 'text',
      group: 'Message',
      placeholder: 'a random one',
      when: (own) => own['place'] === 'header',
    },
  ],
  credential: 'key ID or key',
  settings: hawkSettingsSchema,
  summary: ({ id }) => (id === '' ? 'Hawk' : `Hawk, ${id}`),
  problem: (own) => {
    if (isEmpty(own)) return undefined;
    if (own.id === '') return 'The key ID is missing.';
    if (own.key === '') return 'The key is missing.';
    if (own.place === 'query' && !/^[1-9]\d{0,8}$/.test(own.ttl))
      return 'A bewit is good for a number of seconds; correct "Good for".';
    if (own.place === 'query' && own.id.includes('\\')) return 'A key ID with a backslash fits no bewit.';
    const unfit = Object.entries({ 'key ID': own.id, nonce: own.nonce, application: own.app }).find(
      ([, value]) => !ascii.test(value),
    );
    return unfit === undefined
      ? undefined
      : `The ${unfit[0]} holds a quote, a backslash or a character beyond ASCII, which Hawk does not allow.`;
  },
  *flow(request, own, env) {
    if (isEmpty(own) || isHawkSigned(request, own)) yield* send(request);
    else yield* hawkFlow(request, own, env);
  },
  notices: (own, { method }) =>
    !isEmpty(own) && own.place === 'query' && method !== 'GET' && method !== 'HEAD'
      ? [
          {
            title: `A bewit with ${method}`,
            explanation: 'Servers take a bewit for GET and HEAD only. Choose the header instead.',
          },
        ]
      : [],
  curl: (own) => ({
    words: [],
    notes: isEmpty(own)
      ? []
      : [
          own.place === 'query'
            ? `curl does not know Hawk: the bewit is made already and good for ${own.ttl} seconds.`
            : 'curl does not know Hawk: the field is signed already and good once, for about a minute.',
        ],
  }),
  foreign: hawkForeign,
});
