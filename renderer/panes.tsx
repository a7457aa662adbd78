import { useRef, type ReactNode } from 'react';
import { Group, Panel, Separator, type Layout } from 'react-resizable-panels';
import styles from './app.module.css';
import { DiagnosisPanel } from './diagnosis/DiagnosisPanel.tsx';
import type { PaneSizes } from './state/preferences.ts';
import { actions, currentRequest, useWindow } from './state/store.ts';
import { threePanes, twoRows, useLowerThan, useNarrowerThan } from './ui/use-width.ts';
import { WorkArea } from './work-area.tsx';
import { FirstRun } from './workspace/FirstRun.tsx';
import { Sidebar } from './workspace/Sidebar.tsx';
import { TabStrip } from './workspace/TabStrip.tsx';

/** Layout only: what stands where, from which width on, and how wide a person drew it. */

const Middle = () => {
  const hasRequest = useWindow((state) => currentRequest(state) !== undefined);
  return (
    <div className={styles['column']}>
      <TabStrip />
      {hasRequest ? <WorkArea /> : <FirstRun />}
    </div>
  );
};

/** Remembers what a person drew panes to, by pointer or key; `pixels` are those of the whole group. */
const remember = (pixels: number, layout: Layout, panes: readonly (keyof PaneSizes)[]): void => {
  for (const pane of panes) {
    const percent = layout[pane];
    if (percent !== undefined) actions.setPaneSize(pane, Math.round((pixels * percent) / 100));
  }
};

/*
 * The lines between panes have no names of their own: they control the pane before them, and a name would make them content
 * outside of every landmark.
 */

interface SizedPanelProps {
  readonly pane: keyof PaneSizes;
  readonly min: number;
  readonly max?: number;
  readonly children: ReactNode;
}

/** Keeps its pixels while the window changes, until somebody draws its line. */
const SizedPanel = ({ pane, min, max, children }: SizedPanelProps) => {
  const size = useWindow((state) => state.view.paneSizes[pane]);
  return (
    <Panel
      id={pane}
      defaultSize={size}
      minSize={min}
      {...(max === undefined ? {} : { maxSize: max })}
      groupResizeBehavior="preserve-pixel-size"
    >
      {children}
    </Panel>
  );
};

/** The work area, and in narrow windows the diagnosis below it; both scroll where there is no height for two. */
const Rows = ({ sheetOpen }: { readonly sheetOpen: boolean }) => {
  const isLow = useLowerThan(twoRows);
  const group = useRef<HTMLDivElement>(null);
  return (
    <div className={styles['scroller']}>
      <div className={styles['rows']} data-low={isLow ? (sheetOpen ? 'two' : 'one') : undefined}>
        <Group
          orientation="vertical"
          elementRef={group}
          onLayoutChanged={(layout, { isUserInteraction }) => {
            if (isUserInteraction) remember(group.current?.clientHeight ?? 0, layout, ['sheet']);
          }}
        >
          <Panel id="middle" minSize={200}>
            <Middle />
          </Panel>
          {sheetOpen && (
            <>
              <Separator aria-label="Height of the diagnosis" className={styles['across'] ?? ''} />
              <SizedPanel pane="sheet" min={140}>
                <DiagnosisPanel layout="sheet" />
              </SizedPanel>
            </>
          )}
        </Group>
      </div>
    </div>
  );
};

/** Sidebar, work area and diagnosis side by side; a narrow window has but the one in the middle. */
export const Panes = () => {
  const isNarrow = useNarrowerThan(threePanes);
  const sidebarOpen = useWindow((state) => state.view.sidebarOpen) && !isNarrow;
  const diagnosisOpen = useWindow((state) => state.view.diagnosisOpen && currentRequest(state) !== undefined);
  const group = useRef<HTMLDivElement>(null);
  return (
    <div className={styles['panes']}>
      <Group
        orientation="horizontal"
        elementRef={group}
        onLayoutChanged={(layout, { isUserInteraction }) => {
          if (isUserInteraction) remember(group.current?.clientWidth ?? 0, layout, ['sidebar', 'diagnosis']);
        }}
      >
        {sidebarOpen && (
          <>
            <SizedPanel pane="sidebar" min={160} max={480}>
              <Sidebar />
            </SizedPanel>
            <Separator aria-label="Width of the sidebar" className={styles['down'] ?? ''} />
          </>
        )}
        <Panel id="work" minSize={360}>
          <Rows sheetOpen={diagnosisOpen && isNarrow} />
        </Panel>
        {diagnosisOpen && !isNarrow && (
          <>
            <Separator aria-label="Width of the diagnosis" className={styles['down'] ?? ''} />
            <SizedPanel pane="diagnosis" min={320} max={720}>
              <DiagnosisPanel layout="side" />
            </SizedPanel>
          </>
        )}
      </Group>
    </div>
  );
};
