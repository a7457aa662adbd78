import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { guidePages, type GuidePageId } from '../../shared/guide/guide-pages.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { looksDarkNow } from '../ui/looks-dark.ts';
import styles from './GuideDialog.module.css';
import { guideLink } from './guide-links.ts';
import { guidePicture } from './guide-pictures.ts';
import { guideText } from './guide-texts.ts';
import { MarkdownView } from './MarkdownView.tsx';

interface Place {
  readonly page: GuidePageId;
  readonly heading: string | undefined;
}

const useGuideText = (page: GuidePageId): string | undefined => {
  const [read, setRead] = useState<{ readonly page: GuidePageId; readonly text: string }>();
  useEffect(() => {
    let isGone = false;
    void guideText(page).then((text) => {
      if (!isGone) setRead({ page, text });
    });
    return () => {
      isGone = true;
    };
  }, [page]);
  return read?.page === page ? read.text : undefined;
};

/** The guide: its pages beside one of them. Links between pages stay in it. */
export const GuideDialog = ({
  page,
  onClose,
}: {
  readonly page: GuidePageId;
  readonly onClose: () => void;
}) => {
  const [place, setPlace] = useState<Place>({ page, heading: undefined });
  const box = useRef<HTMLDivElement>(null);
  const text = useGuideText(place.page);

  useEffect(() => {
    if (text === undefined) return;
    const { heading } = place;
    const found =
      heading === undefined ? null : box.current?.querySelector<HTMLElement>(`[data-heading="${heading}"]`);
    const target = found ?? box.current;
    target?.scrollIntoView({ block: 'start' });
    if (heading !== undefined) target?.focus({ preventScroll: true });
  }, [place, text]);

  const link = (address: string, words: ReactNode): ReactNode => {
    const to = guideLink(place.page, address);
    switch (to.kind) {
      case 'page':
        return (
          <Button
            variant="link"
            onPress={() => {
              setPlace(to);
            }}
          >
            {words}
          </Button>
        );
      case 'web':
        return (
          <a href={to.address} target="_blank" rel="noreferrer">
            {words}
          </a>
        );
      case 'elsewhere':
        return words;
      default:
        return to satisfies never;
    }
  };

  const picture = (address: string, words: string): ReactNode => {
    const source = guidePicture(address, looksDarkNow());
    return source === undefined ? null : <img className={styles['picture']} src={source} alt={words} />;
  };

  return (
    <Dialog title="Guide" size="large" onClose={onClose}>
      <div className={styles['columns']}>
        <ul className={styles['index']} aria-label="Pages of the guide">
          {guidePages.map(({ id, title }) => (
            <li key={id}>
              <AriaButton
                className={styles['part'] ?? ''}
                aria-current={id === place.page ? 'page' : undefined}
                onPress={() => {
                  setPlace({ page: id, heading: undefined });
                }}
              >
                {title}
              </AriaButton>
            </li>
          ))}
        </ul>
        <div ref={box} className={styles['text']}>
          {text !== undefined && <MarkdownView text={text} link={link} picture={picture} />}
        </div>
      </div>
    </Dialog>
  );
};
