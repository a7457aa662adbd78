import { z } from 'zod';

/**
 * The wire model. Heads, names and values are **byte strings**: one code unit per byte (Latin-1), so that nothing that
 * crossed the wire is lost. Use `utf8OfBytes` (bytes.ts) to read one as UTF-8 text for a person.
 * Everything is plain JSON: it crosses to the window, into history and into reports unchanged.
 */

/** One header field line, in the order, casing and number in which it crossed the wire. */
const fieldSchema = z.object({ name: z.string(), value: z.string() });
export type Field = z.infer<typeof fieldSchema>;

/** Where a sent field comes from. `note` is for a person: "profile Acme prod", "from the URL". */
const provenanceSchema = z.object({
  from: z.enum([
    'typed',
    'url',
    'auth',
    'cookie-jar',
    'body',
    'default',
    'redirect',
    'proxy',
    'token-request',
    'import',
  ]),
  note: z.string(),
});
export type Provenance = z.infer<typeof provenanceSchema>;

const sentFieldSchema = fieldSchema.extend({ origin: provenanceSchema.optional() });
export type SentField = z.infer<typeof sentFieldSchema>;

/**
 * A message body after transfer coding was removed.
 * `text`: decoded text, at most 1 MiB. `bytes`: Base64 of at most 1 MiB. `file`: it lies on the engine's disk under
 * `id` (command `readBody`), `head` is its beginning as text if it is text. Sizes are bytes.
 */
const bodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('text'), text: z.string(), size: z.number() }),
  z.object({ kind: z.literal('bytes'), base64: z.string(), size: z.number() }),
  z.object({ kind: z.literal('file'), id: z.string(), size: z.number(), head: z.string().optional() }),
]);
export type Body = z.infer<typeof bodySchema>;

/**
 * How a signature came about, step by step: what went in, what was made of it, what was signed. A secret text is masked
 * by the scheme before it gets here, so that this can be shown, kept and reported like the rest of the wire.
 */
const xraySchema = z.object({
  /** What was signed with: "AWS Signature Version 4". */
  scheme: z.string(),
  parts: z.array(
    z.object({
      /** `input`: what goes in; `canonical`: the request as it is signed; `to-sign`: the string to sign; `result`. */
      kind: z.enum(['input', 'canonical', 'to-sign', 'result']),
      /** The specification's own name: "HA1", "string to sign". */
      label: z.string(),
      text: z.string(),
      /** Where a secret stood there are dots. */
      masked: z.literal(true).optional(),
    }),
  ),
});
export type Xray = z.infer<typeof xraySchema>;
export type XrayPart = Xray['parts'][number];

export const sentRequestSchema = z.object({
  method: z.string(),
  /** Absolute URL without fragment. */
  url: z.string(),
  /** What stood in the request line: origin-form, or absolute-form to a proxy, or authority-form for CONNECT. */
  target: z.string(),
  /** As in the start line: `HTTP/1.1`. */
  httpVersion: z.string(),
  fields: z.array(sentFieldSchema),
  /** The head exactly as it left the socket, ending in CRLF CRLF. Absent where no socket was watched (HAR). */
  rawHead: z.string().optional(),
  body: bodySchema,
  /** Fields that followed the body, where it was sent to its end. */
  trailers: z.array(sentFieldSchema).optional(),
  /** Fields that were composed and could not be sent in this version of HTTP, each with the reason. */
  leftOut: z.array(z.object({ name: z.string(), why: z.string() })).optional(),
  /** Only the response was seen: method, address and fields are not known, and their absence proves nothing. */
  unseen: z.literal(true).optional(),
  xray: xraySchema.optional(),
});
export type SentRequest = z.infer<typeof sentRequestSchema>;

const responseSchema = z.object({
  status: z.number(),
  reason: z.string(),
  httpVersion: z.string(),
  fields: z.array(fieldSchema),
  /** The final head exactly as it came off the socket, ending in CRLF CRLF. */
  rawHead: z.string().optional(),
  /** Interim answers (1xx), in order. */
  interim: z
    .array(z.object({ status: z.number(), reason: z.string(), fields: z.array(fieldSchema) }))
    .optional(),
  trailers: z.array(fieldSchema).optional(),
  body: bodySchema,
  /** Bytes of the body on the wire, before content coding was removed; framing not counted. */
  encodedSize: z.number().optional(),
  /** Bytes of the body after content coding was removed. */
  decodedSize: z.number().optional(),
});
export type ReceivedResponse = z.infer<typeof responseSchema>;

/** Why there is no answer. A stable, closed list; `detail` is the platform's own text. */
const failureCodes = [
  'dns',
  'refused',
  'unreachable',
  'reset',
  'closed',
  'tls',
  'tls-certificate',
  'timeout',
  'cancelled',
  'malformed-answer',
  'too-large',
  'proxy',
  'invalid-request',
  'other',
] as const;
export type FailureCode = (typeof failureCodes)[number];

