import type { ExampleAnswer, ExampleRequest, ExampleWorld } from './example.ts';

/** What the examples' servers have in common: they answer as real ones do. */

export const reached = (who: string): ExampleAnswer => ({
  status: 200,
  body: { reached: true, account: who },
});

export const challenged = (challenge: string, body: unknown, status = 401): ExampleAnswer => ({
  status,
  fields: { 'WWW-Authenticate': challenge },
  body,
});

/** RFC 6750 §3.1. */
export const refusedToken = (description: string): ExampleAnswer =>
  challenged(`Bearer realm="example", error="invalid_token", error_description="${description}"`, {
    error: 'invalid_token',
    error_description: description,
  });

export const noToken: ExampleAnswer = challenged('Bearer realm="example"', { error: 'unauthorized' });

export const nothingHere: ExampleAnswer = { status: 404, body: { error: 'not_found' } };

/** The token of a Bearer field as a strict server reads it: one word, one space, one token. */
export const bearerToken = (request: ExampleRequest): string | undefined =>
  /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i.exec(request.field('Authorization') ?? '')?.[1];

/** User name and password of a Basic field, one code unit per byte. */
export const basicPair = (request: ExampleRequest): string | undefined => {
  const encoded = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(request.field('Authorization') ?? '')?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('latin1');
};

/** RFC 6749 §5.1. */
export const issuedToken = (
  accessToken: string,
  more: Readonly<Record<string, unknown>> = {},
): ExampleAnswer => ({
  status: 200,
  fields: { 'Cache-Control': 'no-store' },
  body: { access_token: accessToken, token_type: 'Bearer', ...more },
});

/** RFC 6749 §5.2. */
export const refusedGrant = (error: string, description: string): ExampleAnswer => ({
  status: 400,
  fields: { 'Cache-Control': 'no-store' },
  body: { error, error_description: description },
});

export const guarded = (
  request: ExampleRequest,
  world: ExampleWorld,
  refusal: (claims: Readonly<Record<string, unknown>>) => string | undefined,
): ExampleAnswer => {
  const token = bearerToken(request);
  if (token === undefined) return noToken;
  const claims = world.verify(token);
  if (claims === undefined) return refusedToken('The token was not issued here');
  const refused = refusal(claims);
  return refused === undefined ? reached(String(claims['sub'])) : refusedToken(refused);
};
