import type { ReceivedResponse } from '../../exchange/exchange.ts';
import { isRecord, parseJson } from '../../exchange/json.ts';
import type { Facts } from '../facts.ts';
import { textOfBody } from './response-body.ts';

/** A JSON Web Key set (RFC 7517 §5), as far as it tells one key from another. */
export interface PublishedKeys {
  readonly ids: readonly string[];
  /** Their families, `kty` (RFC 7517 §4.1). */
  readonly families: readonly string[];
}

export const publishedKeysIn = (response: ReceivedResponse | undefined): PublishedKeys | undefined => {
  const text = response === undefined ? '' : textOfBody(response.body);
  if (!text.includes('"keys"')) return undefined;
  const value = parseJson(text);
  const keys = isRecord(value) && Array.isArray(value['keys']) ? value['keys'] : [];
  const ids = keys.flatMap((key) => (isRecord(key) && typeof key['kid'] === 'string' ? [key['kid']] : []));
  const families = keys.flatMap((key) =>
    isRecord(key) && typeof key['kty'] === 'string' ? [key['kty']] : [],
  );
  return ids.length === 0 ? undefined : { ids, families };
};

/** The key set that an earlier exchange fetched last; absent where none was. */
export const seenKeyIds = (facts: Facts): (PublishedKeys & { readonly index: number }) | undefined => {
  const last = facts.earlier.findLast(({ kept }) => kept.publishedKeys !== undefined);
  return last?.kept.publishedKeys === undefined
    ? undefined
    : { index: last.index, ...last.kept.publishedKeys };
};
