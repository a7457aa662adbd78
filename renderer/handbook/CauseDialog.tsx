import { useEffect, useState } from 'react';
import { causes, type Cause } from '../../shared/diagnosis/causes.ts';
import { causeTitle } from '../../shared/diagnosis/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import styles from './CauseDialog.module.css';
import { sectionOf, type Block, type Inline } from './section.ts';

interface CauseDialogProps {
  readonly cause: Cause;
  readonly onCause: (cause: Cause) => void;
  readonly onClose: () => void;
}

const Words = ({
  inlines,
  onCause,
}: {
  readonly inlines: readonly Inline[];
  readonly onCause: (cause: Cause) => void;
}) =>
  inlines.map((inline, at) => {
    switch (inline.kind) {
      case 'text':
        return <span key={at}>{inline.text}</span>;
      case 'code':
        return <code key={at}>{inline.text}</code>;
      case 'strong':
        return <b key={at}>{inline.text}</b>;
      case 'link': {
        const other = causes.find((cause) => inline.to === `#${cause}`);
        return other === undefined ? (
          <a key={at} href={inline.to} target="_blank" rel="noreferrer">
            {inline.text}
          </a>
        ) : (
          <Button
            key={at}
            variant="link"
            onPress={() => {
              onCause(other);
            }}
          >
            {inline.text}
          </Button>
        );
      }
      default:
        return inline satisfies never;
    }
  });

const Drawn = ({
  block,
  onCause,
}: {
  readonly block: Block;
  readonly onCause: CauseDialogProps['onCause'];
}) => {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Words inlines={block.inlines} onCause={onCause} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item, at) => (
            <li key={at}>
              <Words inlines={item} onCause={onCause} />
            </li>
          ))}
        </ul>
      );
    case 'code':
      return (
        <ScrollRegion as="pre" label="Example">
          {block.text}
        </ScrollRegion>
      );
    default:
      return block satisfies never;
  }
};

/** What the handbook says of a cause. Read when it is asked for: most windows never are. */
export const CauseDialog = ({ cause, onCause, onClose }: CauseDialogProps) => {
  const [handbook, setHandbook] = useState<string>();
  useEffect(() => {
    let isGone = false;
    void import('../../docs/causes.md?raw').then(({ default: text }) => {
      if (!isGone) setHandbook(text);
    });
    return () => {
      isGone = true;
    };
  }, []);
  const blocks = handbook === undefined ? [] : sectionOf(handbook, cause);
  return (
    <Dialog title={causeTitle(cause)} size="wide" onClose={onClose}>
      <div className={styles['section']} key={cause}>
        {blocks.map((block, at) => (
          <Drawn key={at} block={block} onCause={onCause} />
        ))}
      </div>
    </Dialog>
  );
};
