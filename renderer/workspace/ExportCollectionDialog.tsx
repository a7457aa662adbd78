import { useEffect, useState } from 'react';
import type { Reply } from '../../shared/ipc/contract.ts';
import type { CollectionExport } from '../../shared/ipc/replies.ts';
import { download } from '../exchange/body-source.ts';
import { host } from '../host.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogActions } from '../ui/DialogActions.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './ExportCollectionDialog.module.css';

interface Props {
  /** Empty for the whole workspace. */
  readonly folder: readonly string[];
  readonly onClose: () => void;
}

const secretForms = [
  { id: 'masked', label: 'Masked' },
  { id: 'included', label: 'Included' },
] as const;

const save = ({ name, text }: CollectionExport['files'][number]): void => {
  download([new TextEncoder().encode(text)], name);
};

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** A folder, or the workspace, as files that Postman imports, with what they cannot hold. */
export const ExportCollectionDialog = ({ folder, onClose }: Props) => {
  const [secrets, setSecrets] = useState<(typeof secretForms)[number]['id']>('masked');
  const [reply, setReply] = useState<Reply<CollectionExport>>();
  useEffect(() => {
    let stale = false;
    void host()
      .call('exportCollection', { folder: [...folder], secrets })
      .then((answer) => {
        if (!stale) setReply(answer);
      });
    return () => {
      stale = true;
    };
  }, [folder, secrets]);
  const written = reply?.ok === true ? reply.value : undefined;
  return (
    <Dialog
      title="Export as Postman collection"
      size="wide"
      onClose={onClose}
      actions={
        <DialogActions
          verb={
            written === undefined || written.files.length === 1
              ? 'Save'
              : `Save ${written.files.length} files`
          }
          isDisabled={written === undefined}
          onDone={() => {
            written?.files.forEach(save);
            onClose();
          }}
          onCancel={onClose}
        />
      }
    >
      <div className={styles['secrets']}>
        <span aria-hidden="true">Secrets</span>
        <SegmentedControl label="Secrets" segments={secretForms} value={secrets} onChange={setSecrets} />
      </div>
      {reply === undefined && (
        <p className={styles['busy']} role="status">
          <Spinner />
          Writing…
        </p>
      )}
      {reply?.ok === false && <Notice tone="refused">{reply.error.message}</Notice>}
      {written !== undefined && (
        <>
          <p>
            {counted(written.requests, 'request')}
            {written.environments > 0 && `, ${counted(written.environments, 'environment')}`}, as{' '}
            {counted(written.files.length, 'file')} of format 2.1:
          </p>
          <ul className={styles['files']} aria-label="Files">
            {written.files.map((file) => (
              <li key={file.name} className={styles['file']}>
                <span className={styles['name']}>{file.name}</span>
                <Button
                  variant="link"
                  label={`Save ${file.name}`}
                  onPress={() => {
                    save(file);
                  }}
                >
                  Save
                </Button>
              </li>
            ))}
          </ul>
          {written.left.length > 0 && (
            <Disclosure title="Not carried over" count={written.left.length} startsOpen>
              <ul className={styles['left']}>
                {written.left.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Disclosure>
          )}
        </>
      )}
      {secrets === 'included' && (
        <Notice tone="warned">Whoever reads these files can use the credentials in them.</Notice>
      )}
    </Dialog>
  );
};
