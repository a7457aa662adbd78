import { isRecord } from '../../exchange/json.ts';
import type { SchemeSettings } from '../../workspace/draft.ts';
import { plainSecret } from '../../workspace/secret.ts';
import { defaultRedirectUri, type ClientAuthentication, type OAuth2Grant } from './settings.ts';
import type { ForeignAuth, Scheme } from '../scheme.ts';

type Given = Readonly<Record<string, string>>;

/** How one tool names what all of them have. */
interface Names {
  readonly types: readonly string[];
  readonly grant: string;
  readonly authorization: string;
  readonly token: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirect: string;
  readonly scope: string;
  readonly prefix: string;
  /** Where the client's secret travels, and the words for the body and for Basic. */
  readonly client: string;
  readonly inBody: string;
  readonly asBasic: string;
  /** Where the token travels, and the word for the query. */
  readonly place?: { readonly name: string; readonly query: string };
  readonly audience?: string;
  /** Lists of further parameters of the two requests. */
  readonly further?: { readonly authorization: string; readonly token: string };
  /** Taken where nothing is said. */
  readonly clientDefault: ClientAuthentication;
}

/** The tools spell grants in their own case: `authorization_code`, `AUTHORIZATION_CODE`, `password_credentials`. */
const grants: ReadonlyMap<string, OAuth2Grant> = new Map([
  ['authorization_code', 'authorization-code'],
  ['authorization_code_with_pkce', 'authorization-code'],
  ['client_credentials', 'client-credentials'],
  ['password', 'password'],
  ['password_credentials', 'password'],
  ['device_code', 'device-code'],
  ['refresh_token', 'refresh-token'],
]);

const grantOf = (word: string): OAuth2Grant | undefined => grants.get(word.toLowerCase());

const mapping = (names: Names): ForeignAuth => ({
  types: names.types,
  read: (given): SchemeSettings => {
    const client = given[names.client];
    const prefix = given[names.prefix] ?? '';
    const redirect = given[names.redirect] ?? '';
    return {
      grant: grantOf(given[names.grant] ?? '') ?? 'authorization-code',
      authorizationEndpoint: given[names.authorization] ?? '',
      tokenEndpoint: given[names.token] ?? '',
      clientId: given[names.clientId] ?? '',
      clientSecret: plainSecret(given[names.clientSecret] ?? ''),
      clientAuthentication:
        client === names.inBody ? 'body' : client === names.asBasic ? 'basic-raw' : names.clientDefault,
      redirectUri: redirect === '' ? defaultRedirectUri : redirect,
      scope: given[names.scope] ?? '',
      username: given['username'] ?? '',
      password: plainSecret(given['password'] ?? ''),
      ...(names.audience === undefined ? {} : { audience: given[names.audience] ?? '' }),
      ...(names.further === undefined
        ? {}
        : {
            authorizationParameters: formText(furtherOf(given[names.further.authorization], true)),
            tokenParameters: formText(furtherOf(given[names.further.token], true)),
          }),
      prefix: prefix === '' ? 'Bearer' : prefix,
    };
  },
  notes: (given) => notesOf(names, given),
  write: (settings) => {
    const grant = [...grants].find(([, grant]) => grant === settings['grant'])?.[0];
    return {
      [names.grant]: grant ?? '',
      [names.authorization]: String(settings['authorizationEndpoint']),
      [names.token]: String(settings['tokenEndpoint']),
      [names.clientId]: String(settings['clientId']),
      [names.clientSecret]: String(settings['clientSecret']),
      [names.client]: settings['clientAuthentication'] === 'body' ? names.inBody : names.asBasic,
      [names.redirect]: String(settings['redirectUri']),
      [names.scope]: String(settings['scope']),
      [names.prefix]: String(settings['prefix']),
      username: String(settings['username']),
      password: String(settings['password']),
      ...(names.audience === undefined ? {} : { [names.audience]: String(settings['audience']) }),
    };
  },
});

interface Further {
  readonly name: string;
  readonly value: string;
}

/** The entries of a list, as JSON, that are switched on and travel as parameters; the others where `fit` is false. */
const furtherOf = (json: string | undefined, fit: boolean): readonly Further[] => {
  return jsonArray(json ?? '').flatMap((entry) => {
    if (!isRecord(entry) || typeof entry['key'] !== 'string' || entry['enabled'] === false) return [];
    const travels = entry['send_as'] === undefined || entry['send_as'] === 'request_body';
    return travels === fit ? [{ name: entry['key'], value: textOf(entry['value']) }] : [];
  });
};

