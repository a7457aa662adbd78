import { Import } from 'lucide-react';
import { useEffect, useState } from 'react';
import styles from './DropHint.module.css';

/** Says what will become of files while they are held over the window. */
export const DropHint = () => {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // Each element below the pointer is entered and left by itself.
    let inside = 0;
    const isFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const onEnter = (event: DragEvent): void => {
      if (!isFiles(event)) return;
      inside += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (!isFiles(event)) return;
      inside -= 1;
      if (inside <= 0) setOver(false);
    };
    const onEnd = (): void => {
      inside = 0;
      setOver(false);
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onEnd);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onEnd);
    };
  }, []);
  return (
    isOver && (
      <div className={styles['veil']}>
        <p className={styles['hint']} role="status">
          <Import aria-hidden="true" />
          <span className={styles['title']}>Drop to look at it</span>
          <span className={styles['note']}>
            A recorded request is explained, a collection is shown before it comes in. Nothing is sent.
          </span>
        </p>
      </div>
    )
  );
};
