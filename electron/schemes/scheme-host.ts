import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { HashName } from '../../shared/schemes/parts/hashes.ts';
import {
  FlowStopped,
  type AccessToken,
  type CredentialSource,
  type Flow,
  type OutgoingBody,
  type OutgoingRequest,
  type SchemeEnv,
  type SchemeMemory,
  type Step,
  type StepResult,
} from '../../shared/schemes/scheme.ts';
import type { NegotiateTokens } from './negotiate.ts';
import { signWith, verifyWith } from './signing.ts';

/** A step that is neither a request nor a wish for a token: the engine answers it by itself. */
export type HostStep = Exclude<Step, { step: 'send' | 'token' }>;

/** What the engine lends to the schemes of one Send. */
export interface SchemeHost {
  readonly env: SchemeEnv;
  /** @throws FlowStopped with a sentence where the step cannot be answered */
  answer(step: HostStep): Promise<StepResult>;
}

/** Nonces and their counts, by profile and environment; gone with the engine. */
export type SchemeMemories = (owner: string) => SchemeMemory;

export const createSchemeMemories = (): SchemeMemories => {
  const memories = new Map<string, Map<string, string>>();
  return (owner) => {
    const own = memories.get(owner) ?? new Map<string, string>();
    memories.set(owner, own);
    return { get: (key) => own.get(key), set: (key, value) => void own.set(key, value) };
  };
};

export const createSchemeHost = (nowMs: () => number, memory: SchemeMemory): SchemeHost => {
  let negotiate: NegotiateTokens | undefined;
  return {
    env: {
      nowMs,
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
      sign: signWith,
      verify: verifyWith,
      memory,
    },
    answer: (step) =>
      answerStep(step, async (host, challenge) => {
        negotiate ??= (await import('./negotiate.ts')).createNegotiateTokens();
        return negotiate(host, challenge);
      }),
  };
};

/** One that changes nothing: what its flows remember is forgotten with it, and chance is still. For previews. */
export const createStillSchemeHost = (nowMs: () => number, memory: SchemeMemory): SchemeHost => {
  const { env, answer } = createSchemeHost(nowMs, memory);
  const set = (): void => undefined;
  return {
    env: {
      ...env,
      randomBytes: (count) => new Uint8Array(count),
      memory: { get: (key) => memory.get(key), set },
    },
    answer,
  };
};

/**
 * The first request a flow would send; nothing is sent. A wish for a token is answered with the given one.
 * @throws FlowStopped where the flow cannot even begin
 */
export const firstRequestOf = async (
  flow: Flow,
  { answer }: SchemeHost,
  token: AccessToken,
): Promise<OutgoingRequest | undefined> => {
  let next = flow.next();
  while (next.done !== true) {
    const step = next.value;
    if (step.step === 'send') return step.request;
    next = flow.next(step.step === 'token' ? { result: 'token', ...token } : await answer(step));
  }
  return undefined;
};

const answerStep = async (step: HostStep, negotiate: NegotiateTokens): Promise<StepResult> => {
  switch (step.step) {
    case 'hash':
      return { result: 'hash', bytes: await hashBody(step.algorithm, step.body) };
    case 'source':
      return { result: 'source', values: await credentialsOf(step.source) };
    case 'negotiate':
      return { result: 'negotiate', token: await negotiate(step.host, step.challenge) };
    default:
      return step satisfies never;
  }
};

/** Each reader is loaded when it is asked for: most requests need none. */
const credentialsOf = async ({
  kind,
  name,
  login,
  file,
}: CredentialSource): Promise<Readonly<Record<string, string>> | undefined> => {
  switch (kind) {
    case 'aws-profile':
      return (await import('./aws-profile.ts')).readAwsProfile(name);
    case 'netrc':
      return (await import('./netrc.ts')).readNetrc(name, login, file);
    default:
      return kind satisfies never;
  }
};

/** Node's names. */
const nodeHashes: Readonly<Record<HashName, string>> = {
  md5: 'md5',
  'sha-1': 'sha1',
  'sha-256': 'sha256',
  'sha-384': 'sha384',
  'sha-512': 'sha512',
  'sha-512-256': 'sha512-256',
};

const hashBody = async (algorithm: HashName, body: OutgoingBody): Promise<Uint8Array> => {
  const hash = createHash(nodeHashes[algorithm]);
  const pieces = body.kind === 'pieces' ? body.pieces : body.kind === 'bytes' ? [body] : [];
  for (const piece of pieces) {
    if (piece.kind === 'bytes') hash.update(piece.bytes);
    else await hashFile(piece.path, (bytes) => hash.update(bytes));
  }
  return new Uint8Array(hash.digest());
};

const hashFile = async (path: string, take: (bytes: Uint8Array) => void): Promise<void> => {
  try {
    for await (const bytes of createReadStream(path)) if (bytes instanceof Uint8Array) take(bytes);
  } catch {
    throw new FlowStopped(
      'file-unreadable',
      `The file ${path} cannot be read, so its bytes cannot be signed.`,
    );
  }
};
