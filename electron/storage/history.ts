import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { EngineError } from '../errors.ts';
import { redactForStorage } from './redact-echoes.ts';
import {
  attemptSchema,
  failureOf,
  responseOf,
  type Attempt,
  type Body,
} from '../../shared/exchange/exchange.ts';
import { parseJson } from '../../shared/exchange/json.ts';
import type { Retention } from '../../shared/history/retention.ts';
import { experimentResultSchema, type ExperimentResult } from '../../shared/experiments/result.ts';
import type { HistoryAttempt, HistoryEntry } from '../../shared/ipc/replies.ts';
import { draftSchema, type Draft } from '../../shared/workspace/draft.ts';
import type { Vault } from '../vault/vault-types.ts';
import { bodyIdsOf, type BodyFiles } from './body-files.ts';
import { clerkInPlace, clerkInWorker } from './history-clerk.ts';
import { keptExperiment } from './kept-experiment.ts';
import type { HistoryAnswers, HistoryAsk, HistoryQuery } from './history-types.ts';

/** What was sent and what came back. Attempts are redacted before they are stored; drafts are sealed by the vault. */
export interface History {
  /** `undefined` where the person wants nothing kept. */
  add(
    attempt: Attempt,
    about: { readonly draft: Draft; readonly cause: string | undefined },
  ): Promise<HistoryEntry | undefined>;
  list(query: HistoryQuery): Promise<readonly HistoryEntry[]>;
  /** As it was where it was pinned so. `draft` is absent where the vault does not open it any more. */
  get(id: string): Promise<HistoryAttempt | undefined>;
  /** Keeps what an experiment on this attempt found, redacted. Nothing where the attempt is in no history. */
  addExperiment(id: string, result: ExperimentResult): Promise<void>;
  /**
   * A pinned attempt stays, however much is kept; `whole` is kept besides, as it is, sealed by the vault.
   * @throws EngineError where there is none of this id
   */
  pin(id: string, pinned: boolean, whole?: Attempt): Promise<void>;
  /** Keeps so much from now on; what is beyond goes at once. */
  retain(retention: Retention, nowMs: number): Promise<void>;
  remove(id: string): Promise<void>;
  /** All that was sent until then (epoch ms), what is pinned included. */
  removeAll(untilMs: number): Promise<void>;
  /** Deletes bodies that no attempt has any more. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

export interface HistoryOptions {
  readonly file: string;
  readonly bodies: BodyFiles;
  readonly vault: Vault;
  /** Of the start; `retain` changes it. */
  readonly retention: Retention;
  /** `worker`: no exchange waits for the disk. `own`: the shell has nobody to keep waiting, and starts sooner. */
  readonly thread: 'worker' | 'own';
}

const wordsLimit = 4096;

const beginning = (body: Body): string => {
  if (body.kind === 'text') return body.text.slice(0, wordsLimit);
  return body.kind === 'file' ? (body.head ?? '').slice(0, wordsLimit) : '';
};

/** The exchange that a person means: the last one that was for the resource. */
const answerOf = (attempt: Attempt): Attempt['exchanges'][number] | undefined =>
  attempt.exchanges.findLast((exchange) => exchange.purpose === 'resource') ?? attempt.exchanges.at(-1);

const durationOf = (attempt: Attempt): number =>
  Math.max(
    0,
    ...attempt.exchanges.map(
      ({ timings }) => timings.startedAtMs + (timings.endMs ?? 0) - attempt.startedAtMs,
    ),
  );

export const entryOf = (attempt: Attempt, draft: Draft, cause: string | undefined): HistoryEntry => {
  const last = answerOf(attempt);
  const first = attempt.exchanges.find((exchange) => exchange.purpose === 'resource') ?? last;
  const failure = last === undefined ? undefined : failureOf(last);
  const status = last === undefined ? undefined : responseOf(last)?.status;
  return {
    id: attempt.id,
    atMs: attempt.startedAtMs,
    method: first?.request.method ?? draft.method,
    url: first?.request.url ?? draft.url,
    name: draft.name,
    ...(status === undefined ? {} : { status }),
    ...(failure !== undefined
      ? { failure: failure.code }
      : attempt.stopped !== undefined
        ? { failure: attempt.stopped.code }
        : {}),
    ...(cause === undefined ? {} : { cause }),
    ...(attempt.profile === undefined ? {} : { profile: attempt.profile }),
    durationMs: durationOf(attempt),
  };
};

