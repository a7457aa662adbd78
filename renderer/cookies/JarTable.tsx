import { Pencil, X } from 'lucide-react';
import type { Cookie } from '../../shared/cookies/cookie.ts';
import { MaskedValue } from '../auth/MaskedValue.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { endWords, reachWords, ruleWords } from './cookie-words.ts';
import styles from './JarTable.module.css';

interface JarTableProps {
  readonly cookies: readonly Cookie[];
  /** It belongs to the address of this request: those come first. */
  readonly isNear: (cookie: Cookie) => boolean;
  readonly onEdit: (cookie: Cookie) => void;
  readonly onDelete: (cookie: Cookie) => void;
}

/** Every cookie of a jar: values masked, rules in the words of the field itself. */
export const JarTable = ({ cookies, isNear, onEdit, onDelete }: JarTableProps) => {
  if (cookies.length === 0) {
    return (
      <p className={styles['purpose']}>
        What answers set is kept here, encrypted, apart for each environment. Cookies without an expiry end
        with the app.
      </p>
    );
  }
  const near = cookies.filter(isNear);
  const ordered = [...near, ...cookies.filter((cookie) => !near.includes(cookie))];
  return (
    <table className={styles['table']} aria-label="Cookies in the jar">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
          <th scope="col">Sent to</th>
          <th scope="col">Rules</th>
          <th scope="col">Ends (UTC)</th>
          <th scope="col">
            <span className={styles['hidden']}>Edit</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {ordered.map((cookie) => (
          <tr key={JSON.stringify([cookie.domain, cookie.path, cookie.name])}>
            <th scope="row">{cookie.name}</th>
            <td>
              <MaskedValue label={`Value of ${cookie.name}`} open={() => Promise.resolve(cookie.value)} />
            </td>
            <td>
              {reachWords(cookie)}
              {cookie.path !== '/' && <code>{cookie.path}</code>}
            </td>
            <td className={styles['rules']}>{ruleWords(cookie)}</td>
            <td className={styles['rules']}>{endWords(cookie).replace(' UTC', '')}</td>
            <td className={styles['tools']}>
              <IconButton label={`Edit ${cookie.name}`} size="small" onPress={() => onEdit(cookie)}>
                <Pencil aria-hidden="true" />
              </IconButton>
              <IconButton label={`Delete ${cookie.name}`} size="small" onPress={() => onDelete(cookie)}>
                <X aria-hidden="true" />
              </IconButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
