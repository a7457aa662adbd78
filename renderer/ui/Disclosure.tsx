import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components';
import styles from './Disclosure.module.css';

interface DisclosureProps {
  readonly title: string;
  /** "7 causes", at the right. */
  readonly count?: string | number | undefined;
  readonly children: ReactNode;
  readonly isOpen?: boolean;
  readonly onChange?: (open: boolean) => void;
  readonly startsOpen?: boolean;
}

/** A fold: its head says what and how many, so that one need not open it to know. */
export const Disclosure = ({
  title,
  count,
  children,
  isOpen,
  onChange,
  startsOpen = false,
}: DisclosureProps) => (
  <AriaDisclosure
    className={styles['disclosure'] ?? ''}
    defaultExpanded={startsOpen}
    {...(isOpen === undefined ? {} : { isExpanded: isOpen })}
    {...(onChange === undefined ? {} : { onExpandedChange: onChange })}
  >
    <Heading>
      <Button slot="trigger" className={styles['fold'] ?? ''}>
        <ChevronRight className={styles['arrow']} aria-hidden="true" />
        {title}
        {count !== undefined && <span className={styles['count']}>{count}</span>}
      </Button>
    </Heading>
    <DisclosurePanel className={styles['panel'] ?? ''}>{children}</DisclosurePanel>
  </AriaDisclosure>
);
