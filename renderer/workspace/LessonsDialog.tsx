import { useWindow } from '../state/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { LessonList } from './LessonList.tsx';
import styles from './LessonsDialog.module.css';

/** Every example as a lesson: what fails, what is to be learned, and which ones were mended. */
export const LessonsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const examples = useWindow((state) => state.examples);
  const done = useWindow((state) => state.lessons.length);
  return (
    <Dialog title="Lessons" size="wide" onClose={onClose}>
      <p className={styles['promise']}>
        A server inside why401 fails in {examples.length} ways. Open one, read the verdict, and press what it
        offers: a lesson is done when the request is answered.
      </p>
      <p className={styles['count']}>
        {done} of {examples.length} mended
      </p>
      <LessonList examples={examples} withLessons onOpen={onClose} />
    </Dialog>
  );
};
