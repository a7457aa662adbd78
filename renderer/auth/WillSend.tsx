import { TriangleAlert } from 'lucide-react';
import type { Preview } from '../../shared/ipc/replies.ts';
import { schemeById } from '../../shared/schemes/index.ts';
import type { Scheme } from '../../shared/schemes/scheme.ts';
import { currentSchemeId, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import styles from './WillSend.module.css';
import type { TokenDeed } from './token-words.ts';
import { tokenRemedyOf, willSend } from './will-send.ts';

/** Why nothing is sent yet: some schemes wait for the server to ask. */
const nothingWords = (scheme: Scheme | undefined): string =>
  scheme?.answers === undefined
    ? 'no credentials'
    : 'no credentials at first; then the answer to the challenge';

/** The field lines that will carry the credentials, as they will leave. */
export const SentLines = ({ preview }: { readonly preview: Preview | undefined }) => {
  const scheme = useWindow((state) => schemeById(currentSchemeId(state) ?? ''));
  if (preview === undefined) return <span className={styles['quiet']}>…</span>;
  const { lines, url } = willSend(preview);
  if (url !== undefined) return <code className={styles['line']}>{url}</code>;
  if (lines.length === 0) return <span className={styles['quiet']}>{nothingWords(scheme)}</span>;
  return lines.map(({ name, value }, at) => (
    <code key={at} className={styles['line']}>
      <span className={styles['name']}>{name}:</span> {value}
    </code>
  ));
};

interface PreflightProps {
  readonly preview: Preview | undefined;
  /** What the app can do about the token in hand. */
  readonly deeds: readonly TokenDeed[];
  readonly onSend: (deed: TokenDeed) => void;
  readonly isBusy: boolean;
  /** In the row of what will be sent: no ground of its own, and only the first warning or notice. */
  readonly inline?: boolean;
}

/** What the checks and the scheme say of the unsent request, with the remedy that can be had before sending. */
export const Preflight = ({ preview, deeds, onSend, isBusy, inline = false }: PreflightProps) => {
  const most = inline ? 1 : undefined;
  const warnings = (preview?.warnings ?? []).slice(0, most);
  const notices = inline && warnings.length > 0 ? [] : (preview?.notices ?? []).slice(0, most);
  if (preview?.blocked === undefined && warnings.length + notices.length === 0) return null;
  return (
    <ul className={cx(styles['checks'], inline && styles['inline'])} aria-label="Checks before sending">
      {preview?.blocked !== undefined && (
        <li className={styles['check']}>
          <TriangleAlert aria-hidden="true" />
          <span>{preview.blocked}</span>
        </li>
      )}
      {warnings.map((warning, at) => {
        const wanted = tokenRemedyOf(warning);
        const deed = deeds.find(({ how }) => wanted.includes(how));
        return (
          <li key={at} className={styles['check']} title={warning.explanation}>
            <TriangleAlert aria-hidden="true" />
            <span>{warning.title}</span>
            {deed !== undefined && (
              <Button
                size="dense"
                isDisabled={isBusy}
                onPress={() => {
                  onSend(deed);
                }}
              >
                {deed.thenSend}
              </Button>
            )}
          </li>
        );
      })}
      {notices.map((notice) => (
        <li key={notice.title} className={styles['check']} title={inline ? notice.explanation : undefined}>
          <TriangleAlert aria-hidden="true" />
          <span>
            {notice.title}
            {!inline && <span className={styles['explanation']}>{notice.explanation}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
};
