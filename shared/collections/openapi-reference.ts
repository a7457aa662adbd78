import { percentDecoded } from '../exchange/percent.ts';
import { isRecord } from '../exchange/json.ts';

/** The value that a `$ref` inside the document points at (RFC 6901); what points elsewhere, or in a circle, is nothing. */
export type Resolve = (value: unknown) => unknown;

const hops = 20;

export const resolver =
  (root: unknown): Resolve =>
  (given) => {
    let value = given;
    for (let hop = 0; hop < hops; hop += 1) {
      const reference = isRecord(value) ? value['$ref'] : undefined;
      if (typeof reference !== 'string') return value;
      value = reference.startsWith('#/') ? atPointer(root, reference.slice(2)) : undefined;
    }
    return undefined;
  };

const atPointer = (root: unknown, pointer: string): unknown =>
  pointer.split('/').reduce<unknown>((value, token) => {
    const name = percentDecoded(token).replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) return value[Number(name)];
    return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }, root);
