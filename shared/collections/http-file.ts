import { fromCurl } from '../import/from-curl.ts';
import { encodeBasic } from '../schemes/basic/codec.ts';
import type { Draft } from '../workspace/draft.ts';
import type { Environment } from '../workspace/profile.ts';
import type { CollectionReader } from './collection.ts';
import { Gathering } from './gathering.ts';

/** A `.http` or `.rest` file as the REST clients of editors have it: requests between lines of "###". */
export const httpFile: CollectionReader = {
  form: 'http-file',
  label: '.http file',
  read(files, newId) {
    const [file] = files;
    if (file === undefined || files.length !== 1) return undefined;
    const isNamed = /\.(?:http|rest)$/i.test(file.name);
    if (!isNamed && !/^###/m.test(file.text)) return undefined;
    const gathering = new Gathering(newId);
    const variables: Environment['variables'] = [];
    for (const [at, block] of blocksOf(file.text).entries()) {
      variables.push(...block.variables);
      if (block.lines.some((line) => line.trim() !== '')) take(gathering, block, at, newId);
    }
    if (gathering.requests.length === 0) {
      return isNamed ? { ok: false, message: 'There is no request in this file.' } : undefined;
    }
    const name =
      file.name
        .split('/')
        .at(-1)
        ?.replace(/\.\w+$/, '') ?? '';
    gathering.environment(name, variables);
    return { ok: true, collection: gathering.collection(name, 'http-file') };
  },
};

interface Block {
  readonly name: string;
  readonly variables: Environment['variables'];
  readonly lines: readonly string[];
}

const blocksOf = (text: string): readonly Block[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/^(?=###)/m)
    .map((piece) => {
      const lines = piece.split('\n');
      const [, separator = ''] = /^###+\s*(.*)$/.exec(lines[0] ?? '') ?? [];
      const rest = lines[0]?.startsWith('###') === true ? lines.slice(1) : lines;
      const start = rest.findIndex((line) => !/^\s*(?:#.*|\/\/.*|@.*)?$/.test(line));
      const head = start < 0 ? rest : rest.slice(0, start);
      const named = head
        .map((line) => /^\s*(?:#|\/\/)\s*@name\s*[= ]\s*(\S+)/.exec(line)?.[1])
        .find((one) => one !== undefined);
      return {
        name: named ?? separator.trim(),
        variables: head.flatMap(variableOf),
        lines: start < 0 ? [] : rest.slice(start),
      };
    });

const variableOf = (line: string): Environment['variables'] => {
  const [, name, value] = /^@([\w.-]+)\s*=\s*(.*)$/.exec(line) ?? [];
  return name === undefined ? [] : [{ name, value: (value ?? '').trim(), on: true, secret: false }];
};

const requestLine = /^(?:([A-Z][A-Z-]*)\s+)?(\S.*?)(?:\s+HTTP\/[\d.]+)?$/;

const take = (gathering: Gathering, block: Block, at: number, newId: () => string): void => {
  const [first = '', ...rest] = block.lines;
  const fallback = block.name || `Request ${at + 1}`;
  if (/^curl\s/.test(first)) {
    const read = fromCurl.read(block.lines.join('\n').trim(), newId);
    if (read?.kind === 'request') gathering.requests.push({ ...read.draft, name: fallback });
    else gathering.leave('A curl command that could not be read', fallback);
    return;
  }
  const [, method = 'GET', target = ''] = requestLine.exec(first.trim()) ?? [];
  // A query may go on in lines of its own.
  const queryLines = rest.findIndex((line) => !/^\s+[?&]/.test(line));
  const query = rest.slice(0, queryLines < 0 ? rest.length : queryLines).map((line) => line.trim());
  const after = rest.slice(query.length);
  const blank = after.findIndex((line) => line.trim() === '');
  const fieldLines = blank < 0 ? after : after.slice(0, blank);
  const fields = fieldLines.flatMap(fieldOf);
  const scripts = /^\s*(?:>|<)\s*\{%/m;
  const body = (blank < 0 ? [] : after.slice(blank + 1)).join('\n');
  if (scripts.test(body) || scripts.test(fieldLines.join('\n')))
    gathering.leave('Scripts are not run here', fallback);
  gathering.request({
    name: block.name || `${method} ${target}`,
    folder: [],
    method,
    url: `${target}${query.join('')}`,
    fields: fields.map((field) => ({ ...field, value: basicOfWords(field.name, field.value) })),
    body: bodyOf(body, fields),
    auth: { kind: 'none' },
  });
};

const fieldOf = (line: string): Draft['fields'] => {
  const colon = line.indexOf(':');
  if (colon <= 0 || /^\s*(?:#|\/\/)/.test(line)) return [];
  return [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim(), on: true }];
};

/** "Basic user password" and "Basic user:password" are encoded on the way by the editors; here by the encoder. */
const basicOfWords = (name: string, value: string): string => {
  if (name.toLowerCase() !== 'authorization') return value;
  const [, user, password] = /^Basic\s+([^\s:{}]+)(?:\s+|:)(\S+)$/i.exec(value) ?? [];
  return user === undefined || password === undefined ? value : encodedBasic(user, password, value);
};

const encodedBasic = (user: string, password: string, asTyped: string): string => {
  const encoded = encodeBasic(user, password, 'utf-8');
  return encoded.ok ? encoded.value : asTyped;
};

const bodyOf = (text: string, fields: Draft['fields']): Draft['body'] => {
  const bare = text
    .replace(/^\s*(?:>|<)\s*\{%[\s\S]*?%\}\s*$/gm, '')
    .replace(/^\s*(?:>>?!?|<>)\s.*$/gm, '')
    .trim();
  if (bare === '') return { kind: 'none' };
  const contentType = fields.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? 'text/plain';
  const [, path] = /^<@?\s+(\S+)$/.exec(bare) ?? [];
  return path === undefined ? { kind: 'text', text: bare, contentType } : { kind: 'file', path, contentType };
};
