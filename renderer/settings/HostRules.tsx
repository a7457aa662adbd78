import { Pencil, Plus, Trash2 } from 'lucide-react';
import type { HostRule } from '../../shared/workspace/host-rule.ts';
import { actions, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './HostRules.module.css';

const wordsOf = ({ clientCertificate, verifyTls }: HostRule): string =>
  [
    clientCertificate === undefined
      ? undefined
      : `shows ${clientCertificate.certificateFile.split(/[/\\]/).at(-1) ?? ''}`,
    verifyTls ? undefined : 'certificate not checked',
  ]
    .filter((part) => part !== undefined)
    .join(', ');

const edit = (rule: HostRule): void => {
  actions.openDialog({ kind: 'host-rule', rule });
};

/** The workspace's servers with a client certificate, or without a check. */
export const HostRules = () => {
  const rules = useWindow((state) => state.workspace.hostRules);
  return (
    <div className={styles['hosts']}>
      {rules.length > 0 && (
        <ul className={styles['list']}>
          {rules.map((rule) => (
            <li key={rule.id} className={styles['host']}>
              <span className={styles['name']}>{rule.name}</span>
              <span className={styles['words']} data-warned={!rule.verifyTls || undefined}>
                {wordsOf(rule)}
              </span>
              <IconButton
                label={`Edit ${rule.name}`}
                size="small"
                onPress={() => {
                  edit(rule);
                }}
              >
                <Pencil aria-hidden="true" />
              </IconButton>
              <IconButton
                label={`Remove ${rule.name}`}
                size="small"
                onPress={() => {
                  actions.deleteHostRule(rule.id);
                }}
              >
                <Trash2 aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <Button
        icon={<Plus size={16} aria-hidden="true" />}
        onPress={() => {
          edit({ id: crypto.randomUUID(), name: '', verifyTls: true });
        }}
      >
        Add a host
      </Button>
      <p className={styles['help']}>
        Client certificates by host, and hosts whose certificate is not checked.
      </p>
    </div>
  );
};
