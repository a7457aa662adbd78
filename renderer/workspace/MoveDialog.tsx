import { useState } from 'react';
import type { MovedNode } from '../state/state.ts';
import { actions, useWindow } from '../state/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogActions } from '../ui/DialogActions.tsx';
import { FolderInput, readFolder } from './FolderInput.tsx';
import { titleOf } from './tree.ts';

const move = (node: MovedNode, to: readonly string[]): void => {
  switch (node.kind) {
    case 'request':
      void actions.moveRequest(node.id, to);
      break;
    case 'folder':
      void actions.moveFolder(node.path, [...to, ...node.path.slice(-1)]);
      break;
    default:
      node satisfies never;
  }
};

/** Moves a request or a folder without dragging it. */
export const MoveDialog = ({ node, onClose }: { readonly node: MovedNode; readonly onClose: () => void }) => {
  const draft = useWindow((state) =>
    node.kind === 'folder'
      ? undefined
      : (state.open[node.id]?.draft ?? state.workspace.requests.find(({ id }) => id === node.id)),
  );
  const before = node.kind === 'folder' ? node.path.slice(0, -1) : (draft?.folder ?? []);
  const name = node.kind === 'folder' ? (node.path.at(-1) ?? '') : draft === undefined ? '' : titleOf(draft);
  const [typed, setTyped] = useState(before.join(' / '));
  const done = (): void => {
    onClose();
    move(node, readFolder(typed));
  };
  return (
    <Dialog
      title={`Move ${name}`}
      onClose={onClose}
      actions={<DialogActions verb="Move" onDone={done} onCancel={onClose} />}
    >
      <FolderInput value={typed} onChange={setTyped} onEnter={done} autoFocus />
    </Dialog>
  );
};
