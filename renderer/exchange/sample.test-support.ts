import { base64OfByteString, utf8ByteString } from '../../shared/exchange/bytes.ts';
import type {
  Attempt,
  Exchange,
  Field,
  ReceivedResponse,
  SentField,
} from '../../shared/exchange/exchange.ts';

/** One expired-token exchange, the story of the pictures; tests change what they are about. */

const segment = (value: unknown): string =>
  base64OfByteString(utf8ByteString(JSON.stringify(value)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

export const sentAtMs = Date.UTC(2026, 7, 20, 12, 4, 15, 221);
export const expiresAt = Date.UTC(2026, 7, 20, 12, 0, 3) / 1000;

export const claims = {
  iss: 'https://login.acme.example',
  aud: 'https://api.acme.example',
  iat: expiresAt - 3600,
  exp: expiresAt,
};

export const jwtOf = (payload: Readonly<Record<string, unknown>>): string =>
  `${segment({ alg: 'RS256', kid: '2026-06', typ: 'at+jwt' })}.${segment(payload)}.c2lnbmF0dXJlkQ`;

export const token = jwtOf(claims);

export const head = (startLine: string, fields: readonly Field[]): string =>
  [startLine, ...fields.map(({ name, value }) => `${name}: ${value}`), '', ''].join('\r\n');

export const requestFields: readonly SentField[] = [
  { name: 'Host', value: 'api.acme.example', origin: { from: 'url', note: 'from the URL' } },
  { name: 'Authorization', value: `Bearer ${token}`, origin: { from: 'auth', note: 'profile Acme prod' } },
  { name: 'Accept', value: 'application/json', origin: { from: 'typed', note: 'you' } },
  { name: 'User-Agent', value: 'why401/1.0', origin: { from: 'default', note: 'default' } },
];

export const responseFields: readonly Field[] = [
  { name: 'Date', value: 'Thu, 20 Aug 2026 12:04:15 GMT' },
  { name: 'Content-Type', value: 'application/json' },
  { name: 'Content-Length', value: '55' },
  { name: 'WWW-Authenticate', value: 'Bearer realm="acme", error="invalid_token"' },
];

export const bodyText = '{"error":"unauthorized","message":"Token is not valid"}';

export const sampleResponse = (change: Partial<ReceivedResponse> = {}): ReceivedResponse => ({
  status: 401,
  reason: 'Unauthorized',
  httpVersion: '1.1',
  fields: [...responseFields],
  rawHead: head('HTTP/1.1 401 Unauthorized', change.fields ?? responseFields),
  body: { kind: 'text', text: bodyText, size: 55 },
  encodedSize: 55,
  decodedSize: 55,
  ...change,
});

export const sampleExchange = (change: Partial<Exchange> = {}, response = sampleResponse()): Exchange => ({
  id: 'x1',
  purpose: 'resource',
  request: {
    method: 'GET',
    url: 'https://api.acme.example/v1/me',
    target: '/v1/me',
    httpVersion: '1.1',
    fields: [...requestFields],
    rawHead: head('GET /v1/me HTTP/1.1', requestFields),
    body: { kind: 'none' },
  },
  outcome: { kind: 'answered', response },
  connection: {
    remoteAddress: '203.0.113.20',
    remotePort: 443,
    reused: false,
    tls: { protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', authorized: true, chain: [] },
  },
  timings: {
    startedAtMs: sentAtMs,
    dnsMs: 6,
    connectMs: 18,
    tlsMs: 42,
    requestSentMs: 43,
    firstByteMs: 79,
    endMs: 83,
  },
  ...change,
});

export const sampleAttempt = (
  exchanges: readonly Exchange[] = [sampleExchange()],
  change: Partial<Attempt> = {},
): Attempt => ({
  id: 'a1',
  startedAtMs: sentAtMs,
  exchanges: [...exchanges],
  source: 'sent',
  profile: 'Acme prod',
  ...change,
});
