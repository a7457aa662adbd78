import { useDragAndDrop, type DropItem, type Key } from 'react-aria-components';
import { actions } from '../state/store.ts';
import { parentOf, titleOf, type TreeNode } from './tree.ts';

/** Rows of the tree carry this when they are dragged: nothing else can be dropped there. */
const dragType = 'application/x-why401-node';

const nameOf = (node: TreeNode): string => (node.kind === 'folder' ? node.name : titleOf(node.draft));

const moveInto = (node: TreeNode, folder: readonly string[]): void => {
  if (node.kind === 'folder') void actions.moveFolder(node.path, [...folder, node.name]);
  else void actions.moveRequest(node.id, folder);
};

const keyIn = async (item: DropItem): Promise<string> =>
  item.kind === 'text' && item.types.has(dragType) ? item.getText(dragType) : '';

/**
 * Drags requests and folders into other folders, by pointer or keys. What stands in the tree is in the order of names, so
 * nothing is dropped between two rows; what is dropped on a request goes into the folder of that one.
 */
export const useTreeDrag = (nodes: ReadonlyMap<string, TreeNode>) => {
  const nodeOf = (key: Key): TreeNode | undefined => nodes.get(String(key));
  const move = async (items: readonly DropItem[], folder: readonly string[]): Promise<void> => {
    for (const item of items) {
      const node = nodeOf(await keyIn(item));
      if (node !== undefined) moveInto(node, folder);
    }
  };
  return useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => {
        const node = nodeOf(key);
        return { [dragType]: String(key), 'text/plain': node === undefined ? '' : nameOf(node) };
      }),
    acceptedDragTypes: [dragType],
    getAllowedDropOperations: () => ['move'],
    onRootDrop: ({ items }) => {
      void move(items, []);
    },
    onItemDrop: ({ items, target }) => {
      const node = nodeOf(target.key);
      if (node !== undefined) void move(items, node.kind === 'folder' ? node.path : parentOf(node));
    },
  }).dragAndDropHooks;
};
