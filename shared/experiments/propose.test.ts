import { describe, expect, test } from 'vitest';
import { basic, opaque, type Told } from '../diagnosis/attempt.test-support.ts';
import type { Cause } from '../diagnosis/causes.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { ranOf, sceneFrom } from './experiment.test-support.ts';
import { experimentById } from './index.ts';
import { diagnoseWith, propose } from './propose.ts';
import type { ExperimentResult, Ran } from './result.ts';
import type { Scene } from './scene.ts';

const bare: Told = { status: 401, sent: opaque };
const login: Told = {
  status: 401,
  sent: basic('alice', 'wonderland'),
  received: { 'WWW-Authenticate': 'Basic realm="a"' },
};

const result = (id: string, ...runs: readonly Ran[]): ExperimentResult => ({ id, atMs: 0, runs: [...runs] });
const withResults = (scene: Scene, ...results: readonly ExperimentResult[]) =>
  diagnoseWith(
    scene.facts.attempt,
    { draft: scene.draft, folders: [], profiles: [], hasRefreshToken: false, made: scene.made },
    results,
  );
const oddsOf = (scene: Scene, cause: Cause, ...results: readonly ExperimentResult[]): number =>
  withResults(scene, ...results).findings.find((finding) => finding.cause === cause)?.confidence ?? 0;

describe('proposals', () => {
  test('are ordered by what they are expected to tell', () => {
    const scene = sceneFrom(bare);
    const bits = propose(scene, diagnose(scene.facts.attempt)).map(({ information }) => information);
    expect(bits.length).toBeGreaterThan(3);
    expect(bits).toEqual(bits.toSorted((a, b) => b - a));
  });
  test('leave out what was made', () => {
    const scene = sceneFrom(bare);
    const done = [result('without-credentials', ranOf(bare))];
    const ids = propose(scene, withResults(scene, ...done), done).map(({ experiment }) => experiment.id);
    expect(ids).not.toContain('without-credentials');
  });
  test('say how far the odds could move', () => {
    const scene = sceneFrom(login);
    for (const { expected } of propose(scene, diagnose(scene.facts.attempt))) {
      expect(expected.best).toBeGreaterThanOrEqual(expected.now - 1e-9);
      expect(expected.worst).toBeLessThanOrEqual(expected.now + 1e-9);
    }
  });
});

describe('results move the odds', () => {
  test('another spelling that is accepted names the address', () => {
    const scene = sceneFrom(bare);
    const accepted = result('other-path', ranOf({ status: 200, body: {} }, '/v1/me/'));
    const [first] = withResults(scene, accepted).findings;
    expect(first?.cause).toBe('url-wrong');
    expect(first?.title).toBe('The path is /v1/me/, not /v1/me');
    expect(first?.confidence).toBeGreaterThan(0.7);
    expect(first?.evidence.at(-1)?.place).toMatchObject({
      in: 'experiment',
      name: 'Other spelling of the path',
    });
  });
  test('a made-up login that is refused alike speaks for the password', () => {
    const scene = sceneFrom(login);
    const same = result('made-up-credential', ranOf({ ...login, sent: {} }));
    expect(oddsOf(scene, 'credentials-rejected', same)).toBeGreaterThan(
      oddsOf(scene, 'credentials-rejected'),
    );
  });
  test('a credential that passes the door beside it speaks against the password', () => {
    const scene = sceneFrom(login);
    const passes = result('unknown-path', ranOf({ status: 404 }), ranOf({ ...login, sent: {} }));
    expect(oddsOf(scene, 'credentials-rejected', passes)).toBeLessThan(
      oddsOf(scene, 'credentials-rejected') / 2,
    );
  });
  test('a second one that says the same adds less than the first', () => {
    const { attempt } = sceneFrom({ ...bare, body: { message: 'Missing Authorization header' } }).facts;
    const observed = (count: number): number =>
      diagnose(attempt, {
        observations: Array.from({ length: count }, (_, at) => ({
          cause: 'header-stripped' as const,
          weight: 0.8,
          text: `fact ${at}`,
          experiment: 'Any',
        })),
      }).findings.find(({ cause }) => cause === 'header-stripped')?.confidence ?? 0;
    const [none, one, two] = [observed(0), observed(1), observed(2)];
    expect(one).toBeGreaterThan(none);
    expect(two).toBeGreaterThan(one);
    expect(two - one).toBeLessThan(one - none);
  });
  test('what was shown is no proof where the unchanged request is accepted too', () => {
    const scene = sceneFrom(bare);
    const shown = result('other-path', ranOf({ status: 200, body: {} }, '/v1/me/'));
    const chance = result('again', ranOf({ status: 401 }), ranOf({ status: 200, body: {} }));
    expect(oddsOf(scene, 'url-wrong', shown)).toBeGreaterThan(0.7);
    expect(oddsOf(scene, 'url-wrong', shown, chance)).toBeLessThan(0.1);
    expect(withResults(scene, shown, chance).findings[0]?.cause).toBe('server-misconfigured');
  });
  test('a token that was over leaves nothing to find out', () => {
    const scene = sceneFrom(bare);
    const over = [result('fresh-token', ranOf({ status: 200, body: {} }))];
    expect(propose(scene, withResults(scene, ...over), over)).toEqual([]);
    expect(withResults(scene, ...over).findings[0]?.cause).toBe('token-revoked');
  });
  test('what an experiment refutes is ruled out, with its words', () => {
    const scene = sceneFrom({ ...bare, body: { message: 'Missing Authorization header' } });
    expect(oddsOf(scene, 'header-stripped')).toBeGreaterThan(0.3);
    const differs = result('without-credentials', ranOf({ status: 400, body: { error: 'no credentials' } }));
    const after = withResults(scene, differs);
    expect(oddsOf(scene, 'header-stripped', differs)).toBeLessThan(oddsOf(scene, 'header-stripped'));
    expect([
      ...after.findings.map(({ cause }) => cause),
      ...after.ruledOut.map(({ cause }) => cause),
    ]).toContain('header-stripped');
  });
  test('without results nothing changes', () => {
    const scene = sceneFrom(bare);
    expect(withResults(scene)).toBe(diagnose(scene.facts.attempt));
  });
  test('an answer that says nothing moves nothing much', () => {
    const scene = sceneFrom(login);
    const unclear = result('without-credentials', ranOf({ status: 503 }));
    expect(experimentById('without-credentials')?.read(scene, unclear.runs).outcome).toBe('unclear');
    expect(
      Math.abs(oddsOf(scene, 'credentials-rejected', unclear) - oddsOf(scene, 'credentials-rejected')),
    ).toBeLessThan(0.12);
  });
});
