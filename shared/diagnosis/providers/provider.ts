import type { Cause } from '../causes.ts';

/** One observation of a provider that is known to mean one cause. All conditions that are given must hold. */
export interface Sign {
  readonly cause: Cause;
  readonly weight: number;
  /** Codes, compared whole and without case. */
  readonly code?: readonly string[];
  /** Words in what the server said; a line is "member: text". With codes, either will do. */
  readonly says?: RegExp;
  readonly status?: readonly number[];
  /**
   * One of the lines "place name: value" of the credentials sent, place being authorization, field, query, cookie; of
   * Basic also "basic authorization: user:password", of a signed token "jwt authorization: " and its claims as JSON.
   */
  readonly sent?: RegExp;
  /** None of those lines. */
  readonly notSent?: RegExp;
  /** The request has no field of this name, or an empty one. */
  readonly lacks?: string;
  readonly path?: RegExp;
  /** Host name without port, where the table knows services on several. */
  readonly host?: RegExp;
  /** What it means and what to do, one or two sentences. */
  readonly explanation: string;
  /** An answer on which it speaks, as documented: a body, or more where more matters. Tests replay it. */
  readonly seen?: string | Seen;
}

/** What differs from an ordinary refusal: 401, with the provider's address and fields. */
export interface Seen {
  readonly status?: number;
  readonly url?: string;
  readonly body?: string;
  readonly received?: Readonly<Record<string, string>>;
  readonly sent?: Readonly<Record<string, string>>;
  readonly posted?: string;
}

export type Category =
  | 'ai'
  | 'ci'
  | 'cloud'
  | 'code-host'
  | 'commerce'
  | 'data'
  | 'database'
  | 'device'
  | 'framework'
  | 'gateway'
  | 'identity'
  | 'messaging'
  | 'observability'
  | 'payment'
  | 'productivity'
  | 'proxy'
  | 'registry'
  | 'security'
  | 'server'
  | 'social'
  | 'storage'
  | 'trading';

/** What the form of a key tells. */
export interface KeyForm {
  readonly form: RegExp;
  /** "personal access token", "publishable key". */
  readonly kind: string;
  readonly environment?: 'live' | 'test';
  /** It never opens an API by itself: a refresh token, a client secret, a webhook's secret. */
  readonly spare?: true;
  /** Its maker hands it out percent-encoded, and reads it so. */
  readonly percent?: true;
  /** The whole of it, where `form` is but its beginning, and how that is written: what goes on otherwise is malformed. */
  readonly whole?: { readonly form: RegExp; readonly written: string };
  /** Seconds for which one is good from the answer that handed it out. */
  readonly lives?: number;
  /** Where its maker reads it, the usual place first: "authorization bearer", "field x-api-key", "query key", "path". */
  readonly goes?: readonly string[];
}

export interface Life {
  readonly seconds: number;
  readonly ends: Extract<Cause, 'token-expired' | 'session-expired'>;
  /** Each use begins it anew. */
  readonly idle?: true;
  /** Of its cookies alone: the tokens that people make there have no end of their own. */
  readonly of?: 'cookie';
  /** Its cookie tells when the session began. */
  readonly stamp?: Stamp;
}

/** Where in a cookie's value the beginning of a session stands: the first group, hexadecimal epoch seconds. */
export interface Stamp {
  readonly cookie: RegExp;
  readonly began: RegExp;
  /** The value is Base64, of either alphabet (RFC 4648 §4, §5), of the text that holds it. */
  readonly base64?: true;
}

/** What every call must carry beside its credential. */
export interface Need {
  /** Where it may stand, the usual place first: "field client-id", "query organization_id". */
  readonly at: readonly string[];
  /** The form of its value; absent where any will do. */
  readonly form?: RegExp;
  /** Only beside a credential at this door. */
  readonly beside?: string;
  /** Only of calls to such a path. */
  readonly path?: RegExp;
}

/** A field of the answer by its name in lower case, or its beginning and `*`; its value where the name says too little. */
export type KnownField = readonly [name: string, value?: RegExp];

/** A server, product or service: how it is recognised and what its answers mean. Data, no logic. */
export interface Provider {
  /** The name of its file. */
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  /** An address as its documentation writes it. */
  readonly address: string;
  /** The provider whose product it is: the hosts of the one may be hosts of the other. */
  readonly family?: string;
  /** Recognised by any of these six. Host name without port. */
  readonly hosts?: RegExp;
  readonly fields?: readonly KnownField[];
  /** "scheme realm" of a challenge. */
  readonly challenge?: RegExp;
  /** Searched in the body's first 8 KiB. */
  readonly body?: RegExp;
  /** Paths of its interfaces, of a product that runs at anybody's host and whose answers may be anybody's. */
  readonly paths?: RegExp;
  /** Names, in lower case, of fields that nobody but its clients sends. */
  readonly sends?: readonly string[];
  /** Pages that document what stands here. */
  readonly sources: readonly string[];
  /** Words of its own that mean something else than they say. */
  readonly misleads?: readonly { readonly says: string; readonly means: string }[];
  readonly keys?: readonly KeyForm[];
  /** Those of its hosts that are the test environment; all others are live. */
  readonly testHosts?: RegExp;
  /** What its APIs accept as a token's audience: a pattern over each `aud`, or the address that is called. */
  readonly audience?: { readonly own: RegExp; readonly wanted: string } | 'address';
  /**
   * Every place where its APIs read a credential: "authorization bearer", "field x-api-key", "query key", "path"; a bare
   * "authorization" is a value without a scheme. Absent where they are not all known. Cookies are not counted.
   */
  readonly doors?: readonly string[];
  /** Further fields or parameters of every call, at its own hosts. */
  readonly needs?: readonly Need[];
  /** How long what its login hands out is good, where it is set so by the product. */
  readonly lives?: Life;
  /**
   * A form that its documentation prescribes and that is a fault elsewhere: two words behind Bearer, JSON in a field, Basic
   * without a colon. Tested against the lines that `sent` of a sign reads.
   */
  readonly prescribes?: RegExp;
  /** Its APIs read Authorization without a scheme before the key. */
  readonly bare?: true;
  /** Why it has fewer than three signs. */
  readonly few?: string;
  readonly signs: readonly Sign[];
}

export const defineProvider = (provider: Provider): Provider => provider;
