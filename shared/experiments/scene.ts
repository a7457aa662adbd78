import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { factsOf, type Facts } from '../diagnosis/facts.ts';
import type { Attempt } from '../exchange/exchange.ts';
import { schemeById } from '../schemes/index.ts';
import type { Scheme, TokenWay } from '../schemes/scheme.ts';
import type { Draft, SchemeSettings } from '../workspace/draft.ts';
import { effectiveAuth } from '../workspace/effective-auth.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Profile } from '../workspace/profile.ts';

/** The refusal that is to be found out about, and the request that can be sent again to do so. */
export interface Scene {
  readonly facts: Facts;
  readonly draft: Draft;
  /** The scheme that the draft is sent with; secrets may be references. */
  readonly auth: ChosenScheme | undefined;
  /** At least forty letters and digits of chance, for names and values that nobody has. */
  readonly made: string;
}

export interface ChosenScheme {
  readonly scheme: Scheme;
  readonly settings: SchemeSettings;
  /** Of the profile, where there is one. */
  readonly profile: string | undefined;
  readonly ways: readonly TokenWay[];
}

/** What a scene is made of; all of it is known to the window as well as to the engine. */
export interface Surroundings {
  readonly attempt: Attempt;
  readonly diagnosis: Diagnosis;
  readonly draft: Draft;
  readonly folders: readonly Folder[];
  readonly profiles: readonly Profile[];
  /** The profile has a refresh token. */
  readonly hasRefreshToken: boolean;
  readonly made: string;
}

/** Nothing where nothing failed. */
export const sceneOf = (around: Surroundings): Scene | undefined => {
  const { attempt, diagnosis, draft, made } = around;
  const facts = diagnosis.failed ? factsOf(attempt, diagnosis.exchange) : undefined;
  return facts === undefined ? undefined : { facts, draft, auth: chosen(around), made };
};

const chosen = ({ draft, folders, profiles, hasRefreshToken }: Surroundings): ChosenScheme | undefined => {
  const { auth } = effectiveAuth(draft, folders);
  if (auth.kind === 'none') return undefined;
  const profile = auth.kind === 'profile' ? profiles.find(({ id }) => id === auth.profileId) : undefined;
  const given = auth.kind === 'own' ? auth : profile;
  const scheme = given === undefined ? undefined : schemeById(given.scheme);
  if (given === undefined || scheme === undefined) return undefined;
  const { settings } = given;
  return {
    scheme,
    settings,
    profile: profile?.name,
    ways: scheme.tokenWays?.(settings, hasRefreshToken) ?? [],
  };
};
