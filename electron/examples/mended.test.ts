import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnose } from '../../shared/diagnosis/diagnose.ts';
import type { Cause } from '../../shared/diagnosis/causes.ts';
import { responseOf, type Attempt } from '../../shared/exchange/exchange.ts';
import { planRemedies } from '../../shared/remedies/index.ts';
import type { RemedyId } from '../../shared/remedies/remedy-ids.ts';
import { prepareRemedy } from '../../shared/remedies/run.ts';
import { remedyHostOf } from '../engine/journeys/walk.test-support.ts';
import { createEngine, type Engine } from '../engine.ts';
import { examples } from './index.ts';

/** Every example is told apart by the diagnosis and mended by the remedy that it offers. */

let folder = '';
let engine: Engine;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'why401-examples-'));
  engine = await createEngine({
    host: 'browser',
    dataFolder: folder,
    openBrowser: async () => false,
    version: '1',
  });
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

interface Mend {
  readonly cause: Cause;
  readonly remedy: RemedyId;
  readonly answers?: Readonly<Record<string, string>>;
}

const mends: Readonly<Record<string, Mend>> = {
  'token-expired': { cause: 'token-expired', remedy: 'refresh-token' },
  'redirect-dropped': { cause: 'redirect-dropped-credentials', remedy: 'send-to-redirect-target' },
  charset: { cause: 'charset-mismatch', remedy: 'reencode-credentials' },
  audience: { cause: 'token-audience-mismatch', remedy: 'ask-for-audience' },
  'basic-for-bearer': {
    cause: 'scheme-mismatch',
    remedy: 'switch-scheme',
    answers: { token: 'example-api-token' },
  },
  'login-page': {
    cause: 'session-expired',
    remedy: 'log-in-by-form',
    answers: { username: 'alice', password: 'wonderland' },
  },
  'doubled-bearer': { cause: 'header-malformed', remedy: 'repair-header' },
  placeholder: {
    cause: 'placeholder-unresolved',
    remedy: 'fill-placeholder',
    answers: { value: 'anything' },
  },
  'no-credentials': {
    cause: 'credentials-missing',
    remedy: 'switch-scheme',
    answers: { username: 'alice', password: 'wonderland' },
  },
  'scope-missing': { cause: 'scope-insufficient', remedy: 'ask-for-scope' },
  'client-secret': {
    cause: 'client-authentication-failed',
    remedy: 'correct-client',
    answers: { clientSecret: 'wonderland' },
  },
  'key-in-authorization': { cause: 'credentials-in-wrong-place', remedy: 'move-credential' },
  'token-twice': { cause: 'credentials-conflict', remedy: 'remove-credential' },
  'tenant-missing': {
    cause: 'required-header-missing',
    remedy: 'add-field',
    answers: { 'X-Tenant-Id': 'acme', value: 'acme' },
  },
  csrf: { cause: 'csrf-token-missing', remedy: 'add-csrf-token' },
  'doubled-slash': { cause: 'url-wrong', remedy: 'correct-url' },
  'clock-behind': { cause: 'clock-skew', remedy: 'use-server-clock' },
  'wrong-region': { cause: 'signing-scope-wrong', remedy: 'correct-signing-scope' },
  'stale-nonce': {
    cause: 'nonce-stale',
    remedy: 'answer-nonce',
    answers: { username: 'alice', password: 'wonderland' },
  },
  'rate-limited': { cause: 'rate-limited', remedy: 'wait-and-retry' },
};

const statusOf = (attempt: Attempt): number | undefined => {
  const last = attempt.exchanges.at(-1);
  return last === undefined ? undefined : responseOf(last)?.status;
};

test('there are twenty examples, and every one has its cause here', () => {
  expect(examples).toHaveLength(20);
  expect(Object.keys(mends).toSorted()).toEqual(examples.map(({ info }) => info.id).toSorted());
});

test.each(Object.entries(mends))('%s', async (id, { cause, remedy, answers = {} }) => {
  const { handlers } = engine;
  const draft = await handlers.example({ id });
  const { attempt } = await handlers.send({ sendId: `${id} 1`, draft, environmentId: '' });
  const [finding] = diagnose(attempt).findings;
  expect(finding?.cause).toBe(cause);
  if (finding === undefined) throw new Error('nothing was found');

  const { workspace, tokens } = await handlers.boot(undefined);
  const profile = workspace.profiles.find(
    (one) => draft.auth.kind === 'profile' && one.id === draft.auth.profileId,
  );
  const token = tokens.find((one) => one.profileId === profile?.id && one.environmentId === '');
  const situation = { attempt, finding, draft, profile, token, nowMs: Date.now() };
  const plans = planRemedies(situation);
  const plan = plans.find((one) => one.id === remedy);
  if (plan === undefined) throw new Error(`offered: ${plans.map((one) => one.id).join(', ')}`);
  const prepared = await prepareRemedy(plan, answers, situation, remedyHostOf(engine));
  if (!prepared.ok) throw new Error(prepared.problem);
  await new Promise((resolve) => void setTimeout(resolve, Math.max(0, (plan.notBeforeMs ?? 0) - Date.now())));
  const { attempt: mended } = await handlers.send({
    sendId: `${id} 2`,
    draft: prepared.draft,
    environmentId: '',
    ...(plan.token === undefined ? {} : { token: plan.token }),
    ...(plan.freshConnection === undefined ? {} : { freshConnection: true }),
    retryOf: attempt.id,
  });
  expect(statusOf(mended)).toBe(200);
});
