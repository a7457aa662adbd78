import type { SchemeSettings } from '../../workspace/draft.ts';
import { plainSecret } from '../../workspace/secret.ts';
import { oauth1Places } from './request.ts';
import { oauth1Methods } from './signature.ts';
import type { ForeignAuth, OpenSettings, Scheme } from '../scheme.ts';

type Given = Readonly<Record<string, string>>;

const texts = ['consumerKey', 'token', 'realm', 'callback', 'verifier', 'timestamp', 'nonce'] as const;

/** Our text settings by the names of one tool. */
type Names = Readonly<Record<(typeof texts)[number], string>>;

interface Tool {
  readonly names: Names;
  readonly consumerSecret: string;
  readonly tokenSecret: string;
  place(given: Given): string;
  writePlace(place: string): Given;
}

const mapping = (tool: Tool): ForeignAuth => ({
  types: ['oauth1'],
  read: (given): SchemeSettings => {
    const place = tool.place(given);
    return {
      ...Object.fromEntries(texts.map((name) => [name, given[tool.names[name]] ?? ''])),
      consumerSecret: plainSecret(given[tool.consumerSecret] ?? ''),
      tokenSecret: plainSecret(given[tool.tokenSecret] ?? ''),
      privateKey: plainSecret(given['privateKey'] ?? ''),
      method: oauth1Methods.find((one) => one === given['signatureMethod']) ?? 'HMAC-SHA1',
      place: oauth1Places.find((one) => one === place) ?? 'header',
      bodyHash: given['includeBodyHash'] === 'true',
      omitVersion: given['version'] === '',
    };
  },
  write: (settings: OpenSettings): Given => ({
    ...Object.fromEntries(texts.map((name) => [tool.names[name], String(settings[name])])),
    [tool.consumerSecret]: String(settings['consumerSecret']),
    [tool.tokenSecret]: String(settings['tokenSecret']),
    privateKey: String(settings['privateKey']),
    signatureMethod: String(settings['method']),
    version: settings['omitVersion'] === true ? '' : '1.0',
    includeBodyHash: String(settings['bodyHash']),
    ...tool.writePlace(String(settings['place'])),
  }),
});

const names: Names = {
  consumerKey: 'consumerKey',
  token: 'token',
  realm: 'realm',
  callback: 'callback',
  verifier: 'verifier',
  timestamp: 'timestamp',
  nonce: 'nonce',
};

/** Postman, Insomnia and Bruno by their own names; the query is what Postman means by "not to the header". */
export const oauth1Foreign: NonNullable<Scheme['foreign']> = {
  postman: mapping({
    names,
    consumerSecret: 'consumerSecret',
    tokenSecret: 'tokenSecret',
    place: (given) => (given['addParamsToHeader'] === 'true' ? 'header' : 'query'),
    writePlace: (place) => ({ addParamsToHeader: String(place === 'header') }),
  }),
  insomnia: mapping({
    names: { ...names, token: 'tokenKey' },
    consumerSecret: 'consumerSecret',
    tokenSecret: 'tokenSecret',
    place: () => 'header',
    writePlace: () => ({}),
  }),
  bruno: mapping({
    names: { ...names, token: 'accessToken', callback: 'callbackUrl' },
    consumerSecret: 'consumerSecret',
    tokenSecret: 'accessTokenSecret',
    place: (given) => given['placement'] ?? 'header',
    writePlace: (placement) => ({ placement }),
  }),
};
