import type { OpenSettings } from '../schemes/scheme.ts';
import type { SchemeSettings } from '../workspace/draft.ts';

/** Settings with the secrets that were typed in plain. */
export const openSettings = (settings: SchemeSettings): OpenSettings =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      typeof value === 'object' ? ('plain' in value ? value.plain : '') : value,
    ]),
  );
