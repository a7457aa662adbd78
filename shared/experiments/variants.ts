import { base64OfByteString } from '../exchange/bytes.ts';
import { sameName } from '../exchange/fields.ts';
import { serverCredentials } from '../diagnosis/facts.ts';
import type { SentCredential } from '../diagnosis/facts/sent-credentials.ts';
import { plainSecret } from '../workspace/secret.ts';
import type { Draft, SchemeSettings } from '../workspace/draft.ts';
import type { Scene } from './scene.ts';

/** The draft with one thing changed: what the experiments send. All pure. */

/** Methods whose repetition changes nothing (RFC 9110 §9.2.1). */
export const isSafe = (method: string): boolean =>
  ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY'].includes(method.toUpperCase());

const withoutField = (draft: Draft, name: string): Draft => ({
  ...draft,
  fields: draft.fields.filter((field) => !sameName(field.name, name)),
});

const withField = (draft: Draft, name: string, value: string): Draft => ({
  ...withoutField(draft, name),
  fields: [...withoutField(draft, name).fields, { name, value, on: true }],
  fieldsOff: draft.fieldsOff.filter((off) => !sameName(off, name)),
});

export const withoutCookies = (draft: Draft): Draft => ({
  ...withoutField(draft, 'Cookie'),
  settings: { ...draft.settings, cookies: false },
});

const without = (draft: Draft, { in: where, name, value }: SentCredential): Draft => {
  switch (where) {
    case 'authorization':
    case 'field':
      return withoutField(draft, name);
    case 'query':
      return { ...draft, params: draft.params.filter((param) => param.name !== name) };
    case 'cookie':
      return withoutCookies(draft);
    case 'userinfo':
      return { ...draft, url: draft.url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i, '$1') };
    case 'path':
      return { ...draft, url: draft.url.replace(value, '') };
    case 'proxy':
      return draft;
    default:
      return where satisfies never;
  }
};

/** Nothing that proves who asks. */
export const withoutCredentials = ({ draft, facts }: Scene): Draft =>
  serverCredentials(facts).reduce<Draft>(without, { ...draft, auth: { kind: 'none' } });

/** In the place of the scheme's own field. */
export const withAuthorization = (scene: Scene, value: string): Draft =>
  withField(withoutCredentials(scene), 'Authorization', value);

const withSettings = (scene: Scene, changed: SchemeSettings): Draft =>
  scene.auth === undefined
    ? scene.draft
    : {
        ...scene.draft,
        auth: {
          kind: 'own',
          scheme: scene.auth.scheme.id,
          settings: { ...scene.auth.settings, ...changed },
        },
      };

/** A user name that nobody has: the made-up password is no failed login of anybody's. */
const madeUser = (made: string): string => `why401-${made.slice(0, 10)}`;
const madeSecret = (made: string): string => made.slice(10, 42);

/** The same scheme with a credential that nobody has; nothing where such a one cannot be made. */
export const withMadeUpCredential = (scene: Scene): Draft | undefined => {
  const { facts, auth, made } = scene;
  const [first] = serverCredentials(facts);
  if (first === undefined) return undefined;
  const bare = withoutCredentials(scene);
  switch (first.in) {
    case 'authorization': {
      const { scheme = '', spelled = '' } = first.parsed ?? {};
      if (scheme === 'basic')
        return withField(
          bare,
          'Authorization',
          `${spelled} ${base64OfByteString(`${madeUser(made)}:${madeSecret(made)}`)}`,
        );
      if (auth !== undefined && 'username' in auth.scheme.initial && 'password' in auth.scheme.initial)
        return withSettings(scene, {
          username: madeUser(made),
          password: plainSecret(madeSecret(made)),
          source: 'typed',
        });
      // Other schemes sign the request: what is made up there is only a wrong signature of a real key.
      return /^(?:bearer|token|apikey|bot|)$/.test(scheme)
        ? withField(
            bare,
            'Authorization',
            [spelled, madeSecret(made)].filter((word) => word !== '').join(' '),
          )
        : undefined;
    }
    case 'field':
      return withField(bare, first.name, madeSecret(made));
    case 'query':
      return {
        ...bare,
        params: [...bare.params, { name: first.name, value: madeSecret(made), on: true }],
      };
    case 'cookie':
      return withField(bare, 'Cookie', `${first.name}=${madeSecret(made)}`);
    case 'userinfo':
      return withField(
        bare,
        'Authorization',
        `Basic ${base64OfByteString(`${madeUser(made)}:${madeSecret(made)}`)}`,
      );
    case 'path':
      return { ...bare, url: scene.draft.url.replace(first.value, madeSecret(made)) };
    case 'proxy':
      return undefined;
    default:
      return first.in satisfies never;
  }
};

/** Whether the credential is a user name with a password: sent again, a wrong one counts as one more failed login. */
export const sendsPassword = ({ facts, auth }: Scene): boolean => {
  const scheme = facts.authorization?.parsed?.scheme;
  return (
    (scheme !== undefined && /^(?:basic|digest|ntlm)$/.test(scheme)) ||
    (auth !== undefined && 'password' in auth.scheme.initial && auth.scheme.tokenWays === undefined) ||
    serverCredentials(facts).some((one) => one.in === 'userinfo')
  );
};

/** The address as it was sent first, without query and login. */
export const sentUrl = ({ facts }: Scene): URL | undefined => {
  if (facts.url === undefined) return undefined;
  const url = new URL(facts.url.href);
  url.search = '';
  url.username = '';
  url.password = '';
  return url;
};
