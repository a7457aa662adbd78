import { Plus } from 'lucide-react';
import { hostnameIn } from '../../shared/exchange/url.ts';
import type { Cookie, CookieKey } from '../../shared/cookies/cookie.ts';
import { isSameCookie } from '../../shared/cookies/cookie.ts';
import type { CookiePreview } from '../../shared/ipc/replies.ts';
import { useDraftPart } from '../request/use-draft.ts';
import { currentEnvironment, currentRequest } from '../state/selectors.ts';
import { actions, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Switch.tsx';
import styles from './CookiesTab.module.css';
import { JarTable } from './JarTable.tsx';
import { deleteCookies, useJar } from './use-jar.ts';

const noPreview: CookiePreview = { sent: [], held: [] };

/** "sid from api.example.com/v1": what the Cookie field will say, without its values. */
const Named = ({ cookie }: { readonly cookie: CookieKey }) => (
  <>
    <code>{cookie.name}</code>{' '}
    <span className={styles['from']}>
      from {cookie.domain}
      {cookie.path === '/' ? '' : cookie.path}
    </span>
  </>
);

const WillSend = ({ preview }: { readonly preview: CookiePreview }) => (
  <section className={styles['will']} aria-label="Cookies of this request">
    <span className={styles['label']}>Will send</span>
    <div>
      {preview.silent !== undefined && <p className={styles['quiet']}>{preview.silent}</p>}
      {preview.silent === undefined && preview.sent.length === 0 && (
        <p className={styles['quiet']}>no cookies: the jar holds none for this address</p>
      )}
      {preview.sent.length > 0 && (
        <ul className={styles['list']}>
          {preview.sent.map((cookie, at) => (
            <li key={at}>
              <Named cookie={cookie} />
            </li>
          ))}
        </ul>
      )}
      {preview.held.length > 0 && (
        <ul className={styles['held']} aria-label="Kept back">
          {preview.held.map((cookie, at) => (
            <li key={at}>
              <code>{cookie.name}</code> is kept back: {cookie.because}
            </li>
          ))}
        </ul>
      )}
    </div>
  </section>
);

const newCookie = (url: string): Cookie => ({
  name: '',
  value: '',
  domain: hostnameIn(url) ?? '',
  hostOnly: true,
  path: '/',
  secure: url.startsWith('https:'),
  httpOnly: false,
});

/** What the jar does for this request, and the jar itself: one for each environment. */
export const CookiesTab = () => {
  const [settings, setSettings] = useDraftPart('settings');
  const environmentId = useWindow((state) => state.environmentId);
  const environment = useWindow((state) => currentEnvironment(state)?.name);
  const preview = useWindow((state) => currentRequest(state)?.preview);
  const jar = useJar();
  if (settings === undefined) return null;
  const { sent, held } = preview?.cookies ?? noPreview;
  const near = [...sent, ...held];

  return (
    <div className={styles['tab']}>
      <div className={styles['top']}>
        <Switch
          isOn={settings.cookies}
          onChange={(cookies) => {
            setSettings({ ...settings, cookies });
          }}
        >
          Send what the jar holds, and keep what answers set
        </Switch>
      </div>
      <WillSend preview={preview?.cookies ?? noPreview} />
      <section className={styles['jar']} aria-label="Cookie jar">
        <header className={styles['head']}>
          <h3>
            Jar of {environment === undefined ? 'this workspace' : environment}{' '}
            <span>{jar?.length ?? ''}</span>
          </h3>
          <Button
            variant="quiet"
            size="dense"
            icon={<Plus aria-hidden="true" />}
            onPress={() => {
              actions.openDialog({ kind: 'cookie', cookie: newCookie(preview?.url ?? ''), isNew: true });
            }}
          >
            Add
          </Button>
          <Button
            variant="quiet"
            size="dense"
            onPress={() => {
              actions.openDialog({ kind: 'import-cookies' });
            }}
          >
            Import…
          </Button>
          <Button
            variant="quiet"
            size="dense"
            isDisabled={jar === undefined || jar.length === 0}
            onPress={() => void deleteCookies(environmentId, jar ?? [])}
          >
            Clear
          </Button>
        </header>
        <JarTable
          cookies={jar ?? []}
          isNear={(cookie) => near.some((other) => isSameCookie(other, cookie))}
          onEdit={(cookie) => {
            actions.openDialog({ kind: 'cookie', cookie, isNew: false });
          }}
          onDelete={(cookie) => void deleteCookies(environmentId, [cookie])}
        />
      </section>
    </div>
  );
};
