import { createHash } from 'node:crypto';
import { plainSecret } from '../../../shared/workspace/secret.ts';
import { zoo } from '../../zoo.test-support.ts';
import { apache, field, own, type Journey } from './journey.test-support.ts';

const lighttpd = `http://127.0.0.1:${zoo.lighttpd}`;
const bucket = `http://127.0.0.1:${zoo.s3}/bucket`;
const s3 = (change: Readonly<Record<string, string>> = {}, secret = 'wonderland') =>
  own('aws-sigv4', {
    keys: 'typed',
    accessKeyId: 'zoo:alice',
    secretAccessKey: plainSecret(secret),
    region: 'us-east-1',
    service: 's3',
    contentHash: true,
    ...change,
  });

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** A Digest response as a tool made it once: by MD5, over the nonce that the server gives now. */
const typedDigest = async (origin: string, path: string): Promise<string> => {
  const asked = await fetch(`${origin}${path}`);
  const challenge = asked.headers.get('WWW-Authenticate') ?? '';
  const param = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? '';
  const [realm, nonce] = [param('realm'), param('nonce')];
  const [nc, cnonce] = ['00000001', '0a4f113b'];
  const answer = md5(
    `${md5(`alice:${realm}:wonderland`)}:${nonce}:${nc}:${cnonce}:auth:${md5(`GET:${path}`)}`,
  );
  return `Digest username="alice", realm="${realm}", nonce="${nonce}", uri="${path}", algorithm=MD5, response="${answer}", qop=auth, nc=${nc}, cnonce="${cnonce}"`;
};

/** What is signed, and what is computed over a challenge. */
export const signatureJourneys: readonly Journey[] = [
  {
    name: 'S3, wrong secret',
    cause: 'signature-mismatch',
    start: () => ({ request: { url: bucket, ...s3({}, 'not-the-secret') } }),
    press: /^Use another/,
    answers: () => ({ 'Access key ID': 'zoo:alice', 'Secret access key': 'wonderland' }),
  },
  {
    name: 'S3, wrong region',
    cause: 'signing-scope-wrong',
    start: () => ({ request: { url: bucket, ...s3({ region: 'eu-west-1' }) } }),
    press: /^Sign for us-east-1/,
  },
  {
    name: 'S3, clock half an hour off',
    cause: 'clock-skew',
    clockMs: -1_800_000,
    start: () => ({ request: { url: bucket, ...s3() } }),
    press: /^Sign with the server’s clock/,
  },
  {
    name: 'Digest over an old nonce',
    cause: 'nonce-stale',
    start: async () => ({
      request: {
        url: `${apache}/digest-short/`,
        fields: [field('Authorization', await typedDigest(apache, '/digest-short/'))],
      },
    }),
    // Apache's nonce is good for two seconds here.
    waitMs: 3_000,
    press: /^Answer with the new nonce/,
    answers: () => ({ 'User name': 'alice', Password: 'wonderland' }),
  },
  {
    name: 'Digest by MD5, SHA-256 asked for',
    cause: 'digest-response-mismatch',
    start: async () => ({
      request: {
        url: `${lighttpd}/digest-sha256/`,
        fields: [field('Authorization', await typedDigest(lighttpd, '/digest-sha256/'))],
      },
    }),
    press: /^Switch to Digest/,
    answers: () => ({ 'User name': 'alice', Password: 'wonderland' }),
  },
];
