import { Check } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { ExampleInfo } from '../../shared/ipc/replies.ts';
import { toneOfStatus } from '../exchange/status-tone.ts';
import { actions, useWindow } from '../state/store.ts';
import { StatusPill } from '../ui/StatusPill.tsx';
import styles from './LessonList.module.css';

interface LessonListProps {
  readonly examples: readonly ExampleInfo[];
  /** Say below each what is to be learned. */
  readonly withLessons?: boolean;
  readonly onOpen?: () => void;
}

/** Examples to look at; those that were mended carry a mark. */
export const LessonList = ({ examples, withLessons = false, onOpen }: LessonListProps) => {
  const lessons = useWindow((state) => state.lessons);
  return (
    <ul>
      {examples.map((example) => (
        <li key={example.id}>
          <AriaButton
            className={styles['row'] ?? ''}
            onPress={() => {
              onOpen?.();
              void actions.openExample(example.id);
            }}
          >
            <StatusPill tone={example.status < 400 ? 'warned' : toneOfStatus(example.status)}>
              {example.status}
            </StatusPill>
            <span className={styles['words']}>
              <span className={styles['title']}>{example.title}</span>
              {withLessons && <span className={styles['lesson']}>{example.lesson}</span>}
            </span>
            {lessons.includes(example.id) && (
              <Check className={styles['done'] ?? ''} role="img" aria-label="mended" />
            )}
            <span className={styles['note']}>{example.scheme}</span>
          </AriaButton>
        </li>
      ))}
    </ul>
  );
};
