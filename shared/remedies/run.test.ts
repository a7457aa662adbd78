import { describe, expect, test } from 'vitest';
import type { Cookie } from '../cookies/cookie.ts';
import type { Attempt } from '../exchange/exchange.ts';
import type { Draft } from '../workspace/draft.ts';
import type { Profile } from '../workspace/profile.ts';
import {
  attempt,
  exchange,
  oauth,
  planned,
  profileDraft,
  situation,
  withFields,
} from './remedy.test-support.ts';
import type { Plan, Situation } from './remedy.ts';
import { prepareRemedy, undoRemedy, type RemedyHost } from './run.ts';

const cookie = (name: string, domain: string, hostOnly = true): Cookie => ({
  name,
  value: 'v',
  domain,
  hostOnly,
  path: '/',
  secure: false,
  httpOnly: false,
});

/** A host that remembers what it was asked for. */
const fakeHost = (answers: readonly Attempt[] = [], jar: readonly Cookie[] = []) => {
  const log: { saved: Profile[]; sent: Draft[]; deleted: Cookie[]; put: Cookie[] } = {
    saved: [],
    sent: [],
    deleted: [],
    put: [],
  };
  const host: RemedyHost = {
    saveProfile(profile) {
      log.saved.push(profile);
      return Promise.resolve(profile);
    },
    cookies: () => Promise.resolve(jar),
    saveCookie(one) {
      log.put.push(one);
      return Promise.resolve();
    },
    deleteCookies(gone) {
      log.deleted.push(...gone);
      return Promise.resolve();
    },
    send(draft) {
      log.sent.push(draft);
      return Promise.resolve(answers[log.sent.length - 1]);
    },
  };
  return { host, log };
};

const known = (plan: Plan | undefined): Plan => {
  if (plan === undefined) throw new Error('The remedy does not apply.');
  return plan;
};

const given = (change: Partial<Situation>): Situation => situation([], change);

describe('what belongs to the profile', () => {
  const profile = oauth('client-credentials');
  const before = given({ draft: profileDraft, profile });
  const plan = known(planned({ id: 'prove-possession' }, before));

  test('is kept before the request is sent, and put back by undo', async () => {
    const { host, log } = fakeHost();
    const prepared = await prepareRemedy(plan, {}, before, host);
    if (!prepared.ok) throw new Error(prepared.problem);
    expect([prepared.draft, log.saved[0]?.settings['dpop']]).toEqual([profileDraft, true]);
    await undoRemedy(prepared.undo, host);
    expect(log.saved[1]).toEqual(profile);
    expect(prepared.undo.draft).toBe(profileDraft);
  });

  test('nothing is sent where it cannot be kept', async () => {
    const { host } = fakeHost();
    const refusing = { ...host, saveProfile: () => Promise.resolve(undefined) };
    expect(await prepareRemedy(plan, {}, before, refusing)).toEqual({ ok: false, problem: undefined });
  });
});

test('cookies of the request’s host leave the jar and come back, those of others stay', async () => {
  const jar = [
    cookie('sid', 'api.example'),
    cookie('sid', 'example', false),
    cookie('sid', 'other.example'),
    cookie('theme', 'api.example'),
  ];
  const before = given({
    draft: withFields({}),
    attempt: attempt(exchange([{ name: 'Cookie', value: 'sid=a; sid=b' }])),
  });
  const { host, log } = fakeHost([], jar);
  const plan = known(planned({ id: 'drop-cookie', values: { name: 'sid' } }, before));
  const prepared = await prepareRemedy(plan, {}, before, host);
  expect(log.deleted).toEqual(jar.slice(0, 2));
  if (prepared.ok) await undoRemedy(prepared.undo, host);
  expect(log.put).toEqual(jar.slice(0, 2));
});

describe('errands', () => {
  const before = given({ draft: withFields({}, { method: 'POST' }), attempt: attempt(exchange([])) });
  const plan = known(planned({ id: 'add-csrf-token' }, before));

  test('lead to the request with what they brought', async () => {
    const handed = exchange([], { status: 200, fields: [{ name: 'X-CSRF-Token', value: 'abc' }] });
    const { host, log } = fakeHost([attempt(handed)]);
    expect(await prepareRemedy(plan, {}, before, host)).toMatchObject({
      ok: true,
      draft: { method: 'POST', fields: [{ name: 'X-CSRF-Token', value: 'abc' }] },
      undo: { draft: before.draft },
    });
    expect(log.sent.map(({ method }) => method)).toEqual(['GET']);
  });

  test.each<[string, readonly Attempt[], RegExp]>([
    ['the answer lacks it', [attempt(exchange([], { status: 200 }))], /holds no anti-forgery token/],
    ['nothing left', [{ ...attempt(), stopped: { code: 'x', message: 'No address.' } }], /^No address/],
  ])('%s: a sentence says so', async (_, answers, says) => {
    expect(await prepareRemedy(plan, {}, before, fakeHost(answers).host)).toEqual({
      ok: false,
      problem: expect.stringMatching(says),
    });
  });

  test('an errand that leads to itself ends', async () => {
    const endless = (): ReturnType<NonNullable<Plan['first']>> => ({
      draft: before.draft,
      afterwards: () => ({ errand: endless() }),
    });
    const answers = Array.from({ length: 9 }, () => attempt(exchange([])));
    const { host, log } = fakeHost(answers);
    expect(await prepareRemedy({ ...plan, first: endless }, {}, before, host)).toMatchObject({ ok: false });
    expect(log.sent).toHaveLength(5);
  });
});
