import { diagnose } from '../../../shared/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../../shared/diagnosis/diagnosis.ts';
import { responseOf, type Attempt } from '../../../shared/exchange/exchange.ts';
import { readPaste } from '../../../shared/import/paste.ts';
import { planRemedies } from '../../../shared/remedies/index.ts';
import type { Answers, Plan, Situation } from '../../../shared/remedies/remedy.ts';
import { prepareRemedy, undoRemedy, type RemedyHost } from '../../../shared/remedies/run.ts';
import type { Draft } from '../../../shared/workspace/draft.ts';
import type { Profile } from '../../../shared/workspace/profile.ts';
import type { Engine } from '../../engine.ts';
import { draftOf, type Journey, type Start, type World } from './journey.test-support.ts';

/** What a journey came to. */
export interface Walked {
  readonly verdict: string;
  readonly diagnosis: Diagnosis;
  /** Labels of what was offered. */
  readonly offered: readonly string[];
  readonly remedy: string | undefined;
  /** Status after the remedy; why there is none. */
  readonly result: number | string;
  /** Whether undo put request and profile back. */
  readonly undone: boolean;
}

let count = 0;
const nextId = (): string => `journey-${(count += 1)}`;

const pasted = (command: string): Draft => {
  const read = readPaste(command, nextId);
  if (read.kind !== 'request') throw new Error(`The command was read as ${read.kind}.`);
  return read.draft;
};

/** The request in the workspace, with its profile saved and its token got. */
export const begin = async (
  { handlers }: Engine,
  start: Start,
  name: string,
): Promise<{ readonly draft: Draft; readonly profile: Profile | undefined }> => {
  if ('command' in start) return { draft: pasted(start.command), profile: undefined };
  const draft = { ...draftOf(start.request), id: nextId(), name };
  if (start.profile === undefined) return { draft, profile: undefined };
  const profile = await handlers.saveProfile({
    profile: {
      id: nextId(),
      name,
      scheme: 'oauth2',
      settings: start.profile.settings,
      trustedOrigins: [],
      renew: false,
    },
  });
  if (start.profile.token !== undefined) {
    const { attempt } = await handlers.obtainToken({
      sendId: nextId(),
      profileId: profile.id,
      environmentId: '',
      how: start.profile.token,
    });
    if (attempt.stopped !== undefined) throw new Error(attempt.stopped.message);
  }
  return { draft: { ...draft, auth: { kind: 'profile', profileId: profile.id } }, profile };
};

const statusOf = (attempt: Attempt): number | string => {
  const last = attempt.exchanges.at(-1);
  return attempt.stopped?.code ?? (last && responseOf(last)?.status) ?? 'no answer';
};

const answersTo = (plan: Plan, given: Readonly<Record<string, string>>): Answers => {
  if (plan.question?.kind !== 'values') return {};
  const labels = plan.question.fields.map(({ label }) => label);
  const unknown = Object.keys(given).filter((label) => !labels.includes(label));
  if (unknown.length > 0)
    throw new Error(`${unknown.join(', ')} is not asked for, but ${labels.join(', ')}.`);
  return Object.fromEntries(
    plan.question.fields.map(({ name, label, value }) => [name, given[label] ?? value]),
  );
};

/** What remedies need, by the engine's door. */
export const remedyHostOf = ({ handlers }: Engine): RemedyHost => ({
  saveProfile: (profile) => handlers.saveProfile({ profile }),
  cookies: () => handlers.cookies({ environmentId: '' }),
  saveCookie: (cookie) => handlers.saveCookie({ environmentId: '', cookie }),
  deleteCookies: (keys) => handlers.deleteCookies({ environmentId: '', keys: [...keys] }),
  send: async (draft) => (await handlers.send({ sendId: nextId(), draft, environmentId: '' })).attempt,
});

const situationAfter = async (
  { handlers }: Engine,
  attempt: Attempt,
  diagnosis: Diagnosis,
  draft: Draft,
): Promise<Situation | undefined> => {
  const [finding] = diagnosis.findings;
  const { workspace, tokens } = await handlers.boot(undefined);
  const id = draft.auth.kind === 'profile' ? draft.auth.profileId : draft.id;
  return (
    finding && {
      attempt,
      finding,
      draft,
      profile: workspace.profiles.find((one) => one.id === id),
      token: tokens.find((one) => one.profileId === id && one.environmentId === ''),
      nowMs: Date.now(),
    }
  );
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** Provokes the refusal, reads the verdict, takes the remedy, and looks whether it helped: by the engine’s door alone. */
export const walk = async (engine: Engine, journey: Journey, world: World): Promise<Walked> => {
  const { handlers } = engine;
  const { draft, profile } = await begin(engine, await journey.start(world), journey.name);
  await pause(journey.waitMs ?? 0);
  const { attempt } = await handlers.send({ sendId: nextId(), draft, environmentId: '' });
  const diagnosis = diagnose(attempt);
  const situation = await situationAfter(engine, attempt, diagnosis, draft);
  const plans = situation === undefined ? [] : planRemedies(situation);
  const said = {
    verdict: diagnosis.findings[0]?.title ?? `nothing, after ${statusOf(attempt)}`,
    diagnosis,
    offered: plans.map(({ label }) => label),
  };
  const { press } = journey;
  const plan = press === undefined ? undefined : plans.find(({ label }) => press.test(label));
  if (plan === undefined || situation === undefined) {
    return { ...said, remedy: undefined, result: statusOf(attempt), undone: true };
  }
  const prepared = await prepareRemedy(
    plan,
    answersTo(plan, (await journey.answers?.(world)) ?? {}),
    situation,
    remedyHostOf(engine),
  );
  if (!prepared.ok) {
    return { ...said, remedy: plan.label, result: prepared.problem ?? 'refused', undone: false };
  }
  await pause(Math.max(0, (plan.notBeforeMs ?? 0) - Date.now()));
  const { attempt: after } = await handlers.send({
    sendId: nextId(),
    draft: prepared.draft,
    environmentId: '',
    retryOf: attempt.id,
    ...(plan.token === undefined ? {} : { token: plan.token }),
    ...(plan.freshConnection === undefined ? {} : { freshConnection: true }),
  });
  await undoRemedy(prepared.undo, remedyHostOf(engine));
  const { workspace } = await handlers.boot(undefined);
  const kept = workspace.profiles.find((one) => one.id === profile?.id);
  return {
    ...said,
    remedy: plan.label,
    result: statusOf(after),
    undone:
      prepared.undo.draft === draft && JSON.stringify(kept?.settings) === JSON.stringify(profile?.settings),
  };
};
