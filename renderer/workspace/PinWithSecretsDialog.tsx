import { secretPlaces, type SecretPlaces } from '../../shared/history/kept-secrets.ts';
import { attemptInHand } from '../state/history.ts';
import { actions, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './PinWithSecretsDialog.module.css';

const Places = ({ places }: { readonly places: SecretPlaces }) => (
  <li className={styles['exchange']}>
    <span className={styles['address']}>{places.exchange}</span>
    {places.request.length > 0 && <span>sent: {places.request.join(', ')}</span>}
    {places.response.length > 0 && <span>answered: {places.response.join(', ')}</span>}
  </li>
);

/** Asks whether one attempt may be kept as it was, and says which secrets that would keep. */
export const PinWithSecretsDialog = ({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}) => {
  const attempt = useWindow((state) => attemptInHand(state, id));
  const vaultKind = useWindow((state) => state.host.vault.kind);
  if (attempt === undefined) return undefined;
  return (
    <Dialog
      title="Keep the secrets of this attempt?"
      onClose={onClose}
      actions={
        <>
          <Button
            variant="quiet"
            onPress={() => {
              void actions.pinHistory(id, true);
              onClose();
            }}
          >
            Pin without them
          </Button>
          <Button
            variant="filled"
            onPress={() => {
              void actions.pinWithSecrets(id);
              onClose();
            }}
          >
            Keep them, encrypted
          </Button>
        </>
      }
    >
      <p>The history leaves secrets out. With them, this attempt can be explained and compared as it was:</p>
      <ul className={styles['exchanges']}>
        {secretPlaces(attempt).map((places, index) => (
          <Places key={index} places={places} />
        ))}
      </ul>
      <p>
        They are encrypted on this computer, with the key that lies in{' '}
        {vaultKind === 'keychain' ? 'its keychain' : 'a file that only you can read'}. No export and no report
        holds them unless you ask for that. Unpin the attempt, or forget its secrets, and they are deleted.
      </p>
    </Dialog>
  );
};
