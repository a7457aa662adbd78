import { isSecretField, isSecretName } from '../exchange/secret-names.ts';
import type { DifferenceKind } from './kinds.ts';

/** Compared by their meaning elsewhere, or written anew by each sending. */
export const NOT_COMPARED: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'host',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authorization',
]);

const byName: ReadonlyMap<string, DifferenceKind> = new Map([
  ['content-type', 'content-type'],
  ['origin', 'origin'],
  ['referer', 'origin'],
  ['user-agent', 'client'],
  ['accept', 'client'],
  ['accept-encoding', 'client'],
  ['accept-language', 'client'],
  ['cache-control', 'client'],
  ['pragma', 'client'],
  ['priority', 'client'],
  ['te', 'client'],
]);

/** What a field or parameter of this name may be good for. */
export const kindOfField = (name: string): DifferenceKind => {
  const lower = name.toLowerCase();
  const known = byName.get(lower);
  if (known !== undefined) return known;
  if (/csrf|xsrf|forgery|requested-with/.test(lower)) return 'origin';
  if (isSecretField(name) || isSecretName(name)) return 'key';
  return /^(?:sec-|dnt$|upgrade-insecure)/.test(lower) ? 'client' : 'field';
};
