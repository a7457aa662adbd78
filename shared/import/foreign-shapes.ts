import { isRecord } from '../exchange/json.ts';
import type { ForeignTool } from '../schemes/scheme.ts';

type Json = Readonly<Record<string, unknown>>;

/** Values of a tool by its own names; `type` is its name of the scheme. */
export interface ForeignValues {
  readonly type: string;
  readonly values: Readonly<Record<string, string>>;
}

interface AuthShape {
  /** As a person calls the tool. */
  readonly name: string;
  /** Names that say nothing of the request. */
  readonly quiet: readonly string[];
  /** `undefined`: inherited. */
  read(auth: Json): ForeignValues | 'none' | undefined;
}

/** Texts by name: switches and numbers as texts, members of an object by a dotted name, a list as JSON. */
const flat = (value: Json, rename: (text: string) => string, prefix = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const key = `${prefix}${name}`;
      if (typeof member === 'string') return [[key, rename(member)]];
      if (typeof member === 'number' || typeof member === 'boolean') return [[key, String(member)]];
      if (Array.isArray(member)) return [[key, JSON.stringify(member)]];
      return isRecord(member) ? Object.entries(flat(member, rename, `${key}.`)) : [];
    }),
  );

const asItIs = (text: string): string => text;

/** `{{ _.name }}` and `{{ name }}` are `{{name}}` here. */
export const insomniaVariables = (text: string): string =>
  text.replace(/\{\{\s*(?:_\.)?([\w.-]+)\s*\}\}/g, '{{$1}}');

export const hoppscotchVariables = (text: string): string => text.replace(/<<([\w.-]+)>>/g, '{{$1}}');

/** Yaak writes `${[ name ]}`. */
const yaakVariables = (text: string): string => text.replace(/\$\{\[\s*([\w.-]+)\s*\]\}/g, '{{$1}}');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The flow of an OAuth scheme that fits a program best, in OpenAPI 3's names and in Swagger 2's. */
const openapiFlows = [
  ['authorizationCode', 'authorization_code'],
  ['accessCode', 'authorization_code'],
  ['clientCredentials', 'client_credentials'],
  ['application', 'client_credentials'],
  ['password', 'password'],
  ['implicit', 'implicit'],
] as const;

const openapiValues = (scheme: Json): Record<string, string> => {
  const flows = isRecord(scheme['flows']) ? scheme['flows'] : undefined;
  const [flow, grantType] =
    openapiFlows.find(([name]) => (flows === undefined ? scheme['flow'] === name : name in flows)) ?? [];
  const chosen = flow === undefined || flows === undefined ? scheme : flows[flow];
  const { scopes: _scopes, ...named } = isRecord(chosen) ? chosen : {};
  return flat({ ...named, scope: scheme['scope'], grantType }, asItIs);
};

/** Postman 2.1 lists `{key, value}`; 2.0 has an object. */
const postmanValues = (value: unknown): Json => {
  if (isRecord(value)) return value;
  const pairs = Array.isArray(value) ? value.filter(isRecord) : [];
  return Object.fromEntries(pairs.map((pair) => [textOf(pair['key']), pair['value']]));
};

export const authShapes: Readonly<Record<ForeignTool, AuthShape>> = {
  postman: {
    name: 'Postman',
    quiet: ['showPassword', 'saveHelperData', 'tokenName', 'useBrowser'],
    read: (auth) => {
      const type = textOf(auth['type']);
      if (type === '' || type === 'inherit') return undefined;
      if (type === 'noauth') return 'none';
      return { type, values: flat(postmanValues(auth[type]), asItIs) };
    },
  },
  insomnia: {
    name: 'Insomnia',
    quiet: ['type', 'disabled'],
    read: (auth) => {
      const type = textOf(auth['type']);
      if (auth['disabled'] === true || type === 'none') return 'none';
      return type === '' ? undefined : { type, values: flat(auth, insomniaVariables) };
    },
  },
  bruno: {
    name: 'Bruno',
    quiet: ['credentialsId', 'autoFetchToken', 'autoRefreshToken', 'tokenQueryKey'],
    read: (auth) => {
      const mode = textOf(auth['mode']);
      if (mode === '' || mode === 'inherit') return undefined;
      if (mode === 'none') return 'none';
      const value = auth[mode];
      return { type: mode, values: flat(isRecord(value) ? value : {}, asItIs) };
    },
  },
  hoppscotch: {
    name: 'Hoppscotch',
    quiet: ['authType', 'authActive'],
    read: (auth) => {
      const type = textOf(auth['authType']);
      if (type === 'none' || auth['authActive'] === false) return 'none';
      if (type === '' || type === 'inherit') return undefined;
      const values = flat(auth, hoppscotchVariables);
      // Every auth of an older file carries an OAuth form, empty or not.
      const own = Object.entries(values).filter(
        ([name]) => type === 'oauth-2' || !name.startsWith('grantTypeInfo.'),
      );
      return { type, values: Object.fromEntries(own) };
    },
  },
  openapi: {
    name: 'the description',
    quiet: ['type', 'scheme', 'description', 'bearerFormat', 'flow', 'refreshUrl', 'scope'],
    read: (scheme) => {
      const type = textOf(scheme['type']);
      const given = type === 'http' ? `http ${textOf(scheme['scheme']).toLowerCase()}` : type;
      return { type: given, values: openapiValues(scheme) };
    },
  },
  yaak: {
    name: 'Yaak',
    quiet: [],
    read: (auth) => {
      const type = textOf(auth['authenticationType']);
      if (type === '') return undefined;
      if (type === 'none') return 'none';
      const value = auth['authentication'];
      return { type, values: flat(isRecord(value) ? value : {}, yaakVariables) };
    },
  },
};