const jsonArray = (json: string): readonly unknown[] => {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Only what would break the form is encoded, so that variables stay readable. */
const formText = (further: readonly Further[]): string =>
  further
    .map((one) => [one.name, one.value].map((text) => text.replace(/[&=%+]/g, encodeURIComponent)).join('='))
    .join('&');

const notesOf = (names: Names, given: Given): readonly string[] => {
  const grant = given[names.grant] ?? '';
  const known = grantOf(grant) !== undefined;
  return [
    ...(grant === '' ? ['No grant is named: authorization code is set; choose the one that is meant.'] : []),
    ...(grant !== '' && !known
      ? [
          `The grant ${grant} is not offered here: authorization code with PKCE takes its place (RFC 9700 §2.1.2).`,
        ]
      : []),
    ...(names.further === undefined
      ? []
      : [names.further.authorization, names.further.token].flatMap((list) =>
          furtherOf(given[list], false).map(
            ({ name }) => `The parameter ${name} travelled outside the body; that is not offered here.`,
          ),
        )),
    ...(names.place !== undefined && given[names.place.name] === names.place.query
      ? ['The access token went into the query; here it goes into Authorization (RFC 6750 §2.3).']
      : []),
  ];
};

/** Insomnia's; the others differ by a few. */
const usual: Names = {
  types: ['oauth2'],
  grant: 'grantType',
  authorization: 'authorizationUrl',
  token: 'accessTokenUrl',
  clientId: 'clientId',
  clientSecret: 'clientSecret',
  redirect: 'redirectUrl',
  scope: 'scope',
  prefix: 'tokenPrefix',
  client: 'credentialsInBody',
  inBody: 'true',
  asBasic: 'false',
  audience: 'audience',
  clientDefault: 'basic-raw',
};

/** The tools Base64 id and secret as they are, so `basic-raw` is what they mean by Basic. */
export const oauth2Foreign: NonNullable<Scheme['foreign']> = {
  postman: mapping({
    ...usual,
    grant: 'grant_type',
    authorization: 'authUrl',
    redirect: 'redirect_uri',
    prefix: 'headerPrefix',
    client: 'client_authentication',
    inBody: 'body',
    asBasic: 'header',
    place: { name: 'addTokenTo', query: 'queryParams' },
    further: { authorization: 'authRequestParams', token: 'tokenRequestParams' },
  }),
  insomnia: mapping(usual),
  bruno: mapping({
    ...usual,
    redirect: 'callbackUrl',
    prefix: 'tokenHeaderPrefix',
    client: 'credentialsPlacement',
    inBody: 'body',
    asBasic: 'basic_auth_header',
    place: { name: 'tokenPlacement', query: 'url' },
    clientDefault: 'body',
  }),
  hoppscotch: mapping({
    ...usual,
    types: ['oauth-2'],
    grant: 'grantTypeInfo.grantType',
    authorization: 'grantTypeInfo.authEndpoint',
    token: 'grantTypeInfo.tokenEndpoint',
    clientId: 'grantTypeInfo.clientID',
    clientSecret: 'grantTypeInfo.clientSecret',
    scope: 'grantTypeInfo.scopes',
    client: 'grantTypeInfo.clientAuthentication',
    inBody: 'IN_BODY',
    asBasic: 'AS_BASIC_AUTH_HEADERS',
    place: { name: 'addTo', query: 'QUERY_PARAMS' },
    clientDefault: 'body',
  }),
  openapi: {
    types: ['oauth2', 'openIdConnect'],
    read: (given) => ({
      grant: grantOf(given['grantType'] ?? '') ?? 'authorization-code',
      authorizationEndpoint: given['authorizationUrl'] ?? '',
      tokenEndpoint: given['tokenUrl'] ?? '',
      issuer: (given['openIdConnectUrl'] ?? '').replace(/\/\.well-known\/.*$/, ''),
      scope: given['scope'] ?? '',
    }),
    notes: (given) =>
      given['grantType'] === 'implicit'
        ? [
            'The grant implicit is not offered here: authorization code with PKCE takes its place (RFC 9700 §2.1.2).',
          ]
        : [],
  },
  yaak: mapping({
    ...usual,
    redirect: 'redirectUri',
    prefix: 'headerPrefix',
    client: 'credentials',
    inBody: 'body',
    asBasic: 'basic',
    clientDefault: 'body',
  }),
};
