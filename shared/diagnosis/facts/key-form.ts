import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Facts } from '../facts.ts';
import { hostOf, serverCredentials } from '../facts.ts';
import { keyFormOf, makerAt, writes } from '../providers/keys.ts';
import type { KeyForm, Provider } from '../providers/provider.ts';
import { doorOf } from './door.ts';
import type { SentCredential } from './sent-credentials.ts';

/** A credential whose form tells who made it and what it is. */
export interface MadeKey {
  readonly sent: SentCredential;
  readonly maker: Provider;
  readonly form: KeyForm;
}

/** The key goes to its maker, and stands where that one does not read it. */
export interface KeyOutOfPlace extends MadeKey {
  /** "authorization basic", "field x-api-key". */
  readonly wanted: string;
}

/** Shorter values begin like a key by chance. */
const LONG = 20;

const known = new WeakMap<Facts, readonly MadeKey[]>();

/** Found once: several rules ask. */
const made = (facts: Facts): readonly MadeKey[] => {
  const before = known.get(facts) ?? madeOf(facts);
  known.set(facts, before);
  return before;
};

const madeOf = (facts: Facts): readonly MadeKey[] =>
  serverCredentials(facts).flatMap((sent) =>
    valuesIn(sent).flatMap((value) => {
      const found = value.length < LONG ? undefined : keyFormOf(value);
      return found === undefined ? [] : [{ sent, maker: found.provider, form: found.key }];
    }),
  );

/** The secrets of a credential: what follows the scheme, and both halves of Basic. */
const valuesIn = ({ value, parsed }: SentCredential): readonly string[] => {
  if (parsed === undefined || parsed.rest === '') return [value];
  const pair = parsed.scheme === 'basic' ? byteStringOfBase64(parsed.rest) : undefined;
  return pair === undefined
    ? [parsed.rest]
    : [pair.slice(0, Math.max(0, pair.indexOf(':'))), pair.slice(pair.indexOf(':') + 1)];
};

/** The maker's service was asked, or the maker's software at a host of somebody's own. */
const answers = (facts: Facts, maker: Provider): boolean =>
  maker.hosts?.test(hostOf(facts)) === true ||
  hostOf(facts).startsWith(`${maker.id}.`) ||
  writes(maker, facts.response?.fields ?? [], facts.bodyText);

export const keyOutOfPlace = (facts: Facts): KeyOutOfPlace | undefined => {
  const keys = made(facts).filter(({ maker }) => answers(facts, maker));
  const [first] = keys;
  const wanted = first?.form.goes?.[0];
  return first === undefined ||
    wanted === undefined ||
    keys.some(({ sent, form }) => form.goes === undefined || form.goes.includes(doorOf(sent)))
    ? undefined
    : { ...first, wanted };
};

/** A key that another service made than the one that was asked. */
export const keyOfAnother = (facts: Facts): (MadeKey & { readonly asked: Provider }) | undefined => {
  const asked = makerAt(hostOf(facts));
  if (asked === undefined || asked.keys === undefined) return undefined;
  const key = made(facts).find(
    ({ maker, form }) =>
      form.environment === undefined &&
      /^\^[a-z][\w-]{2,}/i.test(form.form.source) &&
      maker.id !== asked.id &&
      maker.id !== asked.family &&
      maker.family !== asked.id &&
      (maker.family === undefined || maker.family !== asked.family),
  );
  return key === undefined ? undefined : { ...key, asked };
};
