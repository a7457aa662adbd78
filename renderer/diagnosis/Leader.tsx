import { useEffect, useState } from 'react';
import { useWindow } from '../state/store.ts';
import { isSeen, leaderAbove, leaderBeside } from './leader-path.ts';
import styles from './Leader.module.css';

/** What of an element can be seen: the part of it that its scroll containers show. */
const viewportOf = (element: Element): DOMRect => {
  const scroller = element.closest('[role="group"][tabindex], [role="tabpanel"], [data-diagnosis-body]');
  return (scroller ?? document.documentElement).getBoundingClientRect();
};

const pathFor = (index: number): string | undefined => {
  const panel = document.querySelector<HTMLElement>('[data-diagnosis-panel]');
  const row = panel?.querySelector(`[data-evidence-row="${index}"]`);
  const mark = document.querySelector(`[data-evidence-mark="${index}"]`);
  const number = row?.firstElementChild;
  if (
    panel === null ||
    row === null ||
    row === undefined ||
    number === null ||
    number === undefined ||
    mark === null
  ) {
    return undefined;
  }
  const [markBox, rowBox, panelBox] = [mark, row, panel].map((element) => element.getBoundingClientRect());
  const numberBox = number.getBoundingClientRect();
  if (markBox === undefined || rowBox === undefined || panelBox === undefined) return undefined;
  if (!isSeen(markBox, viewportOf(mark)) || !isSeen(numberBox, viewportOf(row))) return undefined;
  return panel.dataset['diagnosisPanel'] === 'sheet'
    ? leaderAbove(markBox, rowBox, panelBox)
    : leaderBeside(markBox, numberBox, panelBox);
};

/** Follows everything that can move the two ends: scrolling, sizes, and what the panes draw. */
const watch = (index: number, onPath: (path: string | undefined) => void): (() => void) => {
  let frame = 0;
  const measure = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      onPath(pathFor(index));
    });
  };
  const sizes = new ResizeObserver(measure);
  for (const pane of document.querySelectorAll('[data-diagnosis-panel], [data-panel], main, #root'))
    sizes.observe(pane);
  const content = new MutationObserver(measure);
  content.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('scroll', measure, { capture: true, passive: true });
  // A panel that slides in moves its rows without any of the above.
  document.addEventListener('animationend', measure);
  document.addEventListener('transitionend', measure);
  window.addEventListener('resize', measure);
  measure();
  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    content.disconnect();
    document.removeEventListener('scroll', measure, { capture: true });
    document.removeEventListener('animationend', measure);
    document.removeEventListener('transitionend', measure);
    window.removeEventListener('resize', measure);
  };
};

/** Ties the evidence in question to its bytes. One at a time; nothing where either end cannot be seen. */
export const Leader = () => {
  const active = useWindow((state) => (state.view.diagnosisOpen ? state.view.activeEvidence : undefined));
  const [found, setFound] = useState<{ readonly index: number; readonly path: string | undefined }>();
  useEffect(() => {
    if (active === undefined) return undefined;
    return watch(active, (path) => {
      setFound((before) =>
        before?.index === active && before.path === path ? before : { index: active, path },
      );
    });
  }, [active]);
  return found === undefined || found.index !== active || found.path === undefined ? null : (
    <svg className={styles['leader']} aria-hidden="true">
      <path d={found.path} />
    </svg>
  );
};
