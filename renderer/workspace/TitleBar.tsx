import { ChevronDown, CircleHelp, Moon, PanelLeft, PanelRight, Search, Settings2, Sun } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton, Modal, ModalOverlay, Dialog } from 'react-aria-components';
import { guidePages } from '../../shared/guide/guide-pages.ts';
import { actions, currentRequest, useWindow } from '../state/store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { looksDarkNow } from '../ui/looks-dark.ts';
import { Menu } from '../ui/Menu.tsx';
import { threePanes, useNarrowerThan } from '../ui/use-width.ts';
import { Sidebar } from './Sidebar.tsx';
import styles from './TitleBar.module.css';
import { useShortcut } from './use-shortcut.ts';

const WorkspaceMenu = () => {
  const name = useWindow((state) => state.workspace.name);
  const openKeys = useShortcut('open-workspace');
  const settingsKeys = useShortcut('settings');
  return (
    <Menu
      label="Workspace"
      groups={[
        [
          {
            id: 'open',
            label: 'Open workspace…',
            shortcut: openKeys,
            run: () => {
              actions.openDialog({ kind: 'open-workspace' });
            },
          },
          { id: 'new', label: 'Paste what fails', run: actions.showFirstRun },
        ],
        [
          {
            id: 'auth',
            label: 'Workspace auth…',
            run: () => {
              actions.openDialog({ kind: 'folder-auth', path: [] });
            },
          },
          {
            id: 'variables',
            label: 'Workspace variables…',
            run: () => {
              actions.openDialog({ kind: 'folder-variables', path: [] });
            },
          },
          {
            id: 'settings',
            label: 'Settings…',
            shortcut: settingsKeys,
            run: () => {
              actions.openDialog({ kind: 'settings' });
            },
          },
        ],
      ]}
    >
      <AriaButton
        className={styles['picker'] ?? ''}
        aria-label={`Workspace: ${name === '' ? 'New workspace' : name}`}
      >
        <span className={styles['chosen']}>{name === '' ? 'New workspace' : name}</span>
        <ChevronDown aria-hidden="true" />
      </AriaButton>
    </Menu>
  );
};

const EnvironmentMenu = () => {
  const environments = useWindow((state) => state.workspace.environments);
  const chosenId = useWindow((state) => state.environmentId);
  const editKeys = useShortcut('environments');
  const chosen = environments.find(({ id }) => id === chosenId);
  return (
    <Menu
      label="Environment"
      groups={[
        environments.map((environment) => ({
          id: `environment:${environment.id}`,
          label: environment.name,
          isChosen: environment.id === chosenId,
          run: () => {
            actions.chooseEnvironment(environment.id);
          },
        })),
        [
          {
            id: 'edit',
            label: 'Edit environments…',
            shortcut: editKeys,
            run: () => {
              actions.openDialog({ kind: 'environments' });
            },
          },
        ],
      ]}
    >
      <AriaButton
        className={styles['picker'] ?? ''}
        aria-label={`Environment: ${chosen?.name ?? 'No environment'}`}
      >
        <span className={styles['chosen']}>{chosen?.name ?? 'No environment'}</span>
        <ChevronDown aria-hidden="true" />
      </AriaButton>
    </Menu>
  );
};

/** Narrow windows: the sidebar slides over the rest and goes as soon as something was chosen in it. */
const SidebarDrawer = ({ onClose }: { readonly onClose: () => void }) => {
  const current = useWindow((state) => state.current);
  const [opened] = useState(current);
  useEffect(() => {
    if (current !== opened) onClose();
  }, [current, opened, onClose]);
  return (
    <ModalOverlay
      className={styles['scrim'] ?? ''}
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles['drawer'] ?? ''}>
        <Dialog aria-label="Workspace" className={styles['inside'] ?? ''}>
          <Sidebar />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};

const HelpMenu = () => {
  const shortcut = useShortcut('shortcuts');
  return (
    <Menu
      label="Help"
      placement="bottom end"
      groups={[
        guidePages.map(({ id, title }) => ({
          id,
          label: title,
          run: () => {
            actions.openDialog({ kind: 'guide', page: id });
          },
        })),
        [
          {
            id: 'shortcuts',
            label: 'Keyboard shortcuts',
            shortcut,
            run: () => {
              actions.openDialog({ kind: 'shortcuts' });
            },
          },
        ],
      ]}
    >
      <IconButton label="Help">
        <CircleHelp aria-hidden="true" />
      </IconButton>
    </Menu>
  );
};

export const TitleBar = () => {
  const isNarrow = useNarrowerThan(threePanes);
  const [drawer, setDrawer] = useState(false);
  const sidebarOpen = useWindow((state) => state.view.sidebarOpen);
  const diagnosisOpen = useWindow((state) => state.view.diagnosisOpen);
  const hasRequest = useWindow((state) => currentRequest(state) !== undefined);
  const theme = useWindow((state) => state.view.theme);
  const sidebarKeys = useShortcut('toggle-sidebar');
  const diagnosisKeys = useShortcut('toggle-diagnosis');
  const paletteKeys = useShortcut('palette');
  const settingsKeys = useShortcut('settings');
  const looksDark = theme === 'dark' || theme === 'contrast' || (theme === 'system' && looksDarkNow());

  return (
    <header className={styles['bar']}>
      <div className={styles['start']}>
        <IconButton
          label={sidebarOpen && !isNarrow ? 'Hide sidebar' : 'Show sidebar'}
          shortcut={sidebarKeys}
          onPress={() => {
            if (isNarrow) setDrawer(true);
            else actions.toggleSidebar();
          }}
        >
          <PanelLeft aria-hidden="true" />
        </IconButton>
        <AriaButton
          className={styles['wordmark'] ?? ''}
          onPress={actions.showFirstRun}
          aria-label="why401, first screen"
        >
          why401
        </AriaButton>
        <WorkspaceMenu />
        <span className={styles['slash']} aria-hidden="true">
          /
        </span>
        <EnvironmentMenu />
      </div>
      <AriaButton
        className={styles['command'] ?? ''}
        onPress={() => {
          actions.togglePalette(true);
        }}
      >
        <Search aria-hidden="true" />
        <span className={styles['long']}>Search, run or paste anything</span>
        <span className={styles['short']}>Search or paste anything</span>
        {paletteKeys !== undefined && <Kbd keys={paletteKeys} />}
      </AriaButton>
      <div className={styles['end']}>
        <IconButton
          label={looksDark ? 'Light theme' : 'Dark theme'}
          onPress={() => {
            actions.setTheme(looksDark ? 'light' : 'dark');
          }}
        >
          {looksDark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
        </IconButton>
        <IconButton
          label="Settings"
          shortcut={settingsKeys}
          onPress={() => {
            actions.openDialog({ kind: 'settings' });
          }}
        >
          <Settings2 aria-hidden="true" />
        </IconButton>
        <HelpMenu />
        {hasRequest && (
          <IconButton
            label="Diagnosis"
            shortcut={diagnosisKeys}
            isOn={diagnosisOpen}
            onPress={actions.toggleDiagnosis}
          >
            <PanelRight aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {isNarrow && drawer && (
        <SidebarDrawer
          onClose={() => {
            setDrawer(false);
          }}
        />
      )}
    </header>
  );
};
