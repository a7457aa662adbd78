import { useState } from 'react';
import type { ResourcePointer } from '../../shared/oauth/resource-metadata.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './SetUpOAuth.module.css';

interface SetUpOAuthProps {
  readonly pointer: ResourcePointer;
  /** Resolves to a sentence where it failed. */
  readonly onSetUp: (pointer: ResourcePointer) => Promise<string | undefined>;
}

/** Offers to make a profile of what the API says about itself; says first who is asked. */
export const SetUpOAuth = ({ pointer, onSetUp }: SetUpOAuthProps) => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const look = async (): Promise<void> => {
    setBusy(true);
    setProblem(await onSetUp(pointer));
    setBusy(false);
  };
  return (
    <div className={styles['offer']}>
      <p>
        The API says who gives tokens for it. This asks <code>{new URL(pointer.metadata).host}</code> and the
        authorization server that it names for their metadata, without any secret, and makes a profile of
        them.
      </p>
      <Button busy={busy ? 'Looking it up…' : undefined} onPress={() => void look()}>
        Set up OAuth from this answer
      </Button>
      {problem !== undefined && <Notice tone="warned">{problem}</Notice>}
    </div>
  );
};
