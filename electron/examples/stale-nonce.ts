import { authParam } from '../../shared/http-auth/auth.ts';
import { parseCredentials } from '../../shared/http-auth/credentials.ts';
import { digestAlgorithmNamed } from '../../shared/schemes/digest/algorithm.ts';
import { digestResponse } from '../../shared/schemes/digest/response.ts';
import { challenged, nothingHere, reached } from './answers.ts';
import { defineExample, exampleDraft, typedField, type ExampleRequest } from './example.ts';

const info = {
  id: 'stale-nonce',
  title: 'Digest with the nonce of yesterday',
  lesson:
    'A Digest answer is good for the nonce that the server gave. stale=true says that the password was right. It is alice and wonderland.',
  status: 401,
  scheme: 'Digest',
} as const;

const realm = 'example';
const username = 'alice';
const password = 'wonderland';
const [freshNonce, oldNonce] = ['example-nonce-of-today', 'example-nonce-of-yesterday'];

const responseFor = (
  given: { readonly nonce: string; readonly nc: string; readonly cnonce: string },
  uri: string,
) => {
  const algorithm = digestAlgorithmNamed('SHA-256');
  if (algorithm === undefined) throw new Error('SHA-256 is one of the algorithms.');
  return digestResponse({ algorithm, username, password, realm, qop: 'auth', method: 'GET', uri, ...given })
    .response;
};

/** A field that a tool made yesterday and that was copied since. */
const copied = (uri: string): string => {
  const given = { nonce: oldNonce, nc: '00000001', cnonce: '0a4f113b' };
  return `Digest username="${username}", realm="${realm}", nonce="${oldNonce}", uri="${uri}", algorithm=SHA-256, response="${responseFor(given, uri)}", qop=auth, nc=${given.nc}, cnonce="${given.cnonce}"`;
};

const isRight = (request: ExampleRequest, nonce: string): boolean => {
  const credentials = parseCredentials(request.field('Authorization') ?? '');
  const given = (name: string): string => authParam(credentials, name) ?? '';
  return (
    credentials.scheme === 'digest' &&
    given('nonce') === nonce &&
    given('response') === responseFor({ nonce, nc: given('nc'), cnonce: given('cnonce') }, request.target)
  );
};

/** Name and password are right, the nonce is over. */
export const staleNonce = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(
      info,
      `${base}/v1/me`,
      typedField('Authorization', copied(new URL(`${base}/v1/me`).pathname)),
    ),
  }),
  answer(request) {
    if (request.path !== '/v1/me') return nothingHere;
    if (isRight(request, freshNonce)) return reached(username);
    const stale = isRight(request, oldNonce) ? ', stale=true' : '';
    return challenged(
      `Digest realm="${realm}", nonce="${freshNonce}", qop="auth", algorithm=SHA-256${stale}`,
      { error: 'unauthorized' },
    );
  },
});
