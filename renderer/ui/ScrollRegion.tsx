import type { ReactNode } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  /** `pre` for text whose lines stand as they were written. */
  readonly as?: 'div' | 'pre';
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What scrolls and has nothing in it to focus, so that the keyboard reaches it by itself. */
export const ScrollRegion = ({ label, as: Element = 'div', className, children }: ScrollRegionProps) => (
  <Element className={className} role="group" aria-label={label} tabIndex={0}>
    {children}
  </Element>
);
