import type { z } from 'zod';
import type { ReceivedResponse } from '../exchange/exchange.ts';
import type { SchemeSettings } from '../workspace/draft.ts';
import type { OutgoingBody, OutgoingRequest } from './outgoing.ts';
import { hash, type HashName } from './parts/hashes.ts';

export type { BodyCoder, BodyCoding, BodyPiece, OutgoingBody, OutgoingRequest } from './outgoing.ts';

/**
 * Protocol without I/O: a flow yields steps and is handed their results, so that every request becomes a visible
 * exchange and every flow can be driven by hand in a test.
 */
export type Step =
  /** `connection: 'own'`: all such steps of one flow travel on one connection that no other request uses (NTLM). */
  | { readonly step: 'send'; readonly request: OutgoingRequest; readonly connection?: 'own' }
  /** Asks the host for an access token of the profile in hand; the host shows each exchange this takes. */
  | { readonly step: 'token' }
  /** Asks the host to hash a body that may lie in files. */
  | { readonly step: 'hash'; readonly algorithm: HashName; readonly body: OutgoingBody }
  /** Asks the host for credentials that lie outside the workspace. */
  | { readonly step: 'source'; readonly source: CredentialSource }
  /** Asks the operating system's security library for the next Negotiate token (RFC 4559). */
  | { readonly step: 'negotiate'; readonly host: string; readonly challenge?: string };

/** `name`: of the profile in the shared AWS files; of the host in the netrc file, where `login` chooses among several. `file`: another one than usual. */
export interface CredentialSource {
  readonly kind: 'aws-profile' | 'netrc';
  readonly name: string;
  readonly login?: string;
  readonly file?: string;
}

/** An access token as the host hands it to a flow. */
export interface AccessToken {
  readonly accessToken: string;
  /** Lower case: "bearer", "dpop". */
  readonly tokenType: string;
  /** The key that the token is bound to: each request needs a proof of it (RFC 9449). */
  readonly dpop?: DpopKey;
}

export interface DpopKey {
  /** A private JSON Web Key on the curve P-256, as JSON. */
  readonly privateJwk: string;
}

export type StepResult =
  /** `redirected`: the request that was answered, where redirects led to another than the one yielded. */
  | {
      readonly result: 'response';
      readonly response: ReceivedResponse;
      readonly redirected?: OutgoingRequest;
    }
  | ({ readonly result: 'token' } & AccessToken)
  | { readonly result: 'hash'; readonly bytes: Uint8Array }
  /** Values by name; `undefined` where the source knows nothing of that name. */
  | { readonly result: 'source'; readonly values: Readonly<Record<string, string>> | undefined }
  /** Base64. */
  | { readonly result: 'negotiate'; readonly token: string };

export type Flow = Generator<Step, void, StepResult>;

