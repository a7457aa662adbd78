import { Check } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import styles from './DiscoverButton.module.css';
import type { DiscoveryState } from './use-discovery.ts';

interface DiscoverButtonProps {
  readonly state: DiscoveryState;
  readonly isDisabled: boolean;
  readonly onDiscover: () => void;
}

/** At the end of the issuer's field: reads its metadata, and says that they were read. */
export const DiscoverButton = ({ state, isDisabled, onDiscover }: DiscoverButtonProps) =>
  state.kind === 'read' ? (
    <span className={styles['read']} role="status">
      <Check aria-hidden="true" /> metadata read
    </span>
  ) : (
    <span className={styles['end']}>
      <Button
        variant="link"
        isDisabled={isDisabled}
        busy={state.kind === 'reading' ? 'Reading…' : undefined}
        onPress={onDiscover}
      >
        Discover
      </Button>
    </span>
  );
