import { schemeById, schemes } from '../../shared/schemes/index.ts';
import type { DraftAuth } from '../../shared/workspace/draft.ts';
import type { Profile } from '../../shared/workspace/profile.ts';
import type { Option } from '../ui/Select.tsx';
import { openSettings } from './form-settings.ts';

/** What the one choice of the Auth tab can be set to: nothing, a profile, or a scheme of the request's own. */
export const authOptions = (profiles: readonly Profile[]): readonly Option[] => [
  { id: 'none', label: 'No authentication' },
  ...profiles.map((profile) => ({
    id: `profile:${profile.id}`,
    label: profile.name,
    note: schemeLabel(profile.scheme),
  })),
  ...schemes.map((scheme) => ({ id: `own:${scheme.id}`, label: scheme.label, note: 'this request only' })),
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