const failureSchema = z.object({
  code: z.enum(failureCodes),
  /** One sentence for a person: what happened and what to do. */
  message: z.string(),
  detail: z.string(),
  /** Bytes that had come by then, where there are any (malformed answers keep their bytes). */
  received: z.string().optional(),
});
export type Failure = z.infer<typeof failureSchema>;

const certificateSchema = z.object({
  subject: z.string(),
  issuer: z.string(),
  /** ISO 8601. */
  validFrom: z.string(),
  validTo: z.string(),
  fingerprint256: z.string(),
  names: z.array(z.string()),
  /** Hexadecimal. */
  serial: z.string().optional(),
  /** Kind and size of its public key: "RSA, 2048 bits", "EC, P-256". */
  key: z.string().optional(),
  /** It may issue others (RFC 5280 §4.2.1.9). */
  authority: z.boolean().optional(),
});
export type Certificate = z.infer<typeof certificateSchema>;

const connectionSchema = z.object({
  localAddress: z.string().optional(),
  localPort: z.number().optional(),
  remoteAddress: z.string().optional(),
  remotePort: z.number().optional(),
  /** Path of the unix domain socket that was used instead of the network. */
  unixSocket: z.string().optional(),
  reused: z.boolean(),
  /** Which client certificate was shown to the server, and why that one: "alice.crt, for api.example.com". */
  clientCertificate: z.object({ subject: z.string(), note: z.string() }).optional(),
  /** Address of the proxy that stood between, as host:port. */
  proxy: z.string().optional(),
  /** Why that proxy, or none, for a person: "from https_proxy in the environment". */
  proxyNote: z.string().optional(),
  tls: z
    .object({
      protocol: z.string(),
      cipher: z.string(),
      alpn: z.string().optional(),
      authorized: z.boolean(),
      problem: z.string().optional(),
      /** Peer certificate first, then its issuers. */
      chain: z.array(certificateSchema),
    })
    .optional(),
});
export type Connection = z.infer<typeof connectionSchema>;

/** Epoch milliseconds of the start (client's clock), 0 where an imported exchange does not say; the phases are milliseconds after the start, absent if they did not occur. */
const timingsSchema = z.object({
  startedAtMs: z.number(),
  dnsMs: z.number().optional(),
  connectMs: z.number().optional(),
  tlsMs: z.number().optional(),
  requestSentMs: z.number().optional(),
  firstByteMs: z.number().optional(),
  endMs: z.number().optional(),
});
export type Timings = z.infer<typeof timingsSchema>;

export const purposes = ['resource', 'token', 'discovery', 'connect', 'experiment'] as const;
export type Purpose = (typeof purposes)[number];

/** What became of the credentials when a redirect was followed into this exchange. */
const redirectNoteSchema = z.object({
  /** Status of the answer that redirected here. */
  status: z.number(),
  from: z.string(),
  to: z.string(),
  /** Names of fields that were on the previous hop and were left out here. */
  dropped: z.array(z.string()),
  because: z.enum(['same-origin', 'other-scheme', 'other-host', 'other-port', 'method-changed']),
  methodChanged: z.boolean(),
});
export type RedirectNote = z.infer<typeof redirectNoteSchema>;

/** One frame of HTTP/2 (RFC 9113 §4.1). `length` are the bytes of its payload. */
const frameSchema = z.object({
  direction: z.enum(['>', '<']),
  /** `HEADERS`; a number in hexadecimal where the type has no name. */
  type: z.string(),
  flags: z.array(z.string()),
  /** 0 is the connection itself. */
  stream: z.number(),
  length: z.number(),
  /** What a frame that controls the connection says. */
  detail: z.string().optional(),
});
export type Frame = z.infer<typeof frameSchema>;

/** One request and its response, or its failure, on one connection. */
export const exchangeSchema = z.object({
  id: z.string(),
  purpose: z.enum(purposes),
  request: sentRequestSchema,
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('answered'), response: responseSchema }),
    z.object({ kind: z.literal('failed'), failure: failureSchema }),
  ]),
  connection: connectionSchema.optional(),
  timings: timingsSchema,
  redirect: redirectNoteSchema.optional(),
  /** Frames of HTTP/2 in the order in which they crossed: the stream’s own and the connection’s meanwhile. */
  frames: z.array(frameSchema).optional(),
  /** How many more frames there were. */
  framesLeftOut: z.number().optional(),
});
export type Exchange = z.infer<typeof exchangeSchema>;
export type Outcome = Exchange['outcome'];

/** All exchanges that one press of Send caused, in the order in which they began. */
export const attemptSchema = z.object({
  id: z.string(),
  startedAtMs: z.number(),
  exchanges: z.array(exchangeSchema),
  /** Why the flow ended before the request itself was sent, e.g. a refused token request. */
  stopped: z.object({ code: z.string(), message: z.string() }).optional(),
  /** Name of the auth profile that was used, for words only. */
  profile: z.string().optional(),
  /** Where it was seen: sent by us, or read from a file. */
  source: z.enum(['sent', 'imported']),
});
export type Attempt = z.infer<typeof attemptSchema>;

export { failureOf, responseOf } from './outcome.ts';
