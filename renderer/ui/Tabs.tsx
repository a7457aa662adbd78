import type { ReactNode } from 'react';
import { Tab as AriaTab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './Tabs.module.css';

export interface TabItem<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** A count or a short word beside the label. */
  readonly note?: string | number | undefined;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** Small buttons at the right end of the row. */
  readonly tools?: ReactNode;
  /** Content of the selected tab. */
  readonly children: ReactNode;
  readonly className?: string;
  readonly panelClassName?: string;
}

/** A row of tabs and the panel of the selected one. The panel takes the height that is left. */
export const Tabs = <Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  tools,
  children,
  className,
  panelClassName,
}: TabsProps<Id>) => (
  <AriaTabs
    className={cx(styles['tabs'], className)}
    selectedKey={selected}
    onSelectionChange={(key) => {
      const tab = tabs.find(({ id }) => id === key);
      if (tab !== undefined) onSelect(tab.id);
    }}
  >
    <div className={styles['row']}>
      <TabList aria-label={label} className={styles['list'] ?? ''}>
        {tabs.map((tab) => (
          <AriaTab key={tab.id} id={tab.id} className={styles['tab'] ?? ''}>
            {/* The bold copy keeps the width, so that choosing a tab moves nothing. */}
            <span className={styles['label']} data-words={tab.label}>
              {tab.label}
            </span>
            {tab.note !== undefined && <span className={styles['note']}>{tab.note}</span>}
          </AriaTab>
        ))}
      </TabList>
      {tools !== undefined && tools !== false && <div className={styles['tools']}>{tools}</div>}
    </div>
    <TabPanel key={selected} id={selected} className={cx(styles['panel'], panelClassName)}>
      {children}
    </TabPanel>
  </AriaTabs>
);
