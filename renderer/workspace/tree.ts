import type { Draft } from '../../shared/workspace/draft.ts';

/** The sidebar's tree: folders first, both kinds by name. */
export type TreeNode =
  | {
      readonly kind: 'folder';
      readonly id: string;
      readonly name: string;
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

const folderId = (path: readonly string[]): string => `folder:${JSON.stringify(path)}`;

const nodesAt = (drafts: readonly Draft[], path: readonly string[]): readonly TreeNode[] => {
  const inside = drafts.filter((draft) => path.every((name, at) => draft.folder[at] === name));
  const names = new Set(inside.flatMap((draft) => draft.folder[path.length] ?? []));
  const folders = [...names].toSorted(order.compare).map((name): TreeNode => {
    const below = [...path, name];
    return { kind: 'folder', id: folderId(below), name, children: nodesAt(inside, below) };
  });
  const requests = inside
    .filter((draft) => draft.folder.length === path.length)
    .toSorted((a, b) => order.compare(titleOf(a), titleOf(b)))
    .map((draft): TreeNode => ({ kind: 'request', id: draft.id, draft }));
  return [...folders, ...requests];
};

export const treeOf = (drafts: readonly Draft[]): readonly TreeNode[] => nodesAt(drafts, []);

/** Ids of all folders, outermost first. */
export const folderIds = (nodes: readonly TreeNode[]): readonly string[] =>
  nodes.flatMap((node) => (node.kind === 'folder' ? [node.id, ...folderIds(node.children)] : []));

/** "GET", "POST", "DEL", "OPT": what fits the column of methods. */
export const shortMethod = (method: string): string => {
  const known: Readonly<Record<string, string>> = { DELETE: 'DEL', OPTIONS: 'OPT', CONNECT: 'CON' };
  return known[method] ?? method.slice(0, 5);
};
