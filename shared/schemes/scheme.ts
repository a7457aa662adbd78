import type { z } from 'zod';
import type { ReceivedResponse, SentField } from '../exchange/exchange.ts';
import type { SchemeSettings } from '../workspace/draft.ts';

/** A request that is ready to leave, before a scheme has added to it. Names and values are byte strings. */
export interface OutgoingRequest {
  readonly method: string;
  /** Absolute URL, query included, as it will be sent. */
  readonly url: string;
  readonly fields: readonly SentField[];
  readonly body: OutgoingBody;
}

export type OutgoingBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Streamed by the engine from its own disk, in order. */
  | { readonly kind: 'pieces'; readonly pieces: readonly BodyPiece[] };

export type BodyPiece =
  { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'file'; readonly path: string };

/**
 * Protocol without I/O: a flow yields steps and is handed their results, so that every request becomes a visible
 * exchange and every flow can be driven by hand in a test.
 */
export type Step =
  | { readonly step: 'send'; readonly request: OutgoingRequest }
  /** Asks the host for an access token of the profile in hand; the host shows each exchange this takes. */
  | { readonly step: 'token' };

export type StepResult =
  | { readonly result: 'response'; readonly response: ReceivedResponse }
  | { readonly result: 'token'; readonly accessToken: string; readonly tokenType: string };

export type Flow = Generator<Step, void, StepResult>;

/** Yields one request, returns its response. */
export function* send(request: OutgoingRequest): Generator<Step, ReceivedResponse, StepResult> {
  const result = yield { step: 'send', request };
  if (result.result !== 'response') throw new TypeError('A send step is answered by a response.');
  return result.response;
}

/** Yields a wish for an access token, returns it. A token that cannot be had ends the flow from outside. */
export function* accessToken(): Generator<Step, { accessToken: string; tokenType: string }, StepResult> {
  const result = yield { step: 'token' };
  if (result.result !== 'token') throw new TypeError('A token step is answered by a token.');
  return result;
}

/** The world a scheme may use, handed in by the host. Issue-wide seam: Digest and signatures add to it. */
export interface SchemeEnv {
  nowMs(): number;
  randomBytes(count: number): Uint8Array;
}

/** Settings as a scheme sees them: secrets already opened. */
export type OpenSettings = Readonly<Record<string, string | boolean>>;

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'secret' | 'choice' | 'switch';
  /** Heading under which the field stands; fields of one group are declared one after the other. */
  readonly group?: string;
  readonly placeholder?: string;
  /** One line below the field. */
  readonly help?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string; readonly note?: string }[];
  /** Shown only while the other settings satisfy this. */
  readonly when?: (settings: OpenSettings) => boolean;
  /** Filled by discovery: shown read-only while `discovered` holds it. */
  readonly fromDiscovery?: boolean;
}

/** Words of a curl command. Values are texts, not yet quoted; `secret` words are masked unless asked for. */
export interface CurlWords {
  readonly words: readonly { readonly text: string; readonly secret?: boolean }[];
  /** What could not be carried over, for a person. */
  readonly notes: readonly string[];
}

/** How the host can get a token: renew it, ask for one, or let the person log in. */
export type TokenWay = 'refresh' | 'fetch' | 'authorize';

/**
 * An authentication scheme, declared whole in one file: what its form asks for, what it sends, how curl says it, and
 * how it is recognised in a request that somebody pasted. Nobody outside asks for a scheme's id.
 */
export interface Scheme<S extends OpenSettings = OpenSettings> {
  readonly id: string;
  readonly label: string;
  /** RFC sections. */
  readonly references: readonly string[];
  /** Lower-case names of the HTTP schemes that a challenge uses for it; empty where none does. */
  readonly challenges: readonly string[];
  readonly form: readonly FormField[];
  readonly initial: S;
  /** Checks settings that come from files or from a person; unknown ones are dropped, missing ones filled. */
  readonly settings: z.ZodType<S>;
  /** What a person gives to it, as behind "another": "token", "user name or password". */
  readonly credential: string;
  /** The ways in which the host can get its token, the most promising first; absent where a person gives it. */
  tokenWays?(settings: SchemeSettings, hasRefreshToken: boolean): readonly TokenWay[];
  /** One line for lists: "OAuth 2.0, client credentials". */
  summary(settings: S): string;
  /** Why a request cannot be made with these settings, one sentence; the window says it instead of sending. */
  problem?(settings: S): string | undefined;
  flow(request: OutgoingRequest, settings: S, env: SchemeEnv): Flow;
  /**
   * How curl says it. `sent` is the request as the flow would send it with secrets opened (a token included where one
   * is known): schemes that only add a field or a parameter return nothing special and are exported from `sent`.
   */
  curl?(settings: S): CurlWords;
  /** Reads settings out of a pasted request's own field or query, where this scheme is plainly meant. */
  recognise?(request: Pick<OutgoingRequest, 'url' | 'fields'>): RecognisedAuth | undefined;
}

export interface RecognisedAuth {
  readonly settings: SchemeSettings;
  /** The fields and query names that the settings replace. */
  readonly fieldNames: readonly string[];
  readonly queryNames: readonly string[];
}

/** Keeps the types of one declaration together; the registry sees every scheme as `Scheme`. */
export const defineScheme = <S extends OpenSettings>(scheme: Scheme<S>): Scheme<S> => scheme;
