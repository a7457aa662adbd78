import { useEffect } from 'react';
import styles from './app.module.css';
import { Leader } from './diagnosis/Leader.tsx';
import { actions, shownRecord, useWindow } from './state/store.ts';
import { BusyRegion } from './ui/BusyRegion.tsx';
import { Button } from './ui/Button.tsx';
import { Notice } from './ui/Notice.tsx';
import { Panes } from './panes.tsx';
import { NoticeRegion } from './ui/NoticeRegion.tsx';
import { useBringIn } from './workspace/bring-in.ts';
import { Dialogs } from './workspace/Dialogs.tsx';
import { DropHint } from './workspace/DropHint.tsx';
import { Palette } from './workspace/Palette.tsx';
import { TitleBar } from './workspace/TitleBar.tsx';
import { useCommands } from './workspace/use-commands.ts';

const useTheme = (): void => {
  const theme = useWindow((state) => state.view.theme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme !== 'system') {
      dataset['theme'] = theme;
      return undefined;
    }
    // The system may ask for more contrast; then and only then it chooses more than light or dark.
    const query = matchMedia('(prefers-contrast: more)');
    const apply = (): void => {
      if (query.matches) dataset['theme'] = 'contrast';
      else delete dataset['theme'];
    };
    apply();
    query.addEventListener('change', apply);
    return () => {
      query.removeEventListener('change', apply);
    };
  }, [theme]);
};

const useLook = (): void => {
  const density = useWindow((state) => state.settings.density);
  const textSize = useWindow((state) => state.settings.textSize);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['density'] = density;
    dataset['text'] = textSize;
  }, [density, textSize]);
};

/** Spoken when a verdict appears: it is the news of this window. */
const Verdict = () => {
  const verdict = useWindow((state) => {
    const diagnosis = shownRecord(state)?.diagnosis;
    return diagnosis?.failed === true ? diagnosis.findings[0]?.title : undefined;
  });
  return (
    <output className={styles['spoken']}>{verdict === undefined ? '' : `Diagnosis: ${verdict}.`}</output>
  );
};

export const App = () => {
  useTheme();
  useLook();
  useBringIn();
  useCommands();
  const phase = useWindow((state) => state.phase);
  const notices = useWindow((state) => state.notices);
  const busy = useWindow((state) => state.busy);
  const paletteOpen = useWindow((state) => state.view.paletteOpen);
  if (phase.kind === 'loading') return <div className={styles['window']} aria-busy="true" />;
  if (phase.kind === 'failed') {
    return (
      <main className={styles['failed']}>
        <Notice
          tone="refused"
          action={
            <Button variant="secondary" onPress={() => void actions.boot()}>
              Try again
            </Button>
          }
        >
          {phase.error.message}
        </Notice>
      </main>
    );
  }
  return (
    <div className={styles['window']}>
      <TitleBar />
      <Panes />
      <Leader />
      <Verdict />
      <Dialogs />
      {paletteOpen && <Palette />}
      <DropHint />
      <BusyRegion works={busy} />
      <NoticeRegion notices={notices} onDismiss={actions.dismissNotice} />
    </div>
  );
};
