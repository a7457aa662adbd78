import type { MeaningRows } from './meaning.ts';

/** How long an answer may be kept, and under which conditions a request holds. */
export const cachingFields: MeaningRows = [
  [
    'Age',
    'Seconds since the answer was made or checked at the server: it comes from a cache.',
    'RFC 9111 §5.1',
  ],
  ['Cache-Control', 'Who may keep the answer, and for how long.', 'RFC 9111 §5.2'],
  ['Expires', 'When the answer becomes stale; Cache-Control goes before it.', 'RFC 9111 §5.3'],
  ['Pragma', '“no-cache”, as HTTP/1.0 wrote it; not to be used any more.', 'RFC 9111 §5.4'],
  ['Warning', 'A note of a cache; not to be used any more.', 'RFC 9111 §5.5'],
  ['Cache-Status', 'How each cache on the way dealt with the request.', 'RFC 9211 §2'],
  ['CDN-Cache-Control', 'Cache-Control for caches of a delivery network only.', 'RFC 9213 §3.1'],
  [
    'Vary',
    'Fields of the request that the answer depends on, Authorization for example.',
    'RFC 9110 §12.5.5',
  ],
  ['ETag', 'Names this version of the resource.', 'RFC 9110 §8.8.3'],
  ['Last-Modified', 'When the resource was changed last, as far as the server knows.', 'RFC 9110 §8.8.2'],
  ['If-Match', 'Do it only if the version is still one of these.', 'RFC 9110 §13.1.1'],
  ['If-None-Match', 'Send it only if the version is none of these.', 'RFC 9110 §13.1.2'],
  ['If-Modified-Since', 'Send it only if it was changed since.', 'RFC 9110 §13.1.3'],
  ['If-Unmodified-Since', 'Do it only if it was not changed since.', 'RFC 9110 §13.1.4'],
  ['If-Range', 'Send the part if the version is this one, else the whole.', 'RFC 9110 §13.1.5'],
  [
    'Date',
    'When the answer was made, by the server’s clock: what the life of a token is told against.',
    'RFC 9110 §6.6.1',
  ],
  ['Retry-After', 'How long to wait before asking again: seconds, or a date.', 'RFC 9110 §10.2.3'],
  [
    'RateLimit',
    'What is left of each allowance, and when it is renewed.',
    'draft-ietf-httpapi-ratelimit-headers',
  ],
  ['RateLimit-Policy', 'How much is allowed in which time.', 'draft-ietf-httpapi-ratelimit-headers'],
  ['Clear-Site-Data', 'Asks the browser to forget what it keeps of this site.', 'W3C Clear Site Data'],
];
