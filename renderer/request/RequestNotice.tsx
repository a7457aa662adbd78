import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './RequestNotice.module.css';

interface RequestNoticeProps {
  readonly children: ReactNode;
  /** Where it is mended: the words of the link, and what it opens. */
  readonly link: string;
  readonly onPress: () => void;
}

/** A warning above the parts of the request, whichever of them is shown; said when it comes. */
export const RequestNotice = ({ children, link, onPress }: RequestNoticeProps) => (
  <div className={styles['notice']} role="status">
    <Notice
      tone="warned"
      action={
        <Button variant="link" onPress={onPress}>
          {link}
        </Button>
      }
    >
      {children}
    </Notice>
  </div>
);
