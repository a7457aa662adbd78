import { isRecord } from '../exchange/json.ts';
import { schemes } from '../schemes/index.ts';
import type { ForeignAuth, ForeignTool, Scheme } from '../schemes/scheme.ts';
import type { DraftAuth } from '../workspace/draft.ts';
import { authShapes, type ForeignValues } from './foreign-shapes.ts';

export type ReadForeignAuth =
  | { readonly kind: 'read'; readonly auth: DraftAuth; readonly notes: readonly string[] }
  /** The folder above decides. */
  | { readonly kind: 'inherited' };

/**
 * The auth part of another tool's file, in whatever shape that tool writes it, as auth of ours. What has no
 * counterpart is left out and said; never throws.
 */
export const readForeignAuth = (tool: ForeignTool, auth: unknown): ReadForeignAuth => {
  const shape = authShapes[tool];
  const found = isRecord(auth) ? shape.read(auth) : undefined;
  if (found === undefined) return { kind: 'inherited' };
  return found === 'none' ? { kind: 'read', auth: { kind: 'none' }, notes: [] } : ofScheme(tool, found);
};

const ofScheme = (tool: ForeignTool, { type, values }: ForeignValues): ReadForeignAuth => {
  const { name, quiet } = authShapes[tool];
  const match = schemeFor(tool, type);
  if (match === undefined) {
    const notes = [`${name}'s auth ${type} is not known here and was left out.`];
    return { kind: 'read', auth: { kind: 'none' }, notes };
  }
  const { scheme, foreign } = match;
  const used = new Set<string>();
  const settings = foreign.read(watched(values, used));
  const further = foreign.notes?.(watched(values, used)) ?? [];
  const lost = Object.entries(values)
    .filter(([key, value]) => value !== '' && value !== 'false' && !used.has(key) && !quiet.includes(key))
    .map(([key]) => key);
  const unknown = unfitSettings(scheme, settings);
  return {
    kind: 'read',
    auth: {
      kind: 'own',
      scheme: scheme.id,
      settings: Object.fromEntries(Object.entries(settings).filter(([key]) => !unknown.includes(key))),
    },
    notes: [
      ...further,
      ...unknown.map((key) => `${scheme.label}: ${labelOf(scheme, key)} is not one that is known here.`),
      ...(lost.length === 0 ? [] : [`${scheme.label}: ${lost.join(', ')} of ${name} was left out.`]),
    ],
  };
};

const schemeFor = (
  tool: ForeignTool,
  type: string,
): { readonly scheme: Scheme; readonly foreign: ForeignAuth } | undefined => {
  for (const scheme of schemes()) {
    const foreign = scheme.foreign?.[tool];
    if (foreign?.types.includes(type) === true) return { scheme, foreign };
  }
  return undefined;
};

/** Only the mapping knows which names mean something to it, so its reading is watched rather than declared twice. */
const watched = (
  values: Readonly<Record<string, string>>,
  used: Set<string>,
): Readonly<Record<string, string>> =>
  new Proxy(values, {
    get: (target, key) => {
      if (typeof key !== 'string' || !Object.hasOwn(target, key)) return undefined;
      used.add(key);
      return target[key];
    },
  });

/** Names of settings that the scheme refuses, such as a word that is none of its choices. */
const unfitSettings = (scheme: Scheme, settings: Readonly<Record<string, unknown>>): readonly string[] => {
  const opened = Object.entries(settings).map(([key, value]) => [key, isRecord(value) ? '' : value]);
  const checked = scheme.settings.safeParse(Object.fromEntries(opened));
  return checked.success ? [] : checked.error.issues.map(({ path }) => String(path[0]));
};

const labelOf = (scheme: Scheme, key: string): string =>
  scheme.form.find(({ name }) => name === key)?.label ?? key;
