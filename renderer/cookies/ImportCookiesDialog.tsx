import { useState } from 'react';
import { useWindow } from '../state/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogActions } from '../ui/DialogActions.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { importCookies } from './use-jar.ts';

/** So many problems are named; the rest is counted. */
const problemsShown = 5;

/** Takes in what a browser or another client has exported. */
export const ImportCookiesDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const environmentId = useWindow((state) => state.environmentId);
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<readonly string[]>([]);
  const more = problems.length - problemsShown;

  const take = async (): Promise<void> => {
    const found = await importCookies(environmentId, text);
    setProblems(found);
    if (found.length === 0) onClose();
  };
  return (
    <Dialog
      title="Import cookies"
      size="wide"
      onClose={onClose}
      actions={
        <DialogActions
          verb="Import"
          isDisabled={text.trim() === ''}
          onDone={() => void take()}
          onCancel={onClose}
        />
      }
    >
      <TextArea
        label="Cookie file"
        rows={10}
        autoFocus
        value={text}
        placeholder={'# Netscape HTTP Cookie File\nexample.com\tFALSE\t/\tTRUE\t0\tsid\t…'}
        help="Paste a Netscape cookie file (curl, wget, yt-dlp) or JSON (browser extensions, Playwright, tough-cookie)."
        onChange={(typed) => {
          setText(typed);
          setProblems([]);
        }}
      />
      {problems.slice(0, problemsShown).map((problem) => (
        <Notice key={problem} tone="warned">
          {problem}
        </Notice>
      ))}
      {more > 0 && <p>{more === 1 ? 'And one more.' : `And ${more} more.`}</p>}
    </Dialog>
  );
};
