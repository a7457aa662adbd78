import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readPaste } from '../../shared/import/paste.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import type { Workspace } from '../../shared/ipc/replies.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { decodeRequest, requestFormat } from '../../shared/workspace/saved-request.ts';
import { parseYaml } from '../../shared/workspace/yaml-text.ts';
import { UsageError, type Shell } from './command.ts';
import { readText } from './read-text.ts';

const pathOf = (draft: Draft): string => [...draft.folder, draft.name].join('/');

/**
 * A saved request by its name, its path in the tree or its id; else a file: a saved request's, or anything that can be
 * pasted and is a request.
 * @throws UsageError where there is none, or several
 */
export const findRequest = async (
  name: string,
  workspace: Workspace,
  handlers: Handlers,
  shell: Shell,
): Promise<Draft> => {
  const found = workspace.requests.filter((draft) => [draft.id, draft.name, pathOf(draft)].includes(name));
  const [only, second] = found;
  if (second !== undefined) {
    throw new UsageError(
      `Several requests are called ${name}. Name one by its path: ${found.map(pathOf).join(', ')}.`,
    );
  }
  if (only !== undefined) return only;
  if (name !== '-' && !existsSync(name)) {
    throw new UsageError(`There is no request and no file ${name}. ${namesIn(workspace)}`);
  }
  const text = await readText(name, shell);
  if (!/\.ya?ml$/i.test(name)) return fromPaste(text, name);
  const draft = await fromYaml(text, name, handlers);
  if (isInside(resolve(name), join(workspace.folder, 'requests'))) {
    return workspace.requests.find(({ id }) => id === draft.id) ?? draft;
  }
  // A file from elsewhere must not be sent with what the workspace that happens to be open would give it.
  return draft.auth.kind === 'inherit' ? { ...draft, auth: { kind: 'none' } } : draft;
};

const isInside = (path: string, folder: string): boolean => !/^\.\.(?:[/\\]|$)/.test(relative(folder, path));

const namesIn = ({ requests }: Workspace): string =>
  requests.length === 0
    ? 'The workspace holds none yet.'
    : `Requests: ${requests.slice(0, 20).map(pathOf).join(', ')}${requests.length > 20 ? '…' : ''}.`;

const fromPaste = (text: string, name: string): Draft => {
  const pasted = readPaste(text, randomUUID);
  if (pasted.kind === 'request') return pasted.draft;
  if (pasted.kind === 'attempt' && pasted.draft !== undefined) return pasted.draft;
  throw new UsageError(pasted.kind === 'unknown' ? `${name}: ${pasted.why}` : `${name} holds no request.`);
};

/** Secrets that the file points to are opened from the vault; those that it does not hold stay empty. */
const fromYaml = async (text: string, name: string, handlers: Handlers): Promise<Draft> => {
  const document = parseYaml(text);
  if (!document.ok) throw new UsageError(`${name}: ${document.message}`);
  const read = requestFormat.read(document.value);
  if (!read.ok) throw new UsageError(`${name}: ${read.message}`);
  const wanted = new Set<string>();
  const remember = (id: string): string => {
    wanted.add(id);
    return '';
  };
  decodeRequest(read.value, [], { text: (_, id) => remember(id), setting: (_, id) => ({ ref: id }) });
  const secrets = new Map<string, string>();
  for (const ref of wanted) {
    secrets.set(ref, await handlers.revealSecret({ ref }).catch(() => ''));
  }
  return decodeRequest(read.value, [], {
    text: (_, id) => secrets.get(id) ?? '',
    setting: (_, id) => ({ ref: id }),
  });
};
