import { z } from 'zod';
import { utf8ByteString } from '../exchange/bytes.ts';
import { fieldsNamed } from '../exchange/fields.ts';
import { splitUrl } from '../workspace/draft.ts';
import { plainSecret } from '../workspace/secret.ts';
import { attachCookie, attachField, attachQuery } from './parts/attach.ts';
import { defineScheme, send, type ForeignAuth, type OutgoingRequest, type RecognisedAuth } from './scheme.ts';

const places = ['header', 'query', 'cookie'] as const;

const settings = z.object({
  name: z.string().default('X-API-Key'),
  value: z.string().default(''),
  place: z.enum(places).default('header'),
});
export type ApiKeySettings = z.infer<typeof settings>;

/** RFC 9110 §5.6.2. */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Names under which nothing but a key travels. */
const plainlyKeys = [
  'x-api-key',
  'x-apikey',
  'api-key',
  'apikey',
  'api_key',
  'ocp-apim-subscription-key',
  'x-functions-key',
];

const attach = (request: OutgoingRequest, own: ApiKeySettings): OutgoingRequest => {
  if (own.value === '' || own.name === '') return request;
  switch (own.place) {
    case 'header':
      return attachField(request, own.name, utf8ByteString(own.value));
    case 'query':
      return attachQuery(request, own.name, own.value);
    case 'cookie':
      return attachCookie(request, own.name, utf8ByteString(own.value));
    default:
      return own.place satisfies never;
  }
};

/** The name under which a tool keeps the place, and its words for our places. */
const foreign = (
  type: string,
  name: string,
  words: Readonly<Partial<Record<(typeof places)[number], string>>>,
): ForeignAuth => ({
  types: [type],
  read: (given) => ({
    name: given['key'] ?? '',
    value: plainSecret(given['value'] ?? ''),
    place: places.find((place) => words[place]?.toLowerCase() === given[name]?.toLowerCase()) ?? 'header',
  }),
  write: (settings) => ({
    key: String(settings['name']),
    value: String(settings['value']),
    [name]: words[places.find((place) => place === settings['place']) ?? 'header'] ?? '',
  }),
});

const recognisedField = (fields: OutgoingRequest['fields']): RecognisedAuth | undefined => {
  const field = fields.find(({ name }) => plainlyKeys.includes(name.toLowerCase()));
  if (field === undefined || fieldsNamed(fields, field.name).length > 1) return undefined;
  if (!/^[\u0021-\u007e]+$/.test(field.value)) return undefined;
  return {
    settings: { name: field.name, value: plainSecret(field.value), place: 'header' },
    fieldNames: [field.name.toLowerCase()],
    queryNames: [],
  };
};

const recognisedQuery = (url: string): RecognisedAuth | undefined => {
  const keys = splitUrl(url).params.filter(({ name }) => plainlyKeys.includes(name.toLowerCase()));
  const [key] = keys;
  if (key?.value === undefined || keys.length > 1) return undefined;
  // A value that would be encoded anew on the way out is left where it was typed.
  if (key.value === '' || encodeURIComponent(key.value) !== key.value) return undefined;
  return {
    settings: { name: key.name, value: plainSecret(key.value), place: 'query' },
    fieldNames: [],
    queryNames: [key.name],
  };
};

/** A fixed key in a field, in the query or in a cookie; nobody's standard, everybody's habit. */
export const apiKey = defineScheme<ApiKeySettings>({
  id: 'api-key',
  label: 'API key',
  references: ['OpenAPI 3.1 §4.8.27'],
  challenges: [],
  form: [
    {
      name: 'place',
      label: 'Place',
      kind: 'choice',
      choices: [
        { value: 'header', label: 'Header' },
        { value: 'query', label: 'Query', note: 'ends up in logs' },
        { value: 'cookie', label: 'Cookie' },
      ],
    },
    { name: 'name', label: 'Name', kind: 'text', placeholder: 'X-API-Key' },
    { name: 'value', label: 'Key', kind: 'secret' },
  ],
  credential: 'key',
  settings,
  summary: ({ name, place }) => `API key, ${place} ${name}`,
  problem: ({ name, value, place }) => {
    if (value === '') return undefined;
    if (name === '') return 'The API key has no name.';
    if (place !== 'query' && !token.test(name)) return `"${name}" cannot be the name of a ${place}.`;
    if (place === 'cookie' && /[;,\s]/.test(value))
      return 'A cookie value cannot contain a space, comma or semicolon.';
    return undefined;
  },
  *flow(request, own) {
    yield* send(attach(request, own));
  },
  foreign: {
    postman: foreign('apikey', 'in', { header: 'header', query: 'query' }),
    insomnia: foreign('apikey', 'addTo', { header: 'header', query: 'queryParams', cookie: 'cookie' }),
    bruno: foreign('apikey', 'placement', { header: 'header', query: 'queryparams' }),
    hoppscotch: foreign('api-key', 'addTo', { header: 'HEADERS', query: 'QUERY_PARAMS' }),
    yaak: foreign('apikey', 'location', { header: 'header', query: 'query' }),
    openapi: {
      types: ['apiKey'],
      read: (given) => ({
        name: given['name'] ?? '',
        place: places.find((place) => place === given['in']) ?? 'header',
      }),
    },
  },
  recognise: ({ url, fields }) => recognisedField(fields) ?? recognisedQuery(url),
});
