import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { toneIcon } from './Notice.tsx';
import styles from './NoticeRegion.module.css';
import type { Tone } from './StatusPill.tsx';

export interface FloatingNotice {
  readonly id: string;
  readonly tone: Tone;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface NoticeRegionProps {
  readonly notices: readonly FloatingNotice[];
  readonly onDismiss: (id: string) => void;
}

/** What floats in the corner goes by itself, unless somebody is looking at it; a refusal stays until it is closed. */
const stayMs = (notice: FloatingNotice): number | undefined =>
  notice.tone === 'refused' ? undefined : notice.action === undefined ? 4_000 : 8_000;

const One = ({
  notice,
  onDismiss,
}: {
  readonly notice: FloatingNotice;
  readonly onDismiss: (id: string) => void;
}) => {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const ms = stayMs(notice);
    if (ms === undefined || held) return undefined;
    const timer = setTimeout(() => {
      onDismiss(notice.id);
    }, ms);
    return () => {
      clearTimeout(timer);
    };
  }, [notice, held, onDismiss]);

  const hold = (): void => {
    setHeld(true);
  };
  const release = (): void => {
    setHeld(false);
  };
  return (
    // Pointing at it only keeps it from going; there is nothing to operate.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={styles['notice']}
      data-tone={notice.tone}
      onMouseEnter={hold}
      onMouseLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      {toneIcon(notice.tone)}
      <span className={styles['words']}>{notice.text}</span>
      {notice.action !== undefined && (
        <Button
          variant="quiet"
          onPress={() => {
            notice.action?.run();
            onDismiss(notice.id);
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <IconButton
        label="Close notice"
        size="small"
        placement="top"
        onPress={() => {
          onDismiss(notice.id);
        }}
      >
        <X aria-hidden="true" />
      </IconButton>
    </li>
  );
};

/** Always in the document, so that screen readers hear what appears in it. */
export const NoticeRegion = ({ notices, onDismiss }: NoticeRegionProps) => (
  <section aria-label="Notices" aria-live="polite" className={styles['region']}>
    <ul className={styles['list']}>
      {notices.map((notice) => (
        <One key={notice.id} notice={notice} onDismiss={onDismiss} />
      ))}
    </ul>
  </section>
);
