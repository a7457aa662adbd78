import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { AuthTab } from '../auth/AuthTab.tsx';
import { schemeById } from '../../shared/schemes/index.ts';
import { effectiveAuth } from '../../shared/workspace/effective-auth.ts';
import { CookiesTab } from '../cookies/CookiesTab.tsx';
import { currentProfile } from '../state/selectors.ts';
import type { RequestTab, WindowState } from '../state/state.ts';
import { actions, currentRequest, useWindow } from '../state/store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Tabs, type TabItem } from '../ui/Tabs.tsx';
import { BodyTab } from './BodyTab.tsx';
import { bodyKinds, kindOf } from './body-kinds.ts';
import { typedCount } from './header-rows.ts';
import { HeadersTab } from './HeadersTab.tsx';
import { ParamsTab } from './ParamsTab.tsx';
import styles from './RequestPane.module.css';
import { SettingsTab } from './SettingsTab.tsx';
import { VariableFields } from './VariableFields.tsx';
import { VariablesTab } from './VariablesTab.tsx';

const authNote = (state: WindowState): string | undefined => {
  const draft = currentRequest(state)?.draft;
  const auth = draft && effectiveAuth(draft, state.workspace.folders).auth;
  if (auth === undefined || auth.kind === 'none') return undefined;
  const scheme = auth.kind === 'own' ? auth.scheme : currentProfile(state)?.scheme;
  return scheme === undefined ? 'profile is gone' : (schemeById(scheme)?.label ?? scheme);
};

const bodyNote = (state: WindowState): string | undefined => {
  const body = currentRequest(state)?.draft.body;
  if (body === undefined || body.kind === 'none') return undefined;
  return bodyKinds.find(({ id }) => id === kindOf(body))?.label ?? 'Bytes';
};

const content: Readonly<Record<RequestTab, React.ReactNode>> = {
  params: <ParamsTab />,
  auth: <AuthTab />,
  headers: <HeadersTab />,
  body: <BodyTab />,
  cookies: <CookiesTab />,
  variables: <VariablesTab />,
  settings: <SettingsTab />,
};

interface RequestPaneProps {
  /** Absent where it cannot be folded: nothing else needs the room. */
  readonly fold?: { readonly isFolded: boolean; readonly onFold: (folded: boolean) => void };
  /** Told the height, in CSS pixels, at which nothing of it has to be scrolled. */
  readonly onNaturalHeight?: (height: number) => void;
}

/** The tabs and the line below them. */
export const tabsHeight = 32;

/** The body's editor takes what it gets; this is enough to work in. */
const bodyHeight = 280;

/** What will be sent, part by part. */
export const RequestPane = ({ fold, onNaturalHeight }: RequestPaneProps) => {
  const inside = useRef<HTMLDivElement>(null);
  const tab = useWindow((state) => currentRequest(state)?.requestTab ?? 'auth');
  const params = useWindow((state) => currentRequest(state)?.draft.params.filter((param) => param.on).length);
  const headers = useWindow((state) => typedCount(currentRequest(state)?.draft.fields ?? []));
  const auth = useWindow(authNote);
  const body = useWindow(bodyNote);
  const cookies = useWindow((state) => currentRequest(state)?.preview?.cookies?.sent.length || undefined);
  const variables = useWindow(
    (state) => currentRequest(state)?.draft.variables?.filter(({ on }) => on).length || undefined,
  );
  const unchecked = useWindow((state) => currentRequest(state)?.draft.settings.verifyTls === false);
  useEffect(() => {
    if (inside.current === null || onNaturalHeight === undefined) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const height = tab === 'body' ? bodyHeight : (entry?.contentRect.height ?? 0);
      onNaturalHeight(tabsHeight + Math.ceil(height));
    });
    observer.observe(inside.current);
    return () => {
      observer.disconnect();
    };
  }, [tab, onNaturalHeight]);

  const tabs: readonly TabItem<RequestTab>[] = [
    { id: 'params', label: 'Params', note: params === 0 ? undefined : params },
    { id: 'auth', label: 'Auth', note: auth },
    { id: 'headers', label: 'Headers', note: headers },
    { id: 'body', label: 'Body', note: body },
    { id: 'cookies', label: 'Cookies', note: cookies },
    { id: 'variables', label: 'Variables', note: variables },
    { id: 'settings', label: 'Settings', note: unchecked ? 'TLS not checked' : undefined },
  ];
  return (
    <Tabs
      label="Parts of the request"
      className={styles['pane'] ?? ''}
      tabs={tabs}
      selected={tab}
      onSelect={actions.setRequestTab}
      tools={
        fold !== undefined && (
          <IconButton
            label={fold.isFolded ? 'Show the parts of the request' : 'Fold the request'}
            size="small"
            onPress={() => {
              fold.onFold(!fold.isFolded);
            }}
          >
            {fold.isFolded ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
          </IconButton>
        )
      }
    >
      <div ref={inside} className={fold === undefined || tab === 'body' ? styles['filling'] : undefined}>
        <VariableFields>{content[tab]}</VariableFields>
      </div>
    </Tabs>
  );
};
