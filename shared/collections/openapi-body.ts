import { isRecord } from '../exchange/json.ts';
import type { Draft } from '../workspace/draft.ts';
import { recordOf, recordsOf, textOf, type Json } from './gathering.ts';
import type { Resolve } from './openapi-reference.ts';

/** A body after the description: its own example, else the shape of its schema. */
export const openapiBody = (
  root: Json,
  operation: Json,
  parameters: readonly Json[],
  resolve: Resolve,
): Draft['body'] => {
  if ('swagger' in root) return swaggerBody(root, operation, parameters, resolve);
  const content = recordOf(recordOf(resolve(operation['requestBody']))['content']);
  const type = Object.keys(content).find((one) => /json/i.test(one)) ?? Object.keys(content)[0];
  if (type === undefined) return { kind: 'none' };
  const media = recordOf(content[type]);
  const [example] = Object.values(recordOf(media['examples']));
  const value =
    media['example'] ?? recordOf(resolve(example))['value'] ?? sampleOf(media['schema'], resolve, maxDepth);
  return bodyOf(type, value);
};

const swaggerBody = (
  root: Json,
  operation: Json,
  parameters: readonly Json[],
  resolve: Resolve,
): Draft['body'] => {
  const consumes = Array.isArray(operation['consumes']) ? operation['consumes'] : root['consumes'];
  const [type] = Array.isArray(consumes) ? consumes.map(textOf) : [];
  const form = parameters.filter((one) => one['in'] === 'formData');
  if (form.length > 0) {
    const rows = form.map((one) => ({
      name: textOf(one['name']),
      on: one['required'] === true,
      value: textOf(one['default']),
      isFile: one['type'] === 'file',
    }));
    return type === 'multipart/form-data' || rows.some(({ isFile }) => isFile)
      ? {
          kind: 'multipart',
          parts: rows.map(({ name, on, value, isFile }) => ({
            name,
            on,
            ...(isFile ? { file: '' } : { value }),
          })),
        }
      : { kind: 'form', fields: rows.map(({ name, on, value }) => ({ name, on, value })) };
  }
  const body = parameters.find((one) => one['in'] === 'body');
  if (body === undefined) return { kind: 'none' };
  return bodyOf(type ?? 'application/json', sampleOf(body['schema'], resolve, maxDepth));
};

const bodyOf = (type: string, value: unknown): Draft['body'] => {
  if (value === undefined) return { kind: 'none' };
  const members = Object.entries(recordOf(value));
  if (type === 'application/x-www-form-urlencoded') {
    return {
      kind: 'form',
      fields: members.map(([name, member]) => ({ name, value: plain(member), on: true })),
    };
  }
  if (type === 'multipart/form-data') {
    return {
      kind: 'multipart',
      parts: members.map(([name, member]) => ({ name, value: plain(member), on: true })),
    };
  }
  if (type === 'application/octet-stream') return { kind: 'file', path: '', contentType: type };
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return { kind: 'text', text, contentType: type };
};

const plain = (value: unknown): string =>
  isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : textOf(value);

/** Schemas may hold themselves; below this a member is left out. */
const maxDepth = 6;

/** A value of the schema's shape: examples and defaults where they are given, else the emptiest that fits. */
const sampleOf = (given: unknown, resolve: Resolve, depth: number): unknown => {
  const schema = recordOf(resolve(given));
  const stated = schema['example'] ?? schema['default'] ?? first(schema['examples']) ?? first(schema['enum']);
  if (stated !== undefined || depth === 0) return stated;
  const all = recordsOf(schema['allOf']);
  if (all.length > 0) {
    return Object.assign({}, ...all.map((one) => recordOf(sampleOf(one, resolve, depth - 1))));
  }
  const choice = first(schema['oneOf']) ?? first(schema['anyOf']);
  if (choice !== undefined) return sampleOf(choice, resolve, depth - 1);
  const type = Array.isArray(schema['type']) ? first(schema['type']) : schema['type'];
  if (type === 'object' || isRecord(schema['properties'])) {
    return Object.fromEntries(
      Object.entries(recordOf(schema['properties']))
        .filter(([, member]) => recordOf(resolve(member))['readOnly'] !== true)
        .map(([name, member]) => [name, sampleOf(member, resolve, depth - 1)])
        .filter(([, value]) => value !== undefined),
    );
  }
  if (type === 'array') {
    const item = sampleOf(schema['items'], resolve, depth - 1);
    return item === undefined ? [] : [item];
  }
  return emptiest[textOf(type)];
};

const emptiest: Readonly<Record<string, unknown>> = { string: '', integer: 0, number: 0, boolean: false };

const first = (list: unknown): unknown => (Array.isArray(list) ? list[0] : undefined);
