/** A field that a request may carry, with values that are often given to it. */
export interface RequestField {
  readonly name: string;
  readonly values: readonly string[];
}

const mediaTypes = [
  'application/json',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  'application/problem+json',
  'application/graphql-response+json',
  'application/vnd.api+json',
  'text/plain',
  'text/html',
  'text/csv',
  'text/event-stream',
  'multipart/form-data',
] as const;
const codings = ['gzip', 'br', 'deflate', 'zstd', 'identity'] as const;
const digests = ['sha-256=::', 'sha-512=::'] as const;
const epoch = 'Thu, 01 Jan 1970 00:00:00 GMT';

/**
 * Fields of requests in the IANA registry of HTTP field names, and below them names that are registered nowhere and yet
 * asked for by many APIs. Values end where the person goes on: "Bearer ".
 */
const fields: Readonly<Record<string, readonly string[]>> = {
  Accept: ['*/*', ...mediaTypes],
  'Accept-Charset': ['utf-8'],
  'Accept-Encoding': [...codings, 'gzip, deflate, br'],
  'Accept-Language': ['en', 'en-US,en;q=0.9', 'de', 'fr', '*'],
  'Accept-Signature': [],
  'Access-Control-Request-Headers': ['authorization', 'content-type'],
  'Access-Control-Request-Method': ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  'Alt-Used': [],
  Authorization: ['Bearer ', 'Basic ', 'DPoP ', 'Digest ', 'Negotiate ', 'Token '],
  'Cache-Control': ['no-cache', 'no-store', 'max-age=0', 'only-if-cached', 'no-transform'],
  Connection: ['keep-alive', 'close'],
  'Content-Digest': digests,
  'Content-Disposition': ['attachment', 'inline', 'form-data'],
  'Content-Encoding': codings,
  'Content-Language': ['en', 'de', 'fr'],
  'Content-Length': [],
  'Content-Location': [],
  'Content-Range': ['bytes '],
  'Content-Type': [...mediaTypes, 'application/json; charset=utf-8', 'application/merge-patch+json'],
  Cookie: [],
  DPoP: [],
  Date: [],
  Depth: ['0', '1', 'infinity'],
  Destination: [],
  'Early-Data': ['1'],
  Expect: ['100-continue'],
  Forwarded: ['for=', 'proto=https', 'host='],
  From: [],
  Host: [],
  'If-Match': ['*'],
  'If-Modified-Since': [epoch],
  'If-None-Match': ['*'],
  'If-Range': [],
  'If-Schedule-Tag-Match': [],
  'If-Unmodified-Since': [epoch],
  'Last-Event-ID': [],
  Link: [],
  'Lock-Token': [],
  'Max-Forwards': ['0', '1', '10'],
  'OData-MaxVersion': ['4.0', '4.01'],
  'OData-Version': ['4.0', '4.01'],
  Origin: ['null'],
  Overwrite: ['T', 'F'],
  Pragma: ['no-cache'],
  Prefer: [
    'return=minimal',
    'return=representation',
    'respond-async',
    'wait=10',
    'handling=strict',
    'handling=lenient',
  ],
  Priority: ['u=0', 'u=3, i', 'u=7'],
  'Proxy-Authorization': ['Basic ', 'Bearer ', 'Negotiate '],
  Range: ['bytes=0-', 'bytes=0-1023'],
  Referer: [],
  'Repr-Digest': digests,
  'Sec-Fetch-Dest': ['empty', 'document', 'image', 'script', 'style'],
  'Sec-Fetch-Mode': ['cors', 'navigate', 'no-cors', 'same-origin'],
  'Sec-Fetch-Site': ['same-origin', 'same-site', 'cross-site', 'none'],
  'Sec-Fetch-User': ['?1'],
  'Sec-GPC': ['1'],
  Signature: [],
  'Signature-Input': [],
  TE: ['trailers', 'gzip'],
  Timeout: ['Second-600', 'Infinite'],
  Topic: [],
  Traceparent: ['00-{{$randomHex}}-0000000000000001-01'],
  Tracestate: [],
  Trailer: [],
  'Transfer-Encoding': ['chunked'],
  TTL: ['0', '60'],
  Upgrade: ['websocket', 'h2c'],
  'Upgrade-Insecure-Requests': ['1'],
  Urgency: ['very-low', 'low', 'normal', 'high'],
  'User-Agent': [],
  Via: [],
  'Want-Content-Digest': ['sha-256=10'],
  'Want-Repr-Digest': ['sha-256=10'],
  Warning: [],

  'Api-Key': [],
  'Api-Version': [],
  'Idempotency-Key': ['{{$uuid}}'],
  'X-Api-Key': [],
  'X-Auth-Token': [],
  'X-Correlation-ID': ['{{$uuid}}'],
  'X-Csrf-Token': ['fetch'],
  'X-Forwarded-For': ['127.0.0.1'],
  'X-Forwarded-Host': [],
  'X-Forwarded-Proto': ['https', 'http'],
  'X-HTTP-Method-Override': ['PUT', 'PATCH', 'DELETE'],
  'X-Request-ID': ['{{$uuid}}'],
  'X-Requested-With': ['XMLHttpRequest'],
  'X-Xsrf-Token': [],
};

export const requestFields: readonly RequestField[] = Object.entries(fields).map(([name, values]) => ({
  name,
  values,
}));

/** Values that are often given to a field, whatever the case of its name. */
export const usualValues = (name: string): readonly string[] =>
  requestFields.find((field) => field.name.toLowerCase() === name.trim().toLowerCase())?.values ?? [];
