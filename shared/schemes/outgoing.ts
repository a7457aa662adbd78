import type { ReceivedResponse, SentField, Xray, XrayPart } from '../exchange/exchange.ts';

/** A request that is ready to leave, before a scheme has added to it. Names and values are byte strings. */
export interface OutgoingRequest {
  readonly method: string;
  /** Absolute URL, query included, as it will be sent. */
  readonly url: string;
  readonly fields: readonly SentField[];
  readonly body: OutgoingBody;
  /** Sent behind a body in chunks, or in a last HEADERS frame (RFC 9110 §6.5). */
  readonly trailers?: readonly SentField[];
  /** How its signature came about, for a person; secrets are masked by the scheme that made it. */
  readonly xray?: Xray;
  /** Rewrites the body while it leaves; Content-Length is already that of the rewritten one. */
  readonly coding?: BodyCoding;
  /** What the answer proves of the server: added to the X-ray when it has come. */
  readonly xrayOfAnswer?: (response: ReceivedResponse) => readonly XrayPart[];
  /** What the scheme added is good for this method and URL alone: it is left out where a redirect leads elsewhere. */
  readonly signed?: true;
}

export type OutgoingBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Streamed by the engine from its own disk, in order. */
  | { readonly kind: 'pieces'; readonly pieces: readonly BodyPiece[] };

/** A coding of the content that is known only while the body passes: a signature in each chunk. */
export interface BodyCoding {
  /** Once for each sending. */
  begin(): BodyCoder;
  /** How the last sending came about, so far: added to the X-ray when it is over. */
  xray(): readonly XrayPart[];
}

export interface BodyCoder {
  /** What may leave now for these bytes; the rest is kept back. */
  take(bytes: Uint8Array): Uint8Array;
  /** What is left when the body is over. */
  end(): Uint8Array;
}

export type BodyPiece =
  { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'file'; readonly path: string };
