import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

interface DialogActionsProps {
  /** What the filled button says. */
  readonly verb: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly isDisabled?: boolean;
  /** What is being done, while it is. */
  readonly busy?: string | undefined;
  /** Other buttons, before these two. */
  readonly children?: ReactNode;
}

/** The buttons of a dialog in which something is entered: it is done, or left as it was. */
export const DialogActions = ({
  verb,
  onDone,
  onCancel,
  isDisabled = false,
  busy,
  children,
}: DialogActionsProps) => (
  <>
    {children}
    <Button variant="quiet" onPress={onCancel}>
      Cancel
    </Button>
    <Button variant="filled" isDisabled={isDisabled} busy={busy} onPress={onDone}>
      {verb}
    </Button>
  </>
);
