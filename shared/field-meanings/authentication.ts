import type { MeaningRows } from './meaning.ts';

/** Who asks for what, and how it is proved. */
export const authenticationFields: MeaningRows = [
  ['Authorization', 'Credentials for the server that the request is for.', 'RFC 9110 §11.6.2'],
  [
    'WWW-Authenticate',
    'The schemes with which the server can be satisfied, each with its parameters.',
    'RFC 9110 §11.6.1',
  ],
  [
    'Authentication-Info',
    'What the server says after it accepted the credentials, such as the next nonce.',
    'RFC 9110 §11.6.3',
  ],
  ['Proxy-Authorization', 'Credentials for the proxy on the way; it takes them out.', 'RFC 9110 §11.7.2'],
  ['Proxy-Authenticate', 'The schemes with which the proxy can be satisfied.', 'RFC 9110 §11.7.1'],
  ['Proxy-Authentication-Info', 'What the proxy says after it accepted the credentials.', 'RFC 9110 §11.7.3'],
  [
    'Authentication-Control',
    'How a browser should behave around a login, for example where to go after logging out.',
    'RFC 8053 §4',
  ],
  [
    'Optional-WWW-Authenticate',
    'Schemes that may be used although the answer is given without.',
    'RFC 8053 §3',
  ],
  ['DPoP', 'A signed proof that the sender has the key to which its token is bound.', 'RFC 9449 §4'],
  ['DPoP-Nonce', 'A value that the next DPoP proof must contain.', 'RFC 9449 §8'],
  ['Signature', 'Signatures over parts of the message, by label.', 'RFC 9421 §4.2'],
  ['Signature-Input', 'Which parts each signature covers, with its key and times.', 'RFC 9421 §4.1'],
  ['Accept-Signature', 'Which parts the other side should sign.', 'RFC 9421 §5.1'],
  [
    'Content-Digest',
    'A hash of the content as it was sent, so that it can be signed or checked.',
    'RFC 9530 §2',
  ],
  ['Repr-Digest', 'A hash of the whole representation, also where only a part is sent.', 'RFC 9530 §3'],
  ['Want-Content-Digest', 'Which hashes of the content are wished for.', 'RFC 9530 §4'],
  ['Want-Repr-Digest', 'Which hashes of the representation are wished for.', 'RFC 9530 §4'],
  ['Digest', 'An older hash of the representation; Repr-Digest took its place.', 'RFC 3230 §4.3.2'],
  ['Client-Cert', 'The certificate that the client showed to a proxy, handed on by it.', 'RFC 9440 §2.2'],
  ['Client-Cert-Chain', 'The issuers of the certificate in Client-Cert.', 'RFC 9440 §2.3'],
  ['Cookie', 'Cookies that the client kept for this address.', 'RFC 6265 §4.2'],
  ['Set-Cookie', 'A cookie that the client should keep, and where it may go.', 'RFC 6265 §4.1'],
];
