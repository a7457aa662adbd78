import { GripVertical } from 'lucide-react';
import { Button } from 'react-aria-components';
import styles from './Grip.module.css';

/** What a row is dragged by for keys and screen readers; the pointer takes hold of the row itself. */
export const Grip = ({ name }: { readonly name: string }) => (
  <Button slot="drag" className={styles['grip'] ?? ''} aria-label={`Move ${name}`}>
    <GripVertical aria-hidden="true" />
  </Button>
);
