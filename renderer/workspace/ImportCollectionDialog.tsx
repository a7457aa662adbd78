import { useState } from 'react';
import type { CollectionFile } from '../../shared/collections/collection.ts';
import type { CollectionPreview } from '../../shared/ipc/replies.ts';
import { maskUrl } from '../../shared/exchange/redact.ts';
import { actions } from '../state/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogActions } from '../ui/DialogActions.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './ImportCollectionDialog.module.css';

interface Props {
  readonly files: readonly CollectionFile[];
  readonly preview: Extract<CollectionPreview, { ok: true }>;
  readonly onClose: () => void;
}

/** So many rows tell what will come; the rest is counted. */
const rowsShown = 200;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What an import will bring, and what it has to leave behind, before anything is kept. */
export const ImportCollectionDialog = ({ files, preview, onClose }: Props) => {
  const [name, setName] = useState(preview.name);
  const { requests, environments, profiles, left } = preview;
  const folders = new Set(
    requests.flatMap(({ folder }) => folder.map((_, at) => folder.slice(0, at + 1).join('\n'))),
  );
  const summary = [
    ...(requests.length === 0 ? [] : [counted(requests.length, 'request', 'requests')]),
    ...(folders.size === 0 ? [] : [`in ${counted(folders.size, 'folder', 'folders')}`]),
  ].join(' ');
  const take = (): void => {
    void actions.importCollection(files, name.trim());
  };
  return (
    <Dialog
      title={`Import ${preview.label}`}
      size="wide"
      onClose={onClose}
      actions={
        <DialogActions verb="Import" isDisabled={name.trim() === ''} onDone={take} onCancel={onClose} />
      }
    >
      {requests.length > 0 && <TextInput label="Into folder" value={name} onChange={setName} autoFocus />}
      <p className={styles['summary']}>
        {summary}
        {environments.length > 0 && (
          <>
            {summary === '' ? '' : ', '}
            {counted(environments.length, 'environment', 'environments')}:{' '}
            {environments.map((one) => `${one.name} (${one.variables})`).join(', ')}
          </>
        )}
        {profiles.length > 0 && (
          <>
            {summary === '' && environments.length === 0 ? '' : ', '}
            {counted(profiles.length, 'profile', 'profiles')}: {profiles.join(', ')}
          </>
        )}
      </p>
      {requests.length > 0 && (
        <ul className={styles['list']} aria-label="Requests to import">
          {requests.slice(0, rowsShown).map((request, at) => (
            // Two requests may be alike in everything.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at} className={styles['row']}>
              <span className={styles['method']}>{request.method}</span>
              <span className={styles['name']} title={maskUrl(request.url)}>
                {request.folder.length > 0 && (
                  <span className={styles['folder']}>{request.folder.join(' / ')} / </span>
                )}
                {request.name}
              </span>
              <span className={styles['auth']}>{request.auth}</span>
            </li>
          ))}
          {requests.length > rowsShown && (
            <li className={styles['more']}>and {requests.length - rowsShown} more</li>
          )}
        </ul>
      )}
      {left.length > 0 && (
        <Disclosure title="Not carried over" count={left.length} startsOpen>
          <ul className={styles['left']}>
            {left.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Dialog>
  );
};
