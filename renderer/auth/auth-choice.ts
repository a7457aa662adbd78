import { schemeById, schemes } from '../../shared/schemes/index.ts';
import type { Workspace } from '../../shared/ipc/contract.ts';
import type { DraftAuth } from '../../shared/workspace/draft.ts';
import type { Profile } from '../../shared/workspace/profile.ts';
import type { Option } from '../ui/options.ts';
import { openSettings } from './form-settings.ts';

/** How often each scheme is used in a workspace: by profiles and by requests of their own. */
export const schemeUses = ({ profiles, requests }: Pick<Workspace, 'profiles' | 'requests'>): SchemeUses => {
  const used = [
    ...profiles.map(({ scheme }) => scheme),
    ...requests.flatMap(({ auth }) => (auth.kind === 'own' ? [auth.scheme] : [])),
  ];
  return new Map([...Map.groupBy(used, (id) => id)].map(([id, all]) => [id, all.length]));
};

/** Uses by the scheme's id; none where it is not in the map. */
export type SchemeUses = ReadonlyMap<string, number>;

/** Schemes to choose from: those in use first, then in the registry's order. A search finds them by RFC as well. */
export const schemeOptions = (uses: SchemeUses): readonly Option[] =>
  schemes
    .toSorted((a, b) => (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0))
    .map(({ id, label, challenges, references }) => ({
      id,
      label,
      keywords: [id, ...challenges, ...references],
    }));

/** What the one choice of the Auth tab can be set to: nothing, a profile, or a scheme of the request's own. */
export const authOptions = (profiles: readonly Profile[], uses: SchemeUses): readonly Option[] => [
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
    group: 'For this request only',
  })),
];

export const authOptionOf = (auth: DraftAuth): string => {
  switch (auth.kind) {
    case 'none':
      return 'none';
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
  return { kind: 'none' };
};

export const schemeLabel = (id: string): string => schemeById(id)?.label ?? id;

/** "OAuth 2.0, authorization code". */
export const schemeSummary = (id: string, settings: Profile['settings']): string => {
  const scheme = schemeById(id);
  if (scheme === undefined) return `${id} (unknown)`;
  return scheme.summary(openSettings(scheme, settings));
};
