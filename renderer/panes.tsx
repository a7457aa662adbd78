import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
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

/** A panel that keeps its pixels while the window changes, and remembers those that it was drawn to. */
const useRemembered = (pane: keyof PaneSizes) => {
  const panel = usePanelRef();
  const size = useWindow((state) => state.view.paneSizes[pane]);
  const remember = (): void => {
    const pixels = panel.current?.getSize().inPixels;
    if (pixels !== undefined) actions.setPaneSize(pane, Math.round(pixels));
  };
  return { panel, size, remember };
};

/** Sidebar, work area and diagnosis side by side. */
const Columns = () => {
  const sidebarOpen = useWindow((state) => state.view.sidebarOpen);
  const diagnosisOpen = useWindow((state) => state.view.diagnosisOpen && currentRequest(state) !== undefined);
  const sidebar = useRemembered('sidebar');
  const diagnosis = useRemembered('diagnosis');
  return (
    <Group
      orientation="horizontal"
      className={styles['middle'] ?? ''}
      onLayoutChanged={(_, { isUserInteraction }) => {
        if (!isUserInteraction) return;
        sidebar.remember();
        diagnosis.remember();
      }}
    >
      {sidebarOpen && (
        <>
          <Panel
            id="sidebar"
            panelRef={sidebar.panel}
            defaultSize={sidebar.size}
            minSize={160}
            maxSize={480}
            groupResizeBehavior="preserve-pixel-size"
          >
            <Sidebar />
          </Panel>
          <Separator className={styles['down'] ?? ''} aria-label="Width of the sidebar" />
        </>
      )}
      <Panel id="work" minSize={360}>
        <Middle />
      </Panel>
      {diagnosisOpen && (
        <>
          <Separator className={styles['down'] ?? ''} aria-label="Width of the diagnosis" />
          <Panel
            id="diagnosis"
            panelRef={diagnosis.panel}
            defaultSize={diagnosis.size}
            minSize={320}
            maxSize={720}
            groupResizeBehavior="preserve-pixel-size"
          >
            <DiagnosisPanel layout="side" />
          </Panel>
        </>
      )}
    </Group>
  );
};

/** Narrow windows: the diagnosis is a sheet below, and the sidebar is behind its button. */
const Rows = () => {
  const diagnosisOpen = useWindow((state) => state.view.diagnosisOpen && currentRequest(state) !== undefined);
  const sheet = useRemembered('sheet');
  return (
    <Group
      orientation="vertical"
      className={styles['middle'] ?? ''}
      onLayoutChanged={(_, { isUserInteraction }) => {
        if (isUserInteraction) sheet.remember();
      }}
    >
      <Panel id="work" minSize={200}>
        <Middle />
      </Panel>
      {diagnosisOpen && (
        <>
          <Separator className={styles['across'] ?? ''} aria-label="Height of the diagnosis" />
          <Panel
            id="sheet"
            panelRef={sheet.panel}
            defaultSize={sheet.size}
            minSize={140}
            groupResizeBehavior="preserve-pixel-size"
          >
            <DiagnosisPanel layout="sheet" />
          </Panel>
        </>
      )}
    </Group>
  );
};

/** A window too low for two rows, as at 200 %: both stand below each other at full height and scroll together. */
const Scrolled = () => {
  const diagnosisOpen = useWindow((state) => state.view.diagnosisOpen && currentRequest(state) !== undefined);
  return (
    <div className={styles['scrolled']}>
      <div className={styles['whole']}>
        <Middle />
      </div>
      {diagnosisOpen && (
        <div className={styles['sheet']}>
          <DiagnosisPanel layout="sheet" />
        </div>
      )}
    </div>
  );
};

export const Panes = () => {
  const isNarrow = useNarrowerThan(threePanes);
  const isLow = useLowerThan(twoRows);
  return <div className={styles['panes']}>{!isNarrow ? <Columns /> : isLow ? <Scrolled /> : <Rows />}</div>;
};
