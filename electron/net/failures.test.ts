import { expect, test } from 'vitest';
import type { FailureCode } from '../../shared/exchange/exchange.ts';
import { explainFailure, WireError, type FailureScene } from './failures.ts';

const scene: FailureScene = {
  hostname: 'api.example.com',
  port: 443,
  proxy: undefined,
  connected: true,
  handshaking: false,
  signal: new AbortController().signal,
  peerEnded: false,
  receivedBytes: 0,
  received: undefined,
};

const platform = (code: string, message = 'as the platform says'): Error =>
  Object.assign(new Error(message), { code });

const rows: readonly [string, Partial<FailureScene>, FailureCode, RegExp][] = [
  ['ENOTFOUND', { connected: false }, 'dns', /api\.example\.com could not be resolved/],
  ['EAI_AGAIN', { connected: false }, 'dns', /could not be resolved/],
  ['ECONNREFUSED', { connected: false }, 'refused', /api\.example\.com:443 refused/],
  ['EHOSTUNREACH', { connected: false }, 'unreachable', /cannot be reached/],
  ['ENETUNREACH', { connected: false }, 'unreachable', /cannot be reached/],
  ['ETIMEDOUT', { connected: false }, 'timeout', /did not answer in time/],
  ['ECONNRESET', {}, 'reset', /without an answer/],
  ['ECONNRESET', { receivedBytes: 12 }, 'reset', /after 12 bytes/],
  ['ECONNRESET', { peerEnded: true }, 'closed', /closed the connection without/],
  ['EPIPE', { peerEnded: true, receivedBytes: 3 }, 'closed', /3 bytes had come/],
  ['ECONNRESET', { handshaking: true }, 'tls', /No TLS connection/],
  ['CERT_HAS_EXPIRED', { handshaking: true }, 'tls-certificate', /has expired/],
  ['CERT_NOT_YET_VALID', { handshaking: true }, 'tls-certificate', /not valid yet/],
  ['SELF_SIGNED_CERT_IN_CHAIN', { handshaking: true }, 'tls-certificate', /Nobody this machine trusts/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', { handshaking: true }, 'tls-certificate', /Nobody this machine trusts/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', { handshaking: true }, 'tls-certificate', /Nobody this machine trusts/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', { handshaking: true }, 'tls-certificate', /not for api\.example\.com/],
  ['CERT_REVOKED', { handshaking: true }, 'tls-certificate', /was refused/],
  ['ERR_SSL_WRONG_VERSION_NUMBER', { handshaking: true }, 'tls', /does not speak TLS/],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', {}, 'tls', /client certificate/],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', { handshaking: true }, 'tls', /client certificate/],
  ['HPE_INVALID_CONSTANT', {}, 'malformed-answer', /not a well-formed HTTP answer/],
  ['HPE_HEADER_OVERFLOW', {}, 'too-large', /larger than this client reads/],
  ['ERR_INVALID_CHAR', { connected: false }, 'invalid-request', /cannot be written as HTTP/],
  ['ESOMETHING', {}, 'other', /failed/],
  ['ECONNREFUSED', { connected: false, proxy: 'p:3128' }, 'proxy', /proxy p:3128 refused/],
  ['ENOTFOUND', { connected: false, proxy: 'p:3128' }, 'proxy', /name of the proxy p:3128/],
  ['EHOSTUNREACH', { connected: false, proxy: 'p:3128' }, 'proxy', /p:3128 could not be reached/],
  ['ECONNRESET', { proxy: 'p:3128' }, 'reset', /without an answer/],
];

test.each(rows)('%s, %o: %s', (code, more, expected, message) => {
  const failure = explainFailure(platform(code), { ...scene, ...more });
  expect(failure.code).toBe(expected);
  expect(failure.message).toMatch(message);
  expect(failure.detail).toBe(`${code}: as the platform says`);
});

test('every sentence is one or two, ends, and shouts at nobody', () => {
  for (const [code, more] of rows) {
    const { message } = explainFailure(platform(code), { ...scene, ...more });
    expect(message).toMatch(/^\S.*[.?]$/);
    expect(message).not.toMatch(/!|please|sorry/i);
  }
});

test('an IPv6 address is bracketed', () => {
  const { message } = explainFailure(platform('ECONNREFUSED'), {
    ...scene,
    hostname: '::1',
    connected: false,
  });
  expect(message).toMatch(/^\[::1\]:443 refused/);
});

test('several addresses that all refuse count as their first', () => {
  const all = new AggregateError([platform('ECONNREFUSED'), platform('EHOSTUNREACH')]);
  expect(explainFailure(all, { ...scene, connected: false }).code).toBe('refused');
});

test('what the engine itself finds keeps its own sentence', () => {
  const error = new WireError('too-large', 'Too large.', { cause: platform('EX', 'why') });
  expect(explainFailure(error, scene)).toEqual({ code: 'too-large', message: 'Too large.', detail: 'why' });
});

test.each<[string, unknown, FailureCode]>([
  ['the person', undefined, 'cancelled'],
  ['the clock', new DOMException('x', 'TimeoutError'), 'timeout'],
])('whatever broke, it was %s', (_name, reason, code) => {
  const signal = AbortSignal.abort(reason);
  expect(explainFailure(platform('ECONNRESET'), { ...scene, signal, received: 'HTTP/1.1' })).toMatchObject({
    code,
    received: 'HTTP/1.1',
  });
});

test('something that is no error', () => {
  expect(explainFailure('odd', scene)).toMatchObject({ code: 'other', detail: 'odd' });
});
