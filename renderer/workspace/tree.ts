import type { Draft } from '../../shared/workspace/draft.ts';
import { isInside } from '../state/tree.ts';
import { folderAt, folderKey, type Folder } from '../../shared/workspace/folder.ts';

/** The sidebar's tree: folders first, both kinds by name. */
export type TreeNode =
  | {
      readonly kind: 'folder';
      readonly id: string;
      readonly name: string;
      readonly path: readonly string[];
      /** It has an auth of its own. */
      readonly hasAuth: boolean;
      readonly children: readonly TreeNode[];
    }
  | { readonly kind: 'request'; readonly id: string; readonly draft: Draft };

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** What a list calls a request that has no name: the last piece of its path. */
export const titleOf = (draft: Draft): string => {
  if (draft.name !== '') return draft.name;
  const path = draft.url.replace(/^[a-z][a-z\d+.-]*:\/\//i, '').replace(/\/+$/, '');
  return path === '' ? 'New request' : (path.split('/').at(-1) ?? path);
};

const nodesAt = (
  drafts: readonly Draft[],
  folders: readonly Folder[],
  path: readonly string[],
): readonly TreeNode[] => {
  const inside = drafts.filter((draft) => isInside(draft.folder, path));
  const below = folders.filter((folder) => isInside(folder.path, path));
  const names = new Set([
    ...inside.flatMap((draft) => draft.folder[path.length] ?? []),
    ...below.flatMap((folder) => folder.path[path.length] ?? []),
  ]);
  const folderNodes = [...names].toSorted(order.compare).map((name): TreeNode => {
    const deeper = [...path, name];
    const id = folderKey(deeper);
    return {
      kind: 'folder',
      id,
      name,
      path: deeper,
      hasAuth: folderAt(below, deeper).auth.kind !== 'inherit',
      children: nodesAt(inside, below, deeper),
    };
  });
  const requests = inside
    .filter((draft) => draft.folder.length === path.length)
    .toSorted((a, b) => order.compare(titleOf(a), titleOf(b)))
    .map((draft): TreeNode => ({ kind: 'request', id: draft.id, draft }));
  return [...folderNodes, ...requests];
};

/** A folder stands there for its requests, or for the auth that is waiting for some. */
export const treeOf = (drafts: readonly Draft[], folders: readonly Folder[]): readonly TreeNode[] =>
  nodesAt(drafts, folders, []);

/** Ids of all folders, outermost first. */
export const folderIds = (nodes: readonly TreeNode[]): readonly string[] =>
  nodes.flatMap((node) => (node.kind === 'folder' ? [node.id, ...folderIds(node.children)] : []));

/** "GET", "POST", "DEL", "OPT": what fits the column of methods. */
export const shortMethod = (method: string): string => {
  const known: Readonly<Record<string, string>> = { DELETE: 'DEL', OPTIONS: 'OPT', CONNECT: 'CON' };
  return known[method] ?? method.slice(0, 5);
};

/** Every node by its id. */
export const nodesById = (nodes: readonly TreeNode[]): ReadonlyMap<string, TreeNode> => {
  const found = new Map<string, TreeNode>();
  const add = (list: readonly TreeNode[]): void => {
    for (const node of list) {
      found.set(node.id, node);
      if (node.kind === 'folder') add(node.children);
    }
  };
  add(nodes);
  return found;
};

/** The folder that a node lies in. */
export const parentOf = (node: TreeNode): readonly string[] =>
  node.kind === 'folder' ? node.path.slice(0, -1) : node.draft.folder;

/** Requests in whose method, name, address or folders each typed word stands. */
export const draftsFound = (drafts: readonly Draft[], typed: string): readonly Draft[] => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return drafts;
  return drafts.filter((draft) => {
    const text = [draft.method, titleOf(draft), draft.url, ...draft.folder].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
};
