import { responseOf } from '../../exchange/outcome.ts';
import { percentDecoded } from '../../exchange/percent.ts';
import { isRecord, parseJson } from '../../exchange/json.ts';
import type { Facts } from '../facts.ts';
import { textOfBody } from './response-body.ts';

/** The address holds a value that an earlier answer gave beside the id of the same thing. */
export interface OtherId {
  readonly index: number;
  /** The member whose value it is. */
  readonly member: string;
  readonly value: string;
  /** What stands there under `id`. */
  readonly id: string;
}

/** Shorter values stand in answers by chance. */
const TELLING = 8;
const DEEP = 4;

const segmentOf = ({ url }: Facts): string | undefined => {
  const last = url?.pathname.split('/').findLast((part) => part !== '');
  return last !== undefined && last.length >= TELLING && /\d/.test(last) ? percentDecoded(last) : undefined;
};

const within = (
  node: unknown,
  value: string,
  depth: number,
): Omit<OtherId, 'index' | 'value'> | undefined => {
  if (depth > DEEP) return undefined;
  if (Array.isArray(node)) return firstOf(node.slice(0, 50), value, depth);
  if (!isRecord(node)) return undefined;
  const { id } = node;
  const member = Object.entries(node).find(([name, one]) => one === value && name !== 'id')?.[0];
  return typeof id === 'string' && id !== value && member !== undefined && /id$/i.test(member)
    ? { member, id }
    : firstOf(Object.values(node), value, depth);
};

const firstOf = (nodes: readonly unknown[], value: string, depth: number) => {
  for (const node of nodes) {
    const found = within(node, value, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Looked for in what the same credential listed at an address that this one goes on from. */
export const otherIdInPath = (facts: Facts): OtherId | undefined => {
  const value = segmentOf(facts);
  if (value === undefined) return undefined;
  for (const one of facts.earlier) {
    if (!one.accepted || !one.sameOrigin || !one.sameCredential) continue;
    const listed = one.exchange.request.url.replace(/[?#].*$/, '').replace(/\/$/, '');
    const response = responseOf(one.exchange);
    if (response === undefined || !facts.exchange.request.url.startsWith(`${listed}/`)) continue;
    const found = within(parseJson(textOfBody(response.body)), value, 0);
    if (found !== undefined) return { index: one.index, value, ...found };
  }
  return undefined;
};
