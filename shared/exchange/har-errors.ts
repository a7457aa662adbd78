import type { Failure, FailureCode } from './exchange.ts';

/** What browsers and tools write where there was no answer, told apart by a word of it. The first match counts. */
const words: readonly (readonly [RegExp, FailureCode])[] = [
  [/proxy|tunnel/i, 'proxy'],
  [/name_not_resolved|name_resolution|resolve (host|proxy)|enotfound|eai_again|unknown_?host/i, 'dns'],
  [/connection_refused|econnrefused|connection refused|couldn't connect|failed to connect/i, 'refused'],
  // A server's alert ends the handshake for what the client showed; a client that refuses writes no alert down.
  [/(?:\b|_)alert(?:\b|_)|remote error: tls|certificate[ _]required|client[_ ](?:auth[_ ])?cert/i, 'tls'],
  [/cert|self[- ]signed/i, 'tls-certificate'],
  [/ssl|tls/i, 'tls'],
  [/timed?[_ -]?out|etimedout/i, 'timeout'],
  [/connection_reset|econnreset|reset by peer/i, 'reset'],
  [/connection_closed|empty_response|empty reply|socket hang up/i, 'closed'],
  [/unreachable|internet_disconnected|no route/i, 'unreachable'],
  [/abort|cancel|blocked_by_client/i, 'cancelled'],
  [/invalid_response|http2_protocol|http\/0\.9|malformed/i, 'malformed-answer'],
];

const sentences: Readonly<Record<FailureCode, string>> = {
  dns: 'The host name could not be resolved. Check the spelling of the address.',
  refused: 'The host refused the connection. Check the port and whether the server runs.',
  unreachable: 'The host could not be reached. Check the network.',
  reset: 'The connection was reset before an answer came. Send the request again.',
  closed: 'The connection was closed before an answer came. Send the request again.',
  tls: 'The TLS handshake failed. Check that the port speaks HTTPS.',
  'tls-certificate': 'The server’s certificate was not accepted. Check its name, dates and issuer.',
  timeout: 'No answer came in time. Send the request again or allow more time.',
  cancelled: 'The request was cancelled before an answer came.',
  'malformed-answer': 'The answer was not HTTP. Check that the address is that of the API.',
  'too-large': 'The answer was larger than could be kept.',
  proxy: 'The proxy did not carry the request. Check its address and its credentials.',
  'invalid-request': 'The request could not be sent as it was written.',
  other: 'No answer is recorded.',
};

/** The failure of a request that somebody else sent, from the words in which their tool reported it. */
export const failureFrom = (detail: string): Failure => {
  const code = words.find(([pattern]) => pattern.test(detail))?.[1] ?? 'other';
  return { code, message: sentences[code], detail };
};
