import type { MeaningRows } from './meaning.ts';

/** How the message travels, and what stands between. */
export const connectionFields: MeaningRows = [
  ['Host', 'Host and port of the address that is asked for.', 'RFC 9110 §7.2'],
  ['Connection', 'What holds for this connection only, such as closing it afterwards.', 'RFC 9110 §7.6.1'],
  ['Keep-Alive', 'How long a connection is kept open without being used.', 'RFC 2068 §19.7.1'],
  ['Proxy-Connection', 'Connection, misspelled for old proxies; has no meaning.', 'RFC 9112 §C.2.2'],
  [
    'Transfer-Encoding',
    'How the body is cut up for the way: “chunked” where its length is not known.',
    'RFC 9112 §6.1',
  ],
  [
    'TE',
    'Transfer codings that the client takes, and whether fields may follow the body.',
    'RFC 9110 §10.1.4',
  ],
  ['Trailer', 'Names of fields that will follow the body.', 'RFC 9110 §6.6.2'],
  ['Upgrade', 'Another protocol that could go on over this connection.', 'RFC 9110 §7.8'],
  ['Upgrade-Insecure-Requests', 'The client would rather be sent to https.', 'W3C Upgrade Insecure Requests'],
  ['HTTP2-Settings', 'Settings for going over to HTTP/2 without encryption.', 'RFC 7540 §3.2.1'],
  ['Max-Forwards', 'How many proxies may still pass the request on.', 'RFC 9110 §7.6.2'],
  ['Via', 'Proxies and gateways that the message went through.', 'RFC 9110 §7.6.3'],
  [
    'Forwarded',
    'What proxies changed: the client’s address, the host and the scheme it asked for.',
    'RFC 7239 §4',
  ],
  ['Proxy-Status', 'What each proxy on the way found, its own errors first of all.', 'RFC 9209 §2'],
  ['CDN-Loop', 'Delivery networks that the request went through, to find loops.', 'RFC 8586 §2'],
  ['Alt-Svc', 'Other addresses and protocols under which this host answers.', 'RFC 7838 §3'],
  ['Alt-Used', 'Which of them the request went to.', 'RFC 7838 §5'],
  ['Early-Data', 'The request came before the handshake ended, and may be a replay.', 'RFC 8470 §5.1'],
  ['Strict-Transport-Security', 'From now on this host is to be reached over https only.', 'RFC 6797 §6.1'],
  ['Expect-CT', 'Asked for certificates in public logs; browsers have dropped it.', 'RFC 9163 §2.1'],
  ['Server-Timing', 'What the server spent its time on, in milliseconds.', 'W3C Server Timing'],
  ['traceparent', 'Names the trace and the step that this request belongs to.', 'W3C Trace Context'],
  ['tracestate', 'What each tracing system adds to traceparent.', 'W3C Trace Context'],
  ['baggage', 'Values that travel along with a trace.', 'W3C Baggage'],
  [
    'Sec-WebSocket-Key',
    'A random value that the server must answer to, for a WebSocket.',
    'RFC 6455 §11.3.1',
  ],
  ['Sec-WebSocket-Accept', 'The answer to Sec-WebSocket-Key.', 'RFC 6455 §11.3.3'],
  ['Sec-WebSocket-Protocol', 'The protocol to be spoken within a WebSocket.', 'RFC 6455 §11.3.4'],
];
