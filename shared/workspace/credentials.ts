import type { Span } from '../http-auth/auth.ts';
import { piecePlace, wholeIf, type SavedText, type SecretSink, type SecretSource } from './saved-text.ts';
import { secretIsSet, type SecretText } from './secret.ts';
import { isOpenText } from './secret-spans.ts';

/** A secret that a document points at, and whether the vault has it. */
export interface KnownSecret {
  readonly id: string;
  readonly stored: boolean;
}

/** What a document's encoding asks of the vault. */
export interface Taken<T> {
  readonly saved: T;
  /** To be stored, by id. */
  readonly secrets: ReadonlyMap<string, string>;
  /** To be copied from one id of the vault to another, new id first: another document's secret was put to use here. */
  readonly copies: ReadonlyMap<string, string>;
}

/**
 * Takes the secrets out of a value while `encode` writes it down. A place that held a secret before keeps its id, so that
 * a new token is no change in git; a secret that this machine never had stays pointed at as long as nothing is typed there.
 */
export const takeSecrets = <T>(
  encode: (sink: SecretSink) => T,
  newId: () => string,
  before: ReadonlyMap<string, KnownSecret> = new Map(),
): Taken<T> => {
  const secrets = new Map<string, string>();
  const copies = new Map<string, string>();
  const idAt = (place: string): string => before.get(place)?.id ?? newId();
  const absentAt = (place: string): string | undefined => {
    const known = before.get(place);
    return known === undefined || known.stored ? undefined : known.id;
  };

  const keep = (place: string, text: string): { secret: string } | string => {
    const absent = text === '' ? absentAt(place) : undefined;
    if (absent !== undefined) return { secret: absent };
    if (isOpenText(text)) return text;
    const id = idAt(place);
    secrets.set(id, text);
    return { secret: id };
  };

  /** What a person hid by hand in the file stays hidden, whatever its name. */
  const hiddenBefore = (place: string, text: string): readonly Span[] => wholeIf(before.has(place), text);

  const takeText = (place: string, text: string, found: readonly Span[]): SavedText => {
    const spans = found.length > 0 ? found : hiddenBefore(place, text);
    const pieces: ({ secret: string } | string)[] = [];
    let at = 0;
    let count = 0;
    const add = (piece: { secret: string } | string): void => {
      const last = pieces.at(-1);
      if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
      else if (piece !== '') pieces.push(piece);
    };
    for (const span of spans) {
      add(text.slice(at, span.start));
      const piece = keep(piecePlace(place, count), text.slice(span.start, span.end));
      if (typeof piece !== 'string') count += 1;
      add(piece);
      at = span.end;
    }
    add(text.slice(at));
    if (pieces.length === 0) return '';
    const [first] = pieces;
    return pieces.length === 1 && first !== undefined ? first : pieces;
  };

  const saved = encode({
    text: takeText,
    setting(place, secret) {
      if ('plain' in secret) {
        const piece = keep(place, secret.plain);
        return typeof piece === 'string' ? { text: piece } : piece;
      }
      const known = before.get(place);
      if (known?.id === secret.ref) return { secret: secret.ref };
      const id = known?.id ?? newId();
      copies.set(id, secret.ref);
      return { secret: id };
    },
  });
  return { saved, secrets, copies };
};

const tokenLike = /(?:token|key|jwt)$/i;

/** The last two characters, where a person tells tokens apart by them. Passwords show nothing. */
const tailOf = (place: string, plain: string): { tail?: string } =>
  tokenLike.test(place) && plain.length >= 20 ? { tail: plain.slice(-2) } : {};

/** Puts secrets back: texts in plain, settings as references into the vault. */
export const putSecrets = <T>(
  decode: (source: SecretSource) => T,
  lookup: (id: string) => string | undefined,
): T =>
  decode({
    text: (_place, id) => lookup(id) ?? '',
    setting(place, id): SecretText {
      const plain = lookup(id);
      return plain === undefined ? { plain: '' } : { ref: id, ...tailOf(place, plain) };
    },
  });

/** Every secret that a document points at, by place. */
export const secretPlaces = (decode: (source: SecretSource) => unknown): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  decode({
    text(place, id) {
      found.set(place, id);
      return '';
    },
    setting(place, id) {
      found.set(place, id);
      return { plain: '' };
    },
  });
  return found;
};

/** Opens a secret: the plain text, or what the vault holds; empty where it holds nothing. */
export const openSecret = async (
  secret: SecretText,
  lookup: (ref: string) => Promise<string | undefined>,
): Promise<string> => {
  if (!secretIsSet(secret)) return '';
  return 'plain' in secret ? secret.plain : ((await lookup(secret.ref)) ?? '');
};
