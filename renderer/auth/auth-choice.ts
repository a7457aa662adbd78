import { schemeById, schemes } from '../../shared/schemes/index.ts';
import type { Workspace } from '../../shared/ipc/replies.ts';
import type { DraftAuth } from '../../shared/workspace/draft.ts';
import type { Profile } from '../../shared/workspace/profile.ts';
import type { Option } from '../ui/options.ts';
import { openSettings } from './form-settings.ts';

/** How often each scheme is used in a workspace: by profiles, and by requests and folders of their own. */
export const schemeUses = ({
  profiles,
  requests,
  folders,
}: Pick<Workspace, 'profiles' | 'requests' | 'folders'>): SchemeUses => {
  const used = [
    ...profiles.map(({ scheme }) => scheme),
    ...[...requests, ...folders].flatMap(({ auth }) => (auth.kind === 'own' ? [auth.scheme] : [])),
  ];
  return new Map([...Map.groupBy(used, (id) => id)].map(([id, all]) => [id, all.length]));
};

/** Uses by the scheme's id; none where it is not in the map. */
export type SchemeUses = ReadonlyMap<string, number>;

/** Schemes to choose from: those in use first, then in the registry's order. A search finds them by RFC as well. */
export const schemeOptions = (uses: SchemeUses): readonly Option[] =>
  schemes()
    .toSorted((a, b) => (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0))
    .map(({ id, label, challenges, references }) => ({
      id,
      label,
      keywords: [id, ...challenges, ...references],
    }));

/**
 * What the one choice of the Auth tab can be set to: what is inherited, nothing, a profile, or a scheme of one's own.
 * Nobody is above the workspace to inherit from.
 */
export const authOptions = (
  profiles: readonly Profile[],
  uses: SchemeUses,
  owner: 'request' | 'folder' | 'workspace' = 'request',
): readonly Option[] => [
  ...(owner === 'workspace' ? [] : [{ id: 'inherit', label: 'Inherit' }]),
  { id: 'none', label: 'No authentication' },
  ...profiles.map((profile) => ({
    id: `profile:${profile.id}`,
    label: profile.name,
    note: schemeLabel(profile.scheme),
    group: 'Profiles',
  })),
  ...schemeOptions(uses).map((option) => ({
    ...option,
    id: `own:${option.id}`,
    group: `For this ${owner} only`,
  })),
];

export const authOptionOf = (auth: DraftAuth): string => {
  switch (auth.kind) {
    case 'inherit':
    case 'none':
      return auth.kind;
    case 'profile':
      return `profile:${auth.profileId}`;
    case 'own':
      return `own:${auth.scheme}`;
    default:
      return auth satisfies never;
  }
};

/** The draft's auth once an option was chosen. Choosing what is chosen already changes nothing. */
export const chooseAuth = (option: string, before: DraftAuth): DraftAuth => {
  if (option === authOptionOf(before)) return before;
  const id = option.slice(option.indexOf(':') + 1);
  if (option.startsWith('profile:')) return { kind: 'profile', profileId: id };
  if (option.startsWith('own:')) return { kind: 'own', scheme: id, settings: {} };
  return { kind: option === 'inherit' ? 'inherit' : 'none' };
};

const schemeLabel = (id: string): string => schemeById(id)?.label ?? id;

/** What a list or a sentence calls an auth: its profile's name, or its scheme. */
export const authName = (
  auth: Exclude<DraftAuth, { kind: 'inherit' | 'none' }>,
  profiles: readonly Profile[],
): string =>
  auth.kind === 'own'
    ? schemeLabel(auth.scheme)
    : (profiles.find(({ id }) => id === auth.profileId)?.name ?? 'a profile that is gone');

/** "OAuth 2.0, authorization code". */
export const schemeSummary = (id: string, settings: Profile['settings']): string => {
  const scheme = schemeById(id);
  if (scheme === undefined) return `${id} (unknown)`;
  return scheme.summary(openSettings(scheme, settings));
};
