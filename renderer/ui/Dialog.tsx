import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the filled one last. */
  readonly actions?: ReactNode;
  readonly size?: 'regular' | 'wide' | 'large';
  /** A question that must be answered: no close button. */
  readonly role?: 'dialog' | 'alertdialog';
}

/** Mounted while it is open. Escape and a click outside close it. */
export const Dialog = ({
  title,
  onClose,
  children,
  actions,
  size = 'regular',
  role = 'dialog',
}: DialogProps) => (
  <ModalOverlay
    className={styles['scrim'] ?? ''}
    isOpen
    isDismissable={role === 'dialog'}
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
  >
    <Modal className={cx(styles['modal'], styles[size])}>
      <AriaDialog role={role} className={styles['dialog'] ?? ''}>
        <header className={styles['head']}>
          <Heading slot="title" className={styles['title'] ?? ''}>
            {title}
          </Heading>
          {role === 'dialog' && (
            <IconButton label="Close" size="small" onPress={onClose}>
              <X aria-hidden="true" />
            </IconButton>
          )}
        </header>
        <div className={styles['body']}>{children}</div>
        {actions !== undefined && <footer className={styles['actions']}>{actions}</footer>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
