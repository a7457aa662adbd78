import { X } from 'lucide-react';
import { cx } from '../ui/cx.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './DiagnosisView.module.css';
import type { DiagnosisLayout } from './DiagnosisView.tsx';

/** Before anything was sent. */
export const NoDiagnosis = ({
  layout,
  onClose,
}: {
  readonly layout: DiagnosisLayout;
  readonly onClose: () => void;
}) => (
  <aside className={cx(styles['panel'], styles[layout])} aria-label="Diagnosis" data-diagnosis-panel={layout}>
    <header className={styles['head']}>
      <p className={styles['heading']}>Diagnosis</p>
      <span className={styles['tools']}>
        <IconButton label="Close diagnosis" onPress={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </span>
    </header>
    <div className={styles['body']}>
      <p className={styles['quiet']}>
        Nothing to explain. When a server refuses a request, the reason stands here.
      </p>
    </div>
  </aside>
);
