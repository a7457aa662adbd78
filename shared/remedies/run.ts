import { type Cookie } from '../cookies/cookie.ts';
import type { Attempt } from '../exchange/exchange.ts';
import { hostnameIn } from '../exchange/url.ts';
import type { Draft } from '../workspace/draft.ts';
import type { Profile } from '../workspace/profile.ts';
import type { Answers, Errand, Plan, Situation } from './remedy.ts';

/** What a remedy needs of its host; `undefined` where the host could not and has said so. */
export interface RemedyHost {
  saveProfile(profile: Profile): Promise<Profile | undefined>;
  /** Of the environment that is chosen. */
  cookies(): Promise<readonly Cookie[] | undefined>;
  saveCookie(cookie: Cookie): Promise<void>;
  deleteCookies(cookies: readonly Cookie[]): Promise<void>;
  /** Sends what an errand is for, as an attempt of its own. */
  send(draft: Draft): Promise<Attempt | undefined>;
}

/** How things were before a remedy changed them. */
export interface Undo {
  readonly draft: Draft;
  readonly profile?: Profile;
  readonly cookies?: readonly Cookie[];
}

/** The request as the remedy leaves it, ready to be sent; a sentence where it could not be made. */
export type Prepared =
  | { readonly ok: true; readonly draft: Draft; readonly undo: Undo }
  | { readonly ok: false; readonly problem: string | undefined };

/** More would be a loop. */
const mostErrands = 5;

const runErrands = async (
  first: Errand,
  host: RemedyHost,
): Promise<Draft | { readonly problem: string | undefined }> => {
  let errand = first;
  for (let count = 0; count < mostErrands; count += 1) {
    const attempt = await host.send(errand.draft);
    if (attempt === undefined) return { problem: undefined };
    if (attempt.exchanges.length === 0) return { problem: attempt.stopped?.message };
    const led = errand.afterwards(attempt);
    if ('next' in led) return led.next;
    if ('problem' in led) return led;
    errand = led.errand;
  }
  return { problem: 'The server leads from one page to the next without end.' };
};

/** Whether the jar could send this cookie to the host. Path and age are the jar's affair. */
const isFor = ({ domain, hostOnly }: Cookie, host: string): boolean =>
  domain === host || (!hostOnly && host.endsWith(`.${domain}`));

/** Forgets the named cookies of the request's host; answers with those that were there. */
const forgetCookies = async (
  names: readonly string[],
  { attempt, draft }: Situation,
  host: RemedyHost,
): Promise<readonly Cookie[]> => {
  const hostname = hostnameIn(attempt.exchanges.at(-1)?.request.url ?? draft.url) ?? '';
  const all = (await host.cookies()) ?? [];
  const gone = all.filter((cookie) => names.includes(cookie.name) && isFor(cookie, hostname));
  if (gone.length > 0) await host.deleteCookies(gone);
  return gone;
};

/**
 * Does all that a plan does before the request is sent: runs its errands, keeps what belongs to the profile, takes
 * cookies out of the jar. Nothing is changed where an errand fails.
 */
export const prepareRemedy = async (
  plan: Plan,
  answers: Answers,
  situation: Situation,
  host: RemedyHost,
): Promise<Prepared> => {
  const led = plan.first === undefined ? undefined : await runErrands(plan.first(answers), host);
  if (led !== undefined && 'problem' in led) return { ok: false, problem: led.problem };
  const cookies =
    plan.forgetCookies === undefined ? undefined : await forgetCookies(plan.forgetCookies, situation, host);
  const profile = plan.profile?.(answers);
  if (profile !== undefined && (await host.saveProfile(profile)) === undefined)
    return { ok: false, problem: undefined };
  return {
    ok: true,
    draft: led ?? plan.apply(answers),
    undo: {
      draft: situation.draft,
      ...(profile === undefined || situation.profile === undefined ? {} : { profile: situation.profile }),
      ...(cookies === undefined ? {} : { cookies }),
    },
  };
};

/** Puts profile and cookies back as they were; the request itself is the caller's to put back. */
export const undoRemedy = async ({ profile, cookies = [] }: Undo, host: RemedyHost): Promise<void> => {
  if (profile !== undefined) await host.saveProfile(profile);
  for (const cookie of cookies) await host.saveCookie(cookie);
};
