import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { maskUrl } from '../../exchange/redact.ts';
import { readHar } from '../../exchange/har.ts';
import { isRecord, parseJson } from '../../exchange/json.ts';
import type { Attempt, Exchange, Field } from '../../exchange/exchange.ts';
import { utf8OfBytes } from '../../exchange/bytes.ts';
import { responseOf, failureOf } from '../../exchange/exchange.ts';
import { pseudonymsOf } from '../../report/pseudonyms.ts';
import { pseudonymised } from '../../report/pseudonymised.ts';
import type { Told } from '../attempt.test-support.ts';
import { attemptOf, basic, opaque } from '../attempt.test-support.ts';
import type { Cause } from '../causes.ts';
import { diagnose } from '../diagnose.ts';
import type { Diagnosis } from '../diagnosis.ts';

/** One refusal that shows a cause: from the project's own cases, or typed here where there is none. */
export interface Example {
  readonly title: string;
  readonly source: string | undefined;
  readonly attempt: Attempt;
  readonly diagnosis: Diagnosis;
}

/** Causes of which no case is kept, each by one typical answer. */
const scenes: Partial<Record<Cause, readonly [title: string, told: Told]>> = {
  'credentials-conflict': [
    'A token in the field and another in the query',
    {
      url: 'https://api.example.com/me?access_token=abcdefgh12345678',
      sent: opaque,
      status: 400,
      received: {
        'WWW-Authenticate':
          'Bearer error="invalid_request", error_description="More than one method used for authentication"',
      },
      body: { error: 'invalid_request', message: 'More than one method used for authentication' },
    },
  ],
  'required-header-missing': [
    'An API of many tenants',
    { sent: opaque, body: { message: 'Missing required header: X-Tenant-Id' } },
  ],
  'auth-method-retired': [
    'A password where only tokens are taken',
    {
      sent: basic('alice', 'wonderland'),
      body: {
        message:
          'Support for password authentication was removed. Please use a personal access token instead.',
      },
    },
  ],
  'signing-scope-wrong': [
    'A bucket in another region',
    {
      url: 'https://bucket.s3.amazonaws.com/',
      sent: {
        Authorization:
          'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20231115/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024',
      },
      status: 400,
      body: "<Error><Code>AuthorizationHeaderMalformed</Code><Message>the region 'eu-west-1' is wrong; expecting 'us-east-1'</Message><Region>us-east-1</Region></Error>",
    },
  ],
  'digest-response-mismatch': [
    'An answer by MD5 where SHA-256 is asked for',
    {
      sent: {
        Authorization:
          'Digest username="alice", realm="r", nonce="n1", uri="/v1/me", algorithm=MD5, response="6629fae49393a05397450978507c4ef1", qop=auth, nc=00000001, cnonce="c"',
      },
      received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n2", algorithm=SHA-256, qop="auth"' },
    },
  ],
  'permission-denied': [
    'A role is missing',
    {
      sent: basic('reader', 'wonderland'),
      status: 403,
      body: { error: 'forbidden', message: 'User reader does not have permission to read secrets' },
    },
  ],
  'client-not-allowed': [
    'A client that is not welcome',
    {
      sent: { ...opaque, 'User-Agent': 'curl/8.5' },
      status: 403,
      body: 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
    },
  ],
  'url-wrong': [
    'A slash too many',
    {
      url: 'https://api.example.com//v1/me',
      sent: opaque,
      body: { message: 'no route and no API found with those values' },
    },
  ],
  'stale-dns': [
    'The old server still answers',
    {
      sent: opaque,
      body: { message: 'Misdirected request: this site is not hosted here, it moved to a new server.' },
    },
  ],
  'blocked-by-intermediary': [
    'A firewall in front',
    {
      sent: opaque,
      status: 403,
      received: { Server: 'cloudflare', 'CF-RAY': '8c1f-FRA', 'Content-Type': 'text/html' },
      body: '<html><head><title>Attention Required! | Cloudflare</title></head><body>Sorry, you have been blocked</body></html>',
    },
  ],
  unexplained: ['Nothing but the status', { sent: { Authorization: 'Key abcdefgh1234' } }],
  'server-misconfigured': [
    'The server does not reach the key set',
    { sent: opaque, body: { message: 'Unable to fetch JWKS: connect ECONNREFUSED 10.0.0.5:443' } },
  ],
};

const folder = fileURLToPath(new URL('../cases', import.meta.url));

const textIn = (value: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const text = value[name];
  return typeof text === 'string' ? text : undefined;
};

const kept = (cause: Cause): Example | undefined => {
  if (!existsSync(folder)) return undefined;
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith('.json'))
    .toSorted()) {
    const value = parseJson(readFileSync(`${folder}/${name}`, 'utf8'));
    const read = readHar(value);
    if (!isRecord(value) || value['cause'] !== cause || !read.ok) continue;
    const diagnosis = diagnose(read.attempt);
    if (diagnosis.findings[0]?.cause !== cause) continue;
    return {
      title: textIn(value, 'title') ?? name,
      source: textIn(value, 'source'),
      attempt: read.attempt,
      diagnosis,
    };
  }
  return undefined;
};

export const exampleOf = (cause: Cause): Example | undefined => {
  const [title, told] = scenes[cause] ?? [];
  if (title === undefined || told === undefined) return kept(cause);
  const attempt = attemptOf(told);
  return { title, source: undefined, attempt, diagnosis: diagnose(attempt) };
};

const BODY_SHOWN = 240;

/** Fields that say something about authentication, and those that the evidence points at. */
const telling = (fields: readonly Field[], pointed: ReadonlySet<string>): readonly Field[] =>
  fields.filter(
    ({ name }) =>
      pointed.has(name.toLowerCase()) ||
      /^(?:authorization|proxy-authorization|cookie|set-cookie|www-authenticate|proxy-authenticate|location|x-api-key|dpop)$/i.test(
        name,
      ),
  );

const shortened = (text: string, length: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
};

const bodyLine = (mark: string, exchange: Exchange): readonly string[] => {
  const body = mark === '>' ? exchange.request.body : responseOf(exchange)?.body;
  return body?.kind === 'text' && body.text.trim() !== ''
    ? [mark, `${mark} ${shortened(body.text, BODY_SHOWN)}`]
    : [];
};

/** The explained exchange in a few lines, secrets by name. */
export const exampleLines = ({ attempt, diagnosis }: Example): readonly string[] => {
  const exchange = pseudonymised(attempt, pseudonymsOf(attempt)).exchanges[diagnosis.exchange];
  if (exchange === undefined) return [];
  const places = diagnosis.findings[0]?.evidence.map(({ place }) => place) ?? [];
  const pointed = new Set(
    places.flatMap((place) => (place.in === 'field' ? [place.name.toLowerCase()] : [])),
  );
  const response = responseOf(exchange);
  const lines = (mark: string, fields: readonly Field[]): readonly string[] =>
    telling(fields, pointed).map(
      ({ name, value }) => `${mark} ${name}: ${shortened(utf8OfBytes(value), 200)}`,
    );
  return [
    `> ${exchange.request.method} ${shortened(maskUrl(exchange.request.url), 160)}`,
    ...lines('>', exchange.request.fields),
    ...bodyLine('>', exchange),
    ...(response === undefined
      ? [`< no answer: ${failureOf(exchange)?.detail ?? ''}`]
      : [
          `< ${response.status} ${utf8OfBytes(response.reason)}`.trimEnd(),
          ...lines('<', response.fields),
          ...bodyLine('<', exchange),
        ]),
  ];
};