const wordsOf = (attempt: Attempt, entry: HistoryEntry): string =>
  [
    entry.method,
    entry.url,
    entry.name,
    entry.status,
    entry.failure,
    entry.cause,
    attempt.profile,
    ...attempt.exchanges.flatMap((exchange) => {
      const response = responseOf(exchange);
      if (response === undefined) return [exchange.request.url];
      const fields = response.fields.map((field) => `${field.name} ${field.value.slice(0, 200)}`);
      return [exchange.request.url, ...fields, beginning(response.body)];
    }),
  ]
    .filter((word) => word !== undefined)
    .join('\n');

const goneError = (): EngineError =>
  new EngineError('not-found', 'This attempt is not in the history any more.');

const sealPurpose = (id: string): string => `history ${id}`;
const wholePurpose = (id: string): string => `history ${id} whole`;

export const openHistory = async (options: HistoryOptions): Promise<History> => {
  const { bodies, vault } = options;
  let { retention } = options;
  await mkdir(dirname(options.file), { recursive: true });
  const clerk = options.thread === 'own' ? await clerkInPlace(options) : clerkInWorker(options);
  const ask = async <K extends HistoryAsk['ask']>(
    question: Extract<HistoryAsk, { ask: K }>,
  ): Promise<HistoryAnswers[K]> => {
    const reply = await clerk.ask(question);
    if (!reply.ok) throw new EngineError(reply.code, reply.message);
    return reply.value as HistoryAnswers[K];
  };

  return {
    async add(attempt, { draft, cause }) {
      if (retention.attempts === 0) return undefined;
      const redacted = await bodies.moveOut(redactForStorage(attempt));
      const entry = entryOf(redacted, draft, cause);
      const gone = await ask<'add'>({
        ask: 'add',
        record: {
          entry,
          attempt: JSON.stringify(redacted),
          // Without a vault the attempt is kept all the same; it can be read, not sent again.
          draft: await vault.seal(JSON.stringify(draft), sealPurpose(attempt.id)).catch(() => undefined),
          words: wordsOf(redacted, entry),
          bodies: bodyIdsOf(redacted),
        },
      });
      await bodies.remove(gone);
      return entry;
    },
    list: (query) => ask<'list'>({ ask: 'list', query }),
    async get(id) {
      const found = await ask<'get'>({ ask: 'get', id });
      if (found === undefined) return undefined;
      const whole =
        found.whole === undefined
          ? undefined
          : await vault.unseal(found.whole, wholePurpose(id)).catch(() => undefined);
      const attempt = attemptSchema.safeParse(parseJson(whole ?? found.attempt));
      if (!attempt.success) throw new EngineError('unreadable-file', 'This attempt cannot be read any more.');
      const text =
        found.draft === undefined
          ? undefined
          : await vault.unseal(found.draft, sealPurpose(id)).catch(() => undefined);
      const draft = draftSchema.safeParse(text === undefined ? undefined : parseJson(text));
      const experiments = z.array(experimentResultSchema).safeParse(parseJson(found.experiments));
      return {
        attempt: attempt.data,
        draft: draft.success ? draft.data : undefined,
        experiments: experiments.success ? experiments.data : [],
      };
    },
    async addExperiment(id, result) {
      await ask<'experiment'>({
        ask: 'experiment',
        id,
        result: JSON.stringify(keptExperiment(result)),
      });
    },
    async pin(id, pinned, whole) {
      const sealed =
        whole === undefined ? undefined : await vault.seal(JSON.stringify(whole), wholePurpose(id));
      if (!(await ask<'pin'>({ ask: 'pin', id, pinned, whole: sealed }))) throw goneError();
    },
    async retain(next, nowMs) {
      retention = next;
      await bodies.remove(await ask<'retain'>({ ask: 'retain', retention, nowMs }));
    },
    async remove(id) {
      await bodies.remove(await ask<'remove'>({ ask: 'remove', id }));
    },
    async removeAll(untilMs) {
      await bodies.remove(await ask<'removeAll'>({ ask: 'removeAll', untilMs }));
    },
    sweep: () => bodies.sweep(() => ask<'bodies'>({ ask: 'bodies' })),
    close: () => clerk.close(),
  };
};
