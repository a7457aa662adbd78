import type { Sending } from '../state/state.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { RedirectPaste } from './RedirectPaste.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './LoginWait.module.css';

interface LoginWaitProps {
  readonly login: NonNullable<Sending['login']>;
  readonly sendId: string;
  readonly startedAtMs: number;
  readonly onCancel: () => void;
}

/** While the person logs in elsewhere. The address is a link: it opens in a tab of the browser they use. */
export const LoginWait = ({ login, sendId, startedAtMs, onCancel }: LoginWaitProps) => {
  const seconds = Math.max(0, Math.floor((useNow() - startedAtMs) / 1000));
  return (
    <div className={styles['wait']} role="status">
      <Spinner />
      <span>
        {login.opened ? 'Waiting for the login in the browser' : 'Log in in the browser'}, {seconds}&nbsp;s
      </span>
      <a href={login.url} target="_blank" rel="noreferrer">
        {login.opened ? 'Open the login page again' : 'Open the login page'}
      </a>
      {login.userCode !== undefined && (
        <span>
          Code <code className={styles['code']}>{login.userCode}</code>
          <CopyButton label="Copy the code" text={login.userCode} />
        </span>
      )}
      <Button variant="quiet" shortcut="escape" onPress={onCancel} className={styles['cancel'] ?? ''}>
        Cancel
      </Button>
      {login.paste !== undefined && <RedirectPaste sendId={sendId} needed={login.paste === 'needed'} />}
    </div>
  );
};
