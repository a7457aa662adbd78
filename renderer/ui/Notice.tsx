import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './Notice.module.css';
import type { Tone } from './StatusPill.tsx';

export const toneIcon = (tone: Tone): ReactNode => {
  switch (tone) {
    case 'neutral':
      return <Info aria-hidden="true" />;
    case 'warned':
      return <TriangleAlert aria-hidden="true" />;
    case 'refused':
      return <CircleAlert aria-hidden="true" />;
    case 'accepted':
      return <CircleCheck aria-hidden="true" />;
  }
};

interface NoticeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** A link or a button at the end of the sentence. */
  readonly action?: ReactNode;
}

/** Something that stands in a pane until it is no longer so. */
export const Notice = ({ tone, children, action }: NoticeProps) => (
  <div className={cx(styles['notice'], styles[tone])}>
    {toneIcon(tone)}
    <div className={styles['words']}>{children}</div>
    {action}
  </div>
);
