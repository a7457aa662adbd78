import { hashNames, type HashName } from '../parts/hashes.ts';
import { unknownPart } from './parts.ts';

export const secretForms = ['text', 'base64', 'hex'] as const;
export type SecretForm = (typeof secretForms)[number];

/** `raw`: the bytes themselves, for a hash that goes into what is signed. */
const outputForms = ['hex', 'base64', 'base64url', 'raw'] as const;
export type OutputForm = (typeof outputForms)[number];

/** How a home-made HMAC API wants its requests signed. Templates name parts of the request in braces. */
export interface HmacRecipe {
  /** Template of the string to sign. */
  readonly sign: string;
  readonly hash: HashName;
  /** How the secret is written. */
  readonly secret: SecretForm;
  readonly signature: OutputForm;
  /** Hashes that templates may name like any other part. */
  readonly parts: readonly {
    readonly name: string;
    readonly hash: HashName;
    readonly form: OutputForm;
    readonly of: string;
  }[];
  /** What is added; with the signature in it after signing, otherwise before. */
  readonly targets: readonly {
    readonly place: 'header' | 'query' | 'form';
    readonly name: string;
    readonly value: string;
  }[];
}

export type ParsedRecipe =
  | { readonly ok: true; readonly recipe: HmacRecipe }
  /** One sentence. */
  | { readonly ok: false; readonly problem: string };

/**
 * Reads a recipe: a line for each thing, `name: value`; empty lines and lines that begin with # do not count. `\n` and
 * `\t` in a template are a line feed and a tab. Never throws.
 *
 *     sign: {seconds}{method}{target}{body}
 *     hash: sha-256
 *     header X-Signature: {signature}
 */
export const parseRecipe = (text: string): ParsedRecipe => {
  const building: Building = {
    hash: 'sha-256',
    secret: 'text',
    signature: 'hex',
    parts: [],
    targets: [],
  };
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const problem = readLine(trimmed, building);
    if (problem !== undefined) return { ok: false, problem: `In line ${at + 1} of the recipe ${problem}.` };
  }
  const { sign } = building;
  if (sign === undefined)
    return { ok: false, problem: 'The recipe does not say what is signed; add a line "sign: …".' };
  const recipe = { ...building, sign };
  if (!recipe.targets.some(({ value }) => value.includes('{signature}')))
    return {
      ok: false,
      problem:
        'The recipe sends the signature nowhere; add a line such as "header X-Signature: {signature}".',
    };
  const problem = templateProblem(recipe);
  return problem === undefined ? { ok: true, recipe } : { ok: false, problem };
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Building extends Omit<Mutable<HmacRecipe>, 'sign' | 'parts' | 'targets'> {
  sign?: string;
  parts: HmacRecipe['parts'][number][];
  targets: HmacRecipe['targets'][number][];
}

/** Takes one line in, or tells what is wrong with it, as a clause. */
const readLine = (line: string, building: Building): string | undefined => {
  const [, what = '', name = '', value = ''] = /^([a-z]+)(?:\s+([^\s:]+))?\s*:\s?(.*)$/.exec(line) ?? [];
  switch (what) {
    case 'sign':
      building.sign = unescaped(value);
      return undefined;
    case 'hash':
      return choose(hashNames, value, (hash) => (building.hash = hash));
    case 'secret':
      return choose(secretForms, value, (form) => (building.secret = form));
    case 'signature':
      return choose(outputForms.slice(0, 3), value, (form) => (building.signature = form));
    case 'header':
    case 'query':
    case 'form':
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return `"${what}" needs a name: "${what} NAME: VALUE"`;
      building.targets.push({ place: what, name, value: unescaped(value) });
      return undefined;
    case 'part':
      return readPart(name, value, building);
    default:
      return 'there is none of sign, hash, secret, signature, part, header, query or form';
  }
};

/** `part NAME: HASH FORM TEMPLATE` */
const readPart = (name: string, value: string, building: Building): string | undefined => {
  const [, hash = '', form = '', of = ''] = /^(\S+)\s+(\S+)\s+(.*)$/.exec(value) ?? [];
  if (!/^[a-z][a-z-]*$/.test(name) || of === '')
    return 'a part is not complete: "part digest: sha-256 hex {body}"';
  let chosen: Pick<HmacRecipe['parts'][number], 'hash' | 'form'> = { hash: 'sha-256', form: 'hex' };
  const problem =
    choose(hashNames, hash, (known) => (chosen = { ...chosen, hash: known })) ??
    choose(outputForms, form, (known) => (chosen = { ...chosen, form: known }));
  if (problem === undefined) building.parts.push({ name, ...chosen, of: unescaped(of) });
  return problem;
};

const choose = <T extends string>(
  known: readonly T[],
  value: string,
  take: (value: T) => void,
): string | undefined => {
  const found = known.find((one) => one === value.trim().toLowerCase());
  if (found === undefined) return `"${value}" is none of ${known.join(', ')}`;
  take(found);
  return undefined;
};

const unescaped = (text: string): string => text.replaceAll('\\n', '\n').replaceAll('\\t', '\t');

/** A part that no template can name, or that is named before it is there. */
const templateProblem = ({ sign, parts, targets }: HmacRecipe): string | undefined => {
  const names = parts.map(({ name }) => name);
  const checks: readonly (readonly [string, readonly string[]])[] = [
    ...parts.map(({ of }, at) => [of, names.slice(0, at)] as const),
    [sign, names],
    ...targets.map(({ value }) => [value, [...names, 'signature']] as const),
  ];
  for (const [template, known] of checks) {
    const unknown = unknownPart(template, known);
    if (unknown !== undefined)
      return `The recipe names {${unknown}}, which is no part of a request or not known at that place.`;
  }
  return undefined;
};