/** Thrown by a flow that cannot go on; the attempt ends and says so. The message is one sentence for a person. */
export class FlowStopped extends Error {
  override readonly name = 'FlowStopped';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Yields a step, returns what it is answered by. */
function* ask<K extends StepResult['result']>(
  step: Step,
  kind: K,
): Generator<Step, Extract<StepResult, { result: K }>, StepResult> {
  const result = yield step;
  if (!isResult(result, kind)) throw new TypeError(`A ${step.step} step is answered by a ${kind}.`);
  return result;
}

const isResult = <K extends StepResult['result']>(
  result: StepResult,
  kind: K,
): result is Extract<StepResult, { result: K }> => result.result === kind;

/** Yields one request, returns its response. */
export function* send(
  request: OutgoingRequest,
  connection?: 'own',
): Generator<Step, ReceivedResponse, StepResult> {
  return (yield* sendFollowed(request, connection)).response;
}

export interface Followed {
  readonly response: ReceivedResponse;
  /** The request that the response answers: another one than the one sent where a redirect was followed. */
  readonly answered: OutgoingRequest;
}

/** Yields one request, for a flow that goes on from wherever redirects led. */
export function* sendFollowed(
  request: OutgoingRequest,
  connection?: 'own',
): Generator<Step, Followed, StepResult> {
  const step: Step = { step: 'send', request, ...(connection === undefined ? {} : { connection }) };
  const { response, redirected } = yield* ask(step, 'response');
  return { response, answered: redirected ?? request };
}

/** Yields a wish for an access token, returns it. A token that cannot be had ends the flow from outside. */
export function* accessToken(): Generator<Step, AccessToken, StepResult> {
  return yield* ask({ step: 'token' }, 'token');
}

/** The hash of a body's bytes; only a body with files in it leaves the flow for it. */
export function* bodyHash(algorithm: HashName, body: OutgoingBody): Generator<Step, Uint8Array, StepResult> {
  if (body.kind !== 'pieces') return hash(algorithm, body.kind === 'none' ? new Uint8Array() : body.bytes);
  return (yield* ask({ step: 'hash', algorithm, body }, 'hash')).bytes;
}

export function* credentialsFrom(
  source: CredentialSource,
): Generator<Step, Readonly<Record<string, string>> | undefined, StepResult> {
  return (yield* ask({ step: 'source', source }, 'source')).values;
}

/** Base64 of the next token for this host; `challenge` is what the server sent, Base64. */
export function* negotiateToken(host: string, challenge?: string): Generator<Step, string, StepResult> {
  const step: Step = { step: 'negotiate', host, ...(challenge === undefined ? {} : { challenge }) };
  return (yield* ask(step, 'negotiate')).token;
}

/** The world a scheme may use, handed in by the host. */
export interface SchemeEnv {
  nowMs(): number;
  randomBytes(count: number): Uint8Array;
  /** @throws FlowStopped `key-unreadable`, `key-unfit` with a sentence where the key cannot be used */
  sign(algorithm: SigningAlgorithm, key: PrivateKey, data: Uint8Array): Uint8Array;
  /**
   * Whether a signature fits a public key: PEM (SPKI or a certificate) or a JWK as JSON.
   * @throws FlowStopped `key-unreadable`, `key-unfit` with a sentence where the key cannot be used
   */
  verify(algorithm: SigningAlgorithm, publicKey: string, data: Uint8Array, signature: Uint8Array): boolean;
  /** What the profile's flows remember from one Send to the next, in memory only: nonces and their counts. */
  readonly memory: SchemeMemory;
}

export interface SchemeMemory {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/**
 * Signatures with a private key, named after JOSE (RFC 7518 §3.1, RFC 8037), and RSA with SHA-1 for OAuth 1.0a. ECDSA
 * signatures are r and s side by side (IEEE P1363). RSA-PSS takes a salt as long as its hash.
 */
export const signingAlgorithms = [
  'RS1',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/** `text`: PEM (PKCS#8, PKCS#1, SEC 1) or a JWK as JSON. */
export interface PrivateKey {
  readonly text: string;
  readonly passphrase?: string;
}

/** Settings as a scheme sees them: secrets already opened. */
export type OpenSettings = Readonly<Record<string, string | boolean>>;

export interface FormField {
  readonly name: string;
  readonly label: string;
  /** `lines`: text of several lines; `secret-lines`: a key in PEM form; `file`: a path on the engine's machine. */
  readonly kind: 'text' | 'lines' | 'file' | 'secret' | 'secret-lines' | 'choice' | 'switch';
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
  /** What is taken while the field is empty, read off the request's URL: shown in its place, with the reason. */
  readonly guess?: (settings: OpenSettings, url: string) => { value: string; because: string } | undefined;
}

/** Words of a curl command. Values are texts, not yet quoted; `secret` words are masked unless asked for. */
export interface CurlWords {
  readonly words: readonly { readonly text: string; readonly secret?: boolean }[];
  /** What could not be carried over, for a person. */
  readonly notes: readonly string[];
}

/** What a scheme has to say of a request before it is sent. */
export interface SchemeNotice {
  /** One line. */
  readonly title: string;
  /** What follows from it and what to do. */
  readonly explanation: string;
}

/** An option of curl that chooses this scheme, and what its -u and its value mean here. */
export interface CurlReading {
  /** Long name without dashes: "digest", "aws-sigv4". */
  readonly option: string;
  /** `username` and `password` of -u, empty where there is none; `value` of the option itself, empty for a switch. */
  read(given: {
    readonly username: string;
    readonly password: string;
    readonly value: string;
  }): SchemeSettings;
}

/** Other tools whose files hold auth settings, and the description of APIs that many of them read. */
export type ForeignTool = 'postman' | 'insomnia' | 'bruno' | 'hoppscotch' | 'yaak' | 'openapi';

/** How another tool's file says this scheme. */
export interface ForeignAuth {
  /** The tool's own name of the type; several where it had several. */
  readonly types: readonly string[];
  /** Our settings from the tool's values by its own names (switches as "true" and "false"). Unknown names are left. */
  read(given: Readonly<Record<string, string>>): SchemeSettings;
  /** What of these values means something else here, one sentence each. */
  notes?(given: Readonly<Record<string, string>>): readonly string[];
  /** The tool's values from ours, secrets opened; absent where nothing can be said in that tool. */
  write?(settings: OpenSettings): Readonly<Record<string, string>>;
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
  /** What an empty form holds: the settings' own defaults. */
  readonly initial: S;
  /** Checks settings that come from files or from a person; unknown ones are dropped, missing ones filled. */
  readonly settings: z.ZodType<S>;
  /** What a person gives to it, as behind "another": "token", "user name or password". */
  readonly credential: string;
  /** Its settings can be made from the pointer in a 401 (RFC 9728 §5.1). */
  readonly fromResourceMetadata?: true;
  /** The ways in which the host can get its token, the most promising first; absent where a person gives it. */
  tokenWays?(settings: SchemeSettings, hasRefreshToken: boolean): readonly TokenWay[];
  /** One line for lists: "OAuth 2.0, client credentials". */
  summary(settings: S): string;
  /** Why a request cannot be made with these settings, one sentence; the window says it instead of sending. */
  problem?(settings: S): string | undefined;
  flow(request: OutgoingRequest, settings: S, env: SchemeEnv): Flow;
  /** Fields that the flow adds only when it answers a challenge: one that was typed takes their place all the same. */
  readonly answers?: readonly string[];
  /** Its signature can cover any field: cookies of the jar are put in before it is made. */
  readonly coversFields?: true;
  /** Its login belongs to one HTTP/1.1 connection, which HTTP/2 does not have (RFC 9113 §9.1, RFC 4559 §6). */
  readonly ownConnection?: true;
  /** What is worth saying before the request is sent; nothing where all is well. */
  notices?(settings: S, request: OutgoingRequest, nowMs: number): readonly SchemeNotice[];
  /**
   * How curl says it. `sent` is the request as the flow would send it with secrets opened (a token included where one
   * is known): schemes that only add a field or a parameter return nothing special and are exported from `sent`.
   */
  curl?(settings: S, sent: OutgoingRequest): CurlWords;
  /** How a curl command that was pasted names this scheme. */
  readonly curlReading?: CurlReading;
  /** How other tools' files name it. */
  readonly foreign?: Partial<Readonly<Record<ForeignTool, ForeignAuth>>>;
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
export const defineScheme = <S extends OpenSettings>(scheme: Omit<Scheme<S>, 'initial'>): Scheme<S> => {
  let initial: S | undefined;
  return {
    ...scheme,
    // Made when it is asked for: the first use of a schema is costly, and most programs use few schemes.
    get initial() {
      initial ??= scheme.settings.parse({});
      return initial;
    },
  };
};
